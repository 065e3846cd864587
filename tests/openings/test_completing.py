"""What an ad's text asks for fills in what its fields leave open, and never goes before them."""

from dataclasses import replace
from typing import Any

import pytest

from openings.completing import MOST_SKILLS, completed
from openings.models import LanguageNeed, Merits, Needs, Source
from openings.reading import Requirement
from openings.sources.base import Ad
from reference.skills import skills

AD = Ad(source=Source.JOBTECH, source_id="1", headline="Vaktmästare")


def with_text(*lines: str, **fields: Any) -> Ad:
    return completed(replace(AD, description="\n".join(lines), **fields))


def test_what_the_text_demands_becomes_a_requirement_with_its_sentence() -> None:
    ad = with_text(
        "Krav:", "- B-körkort och egen bil", "- Flytande svenska i tal och skrift", "- Fyllt 20 år"
    )
    assert ad.must_have == Needs(
        driving_licences=("B",), languages=(LanguageNeed(language="sv", level="C1"),), own_car=True
    )
    assert ad.minimum_age == 20
    assert [(each.requirement, each.evidence) for each in ad.readings] == [
        (Requirement.DRIVING_LICENCE, "B-körkort och egen bil"),
        (Requirement.OWN_CAR, "B-körkort och egen bil"),
        (Requirement.LANGUAGE, "Flytande svenska i tal och skrift"),
        (Requirement.AGE, "Fyllt 20 år"),
    ]


def test_what_the_text_calls_useful_becomes_a_merit() -> None:
    ad = with_text(
        "Meriterande:",
        "- C-körkort",
        "- Erfarenhet av nattarbete",
        "- Högskoleutbildning i teknik",
        "- Goda kunskaper i engelska i tal och skrift",
    )
    assert ad.must_have == Needs()
    assert ad.experience_required is None
    assert ad.nice_to_have == Merits(
        driving_licences=("C",),
        languages=(LanguageNeed(language="en", level="B2"),),
        experience=True,
        education_level="post_secondary",
    )


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("B-körkort krävs.", {"must_have": Needs(driving_licences=("C",))}),
        ("B-körkort krävs.", {"nice_to_have": Merits(driving_licences=("B",))}),
        (
            "Du måste tala flytande svenska.",
            {"must_have": Needs(languages=(LanguageNeed(language="sv"),))},
        ),
        ("Du måste ha erfarenhet av yrket.", {"experience_required": False}),
        ("Du måste ha högskoleutbildning.", {"education_level": "compulsory"}),
        ("Du måste ha fyllt 20 år.", {"minimum_age": 18}),
    ],
)
def test_a_field_of_the_ad_goes_before_its_text(line: str, fields: dict[str, Any]) -> None:
    told = replace(AD, description=line, **fields)
    assert completed(told) == told


def test_the_length_of_experience_is_read_where_only_the_need_is_told() -> None:
    ad = with_text("Du har minst två års erfarenhet av yrket.", experience_required=True)
    assert (ad.experience_required, ad.experience_months) == (True, 24)


def test_the_highest_of_several_levels_is_asked_for() -> None:
    ad = with_text("Krav:", "- Gymnasieutbildning", "- Civilingenjör inom bygg")
    assert ad.education_level == "post_secondary"


def test_the_headline_is_read_too() -> None:
    assert with_text("Ring oss!", headline="Lastbilschaufför med CE-körkort").must_have == Needs(
        driving_licences=("CE",)
    )


def test_what_is_demanded_goes_before_what_is_useful_wherever_it_stands() -> None:
    ad = with_text("Erfarenhet av butik är meriterande.", "Du måste ha erfarenhet av kassa.")
    assert (ad.experience_required, ad.nice_to_have.experience) == (True, False)
    ad = with_text("Gymnasieutbildning är meriterande.", "Krav:", "- Högskoleutbildning")
    assert (ad.education_level, ad.nice_to_have.education_level) == ("post_secondary", None)


@pytest.mark.parametrize(
    ("country", "labels"),
    [("SE", ("Truckkort",)), ("NO", ("Truckførerbevis",))],
)
def test_skills_are_written_in_the_language_of_the_country(
    country: str, labels: tuple[str, ...]
) -> None:
    ad = with_text("Krav:", "- Truckkort", country=country)
    assert ad.must_have.skills == labels
    assert [(each.requirement, each.value) for each in ad.readings] == [
        (Requirement.SKILL, "forklift_licence")
    ]


def test_a_useful_skill_becomes_a_merit_once() -> None:
    ad = with_text("Meriterande:", "- Truckkort", "- Svetsning", "- Truckkort")
    assert ad.must_have.skills == ()
    assert ad.nice_to_have.skills == ("Truckkort", "Svetsning")


def test_skills_are_read_only_where_the_fields_name_none() -> None:
    told = replace(AD, description="Truckkort krävs.", nice_to_have=Merits(skills=("Svetsa",)))
    assert completed(told) == told


def test_so_many_skills_are_demanded_and_no_more() -> None:
    labels = [each.label_sv for each in skills() if each.kind == "tool"][: 2 * MOST_SKILLS]
    ad = with_text("Krav:", *(f"- {label}" for label in labels))
    assert len(ad.must_have.skills) == MOST_SKILLS


def test_a_text_that_asks_for_nothing_changes_nothing() -> None:
    assert with_text("Välkommen till oss!") == replace(AD, description="Välkommen till oss!")
