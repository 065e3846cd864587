"""An employer answers from her mail. Whoever opens the link sees which opening; the person is
shown only after a button has been pressed, for mail scanners press none.
"""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from foundation import clock
from placements import introducing
from placements.looking import note_look, told
from placements.models import AnswerLink
from web.addresses import public_url
from web.answers.blueprint import OFTEN_ENOUGH, bp
from web.db import session
from web.employer_introductions.forms import THANKS, AnswerForm, answer_in
from web.guards import public
from web.introductions.wording import ANSWERS, card
from web.limits import limiter
from web.openings.wording import place


@bp.route("/answer/<token>", methods=["GET", "POST"])
@limiter.limit(OFTEN_ENOUGH)
@public
def answer(token: str) -> ResponseReturnValue:
    """Show which opening it is about; show the card, or take the answer, when asked to."""
    link = introducing.answering(session, token, now=clock.now())
    form = AnswerForm()
    if request.method == "GET":
        return _page(link, form)
    said = answer_in(form, request.form.get("said"))
    if said is None:
        return _page(link, form, is_open=True)
    introducing.answer_by_link(
        session, token, said, why=form.reason, public_url=public_url(), now=clock.now()
    )
    session.commit()
    return render_template("answers/thanks.html", words=THANKS[said])


def _page(link: AnswerLink, form: AnswerForm, *, is_open: bool = False) -> str:
    introduction = link.introduction
    shared = told(session, introduction) if is_open else []
    if shared and link.user:
        note_look(session, introduction, by=link.user, now=clock.now())
        session.commit()
    chosen = request.args.get("answer")
    return render_template(
        "answers/answer.html",
        introduction=introduction,
        opening=introduction.opening,
        card=card(shared),
        form=form,
        answers=sorted(ANSWERS.items(), key=lambda each: each[0] != chosen),
        is_open=is_open,
        place=place,
    )
