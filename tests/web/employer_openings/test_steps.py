"""The list, the preview and the steps of an employer's own openings."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from employers.models import Employer
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningKind, OpeningState
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import TODAY, make_employer, make_opening, make_user

LIST = "/my-openings"


@pytest.fixture
def maj(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER)


@pytest.fixture
def employer(session: Session, maj: User) -> Employer:
    return make_employer(session, maj)


@pytest.fixture
def owner(client: Client, maj: User, employer: Employer) -> Client:
    return client.sign_in(maj)


def test_a_draft_is_published_paused_shown_again_and_closed(
    owner: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer, state=OpeningState.DRAFT)
    page = f"{LIST}/{opening.id}"
    assert "Publicera platsen" in words(owner.get(page))
    for step, state in (
        ("publish", "published"),
        ("pause", "paused"),
        ("resume", "published"),
    ):
        assert owner.post(f"{page}/{step}") == page
        assert opening.state == state
    assert "Vill du stänga platsen ”Köksbiträde”?" in words(owner.get(f"{page}/close"))
    assert opening.state == "published"
    owner.post(f"{page}/close")
    assert opening.state == "closed"
    assert len(session.exec(select(AuditEntry)).all()) == 4


def test_publishing_what_is_incomplete_leads_to_what_is_missing(
    owner: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer, state=OpeningState.DRAFT, occupation=None)
    edit = owner.post(f"{LIST}/{opening.id}/publish")
    assert edit == f"{LIST}/{opening.id}/edit?gaps=1"
    assert "Välj det yrke som ligger närmast." in words(owner.get(edit))
    assert opening.state == "draft"


def test_the_preview_of_an_incomplete_draft_says_what_is_missing(
    owner: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer, state=OpeningState.DRAFT, headline="")
    page = words(owner.get(f"{LIST}/{opening.id}"))
    assert "Skriv en rubrik." in page
    assert "Publicera platsen" not in page


def test_a_move_that_is_not_possible_is_refused_with_words(
    owner: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer, state=OpeningState.CLOSED)
    page = owner.post(f"{LIST}/{opening.id}/pause", expect=409)
    assert "Ladda om och se hur den ligger" in words(page)


def test_a_paused_opening_that_has_passed_is_mended_first(
    owner: Client, session: Session, employer: Employer
) -> None:
    passed = TODAY - timedelta(days=9)
    opening = make_opening(
        session, employer, state=OpeningState.PAUSED, application_deadline=passed
    )
    edit = owner.post(f"{LIST}/{opening.id}/resume")
    assert "Sista ansökningsdagen har passerat" in words(owner.get(edit))


def test_a_copy_opens_as_a_draft(owner: Client, session: Session, employer: Employer) -> None:
    opening = make_opening(session, employer, state=OpeningState.CLOSED)
    page = owner.follow(f"{LIST}/{opening.id}/copy")
    assert "Här är en kopia" in words(page)
    states = session.exec(select(Opening.state).order_by(Opening.state)).all()
    assert states == ["closed", "draft"]


def test_a_draft_is_thrown_away_after_one_question(
    owner: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer, state=OpeningState.DRAFT)
    assert "går inte att få tillbaka" in words(owner.get(f"{LIST}/{opening.id}/discard"))
    assert owner.post(f"{LIST}/{opening.id}/discard") == LIST
    assert session.exec(select(Opening)).all() == []


def test_a_published_opening_is_not_thrown_away(
    owner: Client, session: Session, employer: Employer
) -> None:
    opening = make_opening(session, employer)
    owner.post(f"{LIST}/{opening.id}/discard", expect=409)
    assert session.exec(select(Opening)).one() == opening


GETS = ("", "/edit", "/close", "/discard")
POSTS = ("/edit", "/publish", "/pause", "/resume", "/close", "/copy", "/again", "/discard")


def test_another_employers_opening_is_not_found(owner: Client, session: Session) -> None:
    foreign = make_opening(session)
    for address in GETS:
        owner.get(f"{LIST}/{foreign.id}{address}", expect=404)
    for address in POSTS:
        owner.post(f"{LIST}/{foreign.id}{address}", expect=404)
    assert foreign.state == "published"


@pytest.mark.parametrize("role", [role for role in RoleName if role is not RoleName.EMPLOYER])
def test_staff_do_not_write_openings(client: Client, session: Session, role: RoleName) -> None:
    opening = make_opening(session)
    client.sign_in(make_user(session, role))
    for address in (LIST, f"{LIST}/new", f"{LIST}/{opening.id}"):
        client.get(address, expect=403)


def test_the_list_shows_own_openings_by_state(
    owner: Client, session: Session, employer: Employer
) -> None:
    make_opening(session, employer, headline="Öppen plats")
    make_opening(session, employer, headline="", state=OpeningState.DRAFT)
    make_opening(session, headline="En annans plats")
    page = words(owner.get(LIST))
    assert "Öppen plats" in page
    assert "Plats utan rubrik" in page
    assert "En annans plats" not in page
    assert "Alla 2" in page
    drafts = words(owner.get(f"{LIST}?state=draft"))
    assert "Öppen plats" not in drafts
    assert "Ingen plats är i det läget" in words(owner.get(f"{LIST}?state=closed"))
    assert "Öppen plats" in words(owner.get(f"{LIST}?state=nonsense"))


def test_an_empty_list_says_what_to_do(owner: Client) -> None:
    assert "Du har inga platser än" in words(owner.get(LIST))


def test_the_list_asks_no_more_of_the_database_when_it_is_long(
    owner: Client, session: Session, employer: Employer, count_queries: QueryCounter
) -> None:
    def queries() -> int:
        with count_queries() as seen:
            owner.get(LIST)
        return len(seen)

    make_opening(session, employer)
    few = queries()
    for _time in range(20):
        make_opening(session, employer)
    assert queries() == few


def test_the_same_again_next_term_moves_the_dates_on(
    owner: Client, session: Session, employer: Employer
) -> None:
    dates = {"starts_on": date(2026, 8, 31), "ends_on": date(2026, 12, 18)}
    filled = {"number_of_vacancies": 2, "taken": 2}
    opening = make_opening(session, employer, **dates, **filled, headline="Praktik i köket")
    assert "Samma igen nästa termin" in words(owner.get(f"{LIST}/{opening.id}"))
    edit = owner.post(f"{LIST}/{opening.id}/again")
    assert "Datumen är flyttade" in words(owner.get(edit))
    draft = session.exec(select(Opening).where(Opening.state == OpeningState.DRAFT)).one()
    assert (draft.starts_on, draft.ends_on) == (date(2027, 2, 28), date(2027, 6, 18))
    assert (draft.number_of_vacancies, draft.taken, draft.is_public) == (2, 0, False)


def test_a_summer_job_comes_again_next_summer_and_nothing_in_the_past() -> None:
    summer = OpeningFacts(kind=OpeningKind.SUMMER_JOB, starts_on=date(2024, 6, 10))
    assert summer.moved_on(past=TODAY).starts_on == date(2027, 6, 10)
    old = OpeningFacts(starts_on=date(2020, 1, 15), application_deadline=date(2019, 12, 1))
    moved = old.moved_on(past=TODAY)
    assert (moved.application_deadline, moved.starts_on) == (date(2026, 12, 1), date(2027, 1, 15))
    assert OpeningFacts().moved_on(past=TODAY) == OpeningFacts()


def test_a_norwegian_employer_writes_the_whole_form_in_bokmal(
    client: Client, session: Session
) -> None:
    nora = make_user(session, RoleName.EMPLOYER, language="nb")
    make_employer(session, nora, country="NO", organization_number="923609016")
    form = client.sign_in(nora).get(f"{LIST}/new")
    for text in ("Ny plass", "Overskrift", "Kommune", "Dette kreves", "Arbeidsstedet"):
        assert text in words(form)
    written = {
        "kind": "apprenticeship",
        "headline": "Læreplass på kjøkkenet",
        "occupation_title": "kokk",
        "description": "Du lager mat sammen med oss.",
        "place": "NO-5001",
        "number_of_vacancies": "1",
        "review": "1",
    }
    page = client.follow(f"{LIST}/new", written)
    assert "Læreplass hos" in words(page)
    assert "Trondheim, Trøndelag, Norge" in words(page)
    opening = session.exec(select(Opening)).one()
    assert (opening.country, opening.municipality, opening.occupation) == ("NO", "5001", "5120")
    published = client.follow(f"{LIST}/{opening.id}/publish")
    assert opening.state == "published"
    assert "Plassen er publisert" in words(published)
