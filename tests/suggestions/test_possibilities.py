"""What would open more openings, counted over what can be applied for today."""

from typing import Any

import pytest
from sqlmodel import Session

from matching.explanation import Exclusion
from matching.possibilities import Change
from openings.models import LanguageNeed, Needs, OpeningState
from suggestions.possibilities import (
    FIRST,
    opened_for,
    possibilities,
    questions_for,
    way_round,
)
from tests.conftest import QueryCounter
from tests.factories import NOW, make_opening
from tests.suggestions.makers import make_cook
from youths.models import LanguageSkill

LICENCE = Change("driving_licence", {"licence": "B"})
UPPSALA: dict[str, Any] = {"municipality": "0380", "county": "03"}
TRONDHEIM: dict[str, Any] = {"country": "NO", "municipality": "5001", "county": "50"}


def counted(session: Session, **facts: Any) -> dict[str, int]:
    """How many openings each kind of change opens for a cook, if any."""
    youth = make_cook(session, **facts)
    opened = opened_for(session, youth, now=NOW)
    return {each.change.code: each.count for each in opened if each.count}


def test_a_licence_opens_what_asks_for_it(session: Session) -> None:
    for _number in range(2):
        make_opening(session, must_have=Needs(driving_licences=("B",)))
    make_opening(session)

    assert counted(session, driving_licences=[]) == {"driving_licence": 2}


def test_each_change_is_counted_by_itself_and_the_one_that_opens_most_is_first(
    session: Session,
) -> None:
    make_opening(session, must_have=Needs(own_car=True))
    make_opening(session, must_have=Needs(languages=(LanguageNeed(language="sv", level="B1"),)))
    for _number in range(3):
        make_opening(session, **TRONDHEIM)
    for _number in range(2):
        make_opening(session, **UPPSALA)
    youth = make_cook(session, own_car=False, languages=[LanguageSkill(language="sv", level="A2")])

    opened = [each for each in opened_for(session, youth, now=NOW) if each.count]

    assert [(each.change.code, each.count) for each in opened] == [
        ("country", 3),
        ("county", 2),
        ("language", 1),
        ("own_car", 1),
    ]


def test_what_cannot_be_applied_for_opens_nothing(session: Session) -> None:
    needs = Needs(driving_licences=("B",))
    make_opening(session, must_have=needs, state=OpeningState.CLOSED)
    make_opening(session, must_have=needs, application_deadline=NOW.date().replace(day=1))

    assert counted(session, driving_licences=[]) == {}


def test_the_first_openings_are_read_along_in_one_query(
    session: Session, count_queries: QueryCounter
) -> None:
    for _number in range(FIRST + 2):
        make_opening(session, must_have=Needs(driving_licences=("B",)))
    make_opening(session, **TRONDHEIM)
    youth = make_cook(session, driving_licences=[])
    opened_for(session, youth, now=NOW)
    session.expunge_all()

    with count_queries() as queries:
        found = possibilities(session, youth, now=NOW)

    assert len([each for each in queries if "FROM opening" in each and "IN (" in each]) == 1
    licence, norway = found[:2]
    assert (licence.change, licence.count, len(licence.first)) == (LICENCE, FIRST + 2, FIRST)
    assert [opening.municipality for opening in norway.first] == ["5001"]


def test_the_best_of_what_opens_stands_first(session: Session) -> None:
    needs = Needs(driving_licences=("B",))
    make_opening(session, must_have=needs, headline="Diskare", occupation="9412")
    make_opening(session, must_have=needs, headline="Köksbiträde", occupation="9412")
    youth = make_cook(session, driving_licences=[], wishes=["köksbiträde"])

    [licence] = [each for each in possibilities(session, youth, now=NOW) if each.count]

    assert [opening.headline for opening in licence.first] == ["Köksbiträde", "Diskare"]


def test_the_question_that_most_hangs_on_comes_first(session: Session) -> None:
    make_opening(session, must_have=Needs(driving_licences=("B",)))
    make_opening(session, must_have=Needs(driving_licences=("B",), own_car=True))
    youth = make_cook(session, skills=["servera"], experience=[])

    asked = questions_for(session, youth, now=NOW)

    assert [(each.question.code, each.openings) for each in asked] == [
        ("driving_licence", 2),
        ("own_car", 1),
    ]


@pytest.mark.parametrize(
    ("exclusion", "change"),
    [
        (Exclusion("driving_licence", {"licence": "B"}), LICENCE),
        (Exclusion("deadline_passed", {"deadline": "2026-11-01"}), None),
        (Exclusion("language", {"language": "sv", "level": "native"}), None),
    ],
)
def test_only_what_a_person_can_change_is_a_way_round(
    exclusion: Exclusion, change: Change | None
) -> None:
    assert way_round(exclusion) == change
