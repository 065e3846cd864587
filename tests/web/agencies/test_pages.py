"""The pages between agencies, step by step, as colleagues use them."""

from datetime import timedelta
from re import findall

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName
from foundation import clock
from foundation.translating import zone
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_user, make_youth
from tests.youths.agencies.makers import Together, make_together, place
from youths.agencies.models import AgencyQuestion, AgencyShare, Handover


@pytest.fixture
def all_(session: Session) -> Together:
    return make_together(session, alias="Smultron")


def test_a_handover_is_offered_declined_offered_again_and_accepted(
    client: Client, session: Session, all_: Together
) -> None:
    page = f"/agencies/youths/{all_.youth.id}"
    to = f"{all_.team.id}/{all_.ali.id}"
    asked = {"to": to, "message": "Planen är klar", "ground": "consent"}
    client.sign_in(all_.sara)
    assert "Skriv något." in words(client.post(f"{page}/hand-over", {"to": to}, expect=200))
    assert "Ali är tillfrågad om att ta över" in words(client.follow(f"{page}/hand-over", asked))
    first = session.exec(select(Handover)).one()
    client.sign_in(all_.ali)
    assert "Svara om att ta över" in words(client.get("/agencies/waiting"))
    client.post(f"/agencies/handovers/{first.id}", {"why": "no_room"})
    client.sign_in(all_.sara)
    assert "Jag har inte plats just nu" in words(client.get(f"/agencies/handovers/{first.id}"))
    client.post(f"{page}/hand-over", asked)
    second = session.exec(select(Handover).where(Handover.id != first.id)).one()

    client.sign_in(all_.ali)
    assert client.post(f"/agencies/handovers/{second.id}/accept") == f"/youths/{all_.youth.id}"

    session.refresh(all_.youth)
    assert all_.youth.responsible_id == all_.ali.id
    client.post(f"/agencies/handovers/{second.id}/accept", expect=409)


def test_an_offer_taken_back_leaves_nothing_to_answer(
    client: Client, session: Session, all_: Together
) -> None:
    page = f"/agencies/youths/{all_.youth.id}"
    to = f"{all_.team.id}/{all_.ali.id}"
    client.sign_in(all_.sara)
    client.post(f"{page}/hand-over", {"to": to, "message": "x", "ground": "consent"})
    made = session.exec(select(Handover)).one()
    client.post(f"/agencies/handovers/{made.id}/withdraw")
    assert "Ali är tillfrågad om att" not in words(client.get(page))
    client.sign_in(all_.ali)
    assert "Inget väntar" in words(client.get("/agencies/waiting"))


def test_a_note_is_shared_and_taken_back(client: Client, session: Session, all_: Together) -> None:
    page = f"/agencies/youths/{all_.youth.id}"
    client.sign_in(all_.sara)
    client.post(f"{page}/notes/new", {"text": "Vill bli kock"})
    note = client.get(page).split("/agencies/notes/")[1].split("/")[0]
    sent = {"to": str(all_.social.id), "ground": "consent"}
    assert "ser det nu" in words(client.follow(f"/agencies/notes/{note}/share", sent))
    again = words(client.post(f"/agencies/notes/{note}/share", sent, expect=200))
    assert "Det är redan delat" in again
    client.sign_in(all_.ali)
    assert "Vill bli kock" in words(client.get(page))
    client.get(f"/agencies/notes/{note}/share", expect=404)
    share = session.exec(select(AgencyShare)).one()
    client.post(f"/agencies/shares/{share.id}/revoke", expect=404)
    client.sign_in(all_.sara)
    client.post(f"/agencies/shares/{share.id}/revoke")
    client.sign_in(all_.ali)
    assert "Vill bli kock" not in words(client.get(page))


def test_a_status_a_referral_and_a_no(client: Client, session: Session, all_: Together) -> None:
    page, today = f"/agencies/youths/{all_.youth.id}", clock.local_date(clock.now(), zone())
    client.sign_in(all_.sara)
    client.post(f"{page}/status", {"status": "in_programme", "since": today.isoformat()})
    assert "I program eller insats" in words(client.get(page))
    sent = {"to": str(all_.social.id), "purpose": "guidance", "made_on": today.isoformat()}
    client.post(f"{page}/refer", sent)
    told = words(client.follow(f"{page}/refer", sent))
    assert "Det är gång nummer 2 till Socialtjänsten på 60 dagar." in told
    referral = client.get(page).split("/agencies/referrals/")[1].split("/")[0]
    outcome = {"outcome": "received", "on": today.isoformat()}
    assert "Mottagen" in words(client.follow(f"/agencies/referrals/{referral}/outcome", outcome))
    client.sign_in(all_.ove)
    assert "Upprepade hänvisningar" in words(client.get("/agencies/waiting"))
    client.sign_in(all_.sara)
    client.post(f"{page}/consent", {"answer": "no", "on": today.isoformat()})
    client.sign_in(all_.ali).get(page, expect=404)


def test_a_question_is_late_and_then_answered(
    client: Client, session: Session, all_: Together
) -> None:
    page, today = f"/agencies/youths/{all_.youth.id}", clock.local_date(clock.now(), zone())
    client.sign_in(all_.sara)
    asked = {"to": str(all_.ali.id), "text": "När?", "ground": "consent", "due_on": "2020-01-01"}
    assert "Välj en dag från i dag" in words(client.post(f"{page}/ask", asked, expect=200))
    client.post(f"{page}/ask", asked | {"due_on": today.isoformat()})
    question = session.exec(select(AgencyQuestion)).one()
    question.due_on = today - timedelta(days=1)
    client.sign_in(all_.ali)
    assert "Försenad" in words(client.get("/agencies/waiting"))
    client.post(f"/agencies/questions/{question.id}", {"text": "I maj", "ground": "consent"})
    client.sign_in(all_.siv)
    assert "I maj" in words(client.get(f"/agencies/questions/{question.id}"))
    client.post(f"/agencies/questions/{question.id}/withdraw", expect=409)


def test_an_account_with_youths_is_not_closed_before_the_coordinator_has_moved_them(
    client: Client, session: Session, all_: Together
) -> None:
    administrator = make_user(session, RoleName.ADMINISTRATOR)
    client.sign_in(administrator)
    refused = client.post(f"/admin/users/{all_.sara.id}/disable", expect=409)
    assert "ansvarigt för 1 ungdom" in words(refused)
    client.sign_in(all_.ove)
    assert "Sara" in words(client.get("/agencies/responsible"))
    move = f"/agencies/responsible/{all_.team.id}/{all_.sara.id}"
    assert "1 ungdom till" in words(client.follow(move, {"to": str(all_.siv.id)}))
    client.sign_in(administrator).post(f"/admin/users/{all_.sara.id}/disable")
    session.refresh(all_.sara)
    assert not all_.sara.active
    client.sign_in(all_.siv).get("/agencies/responsible", expect=403)


def test_the_waiting_list_takes_as_many_queries_for_many_as_for_one(
    client: Client, session: Session, all_: Together, count_queries: QueryCounter
) -> None:
    today, taken = clock.local_date(clock.now(), zone()), []
    for rows in (1, 8):
        for _number in range(rows):
            youth = make_youth(session, all_.sara, team_id=all_.team.id)
            client.sign_in(all_.sara)
            sent = {"to": str(all_.ali.id), "text": "När?", "ground": "consent"}
            page = f"/agencies/youths/{youth.id}"
            client.post(f"{page}/ask", sent | {"due_on": today.isoformat()})
            to = f"{all_.team.id}/{all_.ali.id}"
            client.post(f"{page}/hand-over", {"to": to, "message": "x", "ground": "consent"})
        client.sign_in(all_.ali)
        with count_queries() as queries:
            client.get("/agencies/waiting")
        taken.append(len(queries))
    assert taken[0] == taken[1]


def test_a_youths_page_takes_as_many_queries_for_much_as_for_little(
    client: Client, session: Session, all_: Together, count_queries: QueryCounter
) -> None:
    page, today = f"/agencies/youths/{all_.youth.id}", clock.local_date(clock.now(), zone())
    day, taken = today.isoformat(), []
    for rows in (1, 6):
        client.sign_in(all_.sara)
        for _number in range(rows):
            client.post(f"{page}/notes/new", {"text": "Hej"})
            sent = {"to": str(all_.social.id), "purpose": "guidance", "made_on": day}
            client.post(f"{page}/refer", sent)
            asked = {"to": str(all_.ali.id), "text": "När?", "ground": "consent", "due_on": day}
            client.post(f"{page}/ask", asked)
        for note in set(findall(r"/agencies/notes/([^/]+)/share", client.get(page))):
            shared = {"to": str(all_.social.id), "ground": "consent"}
            client.http.post(f"/agencies/notes/{note}/share", data=shared)
        client.sign_in(all_.ali)
        with count_queries() as queries:
            client.get(page)
        taken.append(len(queries))
    assert taken[0] == taken[1]


def test_who_comes_from_nowhere_keeps_nothing_until_the_administrator_has_said_where(
    client: Client, session: Session, all_: Together
) -> None:
    nova = make_user(session)
    place(session, all_.team, nova, None)
    page = f"/agencies/youths/{all_.youth.id}"
    client.sign_in(nova)
    assert "Det står inte vilken myndighet du kommer från." in words(client.get(page))
    client.post(f"{page}/notes/new", {"text": "Hej"}, expect=409)
    client.sign_in(make_user(session, RoleName.ADMINISTRATOR))
    client.post(f"/admin/users/{nova.id}/agency", {"agency": "Kommunens aktivitetsansvar"})
    client.sign_in(nova)
    assert "Bara Kommunens aktivitetsansvar ser den." in words(
        client.follow(f"{page}/notes/new", {"text": "Hej"})
    )
    assert "Tillbaka i skolan" in words(client.get(f"{page}/status"))
