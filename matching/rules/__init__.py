"""Hard rules: what must hold before anything is compared. One row of the table is one rule.

A rule reads a few facts of a vacancy and answers with findings: a requirement met, an
exclusion, or a question where a fact is missing. Nothing found means nothing was asked.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from matching.facts import Vacancy
from matching.findings import Findings
from matching.profile import Profile
from matching.rules import competence, dates, places

Read = TypeVar("Read", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Read]):
    """One hard rule: the facts it reads of a vacancy, and what it finds in them.

    Met requirements give points; whether a place is open or near enough is not a requirement.
    """

    reads: Callable[[Vacancy], Read]
    check: Callable[[Profile, Read], Findings]
    is_requirement: bool = False

    def __call__(self, profile: Profile, vacancy: Vacancy) -> Findings:
        """Check one vacancy by itself."""
        return self.check(profile, self.reads(vacancy))


RULES: tuple[Rule[Any], ...] = (
    Rule(lambda v: v.is_open, dates.must_be_open),
    Rule(lambda v: v.vacancies_left, dates.must_have_room),
    Rule(lambda v: v.application_deadline, dates.must_take_applications),
    Rule(lambda v: dates.Period(v.starts_on, v.ends_on), dates.must_fit_in_time),
    Rule(lambda v: v.country, places.must_be_in_a_country_looked_in),
    Rule(places.Place.of, places.must_be_in_the_search_area),
    Rule(lambda v: v.must_have.driving_licences, competence.must_hold_licences, True),
    Rule(lambda v: v.must_have.languages, competence.must_speak, True),
    Rule(competence.Work.of, competence.must_be_authorised, True),
    Rule(lambda v: v.education_level, competence.must_have_education, True),
    Rule(lambda v: dates.AgeLimit(v.minimum_age, v.starts_on), dates.must_be_old_enough, True),
)


def findings_for(profile: Profile, vacancy: Vacancy) -> Findings:
    """Apply every rule to one vacancy, in the table's order."""
    return tuple(finding for rule in RULES for finding in rule(profile, vacancy))
