"""What a youth would need for an opening far from home: the way there, a home, words, papers.

Nothing here decides anything. Where she stands is judged by the ranking's own hard rules, so that
two parts of a page never disagree; what nobody has asked stays unknown.
"""

from dataclasses import dataclass
from enum import StrEnum

from matching.explanation import Exclusion, Facts
from matching.facts import LanguageLevel
from matching.findings import Finding, Met
from matching.profile import Profile
from matching.rules.competence import Task, must_be_authorised, must_speak
from openings.models import Opening
from openings.reading import Requirement
from openings.reading.housing import housing_in
from reference import occupations
from reference.occupations import OccupationGroup
from reference.relocation import Link, authority_in_norway
from suggestions.facts import seeker_of, vacancy_of
from suggestions.regions import Region, distance_km, region_of
from youths.models import Youth
from youths.search_areas.extent import NORWAY

ROAD_A_CROW_KM = 1.3
"""Kilometres of road to one as the crow flies: a rule of thumb, not measured for the place."""

KM_AN_HOUR = 70
DAY_TRIP_HOURS, WEEK_TRIP_HOURS, DAY_OF_TRAVEL_HOURS = 1.5, 4, 9


class Travel(StrEnum):
    """How long the way is, told by a rule of thumb."""

    DAILY = "daily"
    WEEKLY = "weekly"
    A_DAY = "a_day"
    LONGER = "longer"


class Standing(StrEnum):
    """Whether the record says that she has something, that she has not, or nothing."""

    HAS = "has"
    LACKS = "lacks"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language that the ad asks for, the words it was read in if any, and where she stands.

    `facts` are what the ranking found: `through` is the language by which she meets it.
    """

    language: str
    level: str | None
    evidence: str
    standing: Standing
    facts: Facts


@dataclass(frozen=True, slots=True)
class Profession:
    """A regulated occupation: who authorises, and whether she is authorised in Sweden."""

    swedish_authority: str
    norwegian: Link | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Relocation:
    """What a page tells of an opening that lies far away. Steps are codes of a checklist."""

    is_abroad: bool
    km: int | None
    travel: Travel | None
    housing: str
    housing_read: str
    spoken: tuple[Spoken, ...]
    group: OccupationGroup | None
    profession: Profession | None
    steps: tuple[str, ...]


STEPS_WITHIN_SWEDEN = ("visit", "housing", "employment_service", "move_within_sweden")
STEPS_TO_NORWAY = (
    "visit",
    "housing",
    "tax_card",
    "right_to_work",
    "move_to_norway",
    "social_insurance",
    "nav",
    "eures",
)
RECOGNITION = "recognition"


def relocation_for(youth: Youth, opening: Opening) -> Relocation | None:
    """The card for a youth and an opening; None where she can travel there from home."""
    if region_of(youth, opening) is Region.NEAR:
        return None
    is_abroad = opening.country == NORWAY
    group = occupations.group(opening.occupation) if opening.occupation else None
    profile = Profile.of(seeker_of(youth), None)
    profession = _profession(profile, opening, group) if group else None
    steps = STEPS_TO_NORWAY if is_abroad else STEPS_WITHIN_SWEDEN
    needs_recognition = profession is not None and is_abroad
    km = distance_km(youth, opening)
    return Relocation(
        is_abroad=is_abroad,
        km=km,
        travel=None if km is None else travel_by(km),
        housing=opening.housing,
        housing_read="" if opening.housing else housing_in(opening.description),
        spoken=_spoken(profile, opening),
        group=group,
        profession=profession,
        steps=(*steps, RECOGNITION) if needs_recognition else steps,
    )


def travel_by(km: int) -> Travel:
    """The class of a way: hours by road, reckoned from kilometres as the crow flies."""
    hours = km * ROAD_A_CROW_KM / KM_AN_HOUR
    if hours <= DAY_TRIP_HOURS:
        return Travel.DAILY
    if hours <= WEEK_TRIP_HOURS:
        return Travel.WEEKLY
    return Travel.A_DAY if hours <= DAY_OF_TRAVEL_HOURS else Travel.LONGER


def _spoken(profile: Profile, opening: Opening) -> tuple[Spoken, ...]:
    """The languages asked for, judged as the ranking does; of one read in the text, the words."""
    read = {
        each.value.partition(" ")[0]: each.evidence
        for each in opening.readings
        if each.requirement is Requirement.LANGUAGE and each.is_demanded
    }
    asked = tuple(LanguageLevel(n.language, n.level) for n in opening.must_have.languages)
    return tuple(
        Spoken(
            need.language, need.level, read.get(need.language, ""), _standing(found), found.facts
        )
        for need, found in zip(asked, must_speak(profile, asked), strict=True)
    )


def _profession(profile: Profile, opening: Opening, group: OccupationGroup) -> Profession | None:
    """None where the work is not regulated, or is done under supervision."""
    if group.regulated_by is None:
        return None
    found = must_be_authorised(profile, Task.of(vacancy_of(opening)))
    if not found:
        return None
    norwegian = authority_in_norway(group) if opening.country == NORWAY else None
    return Profession(group.regulated_by, norwegian, _standing(found[0]))


def _standing(found: Finding) -> Standing:
    if isinstance(found, Met):
        return Standing.HAS
    return Standing.LACKS if isinstance(found, Exclusion) else Standing.UNKNOWN
