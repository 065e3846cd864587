"""The goals of the ESF project that the team in Söderhamn ran from 2008 to 2010.

The figures are those of the public documents: 65, 40, 80 and 70 per cent, 20 per cent fewer, nine
meetings, three tracks, about a hundred placements; a budget of 14,885,000 kronor, of which
4,410,000 came from ESF, from 1 May 2008 to 30 April 2010.
"""

from dataclasses import dataclass

from goals.models import Group, MeasureCode

BUDGET, GRANT = 14_885_000, 4_410_000
MONTHS = 24
"""How long the project ran."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A goal to be: what is counted, among whom, and how far it is to go."""

    measure: MeasureCode
    target: float
    cohort: Group | None = None


ESF = (
    Preset(MeasureCode.WORK_OR_STUDIES, 65),
    Preset(MeasureCode.WORK_OR_STUDIES, 40, Group.IMMIGRANT_BACKGROUND),
    Preset(MeasureCode.JOB_SEEKERS, 80, Group.SOCIAL_INSURANCE),
    Preset(MeasureCode.WIDENED_SEARCH, 70),
    Preset(MeasureCode.INCOME_SUPPORT, -20),
    Preset(MeasureCode.MEETINGS, 9),
    Preset(MeasureCode.TRACKS, 3),
    Preset(MeasureCode.PLEDGED_PLACEMENTS, 100),
)
