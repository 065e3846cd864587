"""Measures whose denominator is youths: who is in the cohort, and what each has reached."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from goals.measures.base import Counted, Scope, Span, day_of
from goals.measures.statements import (
    cohort,
    income_support,
    left_a_track,
    search_areas,
    seeks_work,
    work_or_studies,
)
from youths.goal_facts.models import Answer, FactKind
from youths.search_areas.extent import Extent, Gain
from youths.search_areas.models import BASELINES

Reached = tuple[UUID, date | datetime, date | datetime | None]
"""A youth, from when something counts, and until when."""


def outcomes(session: Session, scope: Scope) -> dict[UUID, tuple[Span, ...]]:
    """When each youth of the cohort was in work or studies, for those who were."""
    found = [*session.execute(work_or_studies(scope)), *session.execute(left_a_track(scope))]
    return _spans((y, a, b) for y, a, b in found)


def outcome_rows(session: Session, scope: Scope) -> list[Counted]:
    """Each youth of the cohort, and when she was in work or studies."""
    return _with(session, scope, outcomes(session, scope))


def job_seeker_rows(session: Session, scope: Scope) -> list[Counted]:
    """Each youth of the cohort, and from when she was registered as looking for work."""
    found = session.execute(seeks_work(scope))
    return _with(session, scope, _spans((y, a, b) for y, a, b in found))


def widened_rows(session: Session, scope: Scope) -> list[Counted]:
    """Each youth of the cohort, and when she looked in the whole country or Norway, as not before.

    What counts is beside her area at registration, and ends where she looks nearer again.
    """
    histories = defaultdict[UUID, list[Any]](list)
    for row in session.execute(search_areas(scope)):
        histories[row.youth_id].append(row)
    return _with(session, scope, {y: tuple(_far(rows)) for y, rows in histories.items()})


def income_support_rows(session: Session, scope: Scope) -> list[Counted]:
    """Each youth of whom it was asked at registration; the base are those who had it then."""
    answers = defaultdict[UUID, list[Any]](list)
    for row in session.execute(income_support(scope)):
        answers[row.youth_id].append(row)
    rows = []
    for youth_id, team_id, entered_on in session.execute(cohort(scope)):
        first = [a for a in answers[youth_id] if a.kind is FactKind.INCOME_SUPPORT_AT_START]
        if first:
            had_it = first[0].answer is Answer.YES
            spans = tuple(_had(had_it, entered_on, answers[youth_id]))
            rows.append(Counted(team_id, entered_on, spans, is_base=had_it))
    return rows


def _had(had_it: bool, since: date, answers: Iterable[Any]) -> Iterator[Span]:
    """The days with income support: as at registration, until a later answer says otherwise."""
    has, first = had_it, since
    for each in answers:
        says = each.answer is Answer.YES
        if each.kind is FactKind.INCOME_SUPPORT_AT_START or says is has:
            continue
        if has:
            yield Span(first, each.since)
        has, first = says, each.since
    if has:
        yield Span(first)


def _far(rows: list[Any]) -> Iterator[Span]:
    """The days on which a youth looked further than at registration."""
    before = Extent.together([row for row in rows if row.origin in BASELINES])
    begun: date | None = None
    for row in rows:
        if row.origin in BASELINES:
            continue
        now = Extent.of(row, limited=row.protected_identity or row.is_limited)
        is_far, on = Gain.between(before, now).is_far, day_of(row.from_at)
        if is_far and begun is None:
            begun = on
        elif not is_far and begun is not None:
            yield Span(begun, on)
            begun = None
    if begun is not None:
        yield Span(begun)


def _spans(found: Iterable[Reached]) -> dict[UUID, tuple[Span, ...]]:
    spans = defaultdict[UUID, list[Span]](list)
    for youth_id, first, until in found:
        spans[youth_id].append(Span(day_of(first), None if until is None else day_of(until)))
    return {youth_id: tuple(each) for youth_id, each in spans.items()}


def _with(
    session: Session, scope: Scope, reached: Mapping[UUID, tuple[Span, ...]]
) -> list[Counted]:
    return [
        Counted(team_id, entered_on, reached.get(youth_id, ()))
        for youth_id, team_id, entered_on in session.execute(cohort(scope))
    ]
