"""Sets programmes and goals up, and changes them."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from accounts.queries import teams
from foundation import clock
from foundation.errors import Refused
from foundation.translating import _
from goals import queries, service
from goals.models import Goal, Programme
from web import guards
from web.db import session
from web.goals.blueprint import bp
from web.goals.forms import GoalForm, ProgrammeForm, suggested
from web.goals.views import today
from web.guards import administrators_and_coordinators

Kept = TypeVar("Kept")


@bp.route("/programmes/new", methods=["GET", "POST"])
@administrators_and_coordinators
def new_programme() -> ResponseReturnValue:
    """Begin a programme, with the ESF project's goals by one click where they are wanted."""
    form = ProgrammeForm(data=suggested(today()))
    del form.version

    def save() -> Programme:
        wanted = bool(form.with_esf_goals.data)
        by, now = guards.user(), clock.now()
        return service.begin(session, form.facts(), with_esf_goals=wanted, by=by, now=now)

    if form.validate_on_submit() and (begun := saved(form, save)):
        return redirect(url_for(".index", programme=begun.id))
    return render_template("goals/programme.html", form=form, programme=None)


@bp.route("/programmes/<uuid:programme_id>/edit", methods=["GET", "POST"])
@administrators_and_coordinators
def edit_programme(programme_id: UUID) -> ResponseReturnValue:
    """Change what is known of a programme."""
    programme = queries.get_programme(session, programme_id)
    form = ProgrammeForm(obj=programme, version=programme.updated_at)
    del form.with_esf_goals

    def save() -> Programme:
        seen, by, now = form.version.data, guards.user(), clock.now()
        facts = form.facts()
        service.change_programme(session, programme, facts, seen_at=seen, by=by, now=now)
        return programme

    if form.validate_on_submit() and saved(form, save):
        return redirect(url_for(".index", programme=programme_id))
    return render_template("goals/programme.html", form=form, programme=programme)


@bp.route("/programmes/<uuid:programme_id>/goals/new", methods=["GET", "POST"])
@administrators_and_coordinators
def new(programme_id: UUID) -> ResponseReturnValue:
    """Set a goal."""
    return _edited(queries.get_programme(session, programme_id), None)


@bp.route("/<uuid:goal_id>/edit", methods=["GET", "POST"])
@administrators_and_coordinators
def edit(goal_id: UUID) -> ResponseReturnValue:
    """Change a goal."""
    goal = queries.get_goal(session, goal_id)
    return _edited(goal.programme, goal)


@bp.post("/<uuid:goal_id>/remove")
@administrators_and_coordinators
def remove(goal_id: UUID) -> ResponseReturnValue:
    """Let a goal go."""
    goal = queries.get_goal(session, goal_id)
    programme_id = goal.programme_id
    service.remove_goal(session, goal, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Målet är borttaget. Rapporterna som har det kvar är som förut."), "success")
    return redirect(url_for(".index", programme=programme_id))


def _edited(programme: Programme, goal: Goal | None) -> ResponseReturnValue:
    form = GoalForm()
    form.begin(teams(session), queries.owners(session), queries.all_series(session))
    if goal is None:
        del form.version
    if not form.is_submitted():
        form.fill(programme, goal, guards.user())

    def save() -> Goal:
        facts, by, now = form.facts(), guards.user(), clock.now()
        if goal is None:
            return service.add_goal(session, programme, facts, by=by, now=now)
        service.change_goal(session, goal, facts, seen_at=form.version.data, by=by, now=now)
        return goal

    if form.validate_on_submit() and (kept := saved(form, save)):
        return redirect(url_for(".show", goal_id=kept.id))
    return render_template("goals/goal.html", form=form, programme=programme, goal=goal)


def saved(form: FlaskForm, save: Callable[[], Kept]) -> Kept | None:
    """Save and commit; what is refused is told at the top of the form, and nothing is returned."""
    try:
        kept = save()
    except Refused as refusal:
        session.rollback()
        form.form_errors.append(str(refusal))
        return None
    session.commit()
    flash(_("Det är sparat."), "success")
    return kept
