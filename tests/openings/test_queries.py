"""Who sees which openings, and what the ranker may choose among."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session

from accounts.models import RoleName
from employers.models import Colleague, ColleagueState
from foundation.errors import NotFound
from openings import queries
from openings.models import Opening, OpeningKind, OpeningState, Source
from openings.queries import Filters, Sort
from tests.factories import NOW, TODAY, make_employer, make_opening, make_user

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def names(openings: list[Opening]) -> list[str]:
    return [opening.headline for opening in openings]


def test_only_what_can_be_applied_for_is_ranked(session: Session) -> None:
    open_ones = [
        make_opening(session),
        make_opening(session, application_deadline=TODAY, ends_on=TOMORROW),
    ]
    for state in (OpeningState.DRAFT, OpeningState.PAUSED, OpeningState.CLOSED):
        make_opening(session, state=state)
    make_opening(session, application_deadline=YESTERDAY)
    make_opening(session, ends_on=YESTERDAY)
    make_opening(session, number_of_vacancies=0)
    ids = [opening.id for opening in open_ones]
    assert [found.id for found in queries.published(session, on=TODAY)] == sorted(ids)


def test_employers_see_their_own_openings_only(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    own = make_opening(session, make_employer(session, author), state=OpeningState.DRAFT)
    foreign = make_opening(session)
    imported = make_opening(session, employer_id=None, source=Source.NAV)
    assert queries.get_visible(session, own.id, to=author) == own
    for other in (foreign, imported):
        with pytest.raises(NotFound):
            queries.get_visible(session, other.id, to=author)


@pytest.mark.parametrize("state", [state for state in ColleagueState if state != "active"])
def test_a_colleague_who_is_not_let_in_sees_nothing(
    session: Session, state: ColleagueState
) -> None:
    author, employer = make_user(session, RoleName.EMPLOYER), make_employer(session)
    tie = Colleague(employer_id=employer.id, user_id=author.id, state=state, asked_at=NOW)
    session.add(tie)
    opening = make_opening(session, employer)
    with pytest.raises(NotFound):
        queries.get_visible(session, opening.id, to=author)


@pytest.mark.parametrize("role", [role for role in RoleName if role is not RoleName.EMPLOYER])
def test_staff_see_every_opening_but_drafts(session: Session, role: RoleName) -> None:
    reader = make_user(session, role)
    draft = make_opening(session, state=OpeningState.DRAFT)
    closed = make_opening(session, state=OpeningState.CLOSED)
    assert queries.get_visible(session, closed.id, to=reader) == closed
    with pytest.raises(NotFound):
        queries.get_visible(session, draft.id, to=reader)


def test_an_unknown_opening_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        queries.get_visible(session, uuid4(), to=make_user(session))


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ["Åkare", "Diskare", "Kokk"]),
        (Filters(words="åkare"), ["Åkare"]),
        (Filters(words="ÅKARE"), ["Åkare"]),
        (Filters(words="disk kök"), ["Diskare"]),
        (Filters(words="100%"), []),
        (Filters(kind=OpeningKind.SUMMER_JOB), ["Diskare"]),
        (Filters(source=Source.NAV), ["Kokk"]),
        (Filters(country="NO", county="50"), ["Kokk"]),
        (Filters(occupation="9412"), ["Diskare"]),
        (Filters(state=OpeningState.CLOSED), ["Åkare"]),
    ],
)
def test_a_list_is_narrowed_by_each_filter(
    session: Session, filters: Filters, found: list[str]
) -> None:
    make_opening(session, headline="Åkare", occupation="8332", state=OpeningState.CLOSED)
    make_opening(
        session, headline="Diskare", kind=OpeningKind.SUMMER_JOB, occupation_title="Kökshjälp"
    )
    make_opening(
        session,
        headline="Kokk",
        source=Source.NAV,
        country="NO",
        county="50",
        municipality="5001",
        occupation="5120",
    )
    listed = session.exec(queries.listed(make_user(session), filters))
    assert sorted(opening.headline for opening in listed) == sorted(found)


def test_lists_are_in_a_fixed_order(session: Session) -> None:
    make_opening(session, headline="b", published_at=NOW, application_deadline=TOMORROW)
    make_opening(session, headline="A", published_at=NOW - timedelta(days=1))
    make_opening(
        session, headline="c", published_at=NOW + timedelta(days=1), application_deadline=TODAY
    )
    reader = make_user(session)
    orders = {
        sort: names(list(session.exec(queries.listed(reader, Filters(sort=sort))))) for sort in Sort
    }
    assert orders == {
        Sort.NEWEST: ["c", "b", "A"],
        Sort.DEADLINE: ["c", "b", "A"],
        Sort.HEADLINE: ["A", "b", "c"],
    }


def test_openings_are_counted_by_state_for_their_employer(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    for state in (OpeningState.DRAFT, OpeningState.DRAFT, OpeningState.CLOSED):
        make_opening(session, employer, state=state)
    make_opening(session)
    assert queries.count_by_state(session, author) == {
        OpeningState.DRAFT: 2,
        OpeningState.PUBLISHED: 0,
        OpeningState.PAUSED: 0,
        OpeningState.CLOSED: 1,
        OpeningState.TWIN: 0,
    }


def test_what_ends_soon_comes_soonest_first(session: Session) -> None:
    author = make_user(session, RoleName.EMPLOYER)
    employer = make_employer(session, author)
    make_opening(session, employer, headline="i morgon", application_deadline=TOMORROW)
    make_opening(session, employer, headline="i dag", ends_on=TODAY)
    make_opening(session, employer, headline="sen", application_deadline=TODAY + timedelta(days=9))
    make_opening(session, employer, headline="aldrig")
    found = queries.ending_soon(session, author, first=TODAY, last=TOMORROW)
    assert names(found) == ["i dag", "i morgon"]
