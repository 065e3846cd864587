"""Writing openings, and the steps from draft to closed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from employers.models import Employer
from openings import belonging, service
from openings.checks import NotReady
from openings.facts import OpeningFacts
from openings.models import LanguageNeed, Needs, Opening, OpeningState, Source
from openings.states import IllegalMove
from tests.factories import NOW, TODAY, make_employer, make_opening, make_user

LATER = NOW + timedelta(hours=1)
COMPLETE = OpeningFacts(
    headline="Hjälp i köket",
    description="Du hjälper kocken med lunchen.",
    occupation="9412",
    occupation_title="Köksbiträde",
    municipality="2182",
    must_have=Needs(languages=(LanguageNeed(language="sv", level="B1"),)),
)


@pytest.fixture
def author(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER)


@pytest.fixture
def employer(session: Session, author: User) -> Employer:
    return make_employer(session, author, name="Havets kök")


def logged(session: Session, opening: Opening) -> list[str]:
    lines = select(AuditEntry).where(AuditEntry.subject_id == opening.id)
    return [line.action for line in session.exec(lines.order_by(AuditEntry.action))]


def test_a_draft_keeps_every_fact_and_gets_its_county(
    session: Session, author: User, employer: Employer
) -> None:
    draft = service.create_draft(session, employer, COMPLETE, by=author, now=NOW)
    session.expire_all()
    assert OpeningFacts.of(draft) == COMPLETE
    assert (draft.state, draft.county) == (OpeningState.DRAFT, "21")
    assert (draft.employer_name, draft.published_at) == ("Havets kök", None)
    assert logged(session, draft) == ["opening.created"]


def test_an_incomplete_draft_is_saved_but_not_published(
    session: Session, author: User, employer: Employer
) -> None:
    draft = service.create_draft(session, employer, OpeningFacts(), by=author, now=NOW)
    with pytest.raises(NotReady) as refusal:
        service.publish(session, draft, by=author, now=LATER)
    assert [problem.field for problem in refusal.value.problems][:2] == ["headline", "description"]
    assert draft.state is OpeningState.DRAFT


def test_a_draft_that_contradicts_itself_is_refused(
    session: Session, author: User, employer: Employer
) -> None:
    facts = replace(COMPLETE, number_of_vacancies=0)
    with pytest.raises(NotReady):
        service.create_draft(session, employer, facts, by=author, now=NOW)


def test_the_whole_life_of_an_opening_is_logged(
    session: Session, author: User, employer: Employer
) -> None:
    opening = service.create_draft(session, employer, COMPLETE, by=author, now=NOW)
    steps = (service.publish, service.pause, service.resume, service.close)
    states = [step(session, opening, by=author, now=LATER).state for step in steps]
    assert states == ["published", "paused", "published", "closed"]
    assert (opening.published_at, opening.closed_at) == (LATER, LATER)
    assert logged(session, opening) == [
        "opening.closed",
        "opening.created",
        "opening.paused",
        "opening.published",
        "opening.resumed",
    ]


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (OpeningState.DRAFT, service.pause),
        (OpeningState.DRAFT, service.close),
        (OpeningState.PUBLISHED, service.publish),
        (OpeningState.PUBLISHED, service.resume),
        (OpeningState.PAUSED, service.publish),
        (OpeningState.CLOSED, service.publish),
        (OpeningState.CLOSED, service.resume),
        (OpeningState.CLOSED, service.close),
    ],
)
def test_a_move_that_the_table_lacks_is_refused(
    session: Session,
    author: User,
    employer: Employer,
    state: OpeningState,
    step: Callable[..., Opening],
) -> None:
    opening = make_opening(session, employer, state=state)
    with pytest.raises(IllegalMove):
        step(session, opening, by=author, now=LATER)
    assert opening.state is state


def test_a_paused_opening_whose_day_has_passed_is_not_shown_again(
    session: Session, author: User, employer: Employer
) -> None:
    yesterday = TODAY - timedelta(days=1)
    opening = make_opening(
        session, employer, state=OpeningState.PAUSED, application_deadline=yesterday
    )
    with pytest.raises(NotReady):
        service.resume(session, opening, by=author, now=NOW)


def test_a_change_is_logged_by_the_names_of_its_fields_only(
    session: Session, author: User, employer: Employer
) -> None:
    draft = service.create_draft(session, employer, COMPLETE, by=author, now=NOW)
    facts = replace(COMPLETE, headline="Diskare", supervisor="Maj Berg")
    service.change(session, draft, facts, seen_at=draft.updated_at, by=author, now=LATER)
    line = session.exec(select(AuditEntry).where(AuditEntry.action == "opening.changed")).one()
    assert line.facts == {"fields": ["headline", "supervisor"]}
    assert "Maj" not in str(line)
    assert draft.updated_at == LATER


def test_saving_what_is_the_same_changes_nothing(
    session: Session, author: User, employer: Employer
) -> None:
    draft = service.create_draft(session, employer, COMPLETE, by=author, now=NOW)
    service.change(session, draft, COMPLETE, seen_at=NOW, by=author, now=LATER)
    assert draft.updated_at == NOW
    assert logged(session, draft) == ["opening.created"]


def test_a_change_on_top_of_a_version_that_is_gone_is_refused(
    session: Session, author: User, employer: Employer
) -> None:
    draft = service.create_draft(session, employer, COMPLETE, by=author, now=NOW)
    first = replace(COMPLETE, headline="Först")
    service.change(session, draft, first, seen_at=NOW, by=author, now=LATER)
    second = replace(COMPLETE, headline="Sist")
    with pytest.raises(service.ChangedMeanwhile):
        service.change(session, draft, second, seen_at=NOW, by=author, now=LATER)
    assert draft.headline == "Först"


def test_a_published_opening_stays_complete(
    session: Session, author: User, employer: Employer
) -> None:
    opening = make_opening(session, employer)
    facts = replace(OpeningFacts.of(opening), description="")
    with pytest.raises(NotReady):
        service.change(session, opening, facts, seen_at=opening.updated_at, by=author, now=LATER)


def test_vacancies_that_are_taken_cannot_be_taken_away(
    session: Session, author: User, employer: Employer
) -> None:
    opening = make_opening(session, employer, number_of_vacancies=3, taken=2)
    fewer = replace(OpeningFacts.of(opening), number_of_vacancies=1)
    with pytest.raises(NotReady) as refused:
        service.change(session, opening, fewer, seen_at=NOW, by=author, now=LATER)
    assert [problem.field for problem in refused.value.problems] == ["number_of_vacancies"]
    enough = replace(fewer, number_of_vacancies=2)
    service.change(session, opening, enough, seen_at=NOW, by=author, now=LATER)
    assert opening.vacancies_left == 0


@pytest.mark.parametrize(
    "facts", [{"state": OpeningState.CLOSED}, {"employer_id": None, "source": Source.NAV}]
)
def test_what_is_closed_or_imported_is_never_changed(
    session: Session, author: User, facts: dict[str, Any]
) -> None:
    opening = make_opening(session, **facts)
    with pytest.raises(service.NotEditable):
        service.change(session, opening, COMPLETE, seen_at=NOW, by=author, now=LATER)


def test_a_copy_is_a_draft_with_the_same_words_and_no_dates(
    session: Session, author: User, employer: Employer
) -> None:
    facts = replace(COMPLETE, starts_on=date(2027, 1, 4), application_deadline=date(2026, 12, 1))
    opening = service.create_draft(session, employer, facts, by=author, now=NOW)
    copied = service.copy(session, opening, by=author, now=LATER)
    assert OpeningFacts.of(copied) == COMPLETE
    assert (copied.state, copied.created_at) == (OpeningState.DRAFT, LATER)
    assert copied.id != opening.id


def test_an_imported_opening_cannot_be_copied(session: Session, author: User) -> None:
    opening = make_opening(session, employer_id=None, source=Source.JOBTECH)
    with pytest.raises(service.NotEditable):
        service.copy(session, opening, by=author, now=NOW)


def test_a_draft_can_be_thrown_away_and_leaves_a_line_in_the_log(
    session: Session, author: User, employer: Employer
) -> None:
    draft = service.create_draft(session, employer, COMPLETE, by=author, now=NOW)
    service.discard(session, draft, by=author, now=LATER)
    assert session.get(Opening, draft.id) is None
    assert logged(session, draft) == ["opening.created", "opening.discarded"]


def test_what_has_been_published_is_never_thrown_away(session: Session, author: User) -> None:
    opening = make_opening(session, state=OpeningState.CLOSED)
    with pytest.raises(service.PublishedMayNotBeDiscarded):
        service.discard(session, opening, by=author, now=NOW)


def test_the_night_closes_what_has_passed_and_nothing_else(session: Session) -> None:
    yesterday = TODAY - timedelta(days=1)
    passed = [
        make_opening(session, application_deadline=yesterday),
        make_opening(session, ends_on=yesterday),
        make_opening(session, application_deadline=yesterday, state=OpeningState.PAUSED),
    ]
    kept = [
        make_opening(session),
        make_opening(session, application_deadline=TODAY),
        make_opening(session, application_deadline=yesterday, state=OpeningState.DRAFT),
    ]
    assert service.close_expired(session, NOW) == 3
    session.expire_all()
    assert {opening.state for opening in passed} == {OpeningState.CLOSED}
    assert {opening.closed_at for opening in passed} == {NOW}
    assert OpeningState.CLOSED not in {opening.state for opening in kept}
    assert logged(session, passed[0]) == ["opening.expired"]
    assert service.close_expired(session, NOW) == 0


def test_the_last_day_lasts_until_midnight_on_the_wall(session: Session) -> None:
    opening = make_opening(session, application_deadline=TODAY)
    just_before_midnight = NOW.replace(hour=22, minute=59)
    assert service.close_expired(session, just_before_midnight) == 0
    assert service.close_expired(session, just_before_midnight + timedelta(minutes=1)) == 1
    assert opening.state is OpeningState.CLOSED


def test_openings_carry_the_name_that_their_employer_has_now(
    session: Session, employer: Employer
) -> None:
    opening, foreign = make_opening(session, employer), make_opening(session)
    employer.name = "Havets kök och bar"
    belonging.take_name(session, employer)
    session.expire_all()
    assert opening.employer_name == "Havets kök och bar"
    assert foreign.employer_name != "Havets kök och bar"
