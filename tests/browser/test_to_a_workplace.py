"""From a suggestion to a workplace and what came of it, on both sides, with and without scripts."""

from collections.abc import Callable, Iterator
from email.message import EmailMessage

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser import steps_on_a_track as track
from tests.browser import steps_to_a_meeting as meeting
from tests.browser import steps_to_an_outcome as outcome
from tests.browser import walk as walks
from tests.browser.conftest import Portal
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser
PHONE = ViewportSize(width=390, height=844)
WIDE = ViewportSize(width=1280, height=900)
Walks = Callable[..., Walk]


@pytest.fixture
def walking(
    chromium: Browser, portal: Portal, post: Callable[[str], EmailMessage]
) -> Iterator[Walks]:
    """Opens the three browsers of a walk, with or without JavaScript."""
    opened: list[Page] = []
    errors: list[str] = []

    def page(size: ViewportSize, *, scripts: bool) -> Page:
        made = chromium.new_page(
            base_url=portal.url,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            viewport=size,
        )
        opened.append(made)
        made.on("pageerror", lambda error: errors.append(str(error)))
        made.set_default_timeout(15_000)
        return made

    def begin(email: str, alias: str, headline: str, *, vacancies: int, scripts: bool) -> Walk:
        with portal.session() as session:
            opening = walks.an_opening(session, email, headline, vacancies)
            youth = walks.a_youth(session, alias)
            session.commit()
            session.refresh(opening)
            session.refresh(youth)
            session.expunge_all()
        return Walk(
            portal=portal,
            caseworker=page(WIDE, scripts=scripts),
            employer=page(PHONE, scripts=scripts),
            youth=page(PHONE, scripts=scripts),
            letter_to=post,
            email=email,
            opening=opening,
            person=youth,
        )

    yield begin
    for each in opened:
        each.close()
    assert errors == []


def to_the_signatures(walk: Walk) -> None:
    """What is alike in every walk, from the suggestion to terms that all three can sign."""
    meeting.take_on(walk)
    meeting.consent_by_link(walk)
    meeting.introduce(walk)
    meeting.answer_by_mail(walk)
    meeting.sign_employer_in(walk)
    meeting.meet(walk)
    outcome.write_agreement(walk)
    outcome.sign_for_municipality(walk)
    outcome.sign_by_link(walk)


def test_the_whole_way_with_scripts_to_a_job_that_fills_the_opening(walking: Walks) -> None:
    walk = walking(
        "sara.kajutan@example.org", "Ronja", "Hjälp i butiken", vacancies=1, scripts=True
    )
    walks.sign_caseworker_in(walk)
    to_the_signatures(walk)
    outcome.sign_on_behalf(walk)
    assert outcome.vacancies(walk) == "0 av 1"
    outcome.follow_up(walk)
    outcome.end(walk, "Jobb hos arbetsgivaren")
    walk.employer.goto(f"/my-openings/{walk.opening.id}")
    expect(walk.employer.get_by_role("button", name="Samma igen nästa termin")).to_be_visible()


def test_the_whole_way_without_scripts_to_studies_that_give_the_vacancy_back(
    walking: Walks,
) -> None:
    walk = walking(
        "bo.norrlager@example.org", "Birk", "Plocka och packa", vacancies=2, scripts=False
    )
    walks.sign_caseworker_in(walk)
    to_the_signatures(walk)
    outcome.sign_in_portal(walk)
    outcome.follow_up(walk)
    assert outcome.vacancies(walk) == "1 av 2"
    outcome.end(walk, "Studier")
    assert outcome.vacancies(walk) == "2 av 2"


def test_a_job_track_from_assessment_to_outcome(walking: Walks) -> None:
    walk = walking("sara.kajutan@example.org", "Love", "Butik i hamnen", vacancies=1, scripts=True)
    with walk.portal.session() as session:
        cohort = track.a_cohort(session, walk)
        session.commit()
        session.refresh(cohort)
        session.expunge_all()
    walks.sign_caseworker_in(walk)
    track.assess(walk)
    track.plan(walk)
    track.take_a_seat(walk)
    track.meet_jointly(walk)
    track.choose_the_workplace(walk)
    to_the_signatures(walk)
    outcome.sign_on_behalf(walk)
    outcome.follow_up(walk)
    outcome.end(walk, "Jobb hos arbetsgivaren")
    track.go_through(walk, cohort)
