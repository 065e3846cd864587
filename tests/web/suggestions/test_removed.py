"""An ad that its source takes down is gone at once: from a youth's pages, and from the letters."""

from typing import Any

from sqlmodel import Session

from accounts.models import User
from digests.caseworker import news
from digests.spans import Span
from foundation import clock
from foundation.translating import HOME
from openings.importing import take_in
from openings.models import Opening, Source
from openings.storing import removal
from suggestions.models import Suggestion, SuggestionState
from tests.client import Client
from tests.digests.making import letters, send
from tests.factories import make_opening, make_youth
from tests.suggestions.makers import make_suggestion
from tests.web.suggestions.addresses import of

HEADLINE = "Kock till pensionatet"


def from_the_feed(session: Session, number: int, **facts: Any) -> Opening:
    ours: dict[str, Any] = {
        "source": Source.JOBTECH,
        "source_id": str(number),
        "headline": HEADLINE,
    }
    return make_opening(session, **ours | facts)


def take_down(session: Session, *openings: Opening) -> None:
    """What a feed does with the news that ads are removed; no night has passed since."""
    told = [
        (number, removal(Source.JOBTECH, str(each.source_id), clock.now()))
        for number, each in enumerate(openings, 1)
    ]
    assert take_in(session, told, now=clock.now()).closed == len(openings)
    session.commit()
    session.expire_all()


def test_a_removed_ad_is_offered_to_nobody_from_that_moment(
    client: Client, session: Session, sara: User
) -> None:
    youth = make_youth(session, sara, alias="Räv 7", occupations=["9412"])
    waits = make_suggestion(session, youth, from_the_feed(session, 1, occupation="9412"))
    put_off = make_suggestion(
        session, youth, from_the_feed(session, 2, headline="Bagare"), state=SuggestionState.LATER,
        later_until=clock.local_date(clock.now(), HOME),
    )  # fmt: skip
    session.commit()
    pages = [of(waits), f"/youths/{youth.id}", f"/youths/{youth.id}/where", "/desk", "/youths"]
    before = {page: client.get(page) for page in pages}
    assert HEADLINE in before[of(waits)]

    take_down(session, waits.opening, put_off.opening)

    for page in pages:
        assert HEADLINE not in client.get(page), page
    assert is_told(session, sara, waits) == (0, 0, 0)


def is_told(session: Session, user: User, suggestion: Suggestion) -> tuple[int, int, int]:
    """What the next letter counts of a youth: suggestions, those that are new, those back."""
    span = Span.since(None, clock.now(), HOME)
    [youth] = [
        each for each in news.of_youths(session, user, span) if each.youth_id == suggestion.youth_id
    ]
    return youth.suggestions, youth.strong, youth.returned.total


def test_the_letter_of_the_week_says_nothing_of_it(session: Session, sara: User) -> None:
    youth = make_youth(session, sara)
    now = clock.now()
    waits = make_suggestion(
        session, youth, from_the_feed(session, 1), first_suggested_at=now, refreshed_at=now
    )
    assert is_told(session, sara, waits) == (1, 1, 0)
    take_down(session, waits.opening)
    send(session, now=now)
    assert [each for each in letters(session) if each.to == sara.email] == []
