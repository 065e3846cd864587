"""The pages about events, as a caseworker, a coordinator and an invited employer use them."""

from datetime import timedelta
from typing import Any

from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName
from events import links, queries, service
from events.models import Answer, Event, EventState
from events.registrations import queries as registrations
from events.registrations.models import Coming
from foundation import clock
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.events.makers import URL, a_team, an_event, at
from tests.factories import make_caseworker, make_employer, make_user, make_youth

IN_A_MONTH = timedelta(days=30)
HOUR = timedelta(hours=1)


def soon() -> dict[str, Any]:
    starts = clock.now() + IN_A_MONTH
    return {"starts_at": starts, "ends_at": starts + HOUR}


def test_from_a_plan_to_what_it_led_to(client: Client, session: Session) -> None:
    team, by = a_team(session)
    karin = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, karin, name="Fjärdens Kök")
    youth = make_youth(session, by, alias="Alva")
    client.sign_in(by)
    day = (clock.now() + IN_A_MONTH).date().isoformat()
    page = client.follow(
        "/events/new",
        {
            "team": str(team.id), "kind": "employer_meeting", "theme": "Jobb i kök",
            "starts_on": day, "starts_at": "13:00", "ends_at": "15:00", "seats": "5",
            "municipality": "SE-2182", "place": "Biblioteket", "access": ["lift"],
        },
    )  # fmt: skip
    assert "Planeras" in words(page)
    event = session.exec(select(Event)).one()
    address = f"/events/{event.id}"
    client.post(f"{address}/invite?q=Fjärden", {"employers": [str(employer.id)]})
    client.post(f"{address}/ask", {"youths": [str(youth.id)]})
    assert "1 brev gick ut" in words(client.follow(f"{address}/announce"))
    [guest] = registrations.of_event(session, event, by)
    client.post(f"/events/registrations/{guest.id}/answer", {"said": "registered"})
    assert "1 av 5 är tagna" in words(client.get(address))
    event.starts_at, event.ends_at = clock.now() - 2 * HOUR, clock.now() - HOUR
    session.commit()
    assert "Blev den av?" in words(client.get("/events"))
    assert "Blev den av?" in words(client.get("/desk"))
    [invitation] = queries.invitations_of(session, event)
    came = {"youths": [str(guest.id)], "employers": [str(invitation.id)]}
    client.post(f"{address}/attendance", came)
    page = client.follow(f"{address}/hold")
    assert "Det här ledde den till" in words(page)
    client.post(f"/events/registrations/{guest.id}/interests", {"employers": [str(invitation.id)]})
    page = client.follow(f"/events/invitations/{invitation.id}/wants", {"wants": ["visit"]})
    assert "Ta emot besök" in words(page)
    assert "1 av 9" in words(client.get("/events?when=past"))
    assert "Alva" in words(client.get(f"{address}/print"))
    assert "BEGIN:VCALENDAR" in client.get(f"{address}.ics")
    client.post(f"{address}/reopen")
    client.post(f"{address}/cancel")
    session.refresh(event)
    assert event.state is EventState.CANCELLED


def test_an_employer_answers_from_its_mail_and_never_learns_who_is_coming(
    client: Client, session: Session
) -> None:
    team, by = a_team(session)
    karin = make_user(session, RoleName.EMPLOYER)
    event = an_event(
        session, team, by, employers=[make_employer(session, karin)], is_announced=True, **soon()
    )
    at(session, event, by, Coming.REGISTERED, alias="Hemlige Räven")
    [invitation] = queries.invitations_of(session, event)
    token = links.issue(session, invitation, to=karin, expires_at=event.starts_at)
    session.commit()

    page = words(client.get(f"/events/answer/{token}"))
    assert "Jobb i vården" in page
    assert "Biblioteket" in page
    assert "Räven" not in page
    session.refresh(invitation)
    assert invitation.answer is None
    client.post(f"/events/answer/{token}", {"said": "yes"}, expect=200)
    session.refresh(invitation)
    assert invitation.answer is Answer.YES
    client.get(f"/events/answer/{token}", expect=410)
    client.sign_in(karin).get(f"/events/{event.id}", expect=403)


def test_an_employer_answers_in_the_portal_and_may_change_its_mind(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    team, by = a_team(session)
    karin, other = (make_user(session, RoleName.EMPLOYER) for _each in range(2))
    event = an_event(
        session, team, by, employers=[make_employer(session, karin)], is_announced=True, **soon()
    )
    at(session, event, by, Coming.REGISTERED, alias="Hemlige Räven")
    make_employer(session, other)
    [invitation] = queries.invitations_of(session, event)
    address = f"/employer/events/{invitation.id}"
    client.sign_in(karin)

    assert "Inbjudan till Jobb i vården" in words(client.get("/employer"))
    with count_queries() as asked:
        page = client.get(address)
    assert len(asked) <= 6, asked
    assert "Räven" not in page
    assert "Vi ses" in client.follow(address, {"said": "yes"})
    assert "Ni kommer" in client.get("/employer")
    client.post(address, {"said": "no"})

    assert invitation.answer is Answer.NO
    assert "Inbjudan till" not in client.get("/employer")
    logged = session.exec(
        select(AuditEntry).where(AuditEntry.action == "event.employer_answered")
    ).all()
    assert [(each.actor_id, each.facts["way"]) for each in logged] == [(karin.id, "portal")] * 2
    client.sign_in(other).get(address, expect=404)
    event.starts_at = clock.now() - timedelta(minutes=1)
    session.commit()
    client.sign_in(karin).get(address, expect=404)


def test_another_team_reads_of_it_and_sees_none_of_the_youths(
    client: Client, session: Session
) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True, **soon())
    guest = at(session, event, by, Coming.REGISTERED, alias="Hemlige Räven")
    plan = an_event(session, team, by, **soon())
    stranger = make_caseworker(session)
    own = make_youth(session, stranger, alias="Egna Loket")
    client.sign_in(stranger)

    for address in ("", "/print", "/attendance", "/ask"):
        assert "Räven" not in client.get(f"/events/{event.id}{address}")
    client.post(f"/events/{event.id}/ask", {"youths": [str(own.id)]})
    assert "Egna Loket" in client.get(f"/events/{event.id}")
    client.get(f"/events/{plan.id}", expect=404)
    client.get(f"/events/{event.id}/edit", expect=404)
    answer = f"/events/registrations/{guest.id}/answer"
    client.post(answer, {"said": "declined"}, expect=404)
    client.get(f"/events/goal/{team.id}", expect=403)


def test_a_youth_with_protected_identity_is_not_on_paper(client: Client, session: Session) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True, **soon())
    at(
        session, event, by, Coming.REGISTERED,
        alias="Skyddade Räven", protected_identity=True, home_municipality=None,
    )  # fmt: skip
    client.sign_in(by)
    assert "Räven" in client.get(f"/events/{event.id}")
    assert "Räven" not in client.get(f"/events/{event.id}/print")
    lines = session.exec(select(AuditEntry).where(AuditEntry.action == "youth.listed")).all()
    assert len(lines) == 1


def test_a_form_that_cannot_be_says_what_to_mend(client: Client, session: Session) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True, **soon())
    client.sign_in(by)
    page = client.post("/events/new", {"team": str(team.id)}, expect=200)
    assert "Skriv temat." in words(page)
    old = event.updated_at.isoformat()
    service.cancel(session, event, by=by, public_url=URL, now=clock.now())
    day = (clock.now() + IN_A_MONTH).date().isoformat()
    fields = {
        "version": old, "kind": "study_visit", "theme": "Nytt", "starts_on": day,
        "starts_at": "13:00", "ends_at": "12:00", "seats": "5", "municipality": "SE-2182",
        "place": "Här",
    }  # fmt: skip
    page = client.post(f"/events/{event.id}/edit", fields, expect=200)
    assert "Sluttiden behöver ligga efter starten." in words(page)
    page = client.post(f"/events/{event.id}/edit", fields | {"ends_at": "14:00"}, expect=409)
    assert "Någon annan har ändrat träffen" in words(page)


def test_the_list_asks_as_much_for_many_as_for_one(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    team, by = a_team(session)
    client.sign_in(by)
    asked = []
    for more in (1, 9):
        for _number in range(more):
            an_event(session, team, by, **soon())
        with count_queries() as queries_run:
            client.get("/events")
        asked.append(len(queries_run))
    assert asked[0] == asked[1]


def test_an_event_asks_as_much_for_many_guests_as_for_one(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True, **soon())
    client.sign_in(by)
    asked = []
    for more in (1, 6):
        for _number in range(more):
            at(session, event, by)
        with count_queries() as queries_run:
            client.get(f"/events/{event.id}")
        asked.append(len(queries_run))
    assert asked[0] == asked[1]


def test_the_goal_is_a_coordinators(client: Client, session: Session) -> None:
    team, by = a_team(session)
    client.sign_in(by)
    address = f"/events/goal/{team.id}"
    wrong = {"goal": "4", "starts_on": "2026-05-01", "ends_on": "2026-04-01"}
    assert "efter den första" in client.post(address, wrong, expect=200)
    page = client.follow(address, wrong | {"ends_on": "2028-04-30"})
    assert "0 av 4" in words(page)
