"""Administrators find, invite and close accounts."""

import pytest
from sqlmodel import Session, select

from accounts.models import AgencyKind, AuditEntry, RoleName, User
from accounts.queries import by_email
from foundation.outbox import QueuedLetter
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, TODAY, make_caseworker, make_team, make_user
from tests.youths.agencies.makers import make_together
from youths.agencies import statuses


@pytest.fixture
def administrator(client: Client, session: Session) -> User:
    user = make_user(session, RoleName.ADMINISTRATOR, name="Eva")
    client.sign_in(user)
    return user


@pytest.mark.parametrize("role", [role for role in RoleName if role != RoleName.ADMINISTRATOR])
@pytest.mark.parametrize("page", ["/admin/users", "/admin/audit-log", "/admin/letters"])
def test_the_pages_are_for_administrators_only(
    client: Client, session: Session, role: RoleName, page: str
) -> None:
    client.get(page, expect=302)
    client.sign_in(make_user(session, role)).get(page, expect=403)


@pytest.mark.usefixtures("administrator")
def test_people_are_found_by_name_address_and_role(client: Client, session: Session) -> None:
    make_caseworker(session, make_team(session, name="Högtrycket"), name="Cilla Ek")
    make_user(session, RoleName.EMPLOYER, name="Karin Lund", active=False)
    everyone = words(client.get("/admin/users"))
    assert "Cilla Ek" in everyone
    assert "Högtrycket" in everyone
    assert "Avstängd" in everyone
    assert "Karin" not in client.get("/admin/users?q=cilla")
    assert "Cilla" not in client.get("/admin/users?role=employer")
    assert "Ingen träff" in client.get("/admin/users?q=zzz")
    assert "Cilla" in client.get("/admin/users?role=nonsense&page=99")


@pytest.mark.usefixtures("administrator")
def test_a_long_list_has_pages_and_few_questions(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    for _person in range(60):
        make_user(session)
    with count_queries() as questions:
        first = client.get("/admin/users?role=caseworker")
    assert len(questions) < 12
    assert "Sida 1 av 2" in first
    assert "/admin/users?role=caseworker&amp;page=2" in first
    assert words(client.get("/admin/users?role=caseworker&page=2")).count("Handläggare") > 9


def test_an_invitation_creates_the_account_and_the_letter(
    client: Client, session: Session, administrator: User
) -> None:
    team = make_team(session, name="Högtrycket")
    form = {
        "email": "nils@example.org",
        "name": "Nils",
        "role": "coordinator",
        "team": team.name,
        "agency": "Försäkringskassan",
    }
    assert "Inbjudan till nils@example.org är på väg" in client.follow("/admin/users/invite", form)
    user = by_email(session, "nils@example.org")
    assert user
    assert user.role is RoleName.COORDINATOR
    assert session.exec(select(QueuedLetter.to)).all() == [user.email]
    invited = session.exec(select(AuditEntry).where(AuditEntry.action == "user.invited")).one()
    assert invited.actor_id == administrator.id


def test_an_address_that_is_taken_is_said_beside_the_field(
    client: Client, session: Session, administrator: User
) -> None:
    form = {"email": administrator.email, "name": "Nils", "role": "steering", "team": ""}
    page = client.post("/admin/users/invite", form, expect=200)
    assert "Det finns redan ett konto med den adressen." in page
    assert 'value="Nils"' in page
    assert session.exec(select(QueuedLetter)).all() == []


@pytest.mark.usefixtures("administrator")
def test_invitations_are_throttled(client: Client, session: Session) -> None:
    form = {"name": "A", "role": "steering", "team": ""}
    for number in range(5):
        client.post("/admin/users/invite", form | {"email": f"a{number}@example.org"})
    client.post("/admin/users/invite", form | {"email": "a5@example.org"}, expect=429)
    user = by_email(session, "a0@example.org")
    assert user
    for _again in range(5):
        client.post(f"/admin/users/{user.id}/invite-again")
    client.post(f"/admin/users/{user.id}/invite-again", expect=429)


@pytest.mark.usefixtures("administrator")
def test_nobody_is_invited_as_an_employer(client: Client, session: Session) -> None:
    form = {"email": "a@example.org", "name": "A", "role": "employer", "team": ""}
    client.post("/admin/users/invite", form, expect=200)
    assert by_email(session, "a@example.org") is None


@pytest.mark.usefixtures("administrator")
def test_an_account_is_closed_and_opened_again(client: Client, session: Session) -> None:
    user = make_user(session, name="Cilla Ek")
    page = f"/admin/users/{user.id}"
    assert "Stäng kontot för Cilla Ek" in client.get(page)
    assert "Kontot är stängt." in client.follow(f"{page}/disable")
    assert user.active is False
    assert "Kontot är öppet igen." in client.follow(f"{page}/enable")
    assert user.active is True


def test_ones_own_account_is_not_closed(client: Client, administrator: User) -> None:
    page = f"/admin/users/{administrator.id}"
    assert "Stäng kontot" not in client.get(page)
    assert "ditt eget konto" in client.post(f"{page}/disable", expect=409)
    assert administrator.active


@pytest.mark.usefixtures("administrator")
def test_a_new_invitation_is_offered_to_one_who_has_not_come(
    client: Client, session: Session
) -> None:
    user = make_user(session, confirmed_at=None)
    page = f"/admin/users/{user.id}"
    assert "Skicka inbjudan igen" in client.get(page)
    client.post(f"{page}/invite-again")
    assert session.exec(select(QueuedLetter.to)).all() == [user.email]


@pytest.mark.usefixtures("administrator")
def test_one_who_has_lost_her_telephone_is_let_in_without_a_code(
    client: Client, session: Session
) -> None:
    user = make_user(session, tf_totp_secret="secret", tf_primary_method="authenticator")
    page = f"/admin/users/{user.id}"
    assert "Borttappad telefon" in client.get(page)
    client.post(f"{page}/without-code")
    assert not user.has_authenticator


@pytest.mark.usefixtures("administrator")
def test_an_unknown_account_or_step_is_not_found(client: Client, session: Session) -> None:
    client.get("/admin/users/00000000-0000-4000-8000-000000000000", expect=404)
    client.post(f"/admin/users/{make_user(session).id}/radera", expect=404)


def test_the_kind_of_an_agency_is_corrected_and_what_was_written_keeps_its_words(
    client: Client, session: Session, administrator: User
) -> None:
    all_ = make_together(session)
    statuses.settle(session, all_.youth, "registered", since=TODAY, by=all_.sara, now=NOW)
    assert "Arbetsförmedlingen" in words(client.get("/admin/agencies"))
    address = f"/admin/agencies/{all_.employment.id}"
    assert "Spara typen" in words(client.get(address))

    for _twice in range(2):
        assert client.post(address, {"kind": "social_services"}) == "/admin/agencies"

    assert all_.employment.kind is AgencyKind.SOCIAL_SERVICES
    [line] = session.exec(select(AuditEntry).where(AuditEntry.action == "agency.kind_set"))
    assert line.actor_id == administrator.id
    assert line.facts == {"before": "employment_service", "after": "social_services"}
    [seen] = statuses.statuses_for(session, all_.youth, all_.sara)
    assert seen.fields["status"] == "Inskriven, söker jobb"
    client.sign_in(all_.ove).post(address, {"kind": "other"}, expect=403)
