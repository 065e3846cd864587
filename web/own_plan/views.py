"""The youth's own page: her goal, what comes, what was decided, and what she writes herself.

Opening the link shows nothing, for whoever carries a letter opens its links too. A button opens
the page, which then stands at an address without the link.
"""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from accounts import audit
from foundation import clock
from foundation.translating import _, zone
from web import limits
from web.db import session
from web.guards import public
from web.limits import limiter
from web.mobility.wording import in_words
from web.own_plan import opened
from web.own_plan.forms import OwnWordsForm
from web.plans.files import paper_of
from youths.models import Youth
from youths.plans import links, queries, versions, wording, writing
from youths.plans.links import LinkOver
from youths.plans.models import OwnWords

bp = Blueprint("own_plan", __name__, url_prefix="/my-plan")


@bp.errorhandler(LinkOver)
def _over(_error: LinkOver) -> ResponseReturnValue:
    """One page for forged, ended and old links: none tells which it was."""
    return render_template("own_plan/over.html"), 410


@bp.route("/open/<token>", methods=["GET", "POST"])
@limiter.limit(limits.SIGN_IN)
@public
def door(token: str) -> ResponseReturnValue:
    """A button, and then the page."""
    now, form = clock.now(), FlaskForm()
    link = links.find(session, token, now=now)
    if not form.validate_on_submit():
        return render_template("own_plan/door.html", form=form)
    opened.remember(link, now=now)
    audit.record(session, by=None, action="own_plan.opened", subject=link.youth, now=now)
    session.commit()
    return redirect(url_for(".index"))


@bp.route("", methods=["GET", "POST"])
@limiter.limit(limits.READING)
@public
def index() -> ResponseReturnValue:
    """Her page; what she writes is kept with a button, by itself, or to be shown."""
    youth = opened.current(now=clock.now()).youth
    form = OwnWordsForm(data=_written(youth).model_dump())
    if form.validate_on_submit():
        return _kept(youth, form.words)
    return _page(youth, form)


@bp.get("/paper")
@public
def paper() -> ResponseReturnValue:
    """Her plan as a PDF, with what she has written so far."""
    youth = opened.current(now=clock.now()).youth
    plan = versions.snapshot(session, youth)
    return paper_of(youth, plan.model_copy(update={"own_words": _written(youth)}))


@bp.post("/close")
@public
def close() -> ResponseReturnValue:
    """Leave nothing open on a computer that others use."""
    opened.forget()
    return render_template("own_plan/closed.html")


def _kept(youth: Youth, words: OwnWords) -> ResponseReturnValue:
    """Keep what was sent, and answer as it was sent: to a script, or with a page."""
    now = clock.now()
    is_shown = "show" in request.form
    keep = writing.show if is_shown else writing.save_draft
    keep(session, youth, words, now=now)
    session.commit()
    if "autosave" in request.form:
        return "", 204
    done = _("Din handläggare kan läsa det nu.") if is_shown else _("Det är sparat.")
    flash(done, "success")
    return redirect(url_for(".index"))


def _written(youth: Youth) -> OwnWords:
    """What she has written so far."""
    description = queries.description_of(session, youth)
    return description.draft if description else OwnWords()


def _page(youth: Youth, form: OwnWordsForm) -> str:
    today = clock.local_date(clock.now(), zone())
    activities = queries.activities_of(session, youth, with_health=False)
    return render_template(
        "own_plan/index.html",
        form=form,
        plan=queries.plan_of(session, youth),
        ahead=[each for each in activities if each.is_done is None],
        meeting=next(iter(queries.meetings_of(session, youth)), None),
        description=queries.description_of(session, youth),
        words=wording,
        area=in_words(youth),
        today=today,
    )
