"""Two rows for one youth become one, with her places on job tracks."""

import pytest
from sqlmodel import Session

from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.belonging import BothOnTheTrack
from jobtracks.enrolments.models import Why
from placements.merging import merge
from tests.factories import NOW
from tests.jobtracks.makers import IN_TIME, a_cohort, a_team, a_track, in_team, on_track

URL = "https://farled.example.org"


def test_a_seat_comes_along(session: Session) -> None:
    team, by = a_team(session)
    seat = on_track(session, a_cohort(session, a_track(session, team, by), by), by)
    kept = in_team(session, team)

    merge(session, seat.youth, kept, by=by, public_url=URL, now=IN_TIME)

    assert seat.youth_id == kept.id
    assert seat.cohort.taken == 1


def test_two_places_in_one_cohort_are_for_a_person_to_sort_out(session: Session) -> None:
    team, by = a_team(session)
    cohort = a_cohort(session, a_track(session, team, by), by)
    one, other = (on_track(session, cohort, by) for _number in range(2))

    with pytest.raises(BothOnTheTrack), session.begin_nested():
        merge(session, one.youth, other.youth, by=by, public_url=URL, now=IN_TIME)

    enrolments.leave(session, one, Why.OTHER, by=by, now=NOW)
    merge(session, one.youth, other.youth, by=by, public_url=URL, now=IN_TIME)
    assert one.youth_id == other.youth_id
    assert cohort.taken == 1
