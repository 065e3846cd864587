"""A youth says yes or no by her own link. The page holds nothing about her."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from foundation import clock
from foundation.translating import _
from placements import asking, links
from placements.models import LinkFor
from web.addresses import public_url
from web.answers.blueprint import OFTEN_ENOUGH, bp
from web.db import session
from web.guards import public
from web.limits import limiter
from web.openings import presenting


@bp.route("/consent/<token>", methods=["GET", "POST"])
@limiter.limit(OFTEN_ENOUGH)
@public
def consent(token: str) -> ResponseReturnValue:
    """Tell about the opening, and take the answer of the button that is pressed."""
    now = clock.now()
    link = links.find(session, token, LinkFor.CONSENT, now=now)
    form, says = FlaskForm(), request.form.get("says")
    if says not in {"yes", "no"} or not form.validate_on_submit():
        opening = link.introduction.opening
        shown = presenting.shown(opening, with_people=False)
        return render_template("answers/consent.html", form=form, shown=shown, opening=opening)
    is_given = says == "yes"
    asking.answer_by_link(session, token, is_given=is_given, public_url=public_url(), now=now)
    session.commit()
    words = _("Tack! Din handläggare går vidare.") if is_given else _("Tack! Då blir det inget.")
    return render_template("answers/thanks.html", words=words)
