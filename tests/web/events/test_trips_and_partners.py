"""From a proposal to a trip, and the directory of partners."""

from datetime import timedelta

from sqlmodel import Session, select

from accounts.models import RoleName
from events import queries
from events.models import Event, EventKind
from events.partners.models import Partner
from events.registrations import queries as registrations
from foundation import clock
from suggestions.service import refresh
from tests.client import Client, words
from tests.events.makers import a_team
from tests.factories import make_caseworker, make_employer, make_opening, make_user
from tests.suggestions.makers import make_cook


def test_a_coordinator_turns_a_proposal_into_a_trip(client: Client, session: Session) -> None:
    team, by = a_team(session)
    sara = make_caseworker(session, team)
    cook = make_cook(session, sara, alias="Resvilliga Räven", countries=["SE", "NO"])
    cafe = make_employer(session, name="Bakklandet Kaffebar")
    make_opening(session, cafe, country="NO", county="50", municipality="5001")
    refresh(session, cook.id, now=clock.now())
    address = "/events/trips/NO/50"
    client.sign_in(sara)
    assert "Trøndelag" in words(client.get("/events/trips"))
    assert "Planera resan" not in words(client.get(address))
    day = (clock.now() + timedelta(days=30)).date().isoformat()
    fields = {
        "team": str(team.id), "youths": [str(cook.id)], "visits": ["0"], "km": "700",
        "kronor_a_km": "2,5", "nights": "2", "persons": "2", "kronor_a_night": "1000",
    }  # fmt: skip
    assert "ungefär 5 750 kr" in words(client.post(address, fields, expect=200))
    far = client.post(address, fields | {"km": "99999999"}, expect=200)
    assert "Ange ett tal från 0 till 20000." in words(far)
    client.post(f"{address}/plan", fields, expect=403)
    client.sign_in(by)
    assert "Skriv första dagen." in client.post(f"{address}/plan", fields, expect=200)
    page = words(client.follow(f"{address}/plan", fields | {"starts_on": day}))

    assert "Trondheim" in page
    assert "ungefär 5 750 kr" in page
    event = session.exec(select(Event)).one()
    assert event.kind is EventKind.JOB_SEARCH_TRIP
    assert [each.employer_id for each in queries.invitations_of(session, event)] == [cafe.id]
    assert [each.youth for each in registrations.of_event(session, event, by)] == [cook]
    client.get("/events/trips/NO/99", expect=404)


def test_coordinators_keep_the_directory_and_caseworkers_search_it(
    client: Client, session: Session
) -> None:
    by = make_user(session, RoleName.COORDINATOR)
    client.sign_in(by)
    assert "49 kommuner är tillagda" in words(client.follow("/partners/preset"))
    assert "0 kommuner är tillagda" in words(client.follow("/partners/preset"))
    partner = session.exec(select(Partner).where(Partner.name == "Hudiksvall")).one()
    fields = {
        "version": partner.updated_at.isoformat(), "name": "Hudiksvall", "kind": "municipality",
        "municipality": "SE-2184", "functions-0-role": "Vuxenutbildningen",
        "functions-0-address": "fel adress",
    }  # fmt: skip
    address = f"/partners/{partner.id}/edit"
    assert "Kontrollera den" in words(client.post(address, fields, expect=409))
    client.post(address, fields | {"functions-0-address": "komvux@example.org"})
    twin = {"name": "hudiksvall", "kind": "other", "municipality": ""}
    assert "redan en partner" in words(client.post("/partners/new", twin, expect=200))

    client.sign_in(make_caseworker(session))
    found = words(client.get("/partners?q=hudik&county=21"))
    assert "komvux@example.org" in found
    assert "Söderhamn" not in found
    client.get(address, expect=403)
    client.sign_in(by).post(f"/partners/{partner.id}/remove")
    left = session.exec(select(Partner.name)).all()
    assert (len(left), "Hudiksvall" in left) == (48, False)
