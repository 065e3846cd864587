"""What an opening far from home takes, as far as the record and the ad tell."""

from datetime import date
from typing import Any

import pytest

from openings.models import LanguageNeed, Needs, Opening, OpeningKind, Reading
from openings.reading import Requirement
from reference import occupations
from reference.relocation import Link, authority_in_norway
from suggestions.relocation import RECOGNITION, Standing, Travel, relocation_for, travel_by
from tests.factories import NOW, TODAY
from youths.models import LanguageSkill, Youth

NURSE = "2221"


def youth(**facts: Any) -> Youth:
    known: dict[str, Any] = {"alias": "Räv", "registered_on": TODAY, "home_municipality": "2182"}
    return Youth(**{"max_commute_km": 50} | known | facts, created_at=NOW, updated_at=NOW)


def opening(**facts: Any) -> Opening:
    known: dict[str, Any] = {"headline": "Kock", "employer_name": "Kaféet", "kind": OpeningKind.JOB}
    place = {"country": "NO", "municipality": "5001", "county": "50"}
    return Opening(**known | place | facts, created_at=NOW, updated_at=NOW)


def test_what_is_near_takes_no_move() -> None:
    near = opening(country="SE", municipality="2182", county="21")
    assert relocation_for(youth(), near) is None


@pytest.mark.parametrize(
    ("km", "travel"),
    [(80, Travel.DAILY), (81, Travel.WEEKLY), (216, Travel.A_DAY), (485, Travel.LONGER)],
)
def test_travel_is_reckoned_by_the_rule_that_the_page_states(km: int, travel: Travel) -> None:
    assert travel_by(km) is travel


def test_the_card_tells_what_she_has_and_lacks_and_what_is_not_known() -> None:
    needs = Needs(languages=(LanguageNeed(language="no", level="B2"), LanguageNeed(language="en")))
    said = "Du behersker norsk godt."
    read = Reading(requirement=Requirement.LANGUAGE, value="no B2", is_demanded=True, evidence=said)
    spoken = [LanguageSkill(language="en", level="B2")]

    found = relocation_for(youth(languages=spoken), opening(must_have=needs, readings=[read]))

    assert found is not None
    told = [(each.language, each.standing, each.evidence) for each in found.spoken]
    assert told == [("no", Standing.LACKS, said), ("en", Standing.HAS, "")]
    swedish = [LanguageSkill(language="sv", level="native")]
    near = relocation_for(youth(languages=swedish), opening(must_have=needs))
    assert near is not None
    assert [each.standing for each in near.spoken] == [Standing.HAS, Standing.LACKS]
    assert near.spoken[0].facts["through"] == "sv"
    unasked = relocation_for(youth(languages=None), opening(must_have=needs))
    assert unasked is not None
    assert {each.standing for each in unasked.spoken} == {Standing.UNKNOWN}


def test_a_regulated_profession_needs_recognition_in_norway_alone() -> None:
    abroad = relocation_for(youth(authorised_occupations=[NURSE]), opening(occupation=NURSE))
    far = opening(country="SE", municipality="0380", county="03", occupation=NURSE)
    at_home = relocation_for(youth(authorised_occupations=[]), far)

    assert abroad is not None
    assert at_home is not None
    assert abroad.profession is not None
    assert at_home.profession is not None
    assert abroad.profession.standing is Standing.HAS
    assert abroad.profession.norwegian is not None
    assert abroad.profession.norwegian.authority == "Helsedirektoratet"
    assert RECOGNITION in abroad.steps
    assert (at_home.profession.standing, at_home.profession.norwegian) == (Standing.LACKS, None)
    assert RECOGNITION not in at_home.steps
    learning = opening(occupation=NURSE, kind=OpeningKind.APPRENTICESHIP)
    supervised = relocation_for(youth(authorised_occupations=[]), learning)
    assert supervised is not None
    assert supervised.profession is None


def test_every_regulated_group_leads_to_somebody_in_norway() -> None:
    for group in occupations.groups():
        assert (authority_in_norway(group) is None) == (group.regulated_by is None)


def test_what_was_checked_over_a_year_ago_is_old() -> None:
    link = Link("NAV", "https://www.nav.no/", date(2025, 11, 22))
    assert link.is_old(TODAY)
    assert not link._replace(checked_on=date(2025, 11, 23)).is_old(TODAY)
    assert not link._replace(checked_on=None).is_old(TODAY)
