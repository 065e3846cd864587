"""How many an opening reaches is told in steps of five, from which nobody can be worked out."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session

from accounts.models import User
from openings.models import LanguageNeed, Needs, Opening, OpeningState
from suggestions.reach import Reach, reach_of
from tests.factories import NOW, make_caseworker, make_opening, make_youth
from youths import service as youths
from youths.models import LanguageSkill

DRIVERS: dict[str, Any] = {"driving_licences": ["B"]}
WALKERS: dict[str, Any] = {"driving_licences": []}


@pytest.fixture
def lisa(session: Session) -> User:
    return make_caseworker(session)


def add(session: Session, lisa: User, count: int, **facts: Any) -> None:
    for _youth in range(count):
        make_youth(session, lisa, **facts)


def asking(session: Session, **facts: Any) -> Opening:
    return make_opening(session, state=OpeningState.DRAFT, **facts)


def reached(session: Session, opening: Opening) -> Reach:
    return reach_of(session, opening, now=NOW)


@pytest.mark.parametrize(("there", "told"), [(0, 0), (4, 0), (5, 5), (9, 5), (10, 10)])
def test_counts_are_rounded_down_to_steps_of_five(
    session: Session, lisa: User, there: int, told: int
) -> None:
    add(session, lisa, there)
    add(session, lisa, 7, home_municipality="1280")
    assert reached(session, asking(session)).least == told


def test_a_widening_is_made_of_rounded_totals_and_surely_five_or_more(
    session: Session, lisa: User
) -> None:
    driving = asking(session, must_have=Needs(driving_licences=("B",)))
    add(session, lisa, 6, **DRIVERS)
    add(session, lisa, 8, **WALKERS)
    assert reached(session, driving) == Reach(5)
    add(session, lisa, 1, **WALKERS)
    [widening] = reached(session, driving).widenings
    assert (widening.code, widening.facts, widening.more) == (
        "driving_licence",
        {"licence": "B"},
        5,
    )


def test_a_language_is_eased_before_it_is_dropped(session: Session, lisa: User) -> None:
    add(session, lisa, 12, languages=[LanguageSkill(language="sv", level="B1")])
    fluent = Needs(languages=(LanguageNeed(language="sv", level="C1"),))
    [widening] = reached(session, asking(session, must_have=fluent)).widenings
    assert widening.facts == {"language": "sv", "level": "B1"}
    simple = Needs(languages=(LanguageNeed(language="ar", level="A1"),))
    [widening] = reached(session, asking(session, must_have=simple)).widenings
    assert widening.facts == {"language": "ar", "level": None}


def test_protected_and_archived_youths_are_never_counted(session: Session, lisa: User) -> None:
    add(session, lisa, 4)
    add(session, lisa, 3, protected_identity=True, home_municipality=None)
    add(session, lisa, 3, archived_at=NOW)
    assert reached(session, asking(session)).least == 0


def test_the_count_follows_every_change(session: Session, lisa: User) -> None:
    opening = asking(session)
    add(session, lisa, 4)
    assert reached(session, opening).least == 0
    fifth = make_youth(session, lisa)
    assert reached(session, opening).least == 5
    fifth.home_municipality, fifth.updated_at = "1280", NOW + timedelta(hours=1)
    session.flush()
    assert reached(session, opening).least == 0
    fifth.home_municipality, fifth.updated_at = "2182", NOW + timedelta(hours=2)
    session.flush()
    assert reached(session, opening).least == 5
    youths.archive(session, fifth, by=lisa, now=NOW + timedelta(hours=3))
    assert reached(session, opening).least == 0
