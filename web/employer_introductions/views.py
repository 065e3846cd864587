"""An employer's introductions: the list, one with its card, and her answer."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import case
from sqlmodel import col

from foundation import clock
from placements import introducing, queries
from placements.looking import note_look, told
from placements.models import Introduction, Party, Stage
from placements.moving import Actor
from web import db, guards
from web.addresses import public_url
from web.db import session
from web.employer_introductions import wording
from web.employer_introductions.agreements import planned
from web.employer_introductions.blueprint import bp
from web.employer_introductions.forms import THANKS, AnswerForm, answer_in
from web.guards import employers_only
from web.introductions.wording import ANSWERS, card
from web.lists import page_of
from web.openings.wording import place

FIRST = [Stage.INTRODUCED, Stage.MEETING, Stage.AGREEMENT, Stage.PLACED]


@bp.get("")
@employers_only
def index() -> ResponseReturnValue:
    """Introductions to one's own openings, by opening and never by person; what waits is first."""
    order = case({stage.value: at for at, stage in enumerate(FIRST)}, value=col(Introduction.stage))
    rows = queries.made_to(guards.user()).order_by(
        order.asc().nulls_last(), col(Introduction.introduced_at).desc(), col(Introduction.id)
    )
    return render_template(
        "employer_introductions/index.html", page=page_of(rows), words=wording, place=place
    )


@bp.get("/<uuid:introduction_id>")
@employers_only
def show(introduction_id: UUID) -> ResponseReturnValue:
    """One introduction with what one has been told; the look is noted."""
    introduction = _made(introduction_id)
    shared = told(session, introduction)
    if shared:
        with db.writing_session() as log:
            note_look(log, introduction, by=guards.user(), now=clock.now())
            log.commit()
    return render_template(
        "employer_introductions/show.html",
        introduction=introduction,
        opening=introduction.opening,
        card=card(shared),
        planned=planned(introduction),
        form=AnswerForm(None),
        answers=ANSWERS,
        words=wording,
        place=place,
    )


@bp.post("/<uuid:introduction_id>/answer")
@employers_only
def answer(introduction_id: UUID) -> ResponseReturnValue:
    """Answer in the portal."""
    introduction, form = _made(introduction_id), AnswerForm()
    said = answer_in(form, request.form.get("said"))
    if said is None:
        return redirect(url_for(".show", introduction_id=introduction.id))
    introducing.answer(
        session,
        introduction,
        said,
        why=form.reason,
        by=Actor(Party.EMPLOYER, guards.user()),
        public_url=public_url(),
        now=clock.now(),
    )
    session.commit()
    flash(str(THANKS[said]), "success")
    return redirect(url_for(".show", introduction_id=introduction.id))


def _made(introduction_id: UUID) -> Introduction:
    return queries.get_made(session, introduction_id, to=guards.user())
