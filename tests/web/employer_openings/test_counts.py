"""What has come of an opening is told in counts from which nobody can be pointed out."""

from sqlmodel import Session

from accounts.models import RoleName, User
from openings.models import Opening, OpeningState
from suggestions.models import SuggestionState
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_caseworker, make_employer, make_opening, make_user, make_youth
from tests.suggestions.makers import make_suggestion

LIST = "/my-openings"


def suit(session: Session, opening: Opening, youths: int, caseworker: User) -> None:
    for _youth in range(youths):
        make_suggestion(session, make_youth(session, caseworker), opening)


def row_of(page: str, headline: str) -> str:
    """The row of a list that begins with this headline."""
    [row] = [each for each in page.split("<tr>") if headline in each]
    return words(row.split("</tr>")[0])


def test_whether_anybody_suits_is_not_told_below_five(client: Client, session: Session) -> None:
    maj, lisa = make_user(session, RoleName.EMPLOYER), make_caseworker(session)
    employer = make_employer(session, maj)
    for headline, youths in (("Ingen", 0), ("Fyra", 4), ("Fem", 5)):
        suit(session, make_opening(session, employer, headline=headline), youths, lisa)
    page = client.sign_in(maj).get(LIST)
    assert row_of(page, "Ingen").endswith("1 0 0–4 0")
    assert row_of(page, "Fyra").endswith("1 0 0–4 0")
    assert row_of(page, "Fem").endswith("1 0 5 0")
    assert "Unga som passar" in client.get("/employer")


def test_not_even_a_count_tells_of_protected_archived_or_dismissed(
    client: Client, session: Session
) -> None:
    maj, lisa = make_user(session, RoleName.EMPLOYER), make_caseworker(session)
    opening = make_opening(session, make_employer(session, maj))
    suit(session, opening, 4, lisa)
    hidden = {"protected_identity": True, "home_municipality": None}
    make_suggestion(session, make_youth(session, lisa, **hidden), opening)
    gone = make_youth(session, lisa, archived_at=opening.created_at)
    make_suggestion(session, gone, opening)
    make_suggestion(session, make_youth(session, lisa), opening, label="possible")
    dismissed = SuggestionState.DISMISSED
    make_suggestion(session, make_youth(session, lisa), opening, state=dismissed)
    page = words(client.sign_in(maj).get(f"{LIST}/{opening.id}"))
    assert "Unga som passar 0–4" in page


def test_looks_by_caseworkers_are_counted_and_those_of_others_are_not(
    client: Client, session: Session
) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    opening = make_opening(session, make_employer(session, maj))
    client.sign_in(make_caseworker(session)).get(f"/openings/{opening.id}")
    client.sign_in(make_user(session, RoleName.STEERING)).get(f"/openings/{opening.id}")
    page = words(client.sign_in(maj).get(f"{LIST}/{opening.id}"))
    assert "Visningar 1" in page


def test_a_draft_has_no_figures_and_a_filled_opening_says_so(
    client: Client, session: Session
) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, maj)
    make_opening(session, employer, headline="Utkastet", state=OpeningState.DRAFT)
    make_opening(session, employer, headline="Fulla", number_of_vacancies=2, taken=2)
    page = client.sign_in(maj).get(LIST)
    assert row_of(page, "Utkastet").endswith("1 – – –")
    assert "Fylld" in row_of(page, "Fulla")


def test_counting_asks_no_more_of_the_database_for_a_longer_list(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    maj, lisa = make_user(session, RoleName.EMPLOYER), make_caseworker(session)
    employer = make_employer(session, maj)
    client.sign_in(maj)

    def queries() -> int:
        suit(session, make_opening(session, employer), 1, lisa)
        session.commit()
        with count_queries() as seen:
            client.get(LIST)
        return len(seen)

    assert queries() == queries() < 12
