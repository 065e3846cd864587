"""Publishing a track, pausing it, starting it again, ending it, and throwing a draft away."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from jobtracks import service
from jobtracks.checks import NotReady
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.tracks.blueprint import bp, done, own, tell
from web.tracks.forms import NoteForm


@bp.post("/<uuid:track_id>/publish")
@caseworkers_only
def publish(track_id: UUID) -> ResponseReturnValue:
    """Let everybody read the track, if it lacks nothing."""
    track = own(track_id)
    try:
        service.publish(session, track, by=guards.user(), now=clock.now())
    except NotReady:
        session.rollback()
        flash(_("Spåret är inte klart än. Listan säger vad som saknas."), "error")
        return redirect(url_for(".show", track_id=track_id, _anchor="missing"))
    return done(track_id, _("Spåret är publicerat. Nu kan alla läsa om det."))


@bp.route("/<uuid:track_id>/pause", methods=["GET", "POST"])
@caseworkers_only
def pause(track_id: UUID) -> ResponseReturnValue:
    """Ask why, then take nobody in for a while."""
    track, form = own(track_id), NoteForm()
    if form.validate_on_submit():
        note = form.note.data or ""
        service.pause(session, track, note=note, by=guards.user(), now=clock.now())
        return done(track_id, _("Spåret är pausat. De som är med fortsätter."))
    return render_template("tracks/pause.html", form=form, track=track)


@bp.post("/<uuid:track_id>/resume")
@caseworkers_only
def resume(track_id: UUID) -> ResponseReturnValue:
    """Take people in again; who waits is offered what is free."""
    tell(service.resume(session, own(track_id), by=guards.user(), now=clock.now()))
    return done(track_id, _("Spåret är igång igen."))


@bp.route("/<uuid:track_id>/end", methods=["GET", "POST"])
@caseworkers_only
def end(track_id: UUID) -> ResponseReturnValue:
    """Ask once and why, then end the track."""
    track, form = own(track_id), NoteForm()
    if form.validate_on_submit():
        note = form.note.data or ""
        service.end(session, track, note=note, by=guards.user(), now=clock.now())
        return done(track_id, _("Spåret är avslutat. De som är kvar går klart."))
    return render_template("tracks/end.html", form=form, track=track)


@bp.route("/<uuid:track_id>/discard", methods=["GET", "POST"])
@caseworkers_only
def discard(track_id: UUID) -> ResponseReturnValue:
    """Ask once, then throw a draft away."""
    track = own(track_id)
    if request.method == "GET":
        return render_template("tracks/discard.html", track=track)
    title = track.title
    service.discard(session, track, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Utkastet %(title)s är borttaget.", title=title), "success")
    return redirect(url_for(".index"))
