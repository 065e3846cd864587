"""The way from registration to work or studies: how many come to each stage, and how soon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median_low
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, func

from foundation.translating import FEWEST_SHOWN
from goals.counting import Figure
from goals.measures import of_youths, statements
from goals.measures.base import Scope, Unit, day_of
from goals.survival import Wait, happened_by, wait
from goals.telling import Told, tell, tell_parts, thinned
from placements.first_days import firsts
from placements.models import Introduction
from placements.work.models import Placement
from youths.models import Youth

GRID = tuple(range(0, 91, 10))
"""The days of the curve: far enough apart that a step is seldom one person's."""


class Stage(StrEnum):
    """What may have happened with a youth, in the order in which it usually does."""

    CONTACT = "contact"
    ACTIVITY = "activity"
    SUGGESTION = "suggestion"
    INTRODUCTION = "introduction"
    PLACEMENT = "placement"
    OUTCOME = "outcome"


CURVES = (Stage.ACTIVITY, Stage.SUGGESTION, Stage.PLACEMENT)


@dataclass(frozen=True, slots=True)
class Passage:
    """A youth of the cohort: her team, her days, and the first day of each stage she came to."""

    team_id: UUID
    registered_on: date
    last_seen: date
    firsts: Mapping[Stage, date]

    def has(self, stage: Stage, on: date) -> bool:
        """Whether she had come to a stage by a day."""
        return stage in self.firsts and self.firsts[stage] <= on


@dataclass(frozen=True, slots=True)
class Reached:
    """How many came to a stage, and the days that half of them took; None for what is untold."""

    stage: Stage
    total: Told
    teams: Mapping[UUID, Told]
    days: int | None
    team_days: Mapping[UUID, int | None]


def passages(session: Session, scope: Scope, *, on: date) -> list[Passage]:
    """Every youth of the cohort with her first days, in a question for each stage."""
    found = {stage: _firsts(session, scope, stage, on) for stage in Stage}
    rows = statements.cohort(scope).add_columns(col(Youth.archived_at))
    return [
        Passage(
            team_id,
            registered_on,
            min(on, day_of(archived_at)) if archived_at else on,
            {stage: days[youth_id] for stage, days in found.items() if youth_id in days},
        )
        for youth_id, team_id, registered_on, archived_at in session.execute(rows)
        if registered_on <= on
    ]


def reached(ways: Sequence[Passage], teams: Sequence[UUID], *, on: date) -> list[Reached]:
    """Each stage with its count among all, team by team, and its median."""
    of_teams: dict[UUID, list[Passage]] = {team: [] for team in teams}
    for each in ways:
        of_teams[each.team_id].append(each)
    return [_reached(stage, ways, of_teams, on) for stage in Stage]


def curve(ways: Sequence[Passage], stage: Stage) -> list[tuple[int, float]]:
    """The share with a stage by each day after registration, at the days that may be told."""
    waits = [wait(each.registered_on, each.firsts.get(stage), each.last_seen) for each in ways]
    by_day = [(day, [Figure(_events(waits, day), len(waits))]) for day in GRID]
    told = [day for day, _figures in thinned(by_day, Unit.SHARE)]
    return list(zip(told, happened_by(waits, told), strict=True))


def _reached(
    stage: Stage,
    ways: Sequence[Passage],
    of_teams: Mapping[UUID, Sequence[Passage]],
    on: date,
) -> Reached:
    def who_came(some: Sequence[Passage]) -> list[Passage]:
        return [each for each in some if each.has(stage, on)]

    came, came_of = who_came(ways), {team: who_came(some) for team, some in of_teams.items()}
    whole = Figure(len(came), len(ways))
    parts = {team: Figure(len(came_of[team]), len(some)) for team, some in of_teams.items()}
    told, total = tell_parts(parts, whole, Unit.SHARE)
    return Reached(
        stage,
        total if total.denominator is not None else tell(whole, Unit.SHARE),
        told,
        _days(stage, came),
        {
            team: _days(stage, some) if told[team].numerator is not None else None
            for team, some in came_of.items()
        },
    )


def _days(stage: Stage, came: Sequence[Passage]) -> int | None:
    """The days within which half of those who came to a stage did; of few it is not told."""
    if len(came) < FEWEST_SHOWN:
        return None
    return median_low(max(0, (each.firsts[stage] - each.registered_on).days) for each in came)


def _events(waits: Sequence[Wait], day: int) -> int:
    return sum(each.happened and each.days <= day for each in waits)


def _firsts(session: Session, scope: Scope, stage: Stage, on: date) -> dict[UUID, date]:
    """The first day of a stage for each youth who has come to it."""
    if stage is Stage.OUTCOME:
        return _outcomes(session, scope)
    found = session.execute(_statement(scope, stage, on))
    return {youth_id: day_of(moment) for youth_id, moment in found if moment is not None}


def _outcomes(session: Session, scope: Scope) -> dict[UUID, date]:
    first: dict[UUID, date] = {}
    for youth_id, spans in of_youths.outcomes(session, scope).items():
        first[youth_id] = min(span.first for span in spans)
    return first


def _statement(scope: Scope, stage: Stage, on: date) -> Any:
    members = statements.cohort(scope).with_only_columns(col(Youth.id))
    if stage in {Stage.INTRODUCTION, Stage.PLACEMENT}:
        is_placed = stage is Stage.PLACEMENT
        moment = Placement.starts_on if is_placed else Introduction.introduced_at
        source = sa.join(Introduction, Placement, isouter=not is_placed)
        rows = sa.select(col(Introduction.youth_id), func.min(moment)).select_from(source)
        of_her = col(Introduction.youth_id)
    else:
        contact, suggestion, activity = firsts(on)
        first = {Stage.CONTACT: contact, Stage.SUGGESTION: suggestion}.get(stage, activity)
        of_her = col(first.table.youth_id)
        rows = sa.select(of_her, func.min(first.moment)).where(*first.which)
    return rows.where(of_her.in_(members)).group_by(of_her)
