"""Every goal's query beside a slow and plain count, day by day, of the same invented history."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from events.models import EventKind, EventState
from goals.counting import Figure, figure
from goals.measures import MEASURES, Scope
from goals.models import Group, MeasureCode
from jobtracks.enrolments.models import Why as LeftWhy
from placements.work.models import Outcome
from tests.goals.histories import BEGAN, LAST, Life, Writer, histories, on
from tests.goals.works import Meeting, Promise, Track, Work, WorkWriter, works

PERIOD = 250
"""The days of the period; some of a history lies before it and some after."""
HERE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
GOOD = {Outcome.JOB_HERE, Outcome.JOB_ELSEWHERE, Outcome.STUDIES}


def in_work_or_studies(life: Life, day: int) -> bool:
    """Look through everything that may have led there, as it stood on the day."""
    for when, why in life.left_a_track:
        if when <= day and why in {LeftWhy.FOUND_JOB, LeftWhy.BEGAN_STUDIES}:
            return True
    for each in life.placed:
        ended_on = None if each.lasted is None else each.day + each.lasted
        has_ended = ended_on is not None and ended_on <= day
        if has_ended and each.outcome in GOOD:
            return True
        if each.in_a_job and each.day <= day and not has_ended:
            return True
    return False


def looks_far(life: Life, day: int) -> bool:
    """What the latest change says."""
    said = False
    for when, is_far in life.areas:
        if when <= day:
            said = is_far
    return said


def seeks_work(life: Life, day: int) -> bool:
    return any(
        when <= day and status in {"registered", "in_programme"} for when, status in life.statuses
    )


def has_support(life: Life, day: int) -> bool:
    has = bool(life.had_support)
    for when, is_so in life.support:
        if when <= day:
            has = is_so
    return has


PLAIN: dict[MeasureCode, Callable[[Life, int], bool]] = {
    MeasureCode.WORK_OR_STUDIES: in_work_or_studies,
    MeasureCode.WIDENED_SEARCH: looks_far,
    MeasureCode.JOB_SEEKERS: seeks_work,
}


def plainly(history: Sequence[Life], code: MeasureCode, day: int, group: Group | None) -> Figure:
    """Who was registered in the period and by the day, one by one."""
    members = [life for life in history if 0 <= life.registered <= min(day, PERIOD)]
    if group:
        members = [life for life in members if life.immigrant]
    if code is MeasureCode.INCOME_SUPPORT:
        asked = [life for life in members if life.had_support is not None]
        now = sum(has_support(life, day) for life in asked)
        return Figure(now, sum(bool(life.had_support) for life in asked))
    return Figure(sum(PLAIN[code](life, day) for life in members), len(members))


@settings(max_examples=25, suppress_health_check=HERE)
@given(histories, st.integers(0, LAST), st.sampled_from([None, Group.IMMIGRANT_BACKGROUND]))
def test_the_queries_agree_with_a_plain_count(
    session_of_writer: tuple[Session, Writer],
    history: list[Life],
    day: int,
    group: Group | None,
) -> None:
    session, writer = session_of_writer
    scope = Scope(BEGAN, on(PERIOD), group)
    with session.begin_nested() as undone:
        writer.write(history)
        for code in (*PLAIN, MeasureCode.INCOME_SUPPORT):
            measure = MEASURES[code]
            found = figure(measure.rows(session, scope), on(day), measure.unit)
            assert found == plainly(history, code, day, group), code
        undone.rollback()
        session.expire_all()


@pytest.fixture
def session_of_writer(session: Session) -> tuple[Session, Writer]:
    """One writer for all examples; each example's rows are taken back."""
    return session, Writer(session)


def work_plainly(some: Sequence[Work], day: int) -> dict[MeasureCode, Figure]:
    """What the works come to on a day, one by one."""
    meetings = tracks = promised = sent = answered = 0
    for work in some:
        if isinstance(work, Meeting):
            counts = work.kind is EventKind.EMPLOYER_MEETING and work.state is EventState.HELD
            meetings += counts and work.is_marketed and 0 <= work.day <= min(day, PERIOD)
        elif isinstance(work, Track):
            days = [when for when, after in work.moves if after == "published"]
            tracks += bool(days) and 0 <= min(days) <= min(day, PERIOD)
        elif isinstance(work, Promise):
            is_within = work.day <= PERIOD and work.day + work.length >= 0
            promised += work.promised if is_within and max(work.day, 0) <= day else 0
        elif not work.is_outside and 0 <= work.day <= min(day, PERIOD):
            sent += 1
            after = work.answered_after
            answered += after is not None and work.day + after <= day
    return {
        MeasureCode.MEETINGS: Figure(meetings),
        MeasureCode.TRACKS: Figure(tracks),
        MeasureCode.PLEDGED_PLACEMENTS: Figure(promised),
        MeasureCode.EMPLOYER_ANSWERS: Figure(answered, sent),
    }


@settings(max_examples=25, suppress_health_check=HERE)
@given(works, st.integers(0, LAST))
def test_what_teams_do_agrees_with_a_plain_count(
    session: Session, some: list[Work], day: int
) -> None:
    scope = Scope(BEGAN, on(PERIOD))
    with session.begin_nested() as undone:
        WorkWriter(session).write(some)
        for code, expected in work_plainly(some, day).items():
            measure = MEASURES[code]
            found = figure(measure.rows(session, scope), on(day), measure.unit)
            assert found == expected, code
        undone.rollback()
        session.expire_all()
