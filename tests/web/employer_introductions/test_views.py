"""What an employer sees of an introduction, and nothing else. The leaks are looked for by name."""

from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName
from foundation.outbox import QueuedLetter
from placements import asking, introducing, service
from placements.disclosing import Written
from placements.models import Introduction, Why
from tests.client import Client
from tests.conftest import QueryCounter
from tests.factories import make_employer, make_user
from tests.placements.makers import (
    IN_TIME,
    URL,
    a_youth,
    an_assessment,
    an_employers_opening,
    asked,
    caseworker_of,
    colleague_of,
    introduced,
)
from youths.models import Experience, LanguageSkill

SECRETS: dict[str, Any] = {
    "alias": "Hemligaliaset",
    "wishes": ["Hemligönskan"],
    "skills": ["Hemligkunskap"],
    "about": "Hemligtext",
    "experience": [Experience(title="Hemligerfarenhet", months=7)],
    "languages": [LanguageSkill(language="ti", level="native")],
    "driving_licences": ["CE"],
    "education_level": "compulsory",
    "born": 2004,
    "exchange_id": "Hemlignummer",
}
TRACES = (
    "Hemlig",
    "tigrinja",
    "CE",
    "Grundskola",
    "Fyller",
    "Långtidsarbetslös",
    "long_term",
)
"""What would give away a field that was not ticked."""


def secret_introduction(session: Session) -> Introduction:
    """Only the name is told."""
    made = asked(session, a_youth(session, **SECRETS))
    asking.record_answer(session, made, is_given=True, by=caseworker_of(made), now=IN_TIME)
    assessment = an_assessment("name", written=Written(name="Kim"))
    introducing.introduce(
        session, made, assessment, by=made.youth.responsible, public_url=URL, now=IN_TIME
    )
    return made


def test_no_page_letter_or_export_of_an_employer_holds_what_was_not_ticked(
    client: Client, session: Session
) -> None:
    made = secret_introduction(session)
    client.sign_in(colleague_of(session, made))
    opening = made.opening_id
    reachable = [
        "/employer",
        "/employer/organisation",
        "/my-openings",
        f"/my-openings/{opening}",
        "/my-introductions",
        f"/my-introductions/{made.id}",
        "/account",
    ]
    for address in reachable:
        page = client.get(address)
        for trace in TRACES:
            assert trace not in page, (address, trace)
    assert "Kim" in client.get(f"/my-introductions/{made.id}")
    for letter in session.exec(select(QueuedLetter)):
        for trace in ("Kim", *TRACES):
            assert trace not in letter.subject + letter.text + (letter.html or ""), trace


def test_a_log_line_names_fields_and_never_what_stands_in_them(
    session: Session, caplog: pytest.LogCaptureFixture, client: Client
) -> None:
    made = secret_introduction(session)
    client.sign_in(colleague_of(session, made))
    client.get(f"/my-introductions/{made.id}")
    told = " ".join(str(entry.facts) for entry in session.exec(select(AuditEntry)))
    for trace in ("Kim", *TRACES):
        assert trace not in told + caplog.text


def test_every_look_is_noted(client: Client, session: Session) -> None:
    made = introduced(session)
    colleague = colleague_of(session, made)
    client.sign_in(colleague)
    client.get(f"/my-introductions/{made.id}")
    rows = select(AuditEntry).where(AuditEntry.action == "disclosure.viewed")
    line = session.exec(rows).one()
    assert (line.actor_id, line.subject_id) == (colleague.id, made.youth_id)


def test_when_it_is_over_nothing_is_shown(client: Client, session: Session) -> None:
    made = introduced(session)
    colleague = colleague_of(session, made)
    service.withdraw(
        session, made, Why.WITHDRAWN, by=caseworker_of(made), public_url=URL, now=IN_TIME
    )
    client.sign_in(colleague)
    page = client.get(f"/my-introductions/{made.id}")
    assert "uppgifterna visas inte" in page
    assert "Kim" not in page
    rows = select(AuditEntry).where(AuditEntry.action == "disclosure.viewed")
    assert session.exec(rows).all() == []


def test_an_answer_in_the_portal_is_one_click(client: Client, session: Session) -> None:
    made = introduced(session)
    client.sign_in(colleague_of(session, made))
    assert "Svara på en presentation" in client.get("/employer")
    page = client.follow(f"/my-introductions/{made.id}/answer", {"said": "yes"})
    assert "Ni ska träffas" in page
    client.post(f"/my-introductions/{made.id}/answer", {"said": "no"}, expect=409)
    assert "Svara på en presentation" not in client.get("/employer")


def test_another_employer_sees_nothing(client: Client, session: Session) -> None:
    made = introduced(session)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    client.sign_in(stranger)
    client.get(f"/my-introductions/{made.id}", expect=404)
    client.post(f"/my-introductions/{made.id}/answer", {"said": "yes"}, expect=404)
    assert "Ingen presentation än" in client.get("/my-introductions")


def test_before_she_is_introduced_the_employer_knows_of_nobody(
    client: Client, session: Session
) -> None:
    made = asked(session)
    client.sign_in(colleague_of(session, made))
    client.get(f"/my-introductions/{made.id}", expect=404)


def test_a_list_of_many_asks_few_questions(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    opening = an_employers_opening(session)
    made = introduced(session, asked(session, opening=opening))
    client.sign_in(colleague_of(session, made))
    client.get("/my-introductions")
    with count_queries() as few:
        client.get("/my-introductions")
    for _number in range(2):
        introduced(session, asked(session, opening=opening))
    session.commit()
    with count_queries() as many:
        client.get("/my-introductions")
    assert len(many) <= len(few)
