"""What is judged once for many is what would be judged one by one."""

from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.columns import COLUMNS, registers
from matching.comparisons import BY_FACT
from matching.facts import Seeker, Vacancy
from matching.findings import NOTHING_ASKED
from matching.numbering import Numbers
from matching.profile import Profile
from matching.rules import RULES, Rule
from matching.tables import EXCLUDED, Tables, cell
from matching.weights import DEFAULT_WEIGHTS
from tests.matching.strategies import TODAY, seekers, vacancies

varied = settings(max_examples=30, deadline=None, derandomize=True)
boards = st.lists(vacancies(), min_size=1, max_size=6)


def numbered(board: list[Vacancy]) -> dict[str, Numbers[Any]]:
    known = dict(registers())
    for name, column in COLUMNS.items():
        for vacancy in board:
            known[name].of(column.of(vacancy))
    return known


def test_a_fact_keeps_its_number_when_more_come() -> None:
    numbers: Numbers[str] = Numbers(lambda: "ab")
    assert [numbers.of(each) for each in "abcab"] == [0, 1, 2, 0, 1]
    assert (numbers.known("c"), numbers.known("d"), len(numbers)) == (2, None, 3)


@varied
@given(boards, seekers)
def test_every_table_says_what_its_rule_or_comparison_says(
    board: list[Vacancy], seeker: Seeker
) -> None:
    known, profile = numbered(board), Profile.of(seeker, TODAY)
    tables = Tables(known, DEFAULT_WEIGHTS)
    for rule, table in zip(RULES, tables.rules, strict=True):
        values = known[rule.column.name].values
        assert table(profile).tolist() == [cell(rule, rule.check(profile, v)) for v in values]
    for name, each in BY_FACT.items():
        most = DEFAULT_WEIGHTS.thousandths(name)
        shares = [each.judge(profile, value).share for value in known[each.column.name].values]
        assert tables.points[name](profile).tolist() == np.rint(np.array(shares) * most).tolist()


@varied
@given(boards, boards, seekers)
def test_a_table_grows_with_the_facts(
    board: list[Vacancy], more: list[Vacancy], seeker: Seeker
) -> None:
    known, profile = numbered(board), Profile.of(seeker, TODAY)
    tables = Tables(known, DEFAULT_WEIGHTS)
    tables.points["occupation"](profile)
    for vacancy in more:
        known["work"].of(COLUMNS["work"].of(vacancy))
    anew = Tables(known, DEFAULT_WEIGHTS).points["occupation"](profile)
    assert tables.points["occupation"](profile).tolist() == anew.tolist()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.check.__name__)
@varied
@given(vacancies(), seekers, seekers, st.data())
def test_a_rule_knows_no_more_of_a_seeker_than_it_says(
    rule: Rule[Any], vacancy: Vacancy, one: Seeker, other: Seeker, data: st.DataObject
) -> None:
    """Mix two seekers until the rule should not tell the mixture from the first."""
    names = [field.name for field in fields(Seeker)]
    mixed = Seeker(
        **{name: getattr(data.draw(st.sampled_from((one, other))), name) for name in names}
    )
    first, second = Profile.of(one, TODAY), Profile.of(mixed, TODAY)
    if rule.asks_of(first) == rule.asks_of(second):
        assert rule(first, vacancy) == rule(second, vacancy)


@varied
@given(vacancies(), seekers)
def test_what_is_asked_for_is_the_same_for_everybody(vacancy: Vacancy, seeker: Seeker) -> None:
    nobody = Profile.of(Seeker(id="nobody"), TODAY)
    profile = Profile.of(seeker, TODAY)
    for rule in RULES:
        if rule.is_requirement:
            assert len(rule(profile, vacancy)) == len(rule(nobody, vacancy))
            assert cell(rule, rule(nobody, vacancy)) != EXCLUDED


def test_a_rule_that_asks_for_nothing_leaves_no_trace() -> None:
    assert [cell(rule, NOTHING_ASKED) for rule in RULES] == [0] * len(RULES)
