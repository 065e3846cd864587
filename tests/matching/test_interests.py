"""What young people say they like leads to occupation groups that exist."""

import pytest

from matching.interests import INTERESTS, groups_for
from reference.occupations import group

FIRST_COLUMN = [line.rpartition(":")[0].split() for line in INTERESTS.strip().splitlines()]


def test_every_interest_leads_to_groups_that_exist() -> None:
    named = {ssyk for column in FIRST_COLUMN for ssyk in column}
    assert len(named) > 60
    assert [ssyk for ssyk in sorted(named) if group(ssyk) is None] == []


@pytest.mark.parametrize(
    ("wish", "first"),
    [
        ("jobba med barn", "5311"),
        ("Städ", "9111"),
        ("lager", "4322"),
        ("bilmek", "7231"),
        ("något med djur", "6122"),
        ("mataffär", "5222"),
        ("klädbutik", "5223"),
        ("jobbe på kjøkken", "5120"),
        ("hjelpe eldre", "5343"),
        ("restaurangkök", "5120"),
        ("IT", "3512"),
        ("programmera spel", "2512"),
        ("vara utomhus", "6113"),
        ("work with children", "5311"),
    ],
)
def test_a_wish_leads_first_to_the_most_typical_group(wish: str, first: str) -> None:
    assert groups_for(wish)[0] == first


@pytest.mark.parametrize("wish", ["", "vet inte", "vad som helst", "bilaga", "komma igång", "itu"])
def test_words_that_only_look_alike_lead_nowhere(wish: str) -> None:
    assert groups_for(wish) == ()


def test_two_likings_in_one_wish_are_both_followed() -> None:
    assert {"5311", "5120"} <= set(groups_for("laga mat åt barn"))
