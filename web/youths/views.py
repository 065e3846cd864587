"""A team's youths: the list, one youth, and what is written down about her."""

from dataclasses import replace
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.models import RoleName
from accounts.queries import caseworkers_of, team_ids_of, teams_of
from foundation import clock
from foundation.translating import _, zone
from placements.models import Why
from suggestions.caseload import caseload, waiting_of
from suggestions.possibilities import questions_for
from suggestions.queries import waiting_for
from suggestions.service import refresh
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.lists import page_of
from web.mobility.wording import timeline
from web.suggestions.asking import asked_for, to_ask
from web.suggestions.cards import card_of
from web.youths import content, profile, saving
from web.youths.blueprint import bp
from web.youths.forms import ChangeForm, RegisterForm
from web.youths.listing import FilterForm, Sorting
from web.youths.viewing import noted, noted_list, shown_again
from youths import group_rules, queries, service
from youths.facts import YouthFacts
from youths.models import Youth
from youths.search_areas.queries import history
from youths.target_groups import TargetGroup

FIRST = 3


@bp.get("")
@caseworkers_only
def index() -> ResponseReturnValue:
    """The person's own youths, or the team's, narrowed and sorted by the address."""
    form, sort, me = FilterForm(request.args), Sorting.from_address(), guards.user()
    today = clock.local_date(clock.now(), zone())
    rules = group_rules.rules_by_team(session, team_ids_of(session, me))
    form.offer([g for g in TargetGroup if any(g in each.used for each in rules.values())])
    filters = form.filters()
    if group := form.chosen_group():
        ids = group_rules.ids_in(session, me, filters, group, today=today)
        filters = replace(filters, ids=ids)
    chosen = caseload(
        me,
        filters,
        concern=form.chosen_concern(),
        order=sort.key,
        descending=sort.descending,
        today=today,
    )
    page = page_of(chosen)
    noted_list(page.rows)
    waiting = waiting_of(session, [youth.id for youth in page.rows], today=today)
    return render_template(
        "youths/index.html",
        form=form,
        sort=sort,
        page=page,
        waiting=waiting,
        today=today,
        days=profile.days_registered,
        coordinates=me.role is RoleName.COORDINATOR,
    )


@bp.get("/<uuid:youth_id>")
@caseworkers_only
def show(youth_id: UUID) -> ResponseReturnValue:
    """One youth: what she can first, then what to ask, where she looks, and what fits best."""
    youth, now = _visible(youth_id), clock.now()
    waiting = waiting_for(session, youth.id)
    asked = questions_for(session, youth, now=now)
    return render_template(
        "youths/show.html",
        youth=youth,
        shown=profile.shown(
            youth,
            today=clock.local_date(now, zone()),
            asked=asked_for(asked),
            rules=group_rules.rules_of(session, youth.team_id),
        ),
        questions=to_ask(youth, asked),
        waiting=len(waiting),
        moments=timeline(history(session, youth)),
        cards=[(each, card_of(each, youth, each.opening)) for each in waiting[:FIRST]],
    )


@bp.route("/new", methods=["GET", "POST"])
@caseworkers_only
def new() -> ResponseReturnValue:
    """Register a youth, and go on to the first suggestions for her."""
    me = guards.user()
    today = clock.local_date(clock.now(), zone())
    form = RegisterForm(registered_on=today, responsible=str(me.id))
    teams = teams_of(session, me)
    people = [person for team in teams for person in caseworkers_of(session, team.id)]
    form.choose_among(teams, people)
    twins = None
    if form.validate_on_submit():
        twins = saving.unanswered(form)
        if twins is None and (youth := saving.registered(form, teams, people)):
            return _to_suggestions(youth, _("%(alias)s är inskriven.", alias=youth.alias))
    return render_template("youths/new.html", form=form, twins=twins)


@bp.route("/<uuid:youth_id>/edit", methods=["GET", "POST"])
@caseworkers_only
def edit(youth_id: UUID) -> ResponseReturnValue:
    """Write down what has become known, and look for openings again."""
    youth = _visible(youth_id)
    facts = content.data_from(YouthFacts.of(youth))
    form = ChangeForm(data={**facts, "version": youth.updated_at})
    if form.validate_on_submit() and saving.changed(youth, form):
        return _to_suggestions(youth, _("Ändringarna är sparade."))
    return render_template("youths/edit.html", youth=shown_again(youth), form=form)


@bp.route("/<uuid:youth_id>/archive", methods=["GET", "POST"])
@caseworkers_only
def archive(youth_id: UUID) -> ResponseReturnValue:
    """Ask once, then put the youth aside."""
    youth = _visible(youth_id)
    if request.method == "GET":
        return render_template("youths/archive.html", youth=youth)
    service.archive(session, youth, by=guards.user(), now=clock.now())
    saving.take_back_all(youth, Why.WITHDRAWN)
    session.commit()
    flash(_("%(alias)s är arkiverad. Du kan ta tillbaka det här.", alias=youth.alias), "success")
    return _to_youth(youth)


@bp.post("/<uuid:youth_id>/restore")
@caseworkers_only
def restore(youth_id: UUID) -> ResponseReturnValue:
    """Take an archived youth back, with fresh suggestions."""
    youth = _visible(youth_id)
    service.restore(session, youth, by=guards.user(), now=clock.now())
    session.commit()
    return _to_suggestions(youth, _("%(alias)s är tillbaka.", alias=youth.alias))


def _visible(youth_id: UUID) -> Youth:
    """The youth, if this person may see her. A look is noted; what is done leaves its own line."""
    youth = queries.get_visible(session, youth_id, to=guards.user())
    return noted(youth) if request.method == "GET" else youth


def _to_suggestions(youth: Youth, done: str) -> ResponseReturnValue:
    """Rank again now that the record is committed, and show what came of it."""
    refresh(session, youth.id, now=clock.now())
    session.commit()
    flash(done, "success")
    if not queries.is_visible(session, youth.id, to=guards.user()):
        return redirect(url_for("youths.index"))
    return redirect(url_for("suggestions.index", youth_id=youth.id))


def _to_youth(youth: Youth) -> ResponseReturnValue:
    """Back to her page, or to the list if she is not this person's to see any more."""
    if not queries.is_visible(session, youth.id, to=guards.user()):
        return redirect(url_for("youths.index"))
    return redirect(url_for("youths.show", youth_id=youth.id))
