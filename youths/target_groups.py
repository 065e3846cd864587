"""Target groups: whom the work is for, kept to what is needed and may be kept.

What follows from facts is computed, so that it is never out of date; a caseworker notes the rest.
Swedish is computed where a level has been judged and noted where it has not. Income support,
health and benefits from Försäkringskassan are not kept here: they are sensitive, lie under other
authorities' secrecy, and help no matching. No target group reaches the ranking.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from foundation.translating import _, lazy_, ngettext
from reference import levels
from youths.models import Youth


class TargetGroup(StrEnum):
    """A group that the steering group follows."""

    NEWLY_ARRIVED = "newly_arrived"
    MUNICIPAL_ACTIVITY_RESPONSIBILITY = "municipal_activity_responsibility"
    NEITHER_WORK_NOR_STUDIES = "neither_work_nor_studies"
    LEARNING_SWEDISH = "learning_swedish"
    AGED_18_TO_24 = "aged_18_to_24"
    UNDER_25 = "under_25"
    OVER_TWELVE_MONTHS = "over_twelve_months"


LABELS: dict[TargetGroup, str] = {
    TargetGroup.NEWLY_ARRIVED: lazy_("Ny i Sverige"),
    TargetGroup.MUNICIPAL_ACTIVITY_RESPONSIBILITY: lazy_("Kommunens aktivitetsansvar (KAA)"),
    TargetGroup.NEITHER_WORK_NOR_STUDIES: lazy_("Varken jobbar eller studerar"),
    TargetGroup.LEARNING_SWEDISH: lazy_("Lär sig svenska"),
    TargetGroup.AGED_18_TO_24: lazy_("18–24 år"),
    TargetGroup.UNDER_25: lazy_("Under 25 år"),
    TargetGroup.OVER_TWELVE_MONTHS: lazy_("Inskriven mer än ett år"),
}

NOTED: tuple[TargetGroup, ...] = (
    TargetGroup.NEWLY_ARRIVED,
    TargetGroup.MUNICIPAL_ACTIVITY_RESPONSIBILITY,
    TargetGroup.NEITHER_WORK_NOR_STUDIES,
    TargetGroup.LEARNING_SWEDISH,
)
"""The groups that a caseworker notes; the others are computed."""

LIMITS: dict[str, tuple[int, int]] = {
    "young_below": (16, 35),
    "long_after_months": (1, 60),
}
"""The least and the most that each limit of a team may be."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which groups a team follows, and their limits: years of age, months, and a CEFR level."""

    used: tuple[TargetGroup, ...] = tuple(TargetGroup)
    young_below: int = 25
    long_after_months: int = 12
    swedish_below: str = "B2"


USUAL = Rules(used=tuple(group for group in TargetGroup if group is not TargetGroup.UNDER_25))
"""Until a team has said what it follows. 18–24 says what under 25 would say again."""


def groups_of(youth: Youth, today: date, rules: Rules = USUAL) -> tuple[TargetGroup, ...]:
    """The groups a youth is in on this day, of those that the team follows."""
    computed = {
        TargetGroup.LEARNING_SWEDISH: _is_learning_swedish(youth, rules),
        TargetGroup.AGED_18_TO_24: _may_be_aged(youth, today, 18, 24),
        TargetGroup.UNDER_25: _may_be_aged(youth, today, 0, rules.young_below - 1),
        TargetGroup.OVER_TWELVE_MONTHS: _is_long(youth, today, rules),
    }
    return tuple(
        group
        for group in TargetGroup
        if group in rules.used and computed.get(group, group in youth.target_groups)
    )


def label_of(group: TargetGroup, rules: Rules) -> str:
    """What a group is called in a team, with the team's own limit in it."""
    if group is TargetGroup.UNDER_25:
        return _("Under %(age)s år", age=rules.young_below)
    if group is TargetGroup.OVER_TWELVE_MONTHS:
        months = rules.long_after_months
        return ngettext(
            "Inskriven mer än %(num)s månad", "Inskriven mer än %(num)s månader", months
        )
    return str(LABELS[group])


def _may_be_aged(youth: Youth, today: date, youngest: int, oldest: int) -> bool:
    """Only the year of birth is known, so she counts in every year she is that old in."""
    return youth.born is not None and youngest <= today.year - youth.born <= oldest + 1


def _is_learning_swedish(youth: Youth, rules: Rules) -> bool:
    """Below the team's level where it has been judged; else as a caseworker has noted."""
    levels_known = [skill.level for skill in youth.languages or () if skill.language == "sv"]
    level = next((each for each in levels_known if each), None)
    if level is None:
        return TargetGroup.LEARNING_SWEDISH in youth.target_groups
    return levels.CEFR.rank(level) < levels.CEFR.rank(rules.swedish_below)


def _is_long(youth: Youth, today: date, rules: Rules) -> bool:
    """Whether the day that many months after she was registered has passed."""
    since = youth.registered_on
    months = (today.year - since.year) * 12 + today.month - since.month
    return (months, today.day) > (rules.long_after_months, since.day)
