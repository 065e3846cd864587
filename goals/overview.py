"""All that a programme's page, a report and an export tell, put into one shape."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.models import Team
from accounts.queries import teams as all_teams
from foundation.translating import _, short_day
from goals import queries, stages, wording
from goals.cost import cost_of
from goals.frozen import (
    Curve,
    Frozen,
    FrozenGoal,
    Line,
    Point,
    TeamFigure,
)
from goals.frozen import Stage as FrozenStage
from goals.measures import Unit
from goals.models import Programme, Series, SeriesPoint
from goals.side_by_side import (
    Made,
    by_sex,
    days_by_team,
    told_figure,
    ways_by_team,
    work_by_team,
)
from goals.standing import Reader, Standing


def overview(session: Session, programme: Programme, *, today: date) -> Frozen:
    """How a programme stands today, or stood on its last day, in the language of the moment."""
    teams = all_teams(session)
    reader = Reader(session, [team.id for team in teams], today=today)
    made = Made(programme, teams, reader, min(today, programme.ends_on))
    lines = series_told(session)
    goals = [
        goal_told(reader.standing(each), teams, lines)
        for each in queries.goals_of(session, programme)
    ]
    ways = stages.passages(session, made.scope, on=made.on)
    reached = stages.reached(ways, [team.id for team in teams], on=made.on)
    outcome = reached[-1].total
    return Frozen(
        goals=tuple(goals),
        youths=outcome.denominator,
        stages=tuple(_stage(each) for each in reached),
        curves=tuple(_curve(stage, ways) for stage in stages.CURVES),
        lines=tuple(line for line in lines.values() if line.points),
        tables=(
            ways_by_team(made, reached),
            days_by_team(made, reached),
            work_by_team(made),
            by_sex(made),
        ),
        cost=cost_of(programme, outcome.numerator, on=made.on),
    )


def goal_told(standing: Standing, teams: Sequence[Team], lines: Mapping[UUID, Line]) -> FrozenGoal:
    """A goal and how it stands, in words and figures that can be kept."""
    goal, words = standing.goal, wording.MEASURES[standing.goal.measure]
    unit = standing.measure.unit
    first, last = short_day(goal.starts_on), short_day(goal.ends_on)
    return FrozenGoal(
        key=str(goal.id),
        measure=goal.measure.value,
        name=goal.name or str(words.name),
        definition=" ".join(filter(None, (str(words.definition), goal.words))),
        counted=str(words.counted),
        out_of=str(words.out_of),
        cohort=wording.cohort(goal.cohort, goal.team.name if goal.team else None),
        period=_("%(first)s – %(last)s", first=first, last=last),
        owner=goal.owner.name,
        unit=unit.value,
        baseline=goal.baseline,
        baseline_source=goal.baseline_source,
        target=goal.target,
        fewer=standing.measure.fewer,
        told=told_figure(standing.told, unit),
        is_reached=standing.is_reached,
        teams=tuple(
            TeamFigure(
                team=team.name, told=told_figure(standing.teams[team.id], standing.measure.unit)
            )
            for team in teams
            if team.id in standing.teams
        ),
        trend=tuple(Point(on=day, value=value) for day, value in standing.trend),
        beside=lines.get(goal.beside_id) if goal.beside_id else None,
    )


def _stage(reached: stages.Reached) -> FrozenStage:
    told = told_figure(reached.total, Unit.SHARE)
    return FrozenStage(
        key=reached.stage.value,
        name=str(wording.STAGES[reached.stage]),
        youths=told.numerator,
        share=None if told.value is None else round(told.value),
        days=reached.days,
    )


def _curve(stage: stages.Stage, ways: Sequence[stages.Passage]) -> Curve:
    points = stages.curve(ways, stage)
    return Curve(
        name=str(wording.STAGES[stage]),
        youths=len(ways) if points else 0,
        points=tuple((day, round(100 * share, 1)) for day, share in points),
    )


def series_told(session: Session) -> dict[UUID, Line]:
    """Every series from elsewhere, by its id, the earliest figure first."""
    points: dict[UUID, list[SeriesPoint]] = {}
    for point in session.exec(select(SeriesPoint).order_by(col(SeriesPoint.period_on))):
        points.setdefault(point.series_id, []).append(point)
    return {each.id: _line(each, points.get(each.id, [])) for each in queries.all_series(session)}


def _line(series: Series, points: Sequence[SeriesPoint]) -> Line:
    source = ""
    if points:
        last = points[-1]
        source = _("%(source)s, hämtat %(day)s", source=last.source, day=short_day(last.fetched_on))
    return Line(
        name=series.name,
        unit=series.unit,
        source=source,
        points=tuple(Point(on=each.period_on, value=each.figure) for each in points),
    )
