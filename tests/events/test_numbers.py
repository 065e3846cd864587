"""What was held, in numbers: by team, by kind, within days of the calendar on the wall."""

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from accounts.models import RoleName, User
from events import inviting, linking, queries, service
from events.models import Event, EventKind
from events.numbers import Numbers, held
from events.registrations import service as asking
from events.registrations.models import Coming
from tests.conftest import QueryCounter
from tests.events.makers import AFTERWARDS, STARTS, a_team, an_event, at
from tests.factories import make_employer, make_opening, make_user

TRIP = EventKind.JOB_SEARCH_TRIP
MEETING = EventKind.EMPLOYER_MEETING


def a_held_one(session: Session, by: User, event: Event) -> None:
    """An event with two youths and an employer of whom one youth and the employer came."""
    here, away = (at(session, event, by, Coming.REGISTERED) for _each in range(2))
    asking.note_came(session, event, [here], among=[here, away], by=by, now=AFTERWARDS)
    invited = queries.invitations_of(session, event)
    inviting.note_came(session, event, invited, among=invited, by=by, now=AFTERWARDS)
    service.hold(session, event, by=by, now=AFTERWARDS)


def test_what_was_held_is_counted_with_who_came(
    session: Session, count_queries: QueryCounter
) -> None:
    team, by = a_team(session)
    employer = make_employer(session, make_user(session, RoleName.EMPLOYER))
    for kind in (TRIP, MEETING, TRIP):
        event = an_event(session, team, by, employers=[employer], is_announced=True, kind=kind)
        a_held_one(session, by, event)
    linking.link(session, event, make_opening(session, employer), by=by, now=AFTERWARDS)
    an_event(session, team, by, is_announced=True)  # is still ahead
    elsewhere, other = a_team(session)
    a_held_one(session, other, an_event(session, elsewhere, other, is_announced=True))

    with count_queries() as asked:
        found = held(session, [team])

    assert len(asked) == 4
    assert found == [Numbers(team.id, MEETING, 1, 1, 1, 0), Numbers(team.id, TRIP, 2, 2, 2, 1)]


def test_days_are_those_on_the_wall(session: Session) -> None:
    team, by = a_team(session)
    late = datetime.combine(STARTS, datetime.min.time(), tzinfo=UTC) - timedelta(minutes=30)
    event = an_event(
        session, team, by, is_announced=True, starts_at=late, ends_at=late + timedelta(hours=1)
    )
    service.hold(session, event, by=by, now=AFTERWARDS)
    day: date = STARTS.date()
    assert [each.held for each in held(session, [team], starts_on=day, ends_on=day)] == [1]
    assert held(session, [team], ends_on=day - timedelta(days=1)) == []
