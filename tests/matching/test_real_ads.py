"""Real ads: what a young person says in her own words finds the right ones among them all."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from matching.evaluation import mean, precision_at, reciprocal_rank
from matching.facts import Experience, Seeker, Vacancy
from matching.matcher import OpeningMatcher
from tests.matching.making import a_seeker

WISHES = {
    "jobba med barn": ("531", "342", "911"),
    "barnvakt": ("531", "911"),
    "lager": ("432",),
    "sälja på telefon": ("524",),
    "snabbmat": ("941",),
    "bilrekond": ("912",),
    "äldreboende": ("532", "533", "534"),
    "butik": ("522",),
    "tvätteri": ("815",),
    "programmera": ("251",),
}


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def from_ad(ad: dict[str, Any]) -> Vacancy:
    """Keep what is needed here; the importer of the openings reads everything."""
    return Vacancy(
        id=str(ad["id"]),
        headline=ad["headline"] or "",
        text=ad["description"]["text"] or "",
        occupation=(ad.get("occupation_group") or {}).get("legacy_ams_taxonomy_id"),
        occupation_title=(ad.get("occupation") or {}).get("label"),
        municipality=ad["workplace_address"].get("municipality_code"),
    )


@pytest.fixture(scope="module")
def ads(shared_data: Path) -> list[Vacancy]:
    """Sixty ads of many occupations, and over a thousand about IT, often in English."""
    files = ("ads_se_jobtech.jsonl.gz", "ads_se_goteborg_it.jsonl.gz")
    return [from_ad(ad) for name in files for ad in read(shared_data, name)]


@pytest.fixture(scope="module")
def matcher(ads: Sequence[Vacancy]) -> OpeningMatcher:
    """The ranker, having read them all."""
    return OpeningMatcher().fit(ads)


@pytest.fixture(scope="module")
def occupation_of(ads: Sequence[Vacancy]) -> dict[str, str]:
    """The official group of each ad, empty for those without."""
    return {vacancy.id: vacancy.occupation or "" for vacancy in ads}


@pytest.mark.parametrize("wish", WISHES)
def test_the_first_ad_is_of_the_kind_that_was_meant(
    wish: str, matcher: OpeningMatcher, occupation_of: dict[str, str]
) -> None:
    [first] = matcher.rank(a_seeker(wishes=(wish,)), limit=1)
    assert occupation_of[first.vacancy_id].startswith(WISHES[wish])


def test_it_ads_never_reach_those_who_want_to_work_with_children(
    matcher: OpeningMatcher, occupation_of: dict[str, str]
) -> None:
    seeker = a_seeker(wishes=("jobba med barn",), about="I like to work with children in a team.")
    ranked = matcher.rank(seeker, limit=5)
    assert all(occupation_of[match.vacancy_id] for match in ranked)
    assert not [m for m in ranked if occupation_of[m.vacancy_id].startswith("25")]


def test_the_ranking_is_good_on_the_whole(
    ads: Sequence[Vacancy], matcher: OpeningMatcher, occupation_of: dict[str, str]
) -> None:
    ranks, precisions = [], []
    for wish, kinds in WISHES.items():
        relevant = {v.id for v in ads if (v.occupation or "").startswith(kinds)}
        ranked = [m.vacancy_id for m in matcher.rank(a_seeker(wishes=(wish,)), limit=10)]
        ranks.append(reciprocal_rank(ranked, relevant))
        precisions.append(precision_at(min(3, len(relevant)), ranked, relevant))
    assert mean(ranks) > 0.95
    assert mean(precisions) > 0.85


def test_a_strong_match_is_one_where_the_work_itself_fits(matcher: OpeningMatcher) -> None:
    cook: Seeker = a_seeker(
        wishes=("kök", "servering"),
        experience=(Experience("köksbiträde", 8),),
        home_municipality="0480",
    )
    strong = [match for match in matcher.rank(cook, limit=200) if match.label == "strong"]
    assert strong
    for match in strong:
        assert {"occupation", "occupation_near", "wish", "usual_title", "experience"} & {
            reason.code for reason in match.reasons
        }
