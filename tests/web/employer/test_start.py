"""Where an employer begins: what waits, and the open openings; people are only counted."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from accounts.models import RoleName, User
from employers.models import Colleague, ColleagueState, Employer
from foundation import clock
from foundation.translating import HOME
from openings.models import OpeningState
from placements.models import Party
from tests.client import Client, words
from tests.factories import NOW, make_employer, make_opening, make_user
from tests.placements.agreements.makers import a_draft, opened, signed_by
from tests.placements.makers import asked, introduced, welcomed

START = "/employer"


@pytest.fixture
def maj(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER, name="Maj Berg")


@pytest.fixture
def employer(session: Session, maj: User) -> Employer:
    return make_employer(session, maj)


@pytest.mark.usefixtures("employer")
def test_a_new_employer_is_welcomed_and_shown_the_first_step(client: Client, maj: User) -> None:
    page = client.sign_in(maj).get(START)
    assert "Skriv din första plats" in words(page)
    assert "/my-openings/new" in page


def test_what_waits_comes_first(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    soon = clock.local_date(clock.now(), HOME) + timedelta(days=2)
    make_opening(session, employer, headline="Diskare", application_deadline=soon)
    make_opening(session, employer, headline="Bagare", state=OpeningState.DRAFT)
    bo = make_user(session, RoleName.EMPLOYER, name="Bo Ek")
    asked = ColleagueState.ASKED
    session.add(Colleague(employer_id=employer.id, user_id=bo.id, state=asked, asked_at=NOW))
    page = words(client.sign_in(maj).get(START))
    assert "1 person vill bli kollega" in page
    assert "Bo Ek" not in page
    assert "2 dagar kvar" in page
    assert "1 utkast är inte publicerat" in page
    assert page.index("Det här väntar") < page.index("Öppna platser")


def test_an_agreement_waits_until_the_employer_has_signed(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    asked_there = asked(session, opening=make_opening(session, employer))
    agreement = opened(
        session, a_draft(session, welcomed(session, introduced(session, asked_there)))
    )
    link = "Skriv under överenskommelsen om Köksbiträde"
    assert link in words(client.sign_in(maj).get(START))
    signed_by(session, agreement, Party.EMPLOYER)
    assert link not in words(client.get(START))


@pytest.mark.usefixtures("employer")
def test_other_employers_openings_are_not_shown(
    client: Client, session: Session, maj: User
) -> None:
    make_opening(session, headline="Bagare hos en annan")
    assert "Bagare hos en annan" not in client.sign_in(maj).get(START)


def test_a_person_without_an_employer_is_told_what_to_do(client: Client, maj: User) -> None:
    page = client.sign_in(maj).get(START)
    assert "Anmäl arbetsgivare" in words(page)
