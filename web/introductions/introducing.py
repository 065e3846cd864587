"""The disclosure assessment, a look at exactly what the employer will read, and her answer."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _, zone
from openings.models import OpeningKind
from placements import disclosing, introducing
from placements.disclosing import Written
from placements.introducing import Answer, Assessment
from placements.load import Room, rooms
from placements.models import Ground, Introduction, Purpose, Stage, Way, Why
from placements.states import IllegalStep
from placements.terms import terms_of
from web import guards
from web.addresses import public_url
from web.db import session
from web.guards import caseworkers_only
from web.introductions import wording
from web.introductions.blueprint import bp, done, get, me
from web.introductions.forms import EmployerAnswerForm, IntroduceForm
from web.introductions.views import page_of_one
from web.youths.viewing import noted, shown_again

REFUSALS = (
    introducing.EmployerIsFull,
    introducing.EmployerRests,
    introducing.NobodyToAsk,
    introducing.OpeningIsGone,
)
"""What may have come between since the page was opened; nothing that was written is lost."""


@bp.route("/introductions/<uuid:introduction_id>/introduce", methods=["GET", "POST"])
@caseworkers_only
def introduce(introduction_id: UUID) -> ResponseReturnValue:
    """Tick what the employer may read, look at it as she will, and send."""
    introduction = get(introduction_id)
    if introduction.stage is not Stage.CONSENTED:
        raise IllegalStep
    form = _form_for(introduction)
    if not form.validate_on_submit() or "change" in request.form:
        return _page(introduction, form)
    if not form.chosen:
        form.ticked.errors = [str(introducing.NothingTold.message)]
        return _page(introduction, form)
    if "send" not in request.form:
        return _page(introduction, form, is_review=True)
    try:
        _introduce(introduction, form)
    except REFUSALS as refusal:
        session.rollback()
        form.form_errors = [str(refusal)]
        return _page(introduction, form)
    if form.is_outside.data:
        return done(introduction, _("Noterat. Skriv in arbetsgivarens svar när du har fått det."))
    return done(introduction, _("Presentationen är på väg till arbetsgivaren."))


@bp.post("/introductions/<uuid:introduction_id>/answer")
@caseworkers_only
def employer_answer(introduction_id: UUID) -> ResponseReturnValue:
    """Write down what the employer has told the caseworker."""
    introduction, form = get(introduction_id), EmployerAnswerForm()
    if not form.validate_on_submit():
        shown_again(introduction.youth)
        return page_of_one(introduction, answer=form)
    introducing.answer(
        session,
        introduction,
        Answer(form.said.data),
        why=Why(form.why.data) if form.why.data else None,
        note=form.note.data,
        by=me(Way.PHONE),
        public_url=public_url(),
        now=clock.now(),
    )
    return done(introduction, _("Arbetsgivarens svar är noterat."))


def _introduce(introduction: Introduction, form: IntroduceForm) -> None:
    introducing.introduce(
        session,
        introduction,
        _assessment(form),
        is_outside=form.is_outside.data,
        by=guards.user(),
        public_url=public_url(),
        now=clock.now(),
    )


def _form_for(introduction: Introduction) -> IntroduceForm:
    opening = introduction.opening
    is_placement = opening.kind is OpeningKind.WORK_PLACEMENT
    purpose = Purpose.WORK_PLACEMENT if is_placement else Purpose.RECRUITMENT
    form = IntroduceForm(purpose=purpose.value, is_outside=opening.employer_id is None)
    known = _tellable(introduction, Written())
    form.ticked.choices = [
        (field, f"{wording.FIELDS[field]}: {wording.value(field, value)}")
        for field, value in known.items()
    ]
    return form


def _tellable(introduction: Introduction, written: Written) -> dict[str, object]:
    today = clock.local_date(clock.now(), zone())
    return disclosing.tellable(introduction.youth, written, today=today)


def _assessment(form: IntroduceForm) -> Assessment:
    return Assessment(
        ticked=form.chosen,
        written=_written(form),
        purpose=Purpose(form.purpose.data),
        ground=Ground(form.ground.data),
        note=form.note.data,
    )


def _written(form: IntroduceForm) -> Written:
    return Written(form.name.data, form.contact.data, form.about.data)


def _page(introduction: Introduction, form: IntroduceForm, *, is_review: bool = False) -> str:
    youth = introduction.youth
    if request.method == "POST":
        shown_again(youth)
    else:
        noted(youth, "introduction.viewed")
    shared = disclosing.told(_tellable(introduction, _written(form)), form.chosen)
    return render_template(
        "introductions/review.html" if is_review else "introductions/introduce.html",
        introduction=introduction,
        youth=youth,
        opening=introduction.opening,
        form=form,
        card=wording.card(shared),
        room=None if is_review else _room(introduction),
        words=wording,
    )


def _room(introduction: Introduction) -> Room | None:
    """How near the employer is to the most that the youth's team asks of one."""
    employer_id = introduction.opening.employer_id
    if employer_id is None:
        return None
    most = terms_of(session, introduction.youth.team_id).most_a_week
    return rooms(session, [employer_id], most, now=clock.now())[employer_id]
