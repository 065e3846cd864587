"""Makers of events and of who is at them."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from accounts.models import RoleName, Team, User
from employers.models import Employer
from events import inviting, service
from events.facts import EventFacts
from events.inviting import Stop
from events.models import Event, EventKind
from events.registrations import service as asking
from events.registrations.models import Coming, Registration
from tests.factories import NOW, make_team, make_user, make_youth
from youths.models import Youth

URL = "https://farled.example.org"
STARTS = NOW + timedelta(days=14)
AFTERWARDS = STARTS + timedelta(days=1)


def a_team(session: Session) -> tuple[Team, User]:
    """A team and its coordinator."""
    by = make_user(session, RoleName.COORDINATOR)
    return make_team(session, by), by


def facts(**other: Any) -> EventFacts:
    """An employer meeting in Söderhamn in two weeks."""
    usual: dict[str, Any] = {
        "kind": EventKind.EMPLOYER_MEETING,
        "theme": "Jobb i vården",
        "starts_at": STARTS,
        "ends_at": STARTS + timedelta(hours=2),
        "municipality": "2182",
        "place": "Biblioteket",
        "seats": 2,
    }
    return EventFacts(**(usual | other))


def an_event(
    session: Session,
    team: Team,
    by: User,
    *,
    employers: Iterable[Employer] = (),
    is_announced: bool = False,
    **other: Any,
) -> Event:
    """An event that these employers are invited to."""
    event = service.create(session, team, facts(**other), by=by, now=NOW)
    stops = [Stop(each.name, "SE", "2182", each) for each in employers]
    inviting.invite(session, event, stops, by=by, public_url=URL, now=NOW)
    if is_announced:
        service.announce(session, event, by=by, public_url=URL, now=NOW)
    return event


def at(
    session: Session, event: Event, by: User, coming: Coming | None = None, **youth: Any
) -> Registration:
    """A youth of the person's at an event, and what she says to it."""
    person: Youth = youth.pop("youth", None) or make_youth(
        session, by, team_id=event.team_id, **youth
    )
    [made] = asking.invite(session, event, [person], by=by, now=NOW)
    if coming:
        asking.answer(session, made, coming, by=by, now=NOW)
    return made
