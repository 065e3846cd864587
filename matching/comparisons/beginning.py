"""Can somebody without experience begin here, or does the opening call for an old hand?"""

from functools import lru_cache
from typing import NamedTuple

from matching.comparisons.judging import NO_FIT, Judgement
from matching.explanation import Facts
from matching.facts import Vacancy
from matching.numbering import Column
from matching.profile import Profile
from matching.text import WORD, fold
from reference.occupations import group

LEARNING_KINDS = frozenset({"work_placement", "apprenticeship", "summer_job"})
EASY_KIND, EASY_OCCUPATION, NO_EXPERIENCE_ASKED = 0.4, 0.4, 0.2
LONG_EXPERIENCE_MONTHS = 24
SENIORITY = """
    ledare leder lead leader head manager director direktör direktør senior specialist
    spesialist expert ekspert erfaren erfaret experienced principal projektledare prosjektleder
    arbetsledare arbeidsleder teamledare teamleder seniorrådgivare seniorrådgiver överläkare
    overlege lektor professor doktorand postdoc phd stipendiat arkitekt architect
"""
SENIOR_WORDS = frozenset(fold(SENIORITY).split())
SENIOR_ENDS = ("chef", "sjef", "chefer", "sjefer")


class Beginning(NamedTuple):
    """What decides whether somebody without experience can begin."""

    ssyk: str | None
    kind: str | None
    experience_required: bool | None
    senior: bool

    @classmethod
    def of(cls, vacancy: Vacancy) -> "Beginning":
        """Read how easy a vacancy is to begin in."""
        return cls(
            vacancy.occupation, vacancy.kind, vacancy.experience_required, is_senior(vacancy)
        )


BEGINNING = Column("beginning", Beginning.of)


def is_senior(vacancy: Vacancy) -> bool:
    """Tell whether a vacancy asks for years of experience, in its facts or in its headline."""
    if (vacancy.experience_months or 0) >= LONG_EXPERIENCE_MONTHS:
        return True
    return _names_a_senior(vacancy.headline)


@lru_cache(2_000)
def _names_a_senior(headline: str) -> bool:
    """Look for words of seniority; two columns ask for the same headline, one after the other."""
    words = WORD.findall(fold(headline))
    return any(word in SENIOR_WORDS or word.endswith(SENIOR_ENDS) for word in words)


def easy_beginning(_profile: Profile, beginning: Beginning) -> Judgement:
    """Judge how open a vacancy is to a first job; none for one that calls for seniority."""
    if beginning.senior:
        return NO_FIT
    occupation = group(beginning.ssyk or "")
    signs = {
        "kind": EASY_KIND * (beginning.kind in LEARNING_KINDS),
        "occupation": EASY_OCCUPATION * (occupation is not None and occupation.first_job),
        "no_experience_asked": NO_EXPERIENCE_ASKED * (beginning.experience_required is False),
    }
    because = [sign for sign, share in signs.items() if share]
    facts: Facts = {"because": because, "ssyk": beginning.ssyk, "kind": beginning.kind}
    return Judgement(sum(signs.values()), "first_job", facts)
