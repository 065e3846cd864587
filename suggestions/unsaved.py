"""Vacancies and seekers straight from rows, by the same way as through the database."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from foundation import clock
from foundation.errors import Refused
from foundation.records import Row
from foundation.translating import zone
from matching.facts import Seeker, Vacancy
from openings.importing import Openings, statement_of, take
from openings.models import OpeningState, Source
from suggestions.facts import seeker_of, vacancy_of
from youths.importing import line_of
from youths.models import Youth

Problems = list[tuple[int, str]]
"""Refused rows: the number of each, and why."""


def take_ads(
    openings: Openings, rows: Iterable[Row], *, source: Source | None = None, now: datetime
) -> Problems:
    """Let every row have its effect on the openings, as an import would; tell of refused ones."""
    problems: Problems = []
    for row in rows:
        try:
            take(openings, statement_of(row, source), now)
        except Refused as refusal:
            problems.append((row.number, str(refusal)))
    return problems


def vacancies_of(openings: Openings) -> list[Vacancy]:
    """The openings that are still offered, with the ids that the files call them by."""
    return [
        replace(vacancy_of(opening), id=source_id)
        for (_source, source_id), opening in openings.items()
        if source_id and opening.state is OpeningState.PUBLISHED
    ]


def seekers_of(rows: Iterable[Row], *, now: datetime) -> tuple[list[Seeker], Problems]:
    """The youths of a file in its order, with the ids that the file calls them by."""
    seekers: list[Seeker] = []
    problems: Problems = []
    for row in rows:
        try:
            line = line_of(row)
        except Refused as refusal:
            problems.append((row.number, str(refusal)))
            continue
        facts = line.facts(today=clock.local_date(now, zone()))
        youth = Youth(
            team_id=uuid4(),
            responsible_id=uuid4(),
            created_at=now,
            updated_at=now,
            **facts.columns(),
        )
        seekers.append(replace(seeker_of(youth), id=line.id))
    return seekers, problems
