"""Announcing an event, ticking it as held, taking that back, and calling it off."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from events import service
from foundation import clock
from foundation.translating import _
from web import guards
from web.addresses import public_url
from web.db import session
from web.events import wording
from web.events.blueprint import bp, done, own
from web.guards import caseworkers_only


@bp.post("/<uuid:event_id>/announce")
@caseworkers_only
def announce(event_id: UUID) -> ResponseReturnValue:
    """Open for registration, and write to the employers."""
    sent = service.announce(
        session, own(event_id), by=guards.user(), public_url=public_url(), now=clock.now()
    )
    return done(event_id, _("Nu går det att anmäla ungdomar.") + " " + wording.letters(sent))


@bp.post("/<uuid:event_id>/hold")
@caseworkers_only
def hold(event_id: UUID) -> ResponseReturnValue:
    """Say that it has taken place."""
    service.hold(session, own(event_id), by=guards.user(), now=clock.now())
    return done(event_id, _("Bra! Skriv in vilka som kom och vad de vill."))


@bp.post("/<uuid:event_id>/reopen")
@caseworkers_only
def reopen(event_id: UUID) -> ResponseReturnValue:
    """Take back that it was held."""
    service.reopen(session, own(event_id), by=guards.user(), now=clock.now())
    return done(event_id, _("Träffen är öppen igen."))


@bp.route("/<uuid:event_id>/cancel", methods=["GET", "POST"])
@caseworkers_only
def cancel(event_id: UUID) -> ResponseReturnValue:
    """Ask once, then call it off and tell the employers."""
    event, form = own(event_id), FlaskForm()
    if form.validate_on_submit():
        sent = service.cancel(
            session, event, by=guards.user(), public_url=public_url(), now=clock.now()
        )
        return done(event_id, _("Träffen är inställd.") + " " + wording.letters(sent))
    return render_template("events/cancel.html", event=event, form=form, words=wording)
