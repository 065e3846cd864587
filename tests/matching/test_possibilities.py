"""What opens up with a licence, a longer way, another county, Norway or a language."""

from typing import Any

import pytest

from matching.explanation import Exclusion
from matching.facts import LanguageLevel, Requirements, SearchArea, Seeker, Vacancy
from matching.matcher import OpeningMatcher
from matching.possibilities import (
    CHANGES,
    Change,
    change_for,
    everywhere,
    fitting,
    made,
    usual_changes,
    what_opens_up,
)
from tests.matching.making import TODAY, a_seeker, a_vacancy

COOK = "5120"
NEAR_SODERHAMN = SearchArea(max_commute_km=30)


def a_cook(**facts: Any) -> Seeker:
    known = {"occupations": (COOK,), "home_municipality": "2182", "search_area": NEAR_SODERHAMN}
    return a_seeker(**known | facts)


def a_kitchen(name: str, **facts: Any) -> Vacancy:
    return a_vacancy(
        **{"id": name, "headline": "Kock", "occupation": COOK, "municipality": "2182"} | facts
    )


def opened(seeker: Seeker, *kitchens: Vacancy) -> dict[str, tuple[str, ...]]:
    """What each usual change opens, by its code and the fact that tells it apart."""
    matcher = OpeningMatcher(as_of=TODAY).fit([a_kitchen("here"), *kitchens])
    found = what_opens_up(matcher, seeker, usual_changes(seeker))
    return {
        ":".join(map(str, [each.change.code, *each.change.facts.values()])): each.vacancy_ids
        for each in found
        if each.count
    }


def test_each_change_opens_what_only_it_keeps_closed() -> None:
    seeker = a_cook(driving_licences=(), languages=(LanguageLevel("sv", "A2"),), own_car=False)
    assert opened(
        seeker,
        a_kitchen("with licence", must_have=Requirements(driving_licences=("B",))),
        a_kitchen("with Swedish", must_have=Requirements(languages=(LanguageLevel("sv", "B1"),))),
        a_kitchen("with a car", own_car=True),
        a_kitchen("in Hudiksvall", municipality="2184", county="21"),
        a_kitchen("in Malmö", municipality="1280", county="12"),
        a_kitchen("in Oslo", country="NO", municipality="0301", county="03"),
        a_kitchen("closed", is_open=False),
    ) == {
        "driving_licence:B": ("with licence",),
        "language:sv:B1": ("with Swedish",),
        "own_car": ("with a car",),
        "longer_way:30": ("in Hudiksvall",),
        "county:SE:21": ("in Hudiksvall",),
        "county:SE:12": ("in Malmö",),
        "country:NO": ("in Oslo",),
    }


def test_an_opening_that_two_things_keep_closed_is_opened_by_neither() -> None:
    far_and_licence = a_kitchen(
        "far", municipality="1280", must_have=Requirements(driving_licences=("B",))
    )
    assert opened(a_cook(driving_licences=()), far_and_licence) == {}


def test_openings_that_would_hardly_fit_are_not_counted() -> None:
    dentist = a_kitchen("far", headline="Gruvarbetare", occupation="8111", municipality="1280")
    assert opened(a_cook(), dentist) == {}


def test_what_opens_most_is_first() -> None:
    matcher = OpeningMatcher(as_of=TODAY).fit(
        [a_kitchen(f"m{n}", municipality="1280", county="12") for n in range(3)]
        + [a_kitchen("u", municipality="0380", county="03")]
    )
    seeker = a_cook()
    changes = usual_changes(seeker)
    found = what_opens_up(matcher, seeker, changes)
    assert [(each.change.facts["county"], each.count) for each in found[:2]] == [
        ("12", 3),
        ("03", 1),
    ]
    assert len(found) == len(changes)


@pytest.mark.parametrize(
    "area",
    [
        NEAR_SODERHAMN,
        SearchArea(counties=("21",)),
        SearchArea(),
        SearchArea(countries=("SE", "NO")),
    ],
)
def test_looking_everywhere_finds_in_each_county_what_it_alone_would_open(area: SearchArea) -> None:
    kitchens = {
        f"{country}-{seat}-{at}": a_kitchen(
            f"{country}-{seat}-{at}",
            country=country,
            municipality=seat,
            headline=headline,
            occupation=occupation,
        )
        for country, seat in (("SE", "2184"), ("SE", "0380"), ("SE", "1280"), ("NO", "5001"))
        for at, (headline, occupation) in enumerate(
            [
                ("Kock", COOK),
                ("Köksbiträde", "9412"),
                ("Gruvarbetare", "8111"),
                ("Servitör", "5131"),
            ]
        )
    }
    matcher = OpeningMatcher(as_of=TODAY).fit([*kitchens.values()])
    seeker = a_cook(search_area=area)
    now, then = map(set, fitting(matcher, [seeker, everywhere(seeker)]))
    changes = [each for each in usual_changes(seeker) if each.code in {"county", "country"}]
    alone = what_opens_up(matcher, seeker, changes)
    assert then - now == {id_ for each in alone for id_ in each.vacancy_ids}
    assert now <= then


def test_only_changes_that_change_something_are_offered() -> None:
    free = a_seeker(
        driving_licences=("CE",),
        languages=(LanguageLevel("sv", "native"), LanguageLevel("en", "B2")),
        own_car=True,
    )
    assert usual_changes(free) == ()
    assert {change.code for change in usual_changes(a_cook(driving_licences=()))} == {
        "driving_licence",
        "longer_way",
        "country",
        "county",
    }


@pytest.mark.parametrize(
    ("code", "facts", "change"),
    [
        ("driving_licence", {"licence": "C"}, Change("driving_licence", {"licence": "C"})),
        ("country", {"country": "NO"}, Change("country", {"country": "NO"})),
        (
            "language",
            {"language": "no", "level": None},
            Change("language", {"language": "no", "level": "B1"}),
        ),
        (
            "education",
            {"level": "upper_secondary", "have": "compulsory"},
            Change("education", {"level": "upper_secondary"}),
        ),
        ("own_car", {}, Change("own_car")),
        (
            "search_area",
            {"country": "SE", "municipality": "2184", "county": "21", "km": 43.2, "max_km": 30},
            Change("longer_way", {"km": 14}),
        ),
        (
            "search_area",
            {"country": "SE", "municipality": "1280", "county": "12", "km": 700, "max_km": 30},
            Change("county", {"country": "SE", "county": "12"}),
        ),
        ("deadline_passed", {"deadline": "2026-01-01"}, None),
        ("age", {"minimum_age": 18}, None),
    ],
)
def test_an_exclusion_names_what_would_lift_it(
    code: str, facts: dict[str, Any], change: Change | None
) -> None:
    assert change_for(Exclusion(code, facts)) == change


def test_the_change_that_is_named_does_lift_the_exclusion() -> None:
    seeker = a_cook(driving_licences=(), languages=(), own_car=False, education_level="compulsory")
    kitchens = [
        a_kitchen("1", must_have=Requirements(driving_licences=("C",))),
        a_kitchen("2", must_have=Requirements(languages=(LanguageLevel("sv", "C1"),))),
        a_kitchen("3", own_car=True),
        a_kitchen("4", municipality="2184"),
        a_kitchen("5", municipality="1280"),
        a_kitchen("6", country="NO", municipality="0301"),
        a_kitchen("7", education_level="upper_secondary"),
    ]
    matcher = OpeningMatcher(as_of=TODAY).fit(kitchens)
    for kitchen in kitchens:
        [exclusion] = matcher.why_not(seeker, kitchen.id)
        change = change_for(exclusion)
        assert change is not None
        assert change.code in CHANGES
        assert matcher.why_not(made(seeker, change), kitchen.id) == ()
