"""The forms about what belongs to a track: steps, cohorts, letters of intent, agreements."""

from collections.abc import Callable
from typing import Any, TypeVar, cast
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue
from wtforms import Field, Form

from employers import directory
from employers.models import Employer
from foundation import clock
from foundation.translating import _, lazy_
from jobtracks import parts, queries
from jobtracks.checks import Missing, NotReady
from jobtracks.models import (
    Cohort,
    JobTrack,
    LetterOfIntent,
    Part,
    ProfileAgreement,
    StepKind,
    TrackStep,
)
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.tracks import content, wording
from web.tracks.blueprint import bp, done, own, tell
from web.tracks.forms import AgreementForm, CohortForm, LetterForm, StepForm

_NEEDS_WORK = lazy_(
    "Spåret är publicerat och behöver en väg till anställning efter vägvalet. "
    "Låt den här insatsen vara det, eller lägg till en annan först."
)
Piece = TypeVar("Piece", TrackStep, Cohort, LetterOfIntent, ProfileAgreement)


@bp.route("/<uuid:track_id>/steps/new", methods=["GET", "POST"])
@caseworkers_only
def new_step(track_id: UUID) -> ResponseReturnValue:
    """Add a step."""
    track, form = own(track_id), StepForm()
    if form.validate_on_submit() and _stays_whole(form, parts.add_step, track):
        return done(track.id, _("Insatsen är tillagd."), "steps")
    return render_template("tracks/step.html", form=form, track=track, step=None)


@bp.route("/steps/<uuid:step_id>", methods=["GET", "POST"])
@caseworkers_only
def step(step_id: UUID) -> ResponseReturnValue:
    """Change a step."""
    found = _piece(TrackStep, step_id)
    form = StepForm(data=content.step_data(found))
    if form.validate_on_submit() and _stays_whole(form, parts.change_step, found):
        return done(found.track_id, _("Insatsen är ändrad."), "steps")
    track = own(found.track_id)
    return render_template("tracks/step.html", form=form, track=track, step=found)


@bp.post("/steps/<uuid:step_id>/remove")
@caseworkers_only
def remove_step(step_id: UUID) -> ResponseReturnValue:
    """Take a step away."""
    found = _piece(TrackStep, step_id)
    return _without(found, parts.remove_step, _("Insatsen är borttagen."), "steps")


@bp.route("/<uuid:track_id>/cohorts/new", methods=["GET", "POST"])
@caseworkers_only
def new_cohort(track_id: UUID) -> ResponseReturnValue:
    """Add a start of the track."""
    track, form = own(track_id), CohortForm()
    del form.is_open
    if form.validate_on_submit():
        written = _written(form, "starts_on", "seats")
        parts.add_cohort(session, track, **written, by=guards.user(), now=clock.now())
        return done(track.id, _("Omgången är tillagd."), "cohorts")
    return render_template("tracks/cohort_form.html", form=form, track=track, cohort=None)


@bp.route("/cohorts/<uuid:cohort_id>/edit", methods=["GET", "POST"])
@caseworkers_only
def edit_cohort(cohort_id: UUID) -> ResponseReturnValue:
    """Change a cohort; who is offered a seat by that is told of."""
    cohort = _piece(Cohort, cohort_id)
    form = CohortForm(obj=cohort)
    if form.validate_on_submit():
        written = _written(form, "starts_on", "seats", "is_open")
        try:
            tell(parts.change_cohort(session, cohort, **written, by=guards.user(), now=clock.now()))
            return done(cohort.track_id, _("Omgången är ändrad."), "cohorts")
        except parts.FewerThanTaken as refusal:
            form.seats.errors = [str(refusal)]
    return render_template("tracks/cohort_form.html", form=form, track=cohort.track, cohort=cohort)


@bp.post("/cohorts/<uuid:cohort_id>/remove")
@caseworkers_only
def remove_cohort(cohort_id: UUID) -> ResponseReturnValue:
    """Take a cohort away that nobody is in."""
    cohort = _piece(Cohort, cohort_id)
    return _without(cohort, parts.remove_cohort, _("Omgången är borttagen."), "cohorts")


@bp.route("/<uuid:track_id>/letters/new", methods=["GET", "POST"])
@caseworkers_only
def new_letter(track_id: UUID) -> ResponseReturnValue:
    """Note an employer's letter of intent."""
    track, form = own(track_id), LetterForm()
    employers = _offer(form)
    if form.validate_on_submit():
        written = _written(form, "places", "starts_on", "ends_on")
        employer = employers[form.employer.data]
        try:
            parts.add_letter(session, track, employer, **written, by=guards.user(), now=clock.now())
            return done(track.id, _("Avsiktsförklaringen är inskriven."), "employers")
        except parts.WrongDays as refusal:
            form.ends_on.errors = [str(refusal)]
    return render_template("tracks/letter.html", form=form, track=track)


@bp.post("/letters/<uuid:letter_id>/remove")
@caseworkers_only
def remove_letter(letter_id: UUID) -> ResponseReturnValue:
    """Take a letter of intent away."""
    letter = _piece(LetterOfIntent, letter_id)
    return _without(
        letter, parts.remove_letter, _("Avsiktsförklaringen är borttagen."), "employers"
    )


@bp.route("/<uuid:track_id>/agreements/new", methods=["GET", "POST"])
@caseworkers_only
def new_agreement(track_id: UUID) -> ResponseReturnValue:
    """Note that an employer has agreed to the competence profile."""
    track, form = own(track_id), AgreementForm()
    employers = _offer(form)
    if form.validate_on_submit():
        employer, written = employers[form.employer.data], _written(form, "agreed_on")
        parts.agree(session, track, employer, **written, by=guards.user(), now=clock.now())
        return done(track.id, _("Det är inskrivet vem som har godkänt profilen."), "employers")
    return render_template("tracks/agreement.html", form=form, track=track)


@bp.post("/agreements/<uuid:agreement_id>/remove")
@caseworkers_only
def remove_agreement(agreement_id: UUID) -> ResponseReturnValue:
    """Take an agreement away."""
    agreement = _piece(ProfileAgreement, agreement_id)
    return _without(agreement, parts.remove_agreement, _("Godkännandet är borttaget."), "employers")


def _piece(kind: type[Piece], piece_id: UUID) -> Piece:
    return queries.get_piece(session, kind, piece_id, by=guards.user())


def _without(
    piece: Piece, remove: Callable[..., None], words: str, anchor: str
) -> ResponseReturnValue:
    """Take a piece of a track away, and go back to where it stood."""
    track_id = piece.track_id
    remove(session, piece, by=guards.user(), now=clock.now())
    return done(track_id, words, anchor)


def _stays_whole(form: StepForm, save: Callable[..., object], about: JobTrack | TrackStep) -> bool:
    """Save a step; where the track would lack something by it, say so in the form.

    What stood in the form stays in it.
    """
    try:
        save(session, about, content.step_from(form), by=guards.user(), now=clock.now())
    except NotReady as refusal:
        session.rollback()
        for each in refusal.missing:
            if each is Missing.EMPLOYMENT:
                _what_leads_to_work(form).errors = [_NEEDS_WORK]
            else:
                form.form_errors.append(str(wording.MISSING[each]))
        return False
    return True


def _what_leads_to_work(form: StepForm) -> Field:
    """The field by which the step is no way to employment."""
    if form.kind.data != StepKind.EMPLOYMENT:
        return cast(Field, form.kind)
    return cast(Field, form.part if form.part.data != Part.AFTER else form.path)


def _written(form: Form, *names: str) -> dict[str, Any]:
    """What stands in some fields of a form."""
    return {name: form[name].data for name in names}


def _offer(form: LetterForm | AgreementForm) -> dict[str, Employer]:
    """Let a form offer all employers by name; returns them by what the form calls them."""
    listed = session.exec(directory.listed(directory.Filters()))
    employers = {str(each.id): each for each in listed}
    form.employer.choices = [
        ("", _("Välj arbetsgivare")),
        *((key, each.name) for key, each in employers.items()),
    ]
    return employers
