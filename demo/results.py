"""An invented programme with the ESF project's goals, figures from elsewhere, and a report."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlmodel import Session, select

from accounts.models import User
from demo import earlier
from foundation import clock
from foundation.translating import zone
from goals import queries, reports, series, service
from goals.models import Goal, MeasureCode, Series
from goals.presets import BUDGET, GRANT
from goals.series import PointRow
from goals.service import ProgrammeFacts

NAME = "Unga till arbete"
UNEMPLOYED = "Arbetslösa 18–24 år i länet"
NATIONAL = "Till arbete eller studier i riket"
SOURCE = "Påhittad statistik"
MONTHS_BACK = 14
FIGURES = {
    UNEMPLOYED: (11.8, 11.5, 11.9, 11.2, 10.7, 10.9, 10.4, 10.1),
    NATIONAL: (38.5, 39.0, 39.4, 40.2, 40.0, 41.1, 41.6, 42.0),
}
EVERY = 2
"""Months between the figures; the last one is last month's."""


def set_out(session: Session, *, now: datetime) -> None:
    """Let those who came before be there, and Ove follow them up."""
    earlier.add(session, now=now)
    by = session.exec(select(User).where(User.email == "ove@demo.example.org")).one()
    today = clock.local_date(now, zone())
    begins = _month(today.year, today.month - MONTHS_BACK)
    facts = ProgrammeFacts(
        name=NAME,
        funder="ESF",
        budget=BUDGET,
        grant_amount=GRANT,
        starts_on=begins,
        ends_on=_month(begins.year, begins.month + 24) - timedelta(days=1),
    )
    programme = service.begin(session, facts, with_esf_goals=True, by=by, now=now)
    series.take_in(session, list(_figures(today)), by=by, now=now)
    _compare(queries.goals_of(session, programme), queries.all_series(session))
    report = reports.freeze(session, programme, "Halvvägs", by=by, now=now)
    reports.publish(session, report, by=by, now=now)


def _figures(today: date) -> Iterator[PointRow]:
    """A figure of each series every other month, the last one of last month."""
    for name, figures in FIGURES.items():
        for number, figure in enumerate(reversed(figures)):
            facts = {
                "series": name,
                "unit": "%",
                "period": _month(today.year, today.month - 1 - EVERY * number),
                "figure": figure,
                "source": SOURCE,
                "fetched": today,
            }
            yield PointRow(number, facts)


def _month(year: int, month: int) -> date:
    """The first day of a month, whose number may lie outside the year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _compare(goals: list[Goal], found: list[Series]) -> None:
    """Draw the national share beside the first goal, which was invented to begin at 38 per cent."""
    national = next(each for each in found if each.name == NATIONAL)
    for goal in goals:
        if goal.measure is MeasureCode.WORK_OR_STUDIES and goal.cohort is None:
            goal.beside_id, goal.baseline = national.id, 38.0
            goal.baseline_source = SOURCE
