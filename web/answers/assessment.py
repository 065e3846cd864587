"""An employer or a youth says how a placement was, by a link that works once."""

from flask import render_template
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from placements import links
from placements.models import Party
from placements.work import assessing
from placements.work.assessing import QUESTIONS
from web.answers.blueprint import OFTEN_ENOUGH, bp
from web.db import session
from web.guards import public
from web.introductions.assessing import answers_in, form_for
from web.limits import limiter


@bp.route("/assessment/employer/<token>", methods=["GET", "POST"])
@limiter.limit(OFTEN_ENOUGH)
@public
def employer_assessment(token: str) -> ResponseReturnValue:
    """Three questions to the employer."""
    return _asked(token, Party.EMPLOYER)


@bp.route("/assessment/youth/<token>", methods=["GET", "POST"])
@limiter.limit(OFTEN_ENOUGH)
@public
def youth_assessment(token: str) -> ResponseReturnValue:
    """Three questions to the youth."""
    return _asked(token, Party.YOUTH)


def _asked(token: str, party: Party) -> ResponseReturnValue:
    now = clock.now()
    link, form = links.find(session, token, assessing.LINKS[party], now=now), form_for(party)
    if form.validate_on_submit():
        answers, words = answers_in(form, party), form["words"].data
        assessing.say_by_link(session, token, party, answers, words, now=now)
        session.commit()
        return render_template("answers/thanks.html", words=_("Tack! Det hjälper nästa person."))
    return render_template(
        "answers/assessment.html",
        form=form,
        headline=link.introduction.opening.headline,
        questions=QUESTIONS[party],
    )
