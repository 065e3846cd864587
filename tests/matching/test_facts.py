"""What the ranker may know."""

from dataclasses import fields, is_dataclass

import pytest

from matching import facts
from matching.facts import Experience, LanguageLevel, Requirements, SearchArea, Seeker, Vacancy

PROTECTED = (
    "sex", "gender", "kon", "birth_country", "birthplace", "nationality", "citizen", "origin",
    "ethnic", "religion", "health", "disab", "diagnos", "benefit", "income", "support", "name",
    "identity", "orientation",
)  # fmt: skip
ALLOWED = {"search_area"}


@pytest.mark.parametrize(
    "kind", [Seeker, Vacancy, Experience, LanguageLevel, Requirements, SearchArea]
)
def test_no_protected_attribute_has_a_field(kind: type) -> None:
    names = {field.name for field in fields(kind)} - ALLOWED
    assert [name for name in names if any(word in name for word in PROTECTED)] == []


def test_every_kind_of_fact_is_looked_at() -> None:
    kinds = {each for each in vars(facts).values() if is_dataclass(each)}
    assert kinds == {Seeker, Vacancy, Experience, LanguageLevel, Requirements, SearchArea}
