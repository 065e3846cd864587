"""What a seeker lacks for an opening, and what nobody has asked her yet. Nothing here excludes."""

from collections.abc import Iterator, Sequence

from matching.comparisons.work import is_relevant
from matching.explanation import Exclusion, Facts, Gap, Question
from matching.facts import Vacancy
from matching.findings import Findings
from matching.profile import Profile
from matching.rules.competence import (
    must_have_a_car,
    must_have_education,
    must_hold_licences,
    must_speak,
)
from matching.stated_skills import skill_of


def gaps(profile: Profile, vacancy: Vacancy) -> tuple[Gap, ...]:
    """List what is asked for, as essential or useful, and known to be missing."""
    useful = (
        *must_hold_licences(profile, vacancy.nice_to_have.driving_licences),
        *must_speak(profile, vacancy.nice_to_have.languages),
        *must_have_education(profile, vacancy.nice_to_have.education_level),
        *must_have_a_car(profile, vacancy.nice_to_have.own_car),
    )
    return (
        *_skills(profile, vacancy.must_have.skills, "skill"),
        *(each for each in _experience(profile, vacancy) if isinstance(each, Gap)),
        *_skills(profile, vacancy.nice_to_have.skills, "useful_skill"),
        *(Gap(f"useful_{each.code}", each.facts) for each in useful if isinstance(each, Exclusion)),
        *_useful_experience(profile, vacancy),
    )


def questions(profile: Profile, vacancy: Vacancy, findings: Findings) -> tuple[Question, ...]:
    """List what would settle a requirement or improve the ranking, requirements first."""
    return (
        *(finding for finding in findings if isinstance(finding, Question)),
        *_unasked(profile, vacancy),
    )


def _unasked(profile: Profile, vacancy: Vacancy) -> Iterator[Question]:
    """Yield questions about what the opening asks for outside the hard rules."""
    seeker = profile.seeker
    if seeker.skills is None and vacancy.must_have.skills:
        yield Question("skills", {"skills": list(vacancy.must_have.skills)})
    yield from (each for each in _experience(profile, vacancy) if isinstance(each, Question))
    if not profile.aims and not profile.wishes:
        yield Question("wishes")


def _skills(profile: Profile, asked: Sequence[str], code: str) -> Iterator[Gap]:
    """Yield the skills that are known to be missing."""
    skills = profile.seeker.skills
    if skills is not None and asked:
        had = set(map(skill_of, skills))
        yield from (Gap(code, {"skill": each}) for each in asked if skill_of(each) not in had)


def _useful_experience(profile: Profile, vacancy: Vacancy) -> Iterator[Gap]:
    """Yield that experience would be useful, where it is known that there is none of it."""
    if vacancy.nice_to_have.experience and profile.seeker.experience is not None:
        done = any(is_relevant(each, vacancy.occupation) for each in profile.practices)
        if not done and vacancy.occupation is not None:
            yield Gap("useful_experience")


def _experience(profile: Profile, vacancy: Vacancy) -> Iterator[Gap | Question]:
    """Yield the experience that is asked for, where what is told of it is too little or nothing."""
    if not vacancy.experience_required:
        return
    asked: Facts = {"months": vacancy.experience_months}
    done = profile.seeker.experience
    if done is None or (done and vacancy.occupation is None):
        yield Question("experience", asked)
        return
    relevant = [each for each in profile.practices if is_relevant(each, vacancy.occupation)]
    months = max((each.months or 0 for each in relevant), default=0)
    if relevant and months >= (vacancy.experience_months or 0):
        return
    if any(each.months is None for each in relevant):
        yield Question("experience_months", {**asked, "title": relevant[0].title})
    else:
        yield Gap("experience", {**asked, "have": months})
