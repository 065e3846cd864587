"""The page of a plan, its goal, and the plan on paper."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _, zone
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.plans.blueprint import bp, done, get
from web.plans.files import paper_of
from web.plans.forms import GoalForm
from web.youths.viewing import shown_again
from youths import belonging
from youths.first_days.counting import counted
from youths.first_days.queries import pauses_of
from youths.models import Youth
from youths.plans import links, queries, service, versions, wording
from youths.plans.models import ActionPlan
from youths.service import ChangedMeanwhile


@bp.get("/<uuid:youth_id>/plan")
@caseworkers_only
def show(youth_id: UUID) -> ResponseReturnValue:
    """The goal, what was decided, what is done towards it, and what she has written herself."""
    return page_of_plan(get(youth_id))


def page_of_plan(youth: Youth, *, link: str | None = None) -> str:
    """The page of a plan, with a new link to her own page if one was made just now."""
    now = clock.now()
    today = clock.local_date(now, zone())
    meetings = queries.meetings_of(session, youth)
    kept = queries.versions_of(session, youth)
    activities = queries.seen_activities(session, youth, to=guards.user())
    is_kept = bool(kept) and kept[0].plan == versions.snapshot(session, youth)
    return render_template(
        "plans/show.html",
        youth=youth,
        plan=queries.plan_of(session, youth),
        ahead=[each for each in activities if each.is_done is None],
        behind=[each for each in activities if each.is_done is not None],
        description=queries.description_of(session, youth),
        meetings=meetings,
        versions=kept,
        is_kept=is_kept,
        count=counted(youth.registered_on, pauses_of(session, youth), today),
        in_force=links.in_force(session, youth, now=now),
        link=link,
        words=wording,
        today=today,
    )


@bp.route("/<uuid:youth_id>/plan/goal", methods=["GET", "POST"])
@caseworkers_only
def goal(youth_id: UUID) -> ResponseReturnValue:
    """Write down the goal together."""
    youth = get(youth_id)
    plan = queries.plan_of(session, youth)
    form = GoalForm(goal=plan.goal if plan else "", version=belonging.seen_at(plan, youth))
    if form.validate_on_submit() and _saved(youth, form):
        return done(youth, _("Målet är sparat."))
    return render_template("plans/goal.html", youth=shown_again(youth), form=form)


def _saved(youth: Youth, form: GoalForm) -> bool:
    """Whether the goal was taken; who saves again has been told what a colleague wrote."""
    seen, by, now = form.version.data, guards.user(), clock.now()
    try:
        service.set_goal(session, youth, form.goal.data, seen=seen, by=by, now=now)
    except ChangedMeanwhile as refused:
        theirs = belonging.only(session, ActionPlan, youth)
        form.goal.errors = [f"{refused} {theirs.goal if theirs else ''}"]
        form.version.data = belonging.seen_at(theirs, youth)
        return False
    return True


@bp.get("/<uuid:youth_id>/plan/paper")
@caseworkers_only
def paper(youth_id: UUID) -> ResponseReturnValue:
    """The plan as a PDF."""
    youth = get(youth_id)
    return paper_of(youth, versions.snapshot(session, youth))
