"""The 400 occupation groups, their kin elsewhere, and how near they are to each other."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reference.occupations import (
    OccupationGroup,
    by_isco08,
    by_styrk08,
    fields,
    group,
    groups,
    proximity,
)

codes = st.sampled_from([each.ssyk for each in groups()])


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def known(ssyk: str) -> OccupationGroup:
    found = group(ssyk)
    assert found is not None
    return found


def test_there_are_400_groups_in_order_of_code() -> None:
    assert len(groups()) == 400
    assert list(groups()) == sorted(groups(), key=lambda each: each.ssyk)


def test_a_group_speaks_three_languages() -> None:
    cooks = known("5120")
    assert cooks.label("sv") == "Kockar och kallskänkor"
    assert cooks.label("nb") == "Kokker"
    assert cooks.label("en").startswith("Cooks")
    assert cooks.label("fi") == cooks.label("sv")


@pytest.mark.parametrize("each", groups(), ids=lambda each: each.ssyk)
def test_a_group_is_complete(each: OccupationGroup) -> None:
    assert each.label_sv
    assert each.label_nb
    assert each.label_en
    assert each.isco08
    assert each.styrk08
    assert each.field in fields().codes
    assert 5 <= len(each.titles_sv) <= 20
    assert 5 <= len(each.titles_nb) <= 20


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_a_title_is_neat_and_stands_once_in_its_group(language: str) -> None:
    for each in groups():
        titles = each.titles_sv if language == "sv" else each.titles_nb
        assert len({title.casefold() for title in titles}) == len(titles), each.ssyk
        assert all(title == " ".join(title.split()) for title in titles), each.ssyk


@pytest.mark.parametrize("language", ["sv", "nb"])
def test_hardly_a_title_stands_in_more_than_two_groups(language: str) -> None:
    seen = Counter(
        title.casefold()
        for each in groups()
        for title in (each.titles_sv if language == "sv" else each.titles_nb)
    )
    assert [title for title, times in seen.items() if times > 2] in ([], ["folkehelsekoordinator"])


def test_regulated_occupations_name_their_authority() -> None:
    assert known("2221").regulated_by == "Socialstyrelsen"
    assert known("2341").regulated_by == "Skolverket"
    assert known("5120").regulated_by is None


def test_a_first_job_is_marked() -> None:
    assert known("9412").first_job
    assert not known("2211").first_job


def test_groups_are_found_by_norwegian_and_international_codes() -> None:
    assert [each.ssyk for each in by_styrk08("9112")] == ["9111"]
    assert "5120" in {each.ssyk for each in by_isco08("5120")}
    assert by_styrk08("0000") == ()
    assert by_isco08("none") == ()


def test_unknown_codes_have_no_group_and_are_near_nothing() -> None:
    assert group("0000") is None
    assert proximity("0000", "0000") == 0
    assert proximity("5120", "") == 0


def test_near_groups_share_digits_or_a_field() -> None:
    same, minor, kitchen, far = (
        proximity("5131", "5131"),
        proximity("5131", "5132"),
        proximity("5120", "9412"),
        proximity("5131", "2512"),
    )
    assert same == 1
    assert same > minor > kitchen > far == 0


@given(codes, codes)
def test_proximity_is_between_nothing_and_one(a: str, b: str) -> None:
    assert 0 <= proximity(a, b) <= 1
    assert (proximity(a, b) == 1) == (a == b)


def test_the_fields_are_21_with_labels() -> None:
    assert len(fields()) == 21
    assert fields().codes[0] == "administration"
    assert {each.field for each in groups()} == set(fields().codes)


def test_labels_and_fields_are_official(shared_data: Path) -> None:
    official = table(shared_data / "tax_ssyk4_groups.csv")
    assert {row["ssyk_code_2012"]: row["label"] for row in official} == {
        each.ssyk: each.label_sv for each in groups()
    }
    theirs = defaultdict(set)
    for row in official:
        theirs[row["field_label"]].add(known(row["ssyk_code_2012"]).field)
    assert all(len(ours) == 1 for ours in theirs.values()), theirs


def test_the_mapping_to_isco_is_official(shared_data: Path) -> None:
    theirs = defaultdict(set)
    for row in table(shared_data / "tax_ssyk4_to_isco08.csv"):
        theirs[row["ssyk_code_2012"]].add(row["isco_code_08"])
    assert {each.ssyk: set(each.isco08) for each in groups()} == theirs


def test_every_norwegian_code_leads_to_a_group(shared_data: Path) -> None:
    theirs = {row["styrk08"] for row in table(shared_data / "styrk08_categories_nav.csv")}
    not_a_group = {"0000"}
    assert {code for code in theirs if not by_styrk08(code)} == not_a_group
    assert {code for each in groups() for code in each.styrk08} <= theirs
