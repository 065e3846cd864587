"""The links of letters, which work without signing in. Opening one changes nothing.

A GET shows a page with a button, since mail scanners open every link. Stopping answers to a bare
POST as well, as mail programs send it for their own button (RFC 8058); it comes without our token
against forgery, and the signature in its address stands for it.
"""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from digests import choosing
from foundation import clock, translating
from foundation.signing import Forged
from foundation.translating import _
from web.db import session
from web.digests.signing import signer
from web.guards import public
from web.limits import limiter
from youths.models import Youth
from youths.own_letters import service as own_letters

bp = Blueprint("letter_links", __name__, url_prefix="/letters")

OFTEN_ENOUGH = "30 per minute; 200 per hour"
STOP_VIEWS = (f"{__name__}.stop", f"{__name__}.stop_own")


@bp.errorhandler(Forged)
def _forged(_error: Forged) -> ResponseReturnValue:
    return render_template("answers/over.html"), 410


@bp.route("/stop/<token>", methods=["GET", "POST"])
@public
def stop(token: str) -> ResponseReturnValue:
    """End a person's weekly letter at the press of a button, hers or her mail program's."""
    user_id = signer().stopping(token)
    if request.method == "GET":
        lead = _("Du kan slå på det igen när du har loggat in.")
        return render_template("digests/stop.html", lead=lead)
    choosing.stop(session, user_id, now=clock.now())
    session.commit()
    words = _("Du får inget mer veckobrev. Du kan slå på det igen när du har loggat in.")
    return render_template("answers/thanks.html", words=words)


@bp.route("/stop-own/<token>", methods=["GET", "POST"])
@public
def stop_own(token: str) -> ResponseReturnValue:
    """End a youth's own letter, and forget her address. The page says nothing about her."""
    youth_id = signer().stopping_own(token)
    if request.method == "GET":
        lead = _("Vill du ha det igen någon gång: säg till din handläggare.")
        return render_template("digests/stop.html", lead=lead)
    youth = session.get(Youth, youth_id)
    if youth:
        own_letters.end(session, youth, by=None, now=clock.now())
        session.commit()
    words = _("Du får inget mer brev, och din adress är borttagen.")
    return render_template("answers/thanks.html", words=words)


@bp.route("/opinion/<token>", methods=["GET", "POST"])
@limiter.limit(OFTEN_ENOUGH)
@public
def opinion(token: str) -> ResponseReturnValue:
    """Say what a suggestion is worth. The page tells of the opening, and not of whom it is for."""
    suggestion_id, user_id = signer().opining(token)
    suggestion = choosing.suggestion_for(session, suggestion_id, user_id)
    form, says = FlaskForm(), request.form.get("says")
    if says not in {"yes", "no"} or not form.validate_on_submit():
        chosen = request.args.get("says", "yes")
        return render_template(
            "digests/opinion.html", form=form, opening=suggestion.opening, chosen=chosen
        )
    choosing.say(session, suggestion, user_id, is_useful=says == "yes", now=clock.now())
    session.commit()
    return render_template("answers/thanks.html", words=_("Tack! Det står nu vid förslaget."))


@bp.route("/prolong/<token>", methods=["GET", "POST"])
@limiter.limit(OFTEN_ENOUGH)
@public
def prolong(token: str) -> ResponseReturnValue:
    """Give an opening two more weeks."""
    asked, form = signer().prolonging(token), FlaskForm()
    if form.validate_on_submit():
        opening = choosing.prolong(session, asked, now=clock.now())
        session.commit()
        last = opening.application_deadline
        words = _("Ny sista dag: %(day)s.", day=translating.day(last)) if last else ""
        return render_template("answers/thanks.html", words=words)
    opening = choosing.opening_of(session, asked)
    return render_template("digests/prolong.html", form=form, opening=opening)
