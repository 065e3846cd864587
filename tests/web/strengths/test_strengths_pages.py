"""Strengths are filled in together; support needs are found on no page but their own."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlmodel import Session, select

from accounts.models import AuditEntry, TeamMember, User
from foundation import clock
from foundation.outbox import QueuedLetter
from suggestions.facts import seeker_of
from tests.browser.pages import pages_of
from tests.client import Client, words
from tests.factories import make_caseworker, make_user, make_youth
from tests.suggestions.makers import make_suggestion
from tests.youths.makers import make_activity
from youths.models import LanguageSkill, Youth
from youths.plans import links, versions
from youths.strengths import support

SECRET = "Hemlighetsfullt stödbehov"


@pytest.fixture
def sara(client: Client, session: Session) -> User:
    user = make_caseworker(session, name="Sara Lind")
    client.sign_in(user)
    return user


@pytest.fixture
def youth(session: Session, sara: User) -> Youth:
    spoken = [LanguageSkill(language="sv")]
    return make_youth(session, sara, alias="Räv 7", skills=[], languages=spoken)


def filled(youth: Youth, **written: Any) -> dict[str, Any]:
    return {
        "version": youth.created_at.isoformat(),
        "general_known": "some",
        "general_skills-0-code": "punctuality",
        "general_skills-0-sureness": "sure",
        "general_skills-0-shown": "Kom i tid hela våren.",
        "own_words": "Jag ger inte upp.",
        "interests_known": "unknown",
        "languages_known": "some",
        "languages-0-language": "sv",
        "languages-0-level": "B1",
        "languages-0-how": "test",
    } | written


def test_what_is_unknown_is_a_question_until_it_is_answered(
    client: Client, session: Session, youth: Youth
) -> None:
    address = f"/youths/{youth.id}/strengths"
    assert "Vilka är dina styrkor?" in words(client.get(address))

    page = words(client.follow(f"{address}/edit", filled(youth)))

    for part in ("Punktlighet", "Helt säkert", "Kom i tid hela våren.", "Svenska: B1"):
        assert part in page
    assert "Vilka är dina styrkor?" not in page
    assert "Vad gör du helst på din fria tid?" in page
    assert "Lägg till i profilen" in page
    session.refresh(youth)
    assert youth.skills == []

    page = words(client.follow(f"{address}/feed"))

    assert "Lägg till i profilen" not in page
    session.refresh(youth)
    assert youth.skills == ["punktlighet"]
    assert youth.languages == [LanguageSkill(language="sv", level="B1")]


def test_a_form_that_does_not_hold_together_comes_back_with_what_was_written(
    client: Client, youth: Youth
) -> None:
    wrong = filled(youth, **{"general_known": "none", "languages-0-level": ""})

    page = client.post(f"/youths/{youth.id}/strengths/edit", wrong, expect=200)

    assert "Svaret är nej, men något står under" in words(page)
    assert "Fyll i under frågan" in words(page)
    assert "Jag ger inte upp." in page


def test_support_needs_open_only_to_the_responsible_and_whom_she_names(
    client: Client, session: Session, youth: Youth
) -> None:
    ali, mia = make_user(session), make_user(session)
    session.add_all(TeamMember(team_id=youth.team_id, user_id=each.id) for each in (ali, mia))
    version = youth.created_at.isoformat()
    address = f"/youths/{youth.id}/support"
    client.post(address, {"words": SECRET, "readers": [str(ali.id)], "version": version})
    assert SECRET in client.get(address)

    client.sign_in(ali)
    assert SECRET in client.get(address)
    assert "stödbehov" in client.get(f"/youths/{youth.id}/strengths")
    client.sign_in(mia)
    client.get(address, expect=404)
    assert "stödbehov" not in client.get(f"/youths/{youth.id}/strengths")
    rows = select(AuditEntry).where(AuditEntry.action == "support_needs.viewed")
    assert len(session.exec(rows).all()) == 2


def test_support_needs_stand_on_no_other_page_in_no_file_letter_or_log(
    app: Flask, client: Client, session: Session, sara: User, youth: Youth
) -> None:
    now, seen = clock.now(), youth.created_at
    support.save(session, youth, SECRET, [], seen=seen, by=sara, now=now)
    suggestion = make_suggestion(session, youth)
    activity = make_activity(youth, starts_on=now.date() - timedelta(days=1))
    session.add(activity)
    token = links.issue(session, youth, by=sara, now=now)
    session.flush()
    ids = {
        "youth_id": youth.id,
        "activity_id": activity.id,
        "suggestion_id": suggestion.id,
        "opening_id": suggestion.opening_id,
    }
    client.post(f"/my-plan/open/{token}")
    client.post(f"/youths/{youth.id}/plan/keep")
    adapter, read = app.url_map.bind(""), 0
    for endpoint in sorted(pages_of(app)):
        rule = next(app.url_map.iter_rules(endpoint))
        if endpoint == "strengths.support_needs" or not rule.arguments <= ids.keys():
            continue
        answer = client.http.get(adapter.build(endpoint, {n: ids[n] for n in rule.arguments}))
        assert SECRET not in answer.get_data(as_text=True), endpoint
        read += answer.status_code == 200
    assert read > 30
    assert SECRET not in repr([row.model_dump() for row in session.exec(select(AuditEntry))])
    assert SECRET not in repr([row.model_dump() for row in session.exec(select(QueuedLetter))])
    assert SECRET not in repr(versions.snapshot(session, youth))
    assert SECRET not in repr(seeker_of(youth))
