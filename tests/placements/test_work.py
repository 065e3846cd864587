"""A placement takes a vacancy, is followed up, and ends with what came of it."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from openings import queries as openings
from placements.models import Stage
from placements.states import IllegalStep
from placements.work import queries, service
from placements.work.models import EndReason, Outcome
from tests.factories import NOW, TODAY
from tests.placements.makers import (
    a_youth,
    an_employers_opening,
    asked,
    introduced,
    placed,
    welcomed,
)

LATER = NOW + timedelta(days=30)


def test_a_filled_opening_leaves_the_ranking_and_comes_back(session: Session) -> None:
    placement = placed(session)
    opening, by = placement.introduction.opening, placement.introduction.youth.responsible
    assert opening not in openings.published(session, on=TODAY)
    service.end(
        session,
        placement,
        Outcome.BROKEN_OFF,
        ended_on=TODAY,
        reason=EndReason.FOUND_OTHER,
        by=by,
        now=LATER,
    )
    assert opening in openings.published(session, on=TODAY)
    assert (placement.end_reason, opening.taken) == (EndReason.FOUND_OTHER, 0)
    assert placement.introduction.stage is Stage.ENDED


def test_a_job_at_the_same_place_keeps_its_vacancy(session: Session) -> None:
    placement = placed(session)
    by = placement.introduction.youth.responsible
    service.end(session, placement, Outcome.JOB_HERE, ended_on=TODAY, by=by, now=LATER)
    assert placement.introduction.opening.taken == 1
    service.correct(session, placement, Outcome.STUDIES, by=by, now=LATER)
    assert placement.introduction.opening.taken == 0
    service.correct(session, placement, Outcome.JOB_HERE, by=by, now=LATER)
    assert (placement.introduction.opening.taken, placement.outcome) == (1, Outcome.JOB_HERE)


def test_the_last_vacancy_is_taken_once(session: Session) -> None:
    opening = an_employers_opening(session)
    first, second = asked(session, opening=opening), asked(session, opening=opening)
    welcomed(session, introduced(session, second))
    placed(session, welcomed(session, introduced(session, first)))
    with pytest.raises(service.NoVacancyLeft):
        placed(session, second)


def test_an_ended_placement_is_not_ended_again(session: Session) -> None:
    placement = placed(session)
    by = placement.introduction.youth.responsible
    service.end(session, placement, Outcome.STUDIES, ended_on=TODAY, by=by, now=LATER)
    with pytest.raises(IllegalStep):
        service.end(session, placement, Outcome.JOB_HERE, ended_on=TODAY, by=by, now=LATER)
    with pytest.raises(IllegalStep):
        service.prolong(session, placement, date(2027, 6, 1), by=by, now=LATER)


def test_a_placement_is_prolonged_only_forwards(session: Session) -> None:
    placement = placed(session)
    by = placement.introduction.youth.responsible
    with pytest.raises(service.WrongDay):
        service.prolong(session, placement, TODAY, by=by, now=LATER)
    service.prolong(session, placement, date(2027, 6, 1), by=by, now=LATER)
    assert placement.ends_on == date(2027, 6, 1)


def test_a_follow_up_is_written_down_once_and_what_is_left_goes_with_the_end(
    session: Session,
) -> None:
    placement = placed(session)
    by = placement.introduction.youth.responsible
    service.plan_follow_up(session, placement, date(2027, 1, 20), by=by, now=LATER)
    talk, _later = queries.follow_ups_of(session, placement)

    def write_down() -> None:
        service.follow_up_done(
            session,
            talk,
            done_on=TODAY,
            days_planned=10,
            days_present=9,
            note="Trivs.",
            by=by,
            now=LATER,
        )

    write_down()
    with pytest.raises(service.DoneAlready):
        write_down()
    service.end(session, placement, Outcome.NOTHING_YET, ended_on=TODAY, by=by, now=LATER)
    assert [each.done_on for each in queries.follow_ups_of(session, placement)] == [TODAY]


def test_nobody_was_present_more_days_than_planned(session: Session) -> None:
    placement = placed(
        session, welcomed(session, introduced(session, asked(session, a_youth(session))))
    )
    [talk] = queries.follow_ups_of(session, placement)
    by = placement.introduction.youth.responsible
    with pytest.raises(service.MoreThanPlanned):
        service.follow_up_done(
            session, talk, done_on=TODAY, days_planned=5, days_present=6, note="", by=by, now=LATER
        )
