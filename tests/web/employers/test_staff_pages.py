"""Employers as staff see them: the list, one of them, the log, mentors, and who acquires."""

import pytest
from sqlmodel import Session, select

from accounts.models import RoleName, TeamMember, User
from employers import duplicates
from employers.apart import judging
from employers.models import Contact, Mentor
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import (
    make_caseworker,
    make_employer,
    make_opening,
    make_user,
)
from tests.placements.makers import a_youth, asked, introduced

PAGE = "/employers"
MET = {"made_on": "2026-11-20", "way": "visit", "topics": ["openings", "mentors"], "note": "Fika"}


@pytest.fixture
def lisa(session: Session) -> User:
    return make_caseworker(session, name="Lisa Holm")


def test_a_contact_is_logged_and_shown_to_every_team(
    client: Client, session: Session, lisa: User
) -> None:
    employer = make_employer(session, name="Kaféet")
    page = f"{PAGE}/{employer.id}"
    form = words(client.sign_in(lisa).get(f"{page}/contacts/new"))
    assert "Skriv aldrig något om en ungdom här" in form
    assert "Skriv vilken dag" in words(
        client.post(f"{page}/contacts/new", MET | {"made_on": ""}, expect=200)
    )
    assert client.post(f"{page}/contacts/new", MET | {"next_on": "2026-11-21"}) == page
    other = make_caseworker(session)
    shown = words(client.sign_in(other).get(page))
    assert "20 nov. 2026 Besök Nya platser, Mentorer Fika Lisa Holm" in shown
    contact = session.exec(select(Contact)).one()
    client.get(f"{PAGE}/contacts/{contact.id}/remove", expect=404)
    client.sign_in(lisa).post(f"{PAGE}/contacts/{contact.id}/remove")
    assert session.exec(select(Contact)).all() == []


def test_an_acquirer_s_start_page_lists_whom_to_call(
    client: Client, session: Session, lisa: User
) -> None:
    team = session.exec(select(TeamMember.team_id).where(TeamMember.user_id == lisa.id)).one()
    ove = make_user(session, RoleName.COORDINATOR)
    session.add(TeamMember(team_id=team, user_id=ove.id))
    employer = make_employer(session, name="Kaféet")
    contact = MET | {"made_on": "2025-11-20", "next_on": "2025-11-21"}
    client.sign_in(lisa).post(f"{PAGE}/{employer.id}/contacts/new", contact)
    assert "Arbetsgivare att höra av sig till" not in words(client.get("/desk"))
    client.get(f"{PAGE}/acquirers", expect=403)
    client.sign_in(ove).post(f"{PAGE}/acquirers/{lisa.id}", {"acquires": "1"})
    assert "Kaféet" in words(client.sign_in(lisa).get("/desk"))
    stranger = make_caseworker(session)
    client.sign_in(ove).post(f"{PAGE}/acquirers/{stranger.id}", {"acquires": "1"}, expect=404)
    admin = make_user(session, RoleName.ADMINISTRATOR)
    client.sign_in(admin).post(f"/admin/users/{lisa.id}/acquires")
    assert "Kaféet" not in words(client.sign_in(lisa).get("/desk"))


def test_a_relation_is_given_to_one_of_the_team(
    client: Client, session: Session, lisa: User
) -> None:
    employer = make_employer(session)
    relation = f"{PAGE}/{employer.id}/relation"
    client.sign_in(lisa).post(relation, {"owner": str(lisa.id)})
    assert "Håller i kontakten Lisa Holm" in words(client.get(f"{PAGE}/{employer.id}"))
    assert employer.name in words(client.get(f"{PAGE}?whose=mine"))
    client.post(relation, {"owner": str(make_caseworker(session).id)}, expect=200)
    client.post(relation, {"owner": ""})
    assert employer.relation_owner_id is None


def test_a_mentor_is_registered_changed_and_ended(
    client: Client, session: Session, lisa: User
) -> None:
    employer = make_employer(session)
    bo = {"name": "Bo Ek", "training": "trained", "trained_on": "", "most_youths": "2"}
    new = f"{PAGE}/{employer.id}/mentors/new"
    refused = words(client.sign_in(lisa).post(new, bo, expect=200))
    assert "Skriv dagen när utbildningen blev klar" in refused
    client.post(new, bo | {"training": "asked"})
    mentor = session.exec(select(Mentor)).one()
    version = {"version": mentor.updated_at.isoformat()}
    client.post(f"{PAGE}/mentors/{mentor.id}", bo | version | {"trained_on": "2026-10-01"})
    assert "Bo Ek" in words(client.get(f"{PAGE}/mentors?training=trained"))
    client.post(f"{PAGE}/mentors/{mentor.id}", bo | version, expect=409)
    client.post(f"{PAGE}/mentors/{mentor.id}/end")
    assert "Inga mentorer här" in words(client.get(f"{PAGE}/mentors"))


def test_a_coordinator_merges_what_is_likely_one(
    client: Client, session: Session, lisa: User
) -> None:
    ove = make_user(session, RoleName.COORDINATOR)
    kept, twin = make_employer(session, name="Kaféet AB"), make_employer(session, name="Kaféet")
    opening = make_opening(session, twin)
    client.sign_in(lisa).get(f"{PAGE}/duplicates", expect=403)
    page = words(client.sign_in(ove).get(f"{PAGE}/duplicates"))
    assert "Samma namn, Nästan samma organisationsnummer, Samma kommun" in page
    merge = f"{PAGE}/{twin.id}/merge/{kept.id}"
    assert "Välj vilken som ska vara kvar" in words(client.post(merge, expect=200))
    assert client.post(merge, {"keep": str(kept.id)}) == f"{PAGE}/{kept.id}"
    assert (opening.employer_id, opening.employer_name) == (kept.id, "Kaféet AB")
    assert "Kaféet AB" in words(client.get(f"{PAGE}/{twin.id}"))
    client.post(merge, {"keep": str(kept.id)}, expect=409)


def test_a_coordinator_judges_two_that_look_like_one_not_to_be(
    client: Client, session: Session
) -> None:
    ove = make_user(session, RoleName.COORDINATOR, name="Ove")
    one, other = make_employer(session, name="Kaféet AB"), make_employer(session, name="Kaféet")
    client.sign_in(ove)
    judge = f"{PAGE}/{one.id}/apart/{other.id}"
    assert client.post(judge) == f"{PAGE}/duplicates"
    page = words(client.get(f"{PAGE}/duplicates"))
    assert "Bedömda som olika" in page
    assert "Inga dubbletter" in page
    assert duplicates.likely_pairs(session) == []
    assert client.post(f"{PAGE}/{other.id}/apart/{one.id}") == f"{PAGE}/duplicates"
    assert len(judging.judged(session)) == 1
    client.post(f"{PAGE}/{other.id}/apart/{one.id}/undo")
    assert len(duplicates.likely_pairs(session)) == 1
    client.post(f"{PAGE}/{one.id}/apart/{one.id}", expect=409)


def test_who_is_near_what_one_is_asked_is_seen(
    client: Client, session: Session, lisa: User
) -> None:
    employer = make_employer(session, make_user(session, RoleName.EMPLOYER))
    client.sign_in(lisa)
    address, seen = f"{PAGE}/{employer.id}", []
    for _each in range(3):
        opening = make_opening(session, employer)
        introduced(session, asked(session, a_youth(session, lisa), opening))
        seen.append(words(client.get(PAGE)))
    assert "Rum för en presentation" not in seen[0]
    assert "Rum för en presentation" in seen[1]
    assert "Fullt av presentationer" in seen[2]
    assert "Presentationer nu 3 av högst 3" in words(client.get(address))


def test_the_pages_ask_no_more_of_the_database_for_more_employers(
    client: Client, session: Session, lisa: User, count_queries: QueryCounter
) -> None:
    def cost(address: str) -> int:
        with count_queries() as seen:
            client.get(address)
        return len(seen)

    client.sign_in(lisa)
    first = make_employer(session, make_user(session, RoleName.EMPLOYER))
    addresses = (PAGE, f"{PAGE}/{first.id}")
    make_opening(session, first)
    client.post(f"{PAGE}/{first.id}/contacts/new", MET)
    few = [cost(address) for address in addresses]
    for _each in range(5):
        make_opening(session, first)
        client.post(f"{PAGE}/{first.id}/contacts/new", MET)
        introduced(session, asked(session))
    assert [cost(address) for address in addresses] == few
    assert max(few) <= 20


def test_only_those_who_meet_employers_come_in(client: Client, session: Session) -> None:
    employer = make_employer(session)
    for role in (RoleName.EMPLOYER, RoleName.STEERING, RoleName.ADMINISTRATOR):
        client.sign_in(make_user(session, role)).get(f"{PAGE}/{employer.id}", expect=403)
