"""Target groups: whom the work is for, kept to what is needed and may be kept.

A caseworker notes four groups. Two more follow from what is known anyway and are computed, so
that they are never out of date. Income support, health and benefits from Försäkringskassan are
not kept here: they are sensitive, lie under other authorities' secrecy, and help no matching.
No target group reaches the ranking.
"""

from datetime import date
from enum import StrEnum

from foundation.translating import lazy_
from youths.models import Youth


class TargetGroup(StrEnum):
    """A group that the steering group follows."""

    NEWLY_ARRIVED = "newly_arrived"
    MUNICIPAL_ACTIVITY_RESPONSIBILITY = "municipal_activity_responsibility"
    NEITHER_WORK_NOR_STUDIES = "neither_work_nor_studies"
    LEARNING_SWEDISH = "learning_swedish"
    AGED_18_TO_24 = "aged_18_to_24"
    OVER_TWELVE_MONTHS = "over_twelve_months"


LABELS: dict[TargetGroup, str] = {
    TargetGroup.NEWLY_ARRIVED: lazy_("Ny i Sverige"),
    TargetGroup.MUNICIPAL_ACTIVITY_RESPONSIBILITY: lazy_("Kommunens aktivitetsansvar (KAA)"),
    TargetGroup.NEITHER_WORK_NOR_STUDIES: lazy_("Varken jobbar eller studerar"),
    TargetGroup.LEARNING_SWEDISH: lazy_("Lär sig svenska"),
    TargetGroup.AGED_18_TO_24: lazy_("18–24 år"),
    TargetGroup.OVER_TWELVE_MONTHS: lazy_("Inskriven mer än ett år"),
}

NOTED: tuple[TargetGroup, ...] = (
    TargetGroup.NEWLY_ARRIVED,
    TargetGroup.MUNICIPAL_ACTIVITY_RESPONSIBILITY,
    TargetGroup.NEITHER_WORK_NOR_STUDIES,
    TargetGroup.LEARNING_SWEDISH,
)
"""The groups that a caseworker notes; the others are computed."""


def groups_of(youth: Youth, today: date) -> tuple[TargetGroup, ...]:
    """The groups a youth is in on this day, noted and computed.

    Only the year of birth is known, so she counts as 18–24 in every year she is that old in.
    """
    groups = [group for group in NOTED if group in youth.target_groups]
    if youth.born is not None and 18 <= today.year - youth.born <= 25:
        groups.append(TargetGroup.AGED_18_TO_24)
    if (today - youth.registered_on).days > 365:
        groups.append(TargetGroup.OVER_TWELVE_MONTHS)
    return tuple(groups)
