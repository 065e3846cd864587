"""Which target groups a team follows, and their limits, as its coordinator decides."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import Field

from accounts.queries import teams_of
from foundation import clock
from foundation.errors import NotFound
from foundation.translating import _, language, lazy_
from reference import levels
from web import guards
from web.db import session
from web.fields import ChoiceField, NumberField
from web.guards import coordinators_only
from web.youths.blueprint import bp
from web.youths.entries import TicksField, within
from youths.group_rules import rules_by_team, settle
from youths.target_groups import LABELS, LIMITS, TargetGroup, label_of


def _groups() -> list[tuple[str, str]]:
    return [(group.value, LABELS[group]) for group in TargetGroup]


def _swedish() -> list[tuple[str, str]]:
    return [choice for choice in levels.CEFR.choices(language()) if choice[0] != "A1"]


FIELDS = (*LIMITS, "swedish_below")


class GroupsForm(FlaskForm):
    """A team's rules."""

    used = TicksField(lazy_("Målgrupper som teamet följer"), choices=_groups)
    young_below = NumberField(lazy_("”Under 25 år” betyder under"))
    long_after_months = NumberField(lazy_("”Inskriven mer än ett år” betyder mer än"))
    swedish_below = ChoiceField(lazy_("”Lär sig svenska” betyder under nivån"), choices=_swedish)

    def validate_young_below(self, field: Field) -> None:
        """Keep to what youth can mean."""
        _demand(field, "young_below")

    def validate_long_after_months(self, field: Field) -> None:
        """Keep to some years."""
        _demand(field, "long_after_months")


def _demand(field: Field, name: str) -> None:
    within(field, *LIMITS[name])


@bp.get("/target-groups")
@coordinators_only
def target_groups() -> ResponseReturnValue:
    """What each of one's teams follows."""
    teams = teams_of(session, guards.user())
    rules = rules_by_team(session, [team.id for team in teams])
    own = [(team, [label_of(g, rules[team.id]) for g in rules[team.id].used]) for team in teams]
    return render_template("youths/target_groups.html", own=own)


@bp.route("/target-groups/<uuid:team_id>", methods=["GET", "POST"])
@coordinators_only
def change_groups(team_id: UUID) -> ResponseReturnValue:
    """Choose what a team that one coordinates follows."""
    own = {team.id: team for team in teams_of(session, guards.user())}
    if team_id not in own:
        raise NotFound
    team, rules = own[team_id], rules_by_team(session, [team_id])[team_id]
    form = GroupsForm(data={"used": rules.used, **{n: getattr(rules, n) for n in FIELDS}})
    if form.validate_on_submit():
        settle(
            session,
            team,
            used=[TargetGroup(value) for value in form.used.data or ()],
            limits={name: _or(form[name].data, getattr(rules, name)) for name in LIMITS},
            swedish_below=form.swedish_below.data,
            by=guards.user(),
            now=clock.now(),
        )
        session.commit()
        flash(_("Teamets målgrupper är sparade."), "success")
        return redirect(url_for(".target_groups"))
    return render_template("youths/change_groups.html", form=form, team=team)


def _or(number: int | None, before: int) -> int:
    """An empty number leaves what was there."""
    return before if number is None else number
