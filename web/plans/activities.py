"""The activities of a plan: planned, changed, told how they went, and taken away."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.errors import Refused
from foundation.translating import _
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.plans.blueprint import bp, done, get
from web.plans.forms import ActivityForm, RemoveForm, ReportForm, Went
from web.youths.viewing import noted, shown_again
from youths.models import Youth
from youths.plans import queries, service, wording
from youths.plans.models import Activity, ActivityKind
from youths.strengths.support import may_read

FIELD_OF = {
    service.WrongDays: "ends_on",
    service.WithoutAName: "what",
    service.HealthIsNotTold: "what",
}


@bp.route("/<uuid:youth_id>/plan/activities/new", methods=["GET", "POST"])
@caseworkers_only
def new_activity(youth_id: UUID) -> ResponseReturnValue:
    """Put an activity in the plan."""
    youth, form = get(youth_id), ActivityForm()
    del form.version
    _offer_what_she_may_write(form, youth)
    if form.validate_on_submit():
        by, now = guards.user(), clock.now()
        try:
            service.plan_activity(session, youth, form.facts, by=by, now=now)
        except Refused as refusal:
            form[FIELD_OF[type(refusal)]].errors = [str(refusal)]
        else:
            return done(youth, _("Aktiviteten står i planen."))
    return _form_page(youth, form)


@bp.route("/plan/activities/<uuid:activity_id>/edit", methods=["GET", "POST"])
@caseworkers_only
def edit_activity(activity_id: UUID) -> ResponseReturnValue:
    """Change what stands in the plan."""
    activity = _get(activity_id)
    form = ActivityForm(obj=activity, data={"version": activity.updated_at})
    _offer_what_she_may_write(form, activity.youth)
    if form.validate_on_submit():
        try:
            service.change_activity(
                session,
                activity,
                form.facts,
                seen=form.version.data,
                by=guards.user(),
                now=clock.now(),
            )
        except (service.WrongDays, service.WithoutAName, service.HealthIsNotTold) as refusal:
            form[FIELD_OF[type(refusal)]].errors = [str(refusal)]
        else:
            return done(activity.youth, _("Aktiviteten är ändrad."))
    return _form_page(activity.youth, form, activity)


@bp.route("/plan/activities/<uuid:activity_id>/report", methods=["GET", "POST"])
@caseworkers_only
def report_activity(activity_id: UUID) -> ResponseReturnValue:
    """Say whether it came about, and why not."""
    activity = _get(activity_id)
    told = Went.of(activity.is_done) if activity.is_done is not None else Went.DONE
    form = ReportForm(went=told, why_not=activity.why_not or "", version=activity.updated_at)
    if form.validate_on_submit():
        service.report(
            session,
            activity,
            is_done=Went(form.went.data).is_done,
            why_not=form.reason,
            seen=form.version.data,
            by=guards.user(),
            now=clock.now(),
        )
        return done(activity.youth, _("Det är sparat."))
    return _page("plans/report.html", activity, form)


@bp.route("/plan/activities/<uuid:activity_id>/remove", methods=["GET", "POST"])
@caseworkers_only
def remove_activity(activity_id: UUID) -> ResponseReturnValue:
    """Ask once, then take away what was written by mistake."""
    activity, form = _get(activity_id), RemoveForm()
    youth = activity.youth
    if form.validate_on_submit():
        service.remove_activity(session, activity, by=guards.user(), now=clock.now())
        return done(youth, _("Aktiviteten är borttagen."))
    return _page("plans/remove_activity.html", activity, form)


def _get(activity_id: UUID) -> Activity:
    """The activity, if this person may see it; a look is noted."""
    activity = queries.get_activity(session, activity_id, to=guards.user())
    if request.method == "GET":
        noted(activity.youth, "plan.viewed")
    return activity


def _offer_what_she_may_write(form: ActivityForm, youth: Youth) -> None:
    """Leave contacts with health care to those who see them afterwards."""
    kinds = dict(wording.KINDS)
    if not may_read(session, youth, guards.user()):
        del kinds[ActivityKind.HEALTH_CONTACT]
    form.kind.choices = [("", _("Välj")), *((kind.value, kinds[kind]) for kind in kinds)]


def _form_page(youth: Youth, form: ActivityForm, activity: Activity | None = None) -> str:
    return render_template(
        "plans/activity.html", youth=shown_again(youth), form=form, activity=activity
    )


def _page(template: str, activity: Activity, form: ReportForm | RemoveForm) -> str:
    youth = shown_again(activity.youth)
    return render_template(template, youth=youth, activity=activity, form=form, words=wording)
