"""Which step of a published track gives what a suggestion finds missing.

A step leads on where it gives what the hard rules ask for. A licence to practise a regulated
occupation, a car and experience are given by no step, so nothing leads to them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from jobtracks import queries
from jobtracks.models import JobTrack, TrackStep
from matching.explanation import Facts
from matching.possibilities import ENOUGH_SWEDISH
from matching.rules.competence import one_code
from matching.stated_skills import skill_of
from reference import levels, places
from youths.models import Youth

SKILLS = frozenset({"skill", "useful_skill"})
LICENCES = frozenset({"driving_licence", "useful_driving_licence"})
LANGUAGES = frozenset({"language", "useful_language"})
SCHOOLING = frozenset({"education", "useful_education"})


@dataclass(frozen=True, slots=True)
class Way:
    """A step, and the track that it is of."""

    track: JobTrack
    step: TrackStep


@dataclass(frozen=True, slots=True)
class Ways:
    """The steps that a youth could take, those of her own team's tracks first."""

    steps: Sequence[Way] = ()

    def to(self, code: str, facts: Facts) -> Way | None:
        """A step that gives what a gap or an exclusion is about, or None where none does."""
        return next((each for each in self.steps if _gives(each.step, code, facts)), None)


def ways_for(session: Session, youth: Youth) -> Ways:
    """The steps of published tracks of a youth's team, and of others in the county she lives in."""
    home = places.municipality("SE", youth.home_municipality or "")
    readable = session.exec(queries.readable()).all()
    near = [each for each in readable if _is_near(each, youth, home.county if home else None)]
    near.sort(key=lambda track: track.team_id != youth.team_id)
    wholes = queries.wholes(session, near) if near else []
    return Ways([Way(whole.track, step) for whole in wholes for step in whole.steps])


def _is_near(track: JobTrack, youth: Youth, county: str | None) -> bool:
    if track.team_id == youth.team_id:
        return True
    seat = places.municipality("SE", track.seat)
    return county is not None and seat is not None and seat.county == county


def _gives(step: TrackStep, code: str, facts: Facts) -> bool:
    gives = step.gives
    if code in SKILLS:
        learnt: Iterable[str] = (*gives.skills, *gives.certificates)
        return skill_of(str(facts["skill"])) in set(map(skill_of, learnt))
    if code in LICENCES:
        return levels.licence_covers(gives.driving_licences, str(facts["licence"]))
    if code in LANGUAGES:
        return any(
            one_code(spoken.language) == one_code(str(facts["language"]))
            and levels.at_least(spoken.level, str(facts["level"] or ENOUGH_SWEDISH))
            for spoken in gives.languages
        )
    if code in SCHOOLING and gives.education_level:
        return levels.education_at_least(gives.education_level, str(facts["level"]))
    return False
