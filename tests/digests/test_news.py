"""What has happened since the last letter is counted, and only what is one's own."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from accounts.models import RoleName, User
from digests.caseworker import news
from digests.caseworker.content import YouthNews
from digests.employer import news as employer_news
from digests.employer.content import OpeningNews
from digests.spans import NONE, Span, Tally
from employers.models import Colleague, ColleagueRole, ColleagueState, Employer
from foundation.translating import HOME
from openings.models import OpeningState
from suggestions.models import SuggestionState
from tests.conftest import QueryCounter
from tests.digests.making import DAY, PROTECTED, make_suggestion
from tests.factories import (
    NOW,
    TODAY,
    make_caseworker,
    make_employer,
    make_opening,
    make_team,
    make_user,
    make_youth,
)

LAST_MONDAY = Span.since(NOW - 7 * DAY, NOW, HOME)
LATER, NEW = SuggestionState.LATER, SuggestionState.NEW


@pytest.fixture
def caseworker(session: Session) -> User:
    return make_caseworker(session)


@pytest.fixture
def employer(session: Session) -> Employer:
    return make_employer(session)


@pytest.fixture
def owner(session: Session, employer: Employer) -> User:
    return joined(session, employer)


def joined(
    session: Session, employer: Employer, state: ColleagueState = ColleagueState.ACTIVE
) -> User:
    user = make_user(session, RoleName.EMPLOYER)
    session.add(
        Colleague(
            employer_id=employer.id,
            user_id=user.id,
            state=state,
            role=ColleagueRole.OWNER,
            asked_at=NOW - DAY,
        )
    )
    session.flush()
    return user


def only(session: Session, caseworker: User, span: Span = LAST_MONDAY) -> YouthNews:
    (found,) = news.of_youths(session, caseworker, span)
    return found


def test_without_a_letter_before_the_time_told_of_is_a_week() -> None:
    span = Span.since(None, NOW, HOME)
    assert (span.start, span.end) == (NOW - 7 * DAY, NOW)
    assert (span.first_day, span.today) == (TODAY - 7 * DAY, TODAY)


def test_new_suggestions_are_counted_by_label(session: Session, caseworker: User) -> None:
    youth = make_youth(session, caseworker, alias="Räv")
    for label in ("strong", "strong", "good", "possible"):
        make_suggestion(session, youth, label=label)
    found = only(session, caseworker)
    assert (found.name, found.strong, found.good, found.suggestions) == ("Räv", 2, 1, 4)


def test_what_the_last_letter_knew_is_not_new(session: Session, caseworker: User) -> None:
    youth = make_youth(session, caseworker)
    make_suggestion(session, youth, first_suggested_at=LAST_MONDAY.start)
    assert not only(session, caseworker).is_fresh


@pytest.mark.parametrize("state", [SuggestionState.ACCEPTED, SuggestionState.DISMISSED])
def test_what_is_decided_is_neither_new_nor_waiting(
    session: Session, caseworker: User, state: SuggestionState
) -> None:
    youth = make_youth(session, caseworker)
    make_suggestion(session, youth, state=state)
    make_suggestion(session, youth, state=state, first_suggested_at=NOW - 10 * DAY)
    found = only(session, caseworker)
    assert not found.is_fresh
    assert not found.waits


def test_a_strong_suggestion_waits_after_a_week_and_is_told_of_once(
    session: Session, caseworker: User
) -> None:
    youth = make_youth(session, caseworker)
    make_suggestion(session, youth, first_suggested_at=NOW - 10 * DAY)
    make_suggestion(session, youth, first_suggested_at=NOW - 20 * DAY)
    make_suggestion(session, youth, first_suggested_at=NOW - 20 * DAY, label="good")
    assert only(session, caseworker).overdue == Tally(total=2, new=1)


def test_after_a_long_silence_nothing_is_told_twice_in_one_letter(
    session: Session, caseworker: User
) -> None:
    youth = make_youth(session, caseworker)
    make_suggestion(session, youth, first_suggested_at=NOW - 30 * DAY)
    found = only(session, caseworker, Span.since(NOW - 60 * DAY, NOW, HOME))
    assert (found.strong, found.overdue) == (1, NONE)


@pytest.mark.parametrize("state", [LATER, NEW], ids=["not renewed yet", "renewed in the night"])
def test_what_was_put_off_comes_back_on_its_day(
    session: Session, caseworker: User, state: SuggestionState
) -> None:
    youth = make_youth(session, caseworker)
    old = NOW - 30 * DAY
    make_suggestion(session, youth, state=state, first_suggested_at=old, later_until=TODAY)
    make_suggestion(
        session, youth, state=state, first_suggested_at=old, later_until=TODAY - 20 * DAY
    )
    make_suggestion(session, youth, state=LATER, first_suggested_at=old, later_until=TODAY + DAY)
    found = only(session, caseworker)
    assert (found.returned, found.overdue) == (Tally(total=2, new=1), NONE)


def test_withdrawn_suggestions_and_closed_openings_do_not_count(
    session: Session, caseworker: User
) -> None:
    youth = make_youth(session, caseworker)
    make_suggestion(session, youth, is_current=False)
    make_suggestion(session, youth, make_opening(session, state=OpeningState.CLOSED))
    assert only(session, caseworker) == YouthNews(youth_id=youth.id, name=youth.alias)


def test_the_best_two_are_named_and_what_the_week_picked_goes_first(
    session: Session, caseworker: User
) -> None:
    youth = make_youth(session, caseworker)
    for headline, score, facts in (
        ("Kock", 0.9, {}),
        ("Städare", 0.8, {}),
        ("Väktare", 0.7, {"picked_for": "2026-W48"}),
        ("Bagare", 0.95, {"label": "possible"}),
        ("Målare", 0.99, {"state": SuggestionState.DISMISSED}),
    ):
        opening = make_opening(session, headline=headline)
        make_suggestion(session, youth, opening, score=score, **facts)
    assert [pick.headline for pick in only(session, caseworker).picks] == ["Väktare", "Kock"]


def test_a_youth_with_protected_identity_has_no_name_in_letters(
    session: Session, caseworker: User
) -> None:
    make_youth(session, caseworker, alias="Räv", **PROTECTED)
    assert only(session, caseworker).name is None


def test_a_caseworker_hears_only_of_her_own_youths(session: Session, caseworker: User) -> None:
    team = make_team(session, caseworker)
    colleague = make_caseworker(session, team)
    make_suggestion(session, make_youth(session, colleague, team_id=team.id))
    make_suggestion(session, make_youth(session))
    make_suggestion(session, make_youth(session, caseworker, team_id=team.id, archived_at=NOW))
    assert news.of_youths(session, caseworker, LAST_MONDAY) == []


def test_an_employer_hears_how_many_youths_may_suit_and_were_gone_on_with(
    session: Session, employer: Employer, owner: User
) -> None:
    opening = make_opening(session, employer, headline="Kock")
    make_suggestion(session, make_youth(session), opening)
    make_suggestion(session, make_youth(session), opening, label="possible")
    make_suggestion(
        session,
        make_youth(session),
        opening,
        label="good",
        first_suggested_at=NOW - 20 * DAY,
        state=SuggestionState.ACCEPTED,
        decided_at=NOW - DAY,
    )
    assert employer_news.of_openings(session, owner, LAST_MONDAY) == [
        OpeningNews(opening_id=opening.id, headline="Kock", suggested=1, accepted=1)
    ]


def test_an_employer_hears_of_no_youth_who_is_protected_or_archived(
    session: Session, employer: Employer, owner: User
) -> None:
    opening = make_opening(session, employer)
    for youth in (make_youth(session, **PROTECTED), make_youth(session, archived_at=NOW)):
        make_suggestion(
            session, youth, opening, state=SuggestionState.ACCEPTED, decided_at=NOW - DAY
        )
    assert employer_news.of_openings(session, owner, LAST_MONDAY) == []


def test_an_employer_hears_nothing_of_a_closed_opening(
    session: Session, employer: Employer, owner: User
) -> None:
    closed = make_opening(session, employer, state=OpeningState.CLOSED)
    make_suggestion(session, make_youth(session), closed)
    assert employer_news.of_openings(session, owner, LAST_MONDAY) == []


def test_an_employer_hears_nothing_of_other_employers(session: Session, owner: User) -> None:
    stranger = make_employer(session)
    make_suggestion(session, make_youth(session), make_opening(session, stranger))
    make_opening(session, stranger, state=OpeningState.DRAFT)
    make_opening(session, stranger, application_deadline=TODAY + DAY)
    joined(session, stranger, ColleagueState.ASKED)
    assert employer_news.of_openings(session, owner, LAST_MONDAY) == []
    assert employer_news.drafts(session, owner, LAST_MONDAY) == []
    assert employer_news.expiring(session, owner, LAST_MONDAY) == []
    assert employer_news.requests(session, owner, LAST_MONDAY) == NONE


def test_somebody_who_only_asked_to_join_hears_nothing(
    session: Session, employer: Employer
) -> None:
    make_suggestion(session, make_youth(session), make_opening(session, employer))
    asking = joined(session, employer, ColleagueState.ASKED)
    assert employer_news.of_openings(session, asking, LAST_MONDAY) == []
    assert employer_news.requests(session, asking, LAST_MONDAY) == NONE


def test_those_who_ask_to_join_are_counted(
    session: Session, employer: Employer, owner: User
) -> None:
    joined(session, employer, ColleagueState.ASKED)
    older = Span.since(NOW - timedelta(hours=1), NOW, HOME)
    assert employer_news.requests(session, owner, LAST_MONDAY) == Tally(total=1, new=1)
    assert employer_news.requests(session, owner, older) == Tally(total=1, new=0)


def test_a_draft_is_news_in_the_week_it_was_left(
    session: Session, employer: Employer, owner: User
) -> None:
    make_opening(session, employer, headline="Ny", state=OpeningState.DRAFT)
    long_ago = NOW - 30 * DAY
    make_opening(
        session, employer, headline="Gammal", state=OpeningState.DRAFT, updated_at=long_ago
    )
    found = employer_news.drafts(session, owner, LAST_MONDAY)
    assert [(draft.headline, draft.is_new) for draft in found] == [("Ny", True), ("Gammal", False)]


def test_an_opening_is_news_when_two_weeks_are_left(
    session: Session, employer: Employer, owner: User
) -> None:
    for days in (15, 14, 7, -1):
        make_opening(session, employer, headline=str(days), application_deadline=TODAY + days * DAY)
    found = employer_news.expiring(session, owner, LAST_MONDAY)
    assert [(each.headline, each.is_new) for each in found] == [("7", False), ("14", True)]
    assert found[0].last_day == TODAY + 7 * DAY


def test_the_number_of_queries_does_not_grow_with_the_youths(
    session: Session, caseworker: User, count_queries: QueryCounter
) -> None:
    def queries() -> int:
        session.expire_all()
        with count_queries() as run:
            news.of_youths(session, caseworker, LAST_MONDAY)
        return len(run)

    make_suggestion(session, make_youth(session, caseworker))
    before = queries()
    for _number in range(5):
        make_suggestion(session, make_youth(session, caseworker))
    assert queries() == before
