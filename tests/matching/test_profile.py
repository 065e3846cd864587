"""Free words become occupation groups."""

import pytest

from matching.facts import Experience
from matching.profile import Aim, Profile, occupation_groups
from tests.matching.making import a_seeker


def aims(*wishes: str, **facts: object) -> list[Aim]:
    return list(Profile.of(a_seeker(wishes=wishes, **facts), None).aims)


@pytest.mark.parametrize(
    ("told", "ssyk"),
    [
        ("kock", "5120"),
        ("jobba som kock", "5120"),
        ("servitør", "5131"),
        ("truckförare", "8344"),
        ("personlig assistent", "5343"),
    ],
)
def test_a_known_title_is_sure(told: str, ssyk: str) -> None:
    assert occupation_groups(told)[0] == (ssyk, 1.0)


@pytest.mark.parametrize(
    ("told", "ssyk"),
    [
        ("jobba med barn", "5311"),
        ("lager", "4322"),
        ("bilmek", "7231"),
        ("klädbutik", "5223"),
        ("underskötterska", "5321"),
        ("jobbe i butikk", "5223"),
    ],
)
def test_a_liking_or_a_misspelt_title_is_likely(told: str, ssyk: str) -> None:
    [(first, confidence), *_rest] = occupation_groups(told)
    assert first == ssyk
    assert 0.6 < confidence < 1


@pytest.mark.parametrize("told", ["", "vet inte", "bli rik", "123"])
def test_words_that_name_no_work_lead_nowhere(told: str) -> None:
    assert occupation_groups(told) == ()


def test_a_wish_seldom_means_the_manager() -> None:
    assert not {"5221", "1730", "4321", "1420"} & {
        ssyk for told in ("butik", "lager", "förskola") for ssyk, _sure in occupation_groups(told)
    }


def test_registered_occupations_are_sure_and_nobody_has_said_them() -> None:
    assert aims(occupations=("9111",)) == [Aim("9111", 1.0)]


def test_each_group_is_aimed_at_once_by_the_surest_words() -> None:
    found = aims("jobba i kök", "kock", "kockar")
    assert found[0] == Aim("5120", 1.0, "kock")
    assert len({aim.ssyk for aim in found}) == len(found)


def test_a_line_of_several_wishes_is_divided() -> None:
    profile = Profile.of(
        a_seeker(wishes=("städ, lager eller kök och bar", "barn / djur", " ")), None
    )
    assert profile.wishes == ("städ", "lager", "kök", "bar", "barn", "djur")


def test_earlier_work_is_known_by_its_code_or_else_by_its_title() -> None:
    done = (Experience("allt möjligt", 3, "9622"), Experience("diskare", 8))
    practices = Profile.of(a_seeker(experience=done), None).practices
    assert [(each.ssyk, each.title, each.months) for each in practices] == [
        ("9622", "allt möjligt", 3),
        ("9412", "diskare", 8),
    ]
