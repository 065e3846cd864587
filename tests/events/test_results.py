"""What came of an event is counted, never guessed."""

from datetime import datetime, timedelta

from sqlmodel import Session

from events import linking, service
from events.models import Event
from events.registrations.models import Coming
from openings.models import Opening, OpeningState
from placements.event_results import WITHIN, Yield, candidates_to_link, yields_of
from placements.models import Introduction, Stage
from placements.work.models import Placement
from tests.events.makers import AFTERWARDS, STARTS, a_team, an_event, at
from tests.factories import NOW, TODAY, make_employer, make_opening, make_youth
from youths.models import Youth


def introduced(session: Session, youth: Youth, opening: Opening, when: datetime) -> Introduction:
    made = Introduction(
        youth_id=youth.id,
        opening_id=opening.id,
        started_by_id=youth.responsible_id,
        started_at=when,
        introduced_at=when,
        stage=Stage.INTRODUCED,
        stage_since=when,
    )
    session.add(made)
    session.flush()
    return made


def yield_of(session: Session, event: Event) -> Yield:
    return yields_of(session, [event])[event.id]


def test_what_guests_do_in_time_counts_and_nothing_else(session: Session) -> None:
    team, by = a_team(session)
    ours, other = make_employer(session), make_employer(session)
    event = an_event(session, team, by, employers=[ours], is_announced=True)
    guest = at(session, event, by, Coming.REGISTERED).youth
    said_no = at(session, event, by, Coming.DECLINED).youth
    stranger = make_youth(session, by, team_id=team.id)
    assert yield_of(session, event) == Yield()

    new = make_opening(session, ours, published_at=AFTERWARDS)
    make_opening(session, ours, published_at=NOW)
    make_opening(session, ours, published_at=event.ends_at + WITHIN + timedelta(days=1))
    make_opening(session, ours, published_at=AFTERWARDS, state=OpeningState.DRAFT)
    elsewhere = make_opening(session, other, published_at=AFTERWARDS)
    way = introduced(session, guest, new, AFTERWARDS)
    for youth in (said_no, stranger):
        introduced(session, youth, new, AFTERWARDS)
    introduced(session, guest, elsewhere, AFTERWARDS)
    session.add(Placement(introduction_id=way.id, starts_on=TODAY))
    session.flush()

    assert yield_of(session, event) == Yield(openings=1, introductions=1, placements=1)


def test_an_opening_that_is_linked_counts_with_what_comes_of_it_whenever(session: Session) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True)
    guest = at(session, event, by, Coming.REGISTERED).youth
    late = STARTS + WITHIN + timedelta(days=30)
    opening = make_opening(session, published_at=late)
    introduced(session, guest, opening, late)
    service.hold(session, event, by=by, now=AFTERWARDS)
    assert candidates_to_link(session, event, by) == [opening]

    linking.link(session, event, opening, by=by, now=late)

    assert yield_of(session, event) == Yield(openings=1, introductions=1)
    assert candidates_to_link(session, event, by) == []
    linking.unlink(session, event, opening.id, by=by, now=late)
    assert yield_of(session, event) == Yield()
