"""The pages of a plan: goal, activities, versions, meetings, paper, link, and first days."""

from datetime import date, timedelta
from io import BytesIO
from re import search

import pytest
from pypdf import PdfReader
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, TeamMember, User
from foundation import clock
from foundation.translating import HOME
from tests.client import Client, words
from tests.factories import make_caseworker, make_user, make_youth
from youths.first_days.models import Pause, YouthContact
from youths.models import Youth
from youths.plans.models import Activity, ActivityKind, JointMeeting, PersonalLink, PlanVersion


@pytest.fixture
def today() -> date:
    return clock.local_date(clock.now(), HOME)


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    user = make_caseworker(session, name="Sara Lind")
    client.sign_in(user)
    return user


@pytest.fixture
def youth(session: Session, sara: User, today: date) -> Youth:
    return make_youth(session, sara, alias="Räv 7", registered_on=today - timedelta(days=30))


def add_activity(client: Client, youth: Youth, **fields: str) -> str:
    written = {"kind": "course", "what": "Truckkort", "place": "Söderhamn"} | fields
    return client.post(f"/youths/{youth.id}/plan/activities/new", written)


def test_a_plan_is_written_step_by_step_and_told_on_one_page(
    client: Client, session: Session, youth: Youth, today: date
) -> None:
    version = youth.created_at.isoformat()
    client.post(f"/youths/{youth.id}/plan/goal", {"goal": "Bli kock", "version": version})
    add_activity(client, youth, starts_on=today.isoformat())
    activity = session.exec(select(Activity)).one()
    client.post(
        f"/youths/plan/activities/{activity.id}/report",
        {"went": "not_done", "why_not": "moved", "version": activity.updated_at.isoformat()},
    )

    page = words(client.get(f"/youths/{youth.id}/plan"))

    for part in ("Bli kock", "Kurs: Truckkort", "Inte gjort. Flyttat till senare", "Dag 30 av 90"):
        assert part in page
    lines = select(AuditEntry.action).where(AuditEntry.subject_id == youth.id)
    assert set(session.exec(lines)) == {
        "plan.goal_set",
        "activity.planned",
        "activity.reported",
        "plan.viewed",
    }


def test_a_joint_meeting_keeps_the_plan_and_its_decision_stands_on_top(
    client: Client, session: Session, youth: Youth, today: date
) -> None:
    address = f"/youths/{youth.id}/plan/meeting"
    written = {
        "held_on": today.isoformat(),
        "present-0-role": "youth",
        "present-1-role": "social_worker",
        "present-1-agency": "Söderhamns kommun",
        "decision": "Praktik i kök.",
    }
    alone = {**written, "present-1-role": "", "present-1-agency": ""}
    assert "minst en till" in words(client.post(address, alone, expect=200))

    page = words(client.follow(address, written))

    assert "Det här gäller" in page
    assert "Socialsekreterare (Söderhamns kommun)" in page
    meeting = session.exec(select(JointMeeting)).one()
    assert session.exec(select(PlanVersion)).one().id == meeting.version_id


def test_two_versions_are_compared_part_by_part(
    client: Client, session: Session, youth: Youth
) -> None:
    client.get(f"/youths/{youth.id}/plan/versions", expect=404)
    client.post(f"/youths/{youth.id}/plan/keep")
    add_activity(client, youth)
    client.post(f"/youths/{youth.id}/plan/keep")

    page = words(client.get(f"/youths/{youth.id}/plan/versions"))
    same = words(client.get(f"/youths/{youth.id}/plan/versions?before=1&after=1"))

    assert "Kurs: Truckkort – Kurs: Truckkort, Söderhamn" in page
    assert "Ingen skillnad" in same


def test_the_plan_comes_on_paper(client: Client, youth: Youth) -> None:
    add_activity(client, youth)
    client.session.commit()

    answer = client.http.get(f"/youths/{youth.id}/plan/paper")

    text = PdfReader(BytesIO(answer.data)).pages[0].extract_text()
    assert "Kurs: Truckkort" in text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_link_is_shown_once_and_can_be_closed(
    client: Client, session: Session, youth: Youth
) -> None:
    page = client.post(f"/youths/{youth.id}/plan/link", expect=200)
    token = search(r'value="[^"]*/my-plan/open/([^"]+)"', page)
    assert token is not None
    assert "Räv" not in search(r'href="mailto:[^"]*"', page)[0]  # type: ignore[index]
    assert token[1] not in client.get(f"/youths/{youth.id}/plan")
    assert token[1] not in repr(session.exec(select(PersonalLink)).one().model_dump())

    client.post(f"/youths/{youth.id}/plan/link/end")

    client.get(f"/my-plan/open/{token[1]}", expect=410)


def test_contacts_and_pauses_count_in_the_first_days(
    client: Client, session: Session, youth: Youth, today: date
) -> None:
    address = f"/youths/{youth.id}/first-days"
    tomorrow = (today + timedelta(days=1)).isoformat()
    contact = {"made_on": tomorrow, "way": "phone", "reached": "yes"}
    not_yet = client.post(f"/youths/{youth.id}/contacts", contact, expect=200)
    assert "Dagen har inte kommit än" in words(not_yet)
    contact["made_on"] = (today - timedelta(days=28)).isoformat()
    client.post(f"/youths/{youth.id}/contacts", contact)
    paused = {"reason": "work", "starts_on": (today - timedelta(days=9)).isoformat()}
    client.post(f"/youths/{youth.id}/pauses", paused)

    page = words(client.get(address))
    assert "Dag 20. Räkningen står still" in page
    assert "2 dagar efter inskrivningen" in page

    pause = session.exec(select(Pause)).one()
    ended = {"ends_on": (today - timedelta(days=5)).isoformat()}
    client.post(f"/youths/pauses/{pause.id}/end", ended)
    assert "Dag 25." in words(client.get(address))
    client.post(f"/youths/pauses/{pause.id}/remove")
    client.post(f"/youths/contacts/{session.exec(select(YouthContact)).one().id}/remove")
    assert "Dag 30." in words(client.get(address))


def test_a_plan_is_hidden_from_other_teams_and_from_other_roles(
    client: Client, session: Session, youth: Youth
) -> None:
    add_activity(client, youth)
    activity = session.exec(select(Activity)).one()
    addresses = [f"/youths/{youth.id}/{rest}" for rest in PAGES]
    addresses += [f"/youths/plan/activities/{activity.id}/{rest}" for rest in ("edit", "report")]
    client.sign_in(make_caseworker(session))
    for address in addresses:
        client.get(address, expect=404)
    for role in (RoleName.EMPLOYER, RoleName.STEERING, RoleName.ADMINISTRATOR):
        client.sign_in(make_user(session, role))
        client.get(addresses[0], expect=403)


PAGES = (
    "plan",
    "plan/goal",
    "plan/meeting",
    "plan/activities/new",
    "plan/paper",
    "first-days",
    "strengths",
    "support",
)


def test_a_contact_with_health_care_is_hidden_from_the_rest_of_the_team(
    client: Client, session: Session, youth: Youth
) -> None:
    add_activity(client, youth, kind="health_contact", what="", place="")
    assert "Vårdkontakt" in words(client.get(f"/youths/{youth.id}/plan"))
    ali = make_user(session)
    session.add(TeamMember(team_id=youth.team_id, user_id=ali.id))
    client.sign_in(ali)
    activity = session.exec(select(Activity)).one()

    assert activity.kind is ActivityKind.HEALTH_CONTACT
    assert "Vårdkontakt" not in client.get(f"/youths/{youth.id}/plan")
    assert "Vårdkontakt" not in client.get(f"/youths/{youth.id}/plan/activities/new")
    client.get(f"/youths/plan/activities/{activity.id}/edit", expect=404)
