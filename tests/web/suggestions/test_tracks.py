"""Tracks on the page of a youth's suggestions, youths on that of a track, and the way to a step."""

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, User
from accounts.queries import teams_of
from jobtracks.enrolments import service as enrolments
from jobtracks.models import Gives, StepKind
from suggestions.models import Part
from tests.client import Client, words
from tests.factories import NOW, make_opening
from tests.jobtracks.makers import a_cohort, a_step, a_team
from tests.suggestions.makers import make_suggestion
from tests.suggestions.test_tracks import (
    GIVES_SWEDISH,
    LICENCE,
    SWEDISH,
    TRONDHEIM,
    a_beginner,
    kitchen_track,
)


@pytest.fixture
def ove(client: Client, session: Session) -> User:
    """A signed-in coordinator of a team."""
    _team, user = a_team(session)
    client.sign_in(user)
    return user


def test_a_youth_reads_what_a_track_opens_and_why_it_fits(
    client: Client, session: Session, ove: User
) -> None:
    [team] = teams_of(session, ove)
    track = kitchen_track(session, team, ove)
    a_step(session, track, ove, kind=StepKind.LANGUAGE, title="Svenska", gives=GIVES_SWEDISH)
    for place in ({}, {}, TRONDHEIM):
        make_opening(session, must_have=SWEDISH, **place)
    youth = a_beginner(session, team)

    page = client.get(f"/youths/{youth.id}/suggestions")

    told = "När du är klar passar 3 platser till i ditt sökområde, 1 av dem i Norge."
    assert told in words(page)
    assert "Spåret ger: Svenska B1." in words(page)
    assert f'href="/tracks/{track.id}/enrol?youth={youth.id}"' in page
    assert told in words(client.get(f"/tracks/{track.id}/youths"))
    listed = select(AuditEntry.action).where(AuditEntry.subject_id == youth.id)
    assert "youth.listed" in session.exec(listed).all()

    enrolments.ask(session, a_cohort(session, track, ove), youth, by=ove, now=NOW)
    page = words(client.get(f"/youths/{youth.id}/suggestions"))
    assert "Jobba i kök Intresserad" in page
    assert told not in page


def test_what_is_missing_and_what_hinders_lead_to_the_step_that_gives_it(
    client: Client, session: Session, ove: User
) -> None:
    [team] = teams_of(session, ove)
    track = kitchen_track(session, team, ove)
    gives = Gives(skills=("laga mat",), driving_licences=("B",))
    step = a_step(session, track, ove, title="Kök och körkort", gives=gives)
    youth = a_beginner(session, team)
    hindered = make_opening(session, must_have=LICENCE)
    gap = Part(code="skill", facts={"skill": "laga mat"})
    make_suggestion(session, youth, make_opening(session), gaps=[gap])
    link = f'href="/tracks/{track.id}#step-{step.id}"'

    waiting = client.get(f"/youths/{youth.id}/suggestions")
    beside = client.get(f"/youths/{youth.id}/openings/{hindered.id}")

    for page in (waiting, beside):
        assert link in page
        assert "Det får du i spåret Jobba i kök: Kök och körkort" in words(page)
    assert f'id="step-{step.id}"' in client.get(f"/tracks/{track.id}")
