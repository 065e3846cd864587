"""How far teams have come with their tracks, counted."""

from sqlmodel import Session

from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.numbers import TrackNumbers, of_teams
from tests.factories import NOW, make_team
from tests.jobtracks.makers import (
    a_cohort,
    a_draft,
    a_shortage,
    a_team,
    a_track,
    in_team,
    interested,
    on_track,
)


def test_tracks_seats_and_people_are_counted_by_team(session: Session) -> None:
    team, by = a_team(session)
    shortage = a_shortage(session).id
    first, second = (a_track(session, team, by, shortage_id=shortage) for _number in range(2))
    a_draft(session, team, by, shortage_id=shortage)
    cohorts = a_cohort(session, first, by, seats=3), a_cohort(session, second, by, seats=4)
    on_track(session, cohorts[0], by)
    interested(session, cohorts[0], by)
    waits_for_both = in_team(session, team)
    for cohort in cohorts:
        enrolments.ask(session, cohort, waits_for_both, by=by, now=NOW)
    make_team(session)

    assert of_teams(session) == {team.id: TrackNumbers(published=2, seats=7, enrolled=1, waiting=2)}
