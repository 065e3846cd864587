"""Other weights are tried beside those in force: what would change is counted, nothing is."""

from dataclasses import fields, replace

import pytest
from pydantic import ValidationError
from sqlmodel import Session, select

from matching.weights import DEFAULT_WEIGHTS
from openings.models import Opening
from suggestions import trial
from suggestions.models import Suggestion
from suggestions.trial import Trial, compare
from suggestions.weights import decide, thousandths_of
from tests.conftest import QueryCounter
from tests.factories import NOW, make_caseworker, make_opening, make_user, make_youth
from tests.suggestions.makers import COOK, make_cook

BY_PLACE = replace(DEFAULT_WEIGHTS, occupation=0.0, wish=0.0, distance=0.57)


def make_openings(session: Session) -> None:
    """One that a cook in Söderhamn wants and that is far away, and one that is next door to her."""
    make_opening(session, headline="Kock", occupation=COOK, municipality="0180", county="01")
    make_teaching(session)


def make_teaching(session: Session) -> Opening:
    return make_opening(session, headline="Lärare", description="Du undervisar.", occupation="2341")


def make_commuter(session: Session) -> None:
    """A youth who wants to cook, and who can go as far as Stockholm."""
    make_cook(session, wishes=["kock"], occupations=[COOK], max_commute_km=300)


def test_what_would_change_is_counted(session: Session) -> None:
    make_openings(session)
    make_commuter(session)
    make_commuter(session)

    seen = compare(session, BY_PLACE, now=NOW)

    assert (seen.active, seen.sample, seen.youths, seen.suggestions) == (2, 2, 2, 4)
    assert seen.other_first == 2, "what is near comes before what is wanted"
    assert seen.kept == 1, "the same two, in another order"
    assert seen.likeness < 1
    assert (seen.stronger, seen.weaker) == (2, 2)
    assert seen.before == thousandths_of(DEFAULT_WEIGHTS)
    assert seen.after == thousandths_of(BY_PLACE)


def test_the_same_weights_change_nothing(session: Session) -> None:
    make_openings(session)
    make_commuter(session)
    seen = compare(session, DEFAULT_WEIGHTS, now=NOW)
    assert (seen.youths, seen.kept, seen.likeness) == (1, 1, 1)
    assert (seen.stronger, seen.weaker, seen.other_first) == (0, 0, 0)


def test_they_are_compared_with_those_in_force(session: Session) -> None:
    make_openings(session)
    make_commuter(session)
    decide(session, BY_PLACE, why="Prov", compared={}, by=make_user(session), now=NOW)
    seen = compare(session, BY_PLACE, now=NOW)
    assert seen.before == seen.after == thousandths_of(BY_PLACE)
    assert seen.other_first == 0


def test_openings_that_fall_out_of_the_first_ten_are_not_kept(session: Session) -> None:
    make_commuter(session)
    make_openings(session)
    for _each in range(10):
        make_teaching(session)
    seen = compare(session, BY_PLACE, now=NOW)
    assert seen.suggestions == 10
    assert seen.kept == 0.9
    assert seen.weaker == 0, "the cook is not shown any more"


def test_those_who_have_nothing_to_be_suggested_are_left_out(session: Session) -> None:
    make_openings(session)
    make_commuter(session)
    make_youth(session, home_municipality="2480", max_commute_km=5)
    make_youth(session, archived_at=NOW)
    seen = compare(session, BY_PLACE, now=NOW)
    assert (seen.active, seen.sample, seen.youths) == (2, 2, 1)


def test_where_there_is_nobody_nothing_changes(session: Session) -> None:
    make_openings(session)
    seen = compare(session, BY_PLACE, now=NOW)
    assert (seen.active, seen.youths, seen.suggestions) == (0, 0, 0)
    assert (seen.kept, seen.likeness, seen.other_first) == (1, 1, 0)


def test_of_many_youths_the_same_sample_is_drawn_each_time(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "MOST_COMPARED", 3)
    make_openings(session)
    caseworker = make_caseworker(session)
    for commute in (5, 50, 50, 50, 50, 50):
        make_cook(session, caseworker, max_commute_km=commute)
    seen = [compare(session, BY_PLACE, now=NOW) for _time in range(2)]
    assert (seen[0].active, seen[0].sample, seen[0].youths) == (6, 3, 3)
    assert seen[0] == seen[1]


def test_a_trial_writes_nothing_and_asks_little(
    session: Session, count_queries: QueryCounter
) -> None:
    make_openings(session)
    caseworker = make_caseworker(session)
    for _youth in range(8):
        make_cook(session, caseworker)
    compare(session, BY_PLACE, now=NOW)
    session.expire_all()
    with count_queries() as questions:
        compare(session, BY_PLACE, now=NOW)
    assert len(questions) <= 5
    assert all(each.startswith("SELECT") for each in questions)
    assert session.exec(select(Suggestion)).all() == []


def test_a_trial_is_kept_as_figures_and_nothing_else(session: Session) -> None:
    make_openings(session)
    make_commuter(session)
    seen = compare(session, BY_PLACE, now=NOW)
    assert Trial.from_json(seen.to_json()) == seen
    shares = {"before", "after"}
    counts = {each.name for each in fields(Trial)} - shares
    assert all(isinstance(seen.to_json()[name], int | float) for name in counts)
    with pytest.raises(ValidationError):
        Trial.from_json({"youths": 3})
