"""One or two suggestions outside the wishes, by what somebody can."""

from typing import Any

from matching.facts import Experience, Requirements, Vacancy
from matching.matcher import OpeningMatcher
from matching.widening import widening
from reference.occupations import group
from tests.matching.making import TODAY, a_seeker, a_vacancy

COOK, WAREHOUSE, CARE, SHOP = "5120", "4322", "5330", "5223"


def ad(name: str, ssyk: str, headline: str, *skills: str) -> Vacancy:
    return a_vacancy(
        id=name, occupation=ssyk, headline=headline, must_have=Requirements(skills=skills)
    )


ADS = [
    ad("kitchen", COOK, "Kock", "matlagning"),
    ad("store", WAREHOUSE, "Lagermedarbetare", "truckkort"),
    ad("store 2", WAREHOUSE, "Lagermedarbetare", "truckkort"),
    ad("care", CARE, "Vårdbiträde", "hlr"),
    ad("shop", SHOP, "Butikssäljare", "kassavana"),
]


def widened(*, beside: tuple[str, ...] = (), **facts: Any) -> list[str]:
    matcher = OpeningMatcher(as_of=TODAY).fit(ADS)
    occupation_of = {each.id: each.occupation for each in ADS}
    found = widening(matcher, a_seeker(**facts), occupation_of, beside=beside)
    return [match.vacancy_id for match in found]


def test_what_somebody_can_leads_outside_what_she_asks_for() -> None:
    assert widened(occupations=(COOK,), skills=("truckkort", "matlagning")) == ["store"]


def test_each_occupation_comes_once_and_there_are_two_at_most() -> None:
    found = widened(occupations=(COOK,), skills=("truckkort", "HLR", "kassavana"))
    assert len(found) == len({each.split()[0] for each in found}) == 2


def test_what_is_shown_anyway_is_not_shown_twice() -> None:
    facts = {"occupations": (COOK,), "skills": ("truckkort",)}
    assert widened(beside=("store",), **facts) == ["store 2"]


def test_the_same_field_is_no_widening() -> None:
    kitchen_field = group(COOK)
    assert kitchen_field is not None
    chosen = widened(occupations=(COOK,), skills=("matlagning",))
    assert chosen == []


def test_experience_widens_as_skills_do() -> None:
    found = widened(occupations=(COOK,), experience=(Experience("lagerarbetare", 24, WAREHOUSE),))
    assert found == ["store"]


def test_nothing_is_widened_for_who_has_named_no_work_or_can_tell_of_nothing() -> None:
    assert widened(skills=("truckkort",)) == []
    assert widened(occupations=(COOK,)) == []


def test_a_widening_match_is_scored_with_her_wishes_as_any_other() -> None:
    matcher = OpeningMatcher(as_of=TODAY).fit(ADS)
    seeker = a_seeker(occupations=(COOK,), skills=("truckkort",))
    [match] = widening(matcher, seeker, {each.id: each.occupation for each in ADS})[:1]
    assert match == matcher.explain(seeker, match.vacancy_id)
