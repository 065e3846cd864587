"""How goals stand on a day: the figure that may be told, its trend, and each team's part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from goals import counting
from goals.counting import Figure, month_ends
from goals.measures import MEASURES, Counted, Measure, Scope
from goals.measures.statements import GROUPS
from goals.models import Goal, Group, MeasureCode
from goals.telling import Told, is_safe, tell, tell_parts, thinned


@dataclass(frozen=True, slots=True)
class Standing:
    """A goal on a day, as it may be read. `teams` is empty where teams are not told apart."""

    goal: Goal
    measure: Measure
    on: date
    told: Told
    teams: Mapping[UUID, Told] = field(default_factory=dict)
    trend: Sequence[tuple[date, float]] = ()

    @property
    def value(self) -> float | None:
        """The figure in its unit."""
        return counting.value((self.told.numerator, self.told.denominator), self.measure.unit)

    @property
    def is_reached(self) -> bool | None:
        """Whether the target is met; None where it is not known."""
        if self.value is None:
            return None
        return self.value <= self.goal.target if self.measure.fewer else self._is_enough()

    def _is_enough(self) -> bool:
        return self.value is not None and self.value >= self.goal.target


class Reader:
    """Reads each measure of each cohort once, for as many goals as ask for it."""

    def __init__(self, session: Session, teams: Sequence[UUID], *, today: date) -> None:
        self.session, self.teams, self.today = session, teams, today
        self._read: dict[tuple[MeasureCode, Scope], list[Counted]] = {}

    def rows(self, code: MeasureCode, scope: Scope) -> list[Counted]:
        """The rows of a measure."""
        if (code, scope) not in self._read:
            self._read[code, scope] = MEASURES[code].rows(self.session, scope)
        return self._read[code, scope]

    def standing(self, goal: Goal) -> Standing:
        """A goal as it stands today, or stood on its last day."""
        measure, on = MEASURES[goal.measure], min(self.today, goal.ends_on)
        trend = self._trend(measure, goal, on)
        if goal.cohort:
            groups = _of_one_question(goal.cohort)
            told = self.by_group(goal.measure, _scope(goal), groups, on)[0][str(goal.cohort)]
            return Standing(goal, measure, on, told, trend=trend)
        told, teams = self.everybody(goal.measure, _scope(goal), on)
        if goal.team_id:
            told = teams.get(goal.team_id, Told())
            return Standing(goal, measure, on, told, trend=trend)
        return Standing(goal, measure, on, told, teams, trend)

    def everybody(
        self, code: MeasureCode, scope: Scope, on: date
    ) -> tuple[Told, Mapping[UUID, Told]]:
        """A measure over all teams, and team by team where it is told apart by teams."""
        measure, rows = MEASURES[code], self.rows(code, scope)
        whole = counting.figure(rows, on, measure.unit)
        parts = self._parts(measure, rows, on) if measure.has_teams else {}
        if not measure.of_people:
            told_parts = {team: Told(each.numerator) for team, each in parts.items()}
            return Told(whole.numerator), told_parts
        told, total = tell_parts(parts, whole, measure.unit)
        return total if total.denominator is not None else tell(whole, measure.unit), told

    def by_group(
        self, code: MeasureCode, scope: Scope, groups: Sequence[Group], on: date
    ) -> tuple[dict[str, Told], Told]:
        """A measure of groups that answer one question, and of everybody, over all teams.

        Those of none of the groups are told as "rest", so that a sum is a sum.
        """
        parts, everybody = self._groups(code, scope, groups, on)
        return tell_parts(parts, everybody, MEASURES[code].unit)

    def _parts(self, measure: Measure, rows: Sequence[Counted], on: date) -> dict[UUID, Figure]:
        return counting.by_team(rows, self.teams, on, measure.unit)

    def _groups(
        self, code: MeasureCode, scope: Scope, groups: Sequence[Group], on: date
    ) -> tuple[dict[str, Figure], Figure]:
        """The figure of each group and of those in none of them, and of everybody together."""
        unit = MEASURES[code].unit
        everybody = counting.figure(self.rows(code, scope), on, unit)
        parts = {
            str(group): counting.figure(self.rows(code, replace(scope, group=group)), on, unit)
            for group in groups
        }
        parts["rest"] = Figure(
            everybody.numerator - sum(each.numerator for each in parts.values()),
            everybody.denominator - sum(each.denominator for each in parts.values()),
        )
        return parts, everybody

    def _trend(self, measure: Measure, goal: Goal, on: date) -> list[tuple[date, float]]:
        """The figure at the end of each month, where nobody can be picked out between two."""
        if on < goal.starts_on:
            return []
        days, unit = month_ends(goal.starts_on, on), measure.unit
        points = [(day, self._figures(measure, goal, day)) for day in days]
        kept = thinned(points, unit) if measure.of_people else points
        found = ((day, _value(figures[0], measure)) for day, figures in kept)
        return [(day, value) for day, value in found if value is not None]

    def _figures(self, measure: Measure, goal: Goal, day: date) -> list[Figure]:
        """The figure of the goal first, and then those it could be used to work out."""
        if goal.cohort:
            groups = _of_one_question(goal.cohort)
            parts, _everybody = self._groups(goal.measure, _scope(goal), groups, day)
            own = parts.pop(str(goal.cohort))
            return [own, *parts.values()]
        rows = self.rows(goal.measure, _scope(goal))
        if goal.team_id:
            parts_of = self._parts(measure, rows, day)
            own = parts_of.pop(goal.team_id, Figure(0))
            rest = Figure(
                sum(each.numerator for each in parts_of.values()),
                sum(each.denominator for each in parts_of.values()),
            )
            return [own, rest]
        return [counting.figure(rows, day, measure.unit)]


def _scope(goal: Goal, group: Group | None = None) -> Scope:
    return Scope(goal.starts_on, goal.ends_on, group)


def _of_one_question(group: Group) -> list[Group]:
    """The groups that answer the same question, such as women and men."""
    kind = GROUPS[group][0]
    return [each for each, (asks, _answer) in GROUPS.items() if asks is kind]


def _value(figure: Figure, measure: Measure) -> float | None:
    if measure.of_people and not is_safe(figure, measure.unit):
        return None
    return counting.value((figure.numerator, figure.denominator), measure.unit)


def statements(goal: Goal, dialect: Any) -> list[tuple[str, str]]:
    """The questions to the database behind a goal, as they are asked, with its values in them."""
    found = MEASURES[goal.measure].queries(_scope(goal, goal.cohort))
    written = {"dialect": dialect, "compile_kwargs": {"literal_binds": True}}
    return [(name, str(each.compile(**written))) for name, each in found.items()]
