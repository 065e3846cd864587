"""Completes an ad by what its running text asks for; what its own fields say goes first.

Only what is used is kept as a reading, with the words that it rests on.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from openings.models import LanguageNeed, Reading
from openings.reading import Finding, Requirement, Weight, read
from openings.sources.base import Ad
from reference import levels
from reference.skills import skill

MOST_SKILLS = 12
"""An ad that seems to demand more has listed what the work is, rather than whom it is for."""


def completed(ad: Ad) -> Ad:
    """Fill in what the ad's fields leave open, by its text."""
    for finding in read(ad.description, ad.headline):
        fuller = _PLACES[finding.requirement](ad, finding)
        if fuller != ad:
            ad = replace(fuller, readings=[*ad.readings, _reading(finding)])
    return ad


def _reading(finding: Finding) -> Reading:
    return Reading(
        requirement=finding.requirement,
        value=finding.value,
        is_demanded=finding.weight is Weight.DEMANDED,
        evidence=finding.evidence,
    )


def _driving_licence(ad: Ad, finding: Finding) -> Ad:
    """A licence that has been read counts where the fields name none."""
    named = {*ad.must_have.driving_licences, *ad.nice_to_have.driving_licences}
    if named - _read_before(ad, Requirement.DRIVING_LICENCE) or finding.value in named:
        return ad
    licences = (*_needs(ad, finding).driving_licences, finding.value)
    return _with(ad, finding, driving_licences=licences)


def _language(ad: Ad, finding: Finding) -> Ad:
    """A language that has been read counts where the fields do not name it."""
    code, _space, level = finding.value.partition(" ")
    spoken = (*ad.must_have.languages, *ad.nice_to_have.languages)
    if code in {each.language for each in spoken} or not levels.languages().get(code):
        return ad
    need = LanguageNeed(language=code, level=level or None)
    return _with(ad, finding, languages=(*_needs(ad, finding).languages, need))


def _experience(ad: Ad, finding: Finding) -> Ad:
    """Experience that has been read counts where the fields say nothing, its length also else."""
    if finding.weight is Weight.USEFUL:
        return ad if ad.experience_required else _with(ad, finding, experience=True)
    if ad.experience_required is False:
        return ad
    months = max(int(finding.value or 0), ad.experience_months or 0)
    return replace(ad, experience_required=True, experience_months=months or None)


def _education(ad: Ad, finding: Finding) -> Ad:
    """A level that has been read counts where the fields name none, the highest of several."""
    told = ad.education_level
    if finding.weight is Weight.USEFUL:
        is_asked_for = ad.nice_to_have.education_level or _reaches(told, finding.value)
        return ad if is_asked_for else _with(ad, finding, education_level=finding.value)
    if told and told not in _read_before(ad, Requirement.EDUCATION):
        return ad
    return ad if _reaches(told, finding.value) else replace(ad, education_level=finding.value)


def _reaches(told: str | None, level: str) -> bool:
    return bool(told) and levels.education_at_least(str(told), level)


def _skill(ad: Ad, finding: Finding) -> Ad:
    """A skill that has been read counts where the fields name none, in the words of the country."""
    named = {*ad.must_have.skills, *ad.nice_to_have.skills}
    found = skill(finding.value)
    read_before = _read_before(ad, Requirement.SKILL)
    if found is None or (named and not read_before):
        return ad
    skills = _needs(ad, finding).skills
    label = found.label("nb" if ad.country == "NO" else "sv")
    if label in named or len(skills) >= MOST_SKILLS:
        return ad
    return _with(ad, finding, skills=(*skills, label))


def _age(ad: Ad, finding: Finding) -> Ad:
    if finding.weight is Weight.USEFUL or ad.minimum_age is not None:
        return ad
    return replace(ad, minimum_age=int(finding.value))


def _own_car(ad: Ad, finding: Finding) -> Ad:
    return _with(ad, finding, own_car=True)


def _authorisation(ad: Ad, finding: Finding) -> Ad:
    return _with(ad, finding, authorisation=True)


_PLACES: dict[Requirement, Callable[[Ad, Finding], Ad]] = {
    Requirement.DRIVING_LICENCE: _driving_licence,
    Requirement.LANGUAGE: _language,
    Requirement.EXPERIENCE: _experience,
    Requirement.EDUCATION: _education,
    Requirement.AUTHORISATION: _authorisation,
    Requirement.AGE: _age,
    Requirement.OWN_CAR: _own_car,
    Requirement.SKILL: _skill,
}
"""How each requirement is written into an ad."""


def _needs(ad: Ad, finding: Finding) -> Any:
    return ad.must_have if finding.weight is Weight.DEMANDED else ad.nice_to_have


def _with(ad: Ad, finding: Finding, **facts: Any) -> Ad:
    """Write facts among what is demanded, or among what is useful."""
    name = "must_have" if finding.weight is Weight.DEMANDED else "nice_to_have"
    return replace(ad, **{name: _needs(ad, finding).model_copy(update=facts)})


def _read_before(ad: Ad, requirement: Requirement) -> set[str]:
    """The values of a requirement that were read, rather than told by the fields."""
    return {each.value for each in ad.readings if each.requirement is requirement}
