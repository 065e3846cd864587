"""Hard rules: what must hold before anything is compared. One row of the table is one rule.

A rule reads a few facts of a vacancy, and a few of the seeker, and answers with findings: a
requirement met, an exclusion, or a question where a fact is missing. Nothing found means
nothing was asked.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from matching.facts import Vacancy
from matching.findings import Findings
from matching.numbering import Column
from matching.profile import Profile, nothing, the_day
from matching.rules import competence, dates, places
from matching.rules.surroundings import outside_the_search_area

Read = TypeVar("Read", bound=Hashable)
AtOnce = Callable[[Sequence[Read]], Callable[[Profile], NDArray[np.bool_]]]


@dataclass(frozen=True, slots=True)
class Rule(Generic[Read]):
    """One hard rule: what it reads of a vacancy and of a seeker, and what it finds in them.

    `asks_of` returns all that the rule knows of the seeker: two seekers who are equal in that
    get the same findings. Met requirements give points; whether a place is open or near enough
    is not a requirement. `excludes` is the same rule for many facts at once, where that pays.
    """

    column: Column[Read]
    check: Callable[[Profile, Read], Findings]
    asks_of: Callable[[Profile], Hashable]
    is_requirement: bool = False
    excludes: AtOnce[Read] | None = None

    def __call__(self, profile: Profile, vacancy: Vacancy) -> Findings:
        """Check one vacancy by itself."""
        return self.check(profile, self.column.of(vacancy))


RULES: tuple[Rule[Any], ...] = (
    Rule(Column("open", lambda v: v.is_open), dates.must_be_open, nothing),
    Rule(Column("room", lambda v: v.vacancies_left > 0), dates.must_have_room, nothing),
    Rule(
        Column("deadline", lambda v: v.application_deadline),
        dates.must_take_applications,
        the_day,
    ),
    Rule(
        Column("period", lambda v: dates.Period(v.starts_on, v.ends_on)),
        dates.must_fit_in_time,
        lambda p: (p.as_of, p.seeker.available_from),
    ),
    Rule(
        places.PLACE,
        places.must_be_in_a_country_looked_in,
        lambda p: p.seeker.search_area.countries,
    ),
    Rule(
        places.PLACE,
        places.must_be_in_the_search_area,
        lambda p: (p.seeker.home_municipality, p.seeker.search_area),
        excludes=outside_the_search_area,
    ),
    Rule(
        Column("licences", lambda v: v.must_have.driving_licences),
        competence.must_hold_licences,
        lambda p: p.seeker.driving_licences,
        is_requirement=True,
    ),
    Rule(
        Column("own_car", lambda v: v.own_car),
        competence.must_have_a_car,
        lambda p: p.seeker.own_car,
        is_requirement=True,
    ),
    Rule(
        Column("languages", lambda v: v.must_have.languages),
        competence.must_speak,
        lambda p: p.seeker.languages,
        is_requirement=True,
    ),
    Rule(
        Column("task", competence.Task.of),
        competence.must_be_authorised,
        lambda p: (p.seeker.authorised_occupations, p.seeker.education_level),
        is_requirement=True,
    ),
    Rule(
        Column("education", lambda v: v.education_level),
        competence.must_have_education,
        lambda p: p.seeker.education_level,
        is_requirement=True,
    ),
    Rule(
        Column("age", dates.AgeLimit.of),
        dates.must_be_old_enough,
        lambda p: (p.seeker.born, p.as_of),
        is_requirement=True,
    ),
)


def findings_for(profile: Profile, vacancy: Vacancy) -> Findings:
    """Apply every rule to one vacancy, in the table's order."""
    return tuple(finding for rule in RULES for finding in rule(profile, vacancy))
