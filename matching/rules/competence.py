"""Rules of competence: licence, car, language, authorisation and education.

Each requirement is met, missing, or not known; what is not known becomes a question.
"""

from typing import NamedTuple

from matching.explanation import Exclusion, Question
from matching.facts import LanguageLevel, Vacancy
from matching.findings import NOTHING_ASKED, Finding, Findings, Met
from matching.profile import Profile
from reference import levels
from reference.occupations import OccupationGroup, group

NEIGHBOURS = {"sv": "no", "no": "sv"}
NORWEGIAN = frozenset({"no", "nb", "nn"})
ENOUGH_FOR_ANY_WORK = "B2"
LONG_EDUCATION = "post_secondary"
NEEDS_LONG_EDUCATION = "2"
SUPERVISED = frozenset({"apprenticeship", "work_placement"})


class Task(NamedTuple):
    """What is to be done, in which form and country, and whether it asks for the authorised."""

    occupation: str | None
    kind: str | None
    country: str
    for_authorised: bool = False

    @classmethod
    def of(cls, vacancy: Vacancy) -> "Task":
        """Read what decides whether authorisation is needed."""
        return cls(
            vacancy.occupation, vacancy.kind, vacancy.country, vacancy.authorisation_required
        )


def must_hold_licences(profile: Profile, licences: tuple[str, ...]) -> Findings:
    """Ask for every licence; a higher class includes the lower ones (CE includes C and B)."""
    return tuple(_licence(profile.seeker.driving_licences, licence) for licence in licences)


def _licence(held: tuple[str, ...] | None, needed: str) -> Finding:
    """Look for one licence, or one that includes it."""
    facts = {"licence": needed}
    if held is None:
        return Question("driving_licence", facts)
    for own in sorted(held):
        if levels.licence_covers((own,), needed):
            return Met("driving_licence_met", {**facts, "held": own})
    return Exclusion("driving_licence", facts)


def must_have_a_car(profile: Profile, needed: bool | None) -> Findings:
    """Ask for the use of a car where the work cannot be done without one."""
    if not needed:
        return NOTHING_ASKED
    has = profile.seeker.own_car
    if has is None:
        return (Question("own_car"),)
    return (Met("own_car_met"),) if has else (Exclusion("own_car"),)


def must_speak(profile: Profile, languages: tuple[LanguageLevel, ...]) -> Findings:
    """Ask for every language at its level."""
    return tuple(_language(profile.seeker.languages, need) for need in languages)


def _language(spoken: tuple[LanguageLevel, ...] | None, need: LanguageLevel) -> Finding:
    """Look for one language.

    Swedish at B2 or more counts as Norwegian one level lower, and the reverse. Where an ad
    names no level, B2 is enough for any work we know of; less is a question.
    """
    facts = {"language": need.language, "level": need.level}
    if spoken is None:
        return Question("language", facts)
    wanted = one_code(need.language)
    own = [each for each in spoken if one_code(each.language) == wanted]
    near = [each for each in spoken if NEIGHBOURS.get(one_code(each.language)) == wanted]
    counted = [(each, each.level) for each in own]
    counted += [(each, _one_step_lower(each.level)) for each in near]
    for each, counts_as in counted:
        if counts_as and levels.at_least(counts_as, need.level or ENOUGH_FOR_ANY_WORK):
            return Met("language_met", {**facts, "have": each.level, "through": each.language})
    unsure = any(each.level is None for each in own + near)
    if unsure or (own and need.level is None):
        return Question("language_level", facts)
    return Exclusion("language", facts)


def must_be_authorised(profile: Profile, task: Task) -> Findings:
    """Ask for authorisation in a regulated occupation.

    An apprenticeship and a work placement are done under supervision, and are the way there; a
    summer job in a regulated occupation is still work in it, and no exception.
    An authorisation in a neighbouring group under the same authority may hold or not, and is
    asked about. Norway is taken to regulate what Sweden does, under an authority of its own; the
    one named is Sweden's. Where SSYK puts the occupation at higher-education level (major group
    2), a seeker known to have less cannot be authorised, whatever is left to ask.
    """
    if task.kind in SUPERVISED:
        return NOTHING_ASKED
    occupation = group(task.occupation or "")
    if occupation is None or not occupation.regulated_by:
        return _as_it_says(profile, task) if task.for_authorised else NOTHING_ASKED
    facts = {
        "ssyk": occupation.ssyk,
        "authority": occupation.regulated_by,
        "country": task.country,
    }
    held = profile.seeker.authorised_occupations
    if held is not None and occupation.ssyk in held:
        return (Met("authorisation_met", facts),)
    if held is None and not _certainly_too_short(profile.seeker.education_level, occupation):
        return (Question("authorisation", facts),)
    if any(_may_hold(own, occupation) for own in held or ()):
        return (Question("authorisation", facts),)
    return (Exclusion("authorisation", facts),)


def _as_it_says(profile: Profile, task: Task) -> Findings:
    """Take an opening at its word that asks for authorisation in a group that is not regulated."""
    facts = {"ssyk": task.occupation, "authority": None, "country": task.country}
    held = profile.seeker.authorised_occupations
    if held is not None and task.occupation in held:
        return (Met("authorisation_met", facts),)
    return (Exclusion("authorisation", facts) if held == () else Question("authorisation", facts),)


def must_have_education(profile: Profile, needed: str | None) -> Findings:
    """Ask for the level of education that the opening names."""
    if needed is None or needed == "none":
        return NOTHING_ASKED
    have = profile.seeker.education_level
    facts = {"level": needed, "have": have}
    if have is None:
        return (Question("education", facts),)
    if levels.education_at_least(have, needed):
        return (Met("education_met", facts),)
    return (Exclusion("education", facts),)


def one_code(language: str) -> str:
    """Return the language's code, with both written forms of Norwegian as one language."""
    return "no" if language in NORWEGIAN else language


def _one_step_lower(level: str | None) -> str | None:
    """Return the level that a neighbouring language is understood at, from B2 up."""
    if level is None or not levels.at_least(level, ENOUGH_FOR_ANY_WORK):
        return None
    return levels.CEFR.codes[levels.CEFR.rank(level) - 1]


def _certainly_too_short(education: str | None, occupation: OccupationGroup) -> bool:
    """Tell whether an occupation needs higher education that the seeker is known not to have."""
    needs_long = occupation.ssyk.startswith(NEEDS_LONG_EDUCATION)
    return needs_long and education is not None and education != LONG_EDUCATION


def _may_hold(own: str, occupation: OccupationGroup) -> bool:
    """Tell whether an authorisation held stands so near that it may be the same one."""
    held = group(own)
    same_minor_group = own[:3] == occupation.ssyk[:3]
    return same_minor_group and held is not None and held.regulated_by == occupation.regulated_by
