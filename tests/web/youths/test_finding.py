"""A youth is found by some letters, and the letters never stand in an address."""

from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from tests.client import Client, words
from tests.factories import NOW, make_caseworker, make_user, make_youth


def caseworker(client: Client, session: Session) -> User:
    sara = make_caseworker(session)
    client.sign_in(sara)
    return sara


def test_three_letters_lead_to_the_only_one(client: Client, session: Session) -> None:
    sara = caseworker(client, session)
    youth = make_youth(session, sara, alias="Smultron")
    make_youth(session, sara, alias="Blåbär")
    make_youth(session, alias="Smula")

    assert client.post("/youths/find", {"q": "smu"}, expect=303) == f"/youths/{youth.id}"
    line = session.exec(select(AuditEntry).where(AuditEntry.action == "youth.found")).one()
    assert (line.actor_id, line.subject_id) == (sara.id, youth.id)


def test_several_are_listed_those_that_begin_with_the_letters_first(
    client: Client, session: Session
) -> None:
    sara = caseworker(client, session)
    for alias, archived_at in (("Krösa", None), ("Rosa", None), ("Rosalind", NOW)):
        make_youth(session, sara, alias=alias, archived_at=archived_at)
    page = words(client.post("/youths/find", {"q": "ros"}, expect=200))
    assert page.index("Rosa") < page.index("Rosalind Arkiverad")
    assert "Krösa" not in page
    assert "Ingen träff" in words(client.post("/youths/find", {"q": "xyz"}, expect=200))
    assert "Skriv några bokstäver" in words(client.post("/youths/find", {}, expect=200))


def test_who_writes_is_suggested_names_and_a_choice_leads_there(
    client: Client, session: Session
) -> None:
    sara = caseworker(client, session)
    youth = make_youth(session, sara, alias="Smultron")
    answer = client.http.post("/youths/find/suggest", data={"q": "smu"}).get_json()
    assert answer == [{"code": str(youth.id), "title": "Smultron", "label": sara.name}]
    chosen = {"q": "Smultron", "youth_id": str(youth.id)}
    assert client.post("/youths/find", chosen, expect=303) == f"/youths/{youth.id}"


def test_every_page_of_a_caseworker_has_the_field_and_no_address_takes_the_word(
    client: Client, session: Session
) -> None:
    caseworker(client, session)
    page = client.get("/openings")
    assert 'action="/youths/find"' in page
    assert 'method="post"' in page.split('action="/youths/find"')[1].split(">")[0]
    client.get("/youths/find?q=smu", expect=405)
    employer = make_user(session, RoleName.EMPLOYER)
    client.sign_in(employer).post("/youths/find", {"q": "smu"}, expect=403)
