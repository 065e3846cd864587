"""What a young person can step to from other work, and what only the digits put side by side."""

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.labels import LANGUAGES
from reference.occupations import group, groups, proximity
from reference.related import KINDS, Relation, apart, related, relation
from reference.tables import rows

# Measured when the facts were written (0.619 and 0.037), with 0.02 to spare. The facts were
# not tuned to it. Of all pairs of groups, 0.042 are seen.
LEAST_SHARE_SEEN = 0.599
MOST_FAR_SEEN = 0.057

CODES = [each.ssyk for each in groups()]
WRITTEN = [row for row in rows("related_occupations.csv") if row["why"]]
FAR = [row for row in rows("related_occupations.csv") if not row["why"]]
RELATIONS = [each for code in CODES for each in related(code)]
codes = st.sampled_from(CODES)


def test_every_written_relation_is_read_once() -> None:
    pairs = Counter((row["ssyk"], row["other"]) for row in WRITTEN)
    assert [pair for pair, times in pairs.items() if times > 1] == []
    assert pairs.keys() == {(each.ssyk, each.other) for each in RELATIONS}


def test_a_relation_joins_two_known_groups_for_a_known_reason() -> None:
    for each in RELATIONS:
        assert group(each.ssyk), each
        assert group(each.other), each
        assert each.ssyk != each.other
        assert each.why in KINDS.codes, each
        assert 0.3 <= each.nearness <= 0.9, each


def test_every_reason_is_used_and_named_in_three_languages() -> None:
    assert {each.why for each in RELATIONS} == set(KINDS.codes)
    for kind in KINDS:
        assert len({kind.label(language) for language in LANGUAGES}) == 3


@pytest.mark.parametrize("code", [each.ssyk for each in groups() if each.first_job])
def test_a_first_job_leads_to_at_least_four_groups(code: str) -> None:
    assert len(related(code)) >= 4


def test_the_nearest_stands_first_and_equals_by_code() -> None:
    for code in CODES:
        order = [(-each.nearness, each.other) for each in related(code)]
        assert order == sorted(order)
    assert related("9412")[0] == Relation("9412", "9411", "same_workplace", 0.8)


def test_a_code_without_facts_has_no_relations() -> None:
    assert related("0000") == ()
    assert relation("0000", "5120") is None
    assert relation("5120", "5120") is None
    assert apart("", "5120") is None


def test_a_way_in_looks_down_and_a_next_step_looks_up() -> None:
    """What is a usual way in on the one side is never a usual way in on the other."""
    ways_in = {(each.ssyk, each.other) for each in RELATIONS if each.why == "first_step"}
    steps = {(each.ssyk, each.other) for each in RELATIONS if each.why == "next_step"}
    for ways in (ways_in, steps):
        assert [(a, b) for a, b in ways if (b, a) in ways] == []


@pytest.mark.parametrize(
    ("has", "may_do", "why"),
    [
        ("5330", "5321", "next_step"),  # care assistant -> assistant nurse
        ("5321", "5330", "can_be_done_by"),
        ("9412", "5120", "next_step"),  # kitchen assistant -> cook
        ("5120", "9412", "first_step"),
        ("9413", "5131", "same_tasks"),  # café -> waiter
        ("4322", "8344", "same_workplace"),  # warehouse -> forklift
        ("4322", "8329", "same_workplace"),  # warehouse -> delivery van
        ("5311", "5312", "same_people"),  # preschool -> school, the same children
        ("5312", "5311", "same_people"),
        ("9111", "5152", "same_workplace"),  # cleaner -> caretaker
        ("5152", "9622", "can_be_done_by"),
        ("5222", "5230", "can_be_done_by"),  # shop -> checkout
        ("5222", "9332", "same_workplace"),  # shop -> shelf filler
        ("9310", "7111", "next_step"),  # building labourer -> carpenter
        ("8332", "8329", "first_step"),  # wants to drive a lorry -> begins with a van
        ("3360", "5413", "first_step"),  # wants to be a police officer -> begins as a guard
        ("2343", "5311", "first_step"),  # wants to be a preschool teacher
        ("3512", "3514", "next_step"),  # IT support -> networks
        ("7231", "8211", "can_be_done_by"),  # car mechanic -> car assembly
    ],
)
def test_a_caseworker_would_nod(has: str, may_do: str, why: str) -> None:
    found = relation(has, may_do)
    assert found is not None
    assert found.why == why
    assert proximity(has, may_do) >= max(0.4, found.nearness)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9111", "9119"),  # cleaner, nanny
        ("7611", "7612"),  # butcher, baker
        ("5120", "5141"),  # cook, hairdresser
        ("5131", "5152"),  # waiter, caretaker
        ("5161", "5169"),  # undertaker, companion
        ("4211", "4212"),  # croupier, debt collector
        ("3322", "3360"),  # salesperson, police officer
        ("3422", "3451"),  # sports coach, head chef
        ("3512", "3522"),  # IT support, stage light
        ("7122", "7126"),  # floor layer, refrigeration technician
        ("7131", "7133"),  # painter, chimney sweep
        ("9621", "9622"),  # newspaper carrier, caretaker
        ("4410", "4420"),  # archive, post
        ("6210", "6222"),  # forest, fishing
        ("8111", "8131"),  # miner, medicine factory
        ("8321", "8350"),  # taxi, ship's deck
        ("5111", "8332"),  # cabin crew, lorry
        ("2512", "9412"),  # developer, dishwasher
        ("5311", "7212"),  # preschool, welder
    ],
)
def test_a_caseworker_would_shake_her_head(one: str, other: str) -> None:
    assert relation(one, other) is relation(other, one) is None
    assert proximity(one, other) <= 0.2
    assert proximity(other, one) <= 0.2


def test_the_written_fact_wins_over_the_digits() -> None:
    assert proximity("5311", "9119") == 0.55
    assert proximity("9119", "5311") == 0.6
    assert proximity("9111", "9119") == apart("9119", "9111") == 0.1


def test_related_work_is_never_nearer_than_the_work_itself() -> None:
    assert all(proximity(each.ssyk, each.other) < 1 for each in RELATIONS)


@given(codes, codes)
def test_no_two_groups_are_both_related_and_far_apart(a: str, b: str) -> None:
    assert apart(a, b) == apart(b, a)
    assert relation(a, b) is None or apart(a, b) is None


def test_no_relation_at_all_is_contradicted() -> None:
    assert [each for each in RELATIONS if apart(each.ssyk, each.other) is not None] == []


def test_far_pairs_are_small_numbers_about_groups_that_ssyk_puts_side_by_side() -> None:
    pairs = Counter(frozenset((row["ssyk"], row["other"])) for row in FAR)
    assert max(pairs.values()) == 1
    for row in FAR:
        assert 0 <= float(row["nearness"]) <= 0.2
        assert row["ssyk"][:2] == row["other"][:2]
        for beginning in (row["ssyk"], row["other"]):
            assert any(code.startswith(beginning) for code in CODES), row


def test_far_apart_says_something_that_the_digits_do_not() -> None:
    far = {pair for pair in permutations(CODES, 2) if apart(*pair) is not None}
    assert len(far) > 400
    assert all(a[:2] == b[:2] for a, b in far)


def test_public_statistics_see_what_is_related_and_hardly_what_is_far_apart(
    shared_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Similar occupations, "can be done by" and real flows, a pair counted in either direction."""
    seen = {frozenset(pair) for pair in _public_pairs(shared_data)}
    ours = {frozenset((each.ssyk, each.other)) for each in RELATIONS}
    far = {frozenset(pair) for pair in permutations(CODES, 2) if apart(*pair) is not None}
    ours_seen, far_seen = len(ours & seen) / len(ours), len(far & seen) / len(far)
    with capsys.disabled():
        sys.stdout.write(f" seen: {ours_seen:.3f} of related, {far_seen:.3f} of far pairs ")
    assert ours_seen >= LEAST_SHARE_SEEN
    assert far_seen <= MOST_FAR_SEEN


def _public_pairs(data: Path) -> Iterator[tuple[str, str]]:
    ssyk = {
        row["concept_id"]: row["ssyk_code_2012"] for row in _table("tax_occupation_names", data)
    }
    columns = {
        "tax_occupation_similar_af2026": "similar_concept_id",
        "tax_occupation_substitutability": "can_be_done_by_concept_id",
    }
    for name, other in columns.items():
        for row in _table(name, data):
            if row["occupation_concept_id"] in ssyk and row[other] in ssyk:
                yield ssyk[row["occupation_concept_id"]], ssyk[row[other]]
    for row in _table("labour_flow_ssyk4", data):
        yield row["ssyk_code_2012"], row["to_ssyk_code_2012"]


def _table(name: str, data: Path) -> list[dict[str, str]]:
    plain, packed = data / f"{name}.csv", data / f"{name}.csv.gz"
    text = plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())
    return list(csv.DictReader(text.decode().splitlines()))
