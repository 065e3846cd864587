"""One youth's place on a track: where it stands, what can be done, and what really happened."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from foundation import clock
from foundation.errors import NotFound
from foundation.translating import _, lazy_
from jobtracks import checks, queries, schedule, seats
from jobtracks.enrolments import following
from jobtracks.enrolments import queries as enrolled
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.following import ON_IT
from jobtracks.enrolments.models import (
    Before,
    ChoiceReason,
    Enrolment,
    EnrolmentState,
    StepTaken,
    TookPart,
    Why,
)
from jobtracks.models import Path, TrackStep
from jobtracks.states import EnrolmentAct, acts_from
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.tracks import wording
from web.tracks.blueprint import bp, tell
from web.tracks.forms import BeforeForm, CompleteForm, LeaveForm, PathForm, StepTakenForm
from web.tracks.views import today
from web.youths.viewing import noted

AT_ONCE: Mapping[str, str] = {
    EnrolmentAct.WAIT: lazy_("Ungdomen står i kö."),
    EnrolmentAct.TAKE_TURN: lazy_("Ungdomen står i kön i tur och ordning."),
    EnrolmentAct.OFFER: lazy_("Platsen är erbjuden."),
    EnrolmentAct.ACCEPT: lazy_("Ungdomen är med i spåret."),
    EnrolmentAct.DECLINE: lazy_("Svaret är inskrivet. Platsen går vidare."),
    EnrolmentAct.PAUSE: lazy_("Ungdomen har paus. Platsen finns kvar."),
    EnrolmentAct.RESUME: lazy_("Ungdomen är med igen."),
    EnrolmentAct.CORRECT: lazy_("Ungdomen är med igen."),
}
"""What can be done with one press, and what is said then."""


@bp.get("/enrolments/<uuid:enrolment_id>")
@caseworkers_only
def enrolment(enrolment_id: UUID) -> ResponseReturnValue:
    """Where one place stands, what comes next, the steps as planned and as they were."""
    found = _get(enrolment_id)
    noted(found.youth, "enrolment.viewed")
    choices = enrolled.choices_of(session, found)
    path = choices[0].path if choices else None
    cohort, track = found.cohort, found.cohort.track
    steps = checks.whole(session, track).steps
    taken = enrolled.steps_taken(session, [found.id])
    begins = found.started_on or cohort.starts_on
    return render_template(
        "tracks/enrolment.html",
        enrolment=found,
        youth=found.youth,
        cohort=cohort,
        track=track,
        ahead=_ahead(found),
        acts=acts_from(found.state, track.state),
        is_on_it=found.state in ON_IT,
        choices=choices,
        planned=schedule.planned(steps, begins, path=path, taken=taken),
        moves=enrolled.moves_of(session, found),
        words=wording,
    )


@bp.post("/enrolments/<uuid:enrolment_id>/<any({}):act>".format(", ".join(AT_ONCE)))
@caseworkers_only
def act(enrolment_id: UUID, act: str) -> ResponseReturnValue:
    """Do what needs no more than a press."""
    found, by, now = _get(enrolment_id), guards.user(), clock.now()
    own_ways: Mapping[str, Callable[..., list[Enrolment] | None]] = {
        EnrolmentAct.WAIT: enrolments.wait,
        EnrolmentAct.TAKE_TURN: enrolments.take_turn,
        EnrolmentAct.OFFER: enrolments.offer,
        EnrolmentAct.ACCEPT: enrolments.accept,
        EnrolmentAct.DECLINE: enrolments.decline,
        EnrolmentAct.CORRECT: enrolments.correct,
    }
    if act in own_ways:
        offered = own_ways[act](session, found, by=by, now=now)
    else:
        offered = enrolments.do(session, found, EnrolmentAct(act), by=by, now=now)
    tell([each for each in offered or () if each.id != found.id])
    return _done(found, str(AT_ONCE[act]))


@bp.route("/enrolments/<uuid:enrolment_id>/before", methods=["GET", "POST"])
@caseworkers_only
def go_before(enrolment_id: UUID) -> ResponseReturnValue:
    """Let somebody go before others in the line, for a reason that is kept."""
    found, form = _get(enrolment_id), BeforeForm()
    if form.validate_on_submit():
        why, note = Before(form.why.data), form.note.data or ""
        by, now = guards.user(), clock.now()
        enrolments.go_before(session, found, why, note=note, by=by, now=now)
        return _done(found, _("Ungdomen går före i kön. Skälet är sparat."))
    return _form("tracks/before.html", found, form)


@bp.route("/enrolments/<uuid:enrolment_id>/leave", methods=["GET", "POST"])
@caseworkers_only
def leave(enrolment_id: UUID) -> ResponseReturnValue:
    """Note that somebody is not on the track any more, and why."""
    found, form = _get(enrolment_id), LeaveForm()
    if form.validate_on_submit():
        why, note = Why(form.why.data), form.note.data or ""
        by, now = guards.user(), clock.now()
        tell(enrolments.leave(session, found, why, note=note, by=by, now=now))
        return _done(found, _("Det är inskrivet."))
    return _form("tracks/leave.html", found, form)


@bp.route("/enrolments/<uuid:enrolment_id>/complete", methods=["GET", "POST"])
@caseworkers_only
def complete(enrolment_id: UUID) -> ResponseReturnValue:
    """Note that somebody has gone through the track."""
    found = _get(enrolment_id)
    form = CompleteForm(ended_on=today())
    if form.validate_on_submit():
        by, now = guards.user(), clock.now()
        enrolments.complete(session, found, ended_on=form.data["ended_on"], by=by, now=now)
        return _done(found, _("Bra jobbat! Spåret är klart."))
    return _form("tracks/complete.html", found, form)


@bp.route("/enrolments/<uuid:enrolment_id>/path", methods=["GET", "POST"])
@caseworkers_only
def choose_path(enrolment_id: UUID) -> ResponseReturnValue:
    """Write down the pathway choice."""
    found = _get(enrolment_id)
    form = PathForm(chosen_on=today(), took_part=[TookPart.YOUTH, TookPart.CASEWORKER])
    if form.validate_on_submit():
        try:
            following.choose_path(
                session,
                found,
                Path(form.path.data),
                chosen_on=form.data["chosen_on"],
                reasons=map(ChoiceReason, form.reasons.data or ()),
                took_part=map(TookPart, form.took_part.data or ()),
                words=form.words.data,
                by=guards.user(),
                now=clock.now(),
            )
            return _done(found, _("Vägvalet är inskrivet."))
        except following.TheYouthDecides as refusal:
            form.took_part.errors = [str(refusal)]
    return _form("tracks/path.html", found, form)


@bp.route("/enrolments/<uuid:enrolment_id>/steps/<uuid:step_id>", methods=["GET", "POST"])
@caseworkers_only
def take_step(enrolment_id: UUID, step_id: UUID) -> ResponseReturnValue:
    """Write down when somebody began and ended a step."""
    found = _get(enrolment_id)
    step = queries.get_piece(session, TrackStep, step_id, by=guards.user())
    if step.track_id != found.cohort.track_id:
        raise NotFound
    taken = _taken(found, step)
    form = StepTakenForm(obj=taken) if taken else StepTakenForm(started_on=today())
    if form.validate_on_submit():
        days: dict[str, Any] = {name: form.data[name] for name in ("started_on", "ended_on")}
        try:
            by, now = guards.user(), clock.now()
            following.take_step(session, found, step, **days, by=by, now=now)
            return _done(found, _("Det är inskrivet."))
        except following.WrongDays as refusal:
            form.ended_on.errors = [str(refusal)]
    return _form("tracks/step_taken.html", found, form, step=step, taken=taken)


@bp.post("/enrolments/<uuid:enrolment_id>/steps/<uuid:step_id>/undo")
@caseworkers_only
def undo_step(enrolment_id: UUID, step_id: UUID) -> ResponseReturnValue:
    """Take away what was written about a step."""
    found = _get(enrolment_id)
    step = queries.get_piece(session, TrackStep, step_id, by=guards.user())
    following.undo_step(session, found, step, by=guards.user(), now=clock.now())
    return _done(found, _("Det är borttaget."))


def _get(enrolment_id: UUID) -> Enrolment:
    return enrolled.get_visible(session, enrolment_id, to=guards.user())


def _done(found: Enrolment, words: str) -> ResponseReturnValue:
    """Keep what was done, and go back to the page of the place."""
    session.commit()
    flash(words, "success")
    return redirect(url_for("tracks.enrolment", enrolment_id=found.id))


def _form(template: str, found: Enrolment, form: FlaskForm, **facts: object) -> str:
    noted(found.youth, "enrolment.viewed")
    track = found.cohort.track
    return render_template(
        template, enrolment=found, youth=found.youth, track=track, form=form, words=wording, **facts
    )


def _ahead(found: Enrolment) -> int | None:
    """How many stand before her in the line, those whom one may not see too."""
    if found.state is not EnrolmentState.WAITING:
        return None
    order = [each.id for each in session.exec(seats.line(found.cohort))]
    return order.index(found.id) if found.id in order else None


def _taken(found: Enrolment, step: TrackStep) -> StepTaken | None:
    taken = enrolled.steps_taken(session, [found.id])
    return next((each for each in taken if each.step_id == step.id), None)
