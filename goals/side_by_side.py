"""Tables of teams and of groups beside each other, as they may be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import Team
from foundation.translating import _
from goals import counting, stages, wording
from goals.frozen import TeamTable, ToldFigure
from goals.measures import MEASURES, Scope, Unit
from goals.models import Group, MeasureCode, Programme
from goals.standing import Reader
from goals.telling import Told

SIDE_BY_SIDE = (
    MeasureCode.WIDENED_SEARCH,
    MeasureCode.EMPLOYER_ANSWERS,
    MeasureCode.MEETINGS,
    MeasureCode.TRACKS,
)
"""What the teams are told apart by, beside the way to work or studies."""
BY_SEX = (MeasureCode.WORK_OR_STUDIES, MeasureCode.WIDENED_SEARCH)
"""What women and men are told apart by."""


@dataclass(frozen=True, slots=True)
class Made:
    """What an overview is made with."""

    programme: Programme
    teams: Sequence[Team]
    reader: Reader
    on: date

    @property
    def scope(self) -> Scope:
        """Who was registered while the programme ran."""
        return Scope(self.programme.starts_on, self.programme.ends_on)


def told_figure(told: Told, unit: Unit) -> ToldFigure:
    """A figure with its value worked out, to be kept."""
    return ToldFigure(
        numerator=told.numerator,
        denominator=told.denominator,
        value=counting.value((told.numerator, told.denominator), unit),
    )


def ways_by_team(made: Made, reached: Sequence[stages.Reached]) -> TeamTable:
    """Each stage as a column; a row for each team, and one for all."""
    rows = [
        (team.name, tuple(told_figure(each.teams[team.id], Unit.SHARE) for each in reached))
        for team in made.teams
    ]
    total = tuple(told_figure(each.total, Unit.SHARE) for each in reached)
    return _of_stages(_("Vägen, team för team"), reached, Unit.SHARE, [*rows, (_("Alla"), total)])


def days_by_team(made: Made, reached: Sequence[stages.Reached]) -> TeamTable:
    """The days within which half of those who came to a stage did, team by team, and for all."""
    rows = [
        (team.name, tuple(_days(each.team_days[team.id]) for each in reached))
        for team in made.teams
    ]
    total = tuple(_days(each.days) for each in reached)
    name = _("Dagar tills hälften var där")
    return _of_stages(name, reached, Unit.NUMBER, [*rows, (_("Alla"), total)])


def _days(days: int | None) -> ToldFigure:
    return told_figure(Told(days), Unit.NUMBER)


def _of_stages(
    name: str,
    reached: Sequence[stages.Reached],
    unit: Unit,
    rows: Sequence[tuple[str, tuple[ToldFigure, ...]]],
) -> TeamTable:
    """A table with a column for each stage."""
    columns = ((str(wording.STAGES[each.stage]), unit.value, each.stage.value) for each in reached)
    return TeamTable(name=name, head=_("Team"), columns=tuple(columns), rows=tuple(rows))


def work_by_team(made: Made) -> TeamTable:
    """What the teams do, as columns; a row for each team, and one for all."""
    found = [made.reader.everybody(code, made.scope, made.on) for code in SIDE_BY_SIDE]
    units = [MEASURES[code].unit for code in SIDE_BY_SIDE]
    rows = [
        (
            team.name,
            tuple(
                told_figure(teams[team.id], unit)
                for (_total, teams), unit in zip(found, units, strict=True)
            ),
        )
        for team in made.teams
    ]
    total = tuple(
        told_figure(told, unit) for (told, _teams), unit in zip(found, units, strict=True)
    )
    return TeamTable(
        name=_("Arbetet, team för team"),
        head=_("Team"),
        columns=tuple(
            (str(wording.MEASURES[code].name), unit.value, code.value)
            for code, unit in zip(SIDE_BY_SIDE, units, strict=True)
        ),
        rows=(*rows, (_("Alla"), total)),
    )


def by_sex(made: Made) -> TeamTable:
    """What women and men have reached; who has not answered is a row of its own."""
    found = [
        made.reader.by_group(code, made.scope, (Group.WOMEN, Group.MEN), made.on) for code in BY_SEX
    ]
    named = [(str(group), str(wording.GROUPS[group])) for group in (Group.WOMEN, Group.MEN)]
    rows = [
        (name, tuple(told_figure(parts[key], Unit.SHARE) for parts, _total in found))
        for key, name in (*named, ("rest", _("Övriga")))
    ]
    total = tuple(told_figure(told, Unit.SHARE) for _parts, told in found)
    return TeamTable(
        name=_("Kvinnor och män"),
        head=_("Vilka"),
        columns=tuple(
            (str(wording.MEASURES[code].name), Unit.SHARE.value, code.value) for code in BY_SEX
        ),
        rows=(*rows, (_("Alla"), total)),
    )
