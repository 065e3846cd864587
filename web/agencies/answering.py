"""A question between two agencies, and its answer."""

from uuid import UUID

from flask import flash, render_template
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from web import guards
from web.addresses import public_url
from web.agencies.blueprint import bp
from web.agencies.forms import AnswerForm
from web.agencies.presenting import back_to, today, visible
from web.agencies.wording import GROUNDS
from web.db import session
from web.guards import caseworkers_only
from youths.agencies import questions
from youths.agencies.models import Ground
from youths.agencies.seeing import agency_in


@bp.route("/questions/<uuid:question_id>", methods=["GET", "POST"])
@caseworkers_only
def question(question_id: UUID) -> ResponseReturnValue:
    """Read a question, and answer it for the agency that was asked."""
    me = guards.user()
    seen = questions.get_seen(session, question_id, me)
    youth, form = visible(seen.row.youth_id), AnswerForm()
    if form.validate_on_submit():
        questions.answer(
            session,
            seen.row,
            form.text.data,
            ground=Ground(form.ground.data),
            public_url=public_url(),
            by=me,
            now=clock.now(),
        )
        session.commit()
        flash(_("Svaret är skickat."), "success")
        return back_to(youth)
    mine = agency_in(session, me, youth.team_id)
    return render_template(
        "agencies/question.html",
        question=seen,
        youth=youth,
        form=form,
        may_answer=seen.row.is_open and mine == seen.row.to_agency_id,
        may_withdraw=seen.row.is_open and mine == seen.row.from_agency_id,
        today=today(),
        grounds=GROUNDS,
    )


@bp.post("/questions/<uuid:question_id>/withdraw")
@caseworkers_only
def withdraw_question(question_id: UUID) -> ResponseReturnValue:
    """Take back a question that one's own agency has asked."""
    seen = questions.get_seen(session, question_id, guards.user())
    youth = visible(seen.row.youth_id)
    questions.withdraw(session, seen.row, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Frågan är återtagen."), "success")
    return back_to(youth)
