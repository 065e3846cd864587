"""What a digest says follows from counts alone, and without news it says nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digests.caseworker.content import Nearing, ToDo, YouthNews, caseworker_digest
from digests.coordinator.content import CoordinatorDigest, FreeSeats, coordinator_digest
from digests.employer.content import (
    Ahead,
    Draft,
    EmployerDigest,
    Expiring,
    Introduced,
    OpeningNews,
    employer_digest,
)
from digests.message import Line, Part, discreet_name, section
from digests.spans import NONE, Tally
from placements.first_days import Milestones
from placements.waiting import Todo


def youth(name: str | None = "Räv", **facts: Any) -> YouthNews:
    defaults: dict[str, Any] = {"youth_id": uuid4(), "name": name, "suggestions": 1}
    return YouthNews(**(defaults | facts))


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("Räv", "Räv"),
        (" Räv 7 ", "Räv 7"),
        ("SÖD-014", "SÖD-014"),
        ("Amina Hassan", "A.H."),
        ("amina  hassan", "A.H."),
        ("Hassan, Amina", "H.A."),
        ("Anna-Lena Öberg", "A.L.Ö."),
        ("amina_hassan", "A.H."),
        ("amina@example.org", "A.E.O."),
        ("Amina 20050101-1234", "A."),
        ("20050101-1234", None),
        ("2005", None),
        ("7", None),
    ],
)
def test_a_letter_calls_a_youth_by_one_word_or_by_initials(alias: str, name: str | None) -> None:
    assert discreet_name(alias) == name


@given(st.text(alphabet="ABCÅÄÖabcåäö 0123456789-.,@_"))
def test_no_full_name_and_no_row_of_digits_gets_through(alias: str) -> None:
    name = discreet_name(alias) or ""
    assert sum(map(str.isdigit, name)) <= 3
    words = [word for word in name.replace(".", " ").split() if len(word) > 1 and word.isalpha()]
    assert len(words) <= 1


def test_without_youths_there_is_no_letter() -> None:
    assert caseworker_digest([]) is None


@pytest.mark.parametrize(
    "quiet",
    [
        youth(),
        youth(suggestions=0),
        youth(overdue=Tally(3, 0)),
        youth(returned=Tally(2, 0)),
    ],
    ids=["nothing", "no suggestions", "told before", "back before"],
)
def test_what_the_last_letter_told_is_no_reason_for_another(quiet: YouthNews) -> None:
    assert caseworker_digest([quiet]) is None


@pytest.mark.parametrize(
    "news",
    [
        youth(strong=1),
        youth(good=1),
        youth(overdue=Tally(1, 1)),
        youth(returned=Tally(1, 1)),
    ],
    ids=["strong", "good", "overdue", "back"],
)
def test_whatever_has_happened_is_a_reason_for_a_letter(news: YouthNews) -> None:
    assert caseworker_digest([news, youth()]) is not None


def test_a_letter_tells_of_everything_that_waits_too() -> None:
    new = youth("Ny", strong=2, good=1)
    waiting = youth("Vän", overdue=Tally(3, 0), returned=Tally(1, 0))
    without = youth("Utan", suggestions=0)
    digest = caseworker_digest([waiting, without, new])
    assert digest is not None
    assert (digest.fresh, digest.waiting, digest.without) == ((new,), (waiting,), (without,))
    assert {name: count for name, count in digest.counts.items() if count} == {
        "strong": 2,
        "good": 1,
        "overdue": 3,
        "returned": 1,
        "without": 1,
    }


def test_the_youth_with_most_strong_suggestions_comes_first() -> None:
    youths = [youth("B", good=9), youth("C", strong=1), youth("A", good=9), youth("D", strong=4)]
    digest = caseworker_digest(youths)
    assert digest is not None
    assert [each.name for each in digest.fresh] == ["D", "C", "A", "B"]


OPENING = UUID(int=1)
QUIET = OpeningNews(opening_id=OPENING, headline="Kock")


def employers(
    *news: OpeningNews,
    requests: Tally = NONE,
    drafts: tuple[Draft, ...] = (),
    expiring: tuple[Expiring, ...] = (),
) -> EmployerDigest | None:
    return employer_digest(
        EmployerDigest(news=news, requests=requests, drafts=drafts, expiring=expiring)
    )


def old_draft(*, is_new: bool = False) -> Draft:
    return Draft(opening_id=OPENING, headline="Kock", is_new=is_new)


def soon(*, is_new: bool = False) -> Expiring:
    return Expiring(opening_id=OPENING, headline="Kock", last_day=date(2026, 11, 30), is_new=is_new)


def test_an_employer_without_news_gets_no_letter() -> None:
    assert employers() is None
    assert employers(QUIET, requests=Tally(1, 0), drafts=(old_draft(),), expiring=(soon(),)) is None


def test_every_kind_of_news_is_a_reason_to_write_to_an_employer() -> None:
    assert employers(OpeningNews(opening_id=OPENING, headline="Kock", suggested=5))
    assert employers(OpeningNews(opening_id=OPENING, headline="Kock", accepted=5))
    assert employers(requests=Tally(1, 1))
    assert employers(drafts=(old_draft(is_new=True),))
    assert employers(expiring=(soon(is_new=True),))


def test_an_employers_letter_counts_youths_and_leaves_out_quiet_openings() -> None:
    busy = OpeningNews(opening_id=UUID(int=2), headline="Städare", suggested=8, accepted=5)
    digest = employers(QUIET, busy, drafts=(old_draft(),))
    assert digest is not None
    assert digest.news == (busy,)
    told = {name: count for name, count in digest.counts.items() if count}
    assert told == {"accepted": 5, "suggested": 8, "drafts": 1}


def test_the_order_of_an_employers_openings_tells_nothing_of_their_counts() -> None:
    few = OpeningNews(opening_id=UUID(int=2), headline="Bagare", suggested=6)
    more = OpeningNews(opening_id=UUID(int=1), headline="Städare", suggested=9, accepted=7)
    digest = employers(more, few)
    assert digest is not None
    assert digest.news == (few, more)


@pytest.mark.parametrize("few", range(5))
def test_an_employer_cannot_tell_some_few_youths_from_none(few: int) -> None:
    some = OpeningNews(opening_id=OPENING, headline="Kock", suggested=few, accepted=few)
    assert employers(some) is None
    other = OpeningNews(opening_id=UUID(int=2), headline="Städare", suggested=9, accepted=few)
    assert employers(some, other) == employers(QUIET, replace(other, accepted=0))


TASK = ToDo(
    todo=Todo.CALL, youth_id=UUID(int=5), name="Räv", headline="Kock", introduction_id=UUID(int=6)
)
NEAR = Nearing(youth_id=UUID(int=5), name="Räv", left=3, so_far=Milestones())


def test_what_others_wait_for_and_day_90_are_reasons_for_a_letter() -> None:
    assert caseworker_digest([], tasks=[TASK])
    assert caseworker_digest([], nearing=[NEAR])


@pytest.mark.parametrize(
    ("part", "facts"),
    [
        (Part.TASKS, {"tasks": [TASK]}),
        (Part.DAY_90, {"nearing": [NEAR]}),
    ],
)
def test_what_a_caseworker_leaves_out_is_no_reason_for_a_letter(
    part: Part, facts: dict[str, Any]
) -> None:
    assert caseworker_digest([], **facts)
    assert caseworker_digest([], **facts, left_out=[part]) is None
    fresh = caseworker_digest([youth(strong=1)], **facts, left_out=[part])
    assert fresh is not None
    assert (fresh.tasks, fresh.nearing) == ((), ())


def test_without_new_suggestions_in_her_letter_they_are_no_reason_for_it() -> None:
    assert caseworker_digest([youth(strong=1)], left_out=[Part.SUGGESTIONS]) is None


WAITS = Introduced(introduction_id=UUID(int=7), headline="Kock", due_on=None)
MEETING = Ahead(title="Kock", starts_at=datetime(2026, 11, 30, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("part", "facts"),
    [
        (Part.INTRODUCTIONS, EmployerDigest(introductions=(WAITS,))),
        (Part.MEETINGS, EmployerDigest(ahead=(MEETING,))),
        (Part.COLLEAGUES, EmployerDigest(requests=Tally(1, 1))),
        (Part.DRAFTS, EmployerDigest(drafts=(old_draft(is_new=True),))),
        (Part.EXPIRING, EmployerDigest(expiring=(soon(is_new=True),))),
        (
            Part.OPENINGS,
            EmployerDigest(news=(OpeningNews(opening_id=OPENING, headline="Kock", suggested=7),)),
        ),
    ],
)
def test_each_part_of_an_employers_letter_can_be_left_out(
    part: Part, facts: EmployerDigest
) -> None:
    assert employer_digest(facts)
    assert employer_digest(facts, [part]) is None


def test_a_coordinator_hears_of_her_team_and_of_her_own_youths() -> None:
    seats = CoordinatorDigest(seats=(FreeSeats(track_id=UUID(int=8), title="Vård", left=4),))
    own = caseworker_digest([youth(strong=2)])
    assert coordinator_digest(CoordinatorDigest(), None) is None
    assert coordinator_digest(seats, None, [Part.SEATS]) is None
    digest = coordinator_digest(seats, own)
    assert digest is not None
    assert (digest.own, digest.counts["seats"], digest.counts["strong"]) == (own, 4, 2)


def test_a_section_shows_a_few_and_counts_the_rest() -> None:
    lines = [Line(str(number), f"/{number}") for number in range(17)]
    shown = section(Part.TASKS, "Väntar", lines, most=5, rest="/introductions")
    assert shown.lines == tuple(lines[:5])
    assert shown.more == Line("+ 12 till i Farled", "/introductions")
    assert section(Part.TASKS, "Väntar", lines[:5], most=5, rest="/").more is None
