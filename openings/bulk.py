"""Openings of one employer from a table: what each row would do, and doing it.

A row is known again by its own reference, or by what it says where it has none, so the same file
may come again and nothing is doubled. A bad row is told of at its column and stops nothing.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from pydantic import TypeAdapter
from sqlmodel import Session, col, or_, select

from accounts import audit
from accounts.models import User
from employers.models import Employer
from foundation import clock
from foundation.sheets import SheetRow
from foundation.translating import _, zone
from openings import service
from openings.checks import faults as contradictions
from openings.checks import fewer_than_taken, gaps
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningState
from openings.sheet import REFERENCE, Fault, facts_of, label_of, named

MOST_ROWS = 2_000
LONGEST_REFERENCE = 60
BY_CONTENT = "#"
"""How the reference of a row without one begins. What it was told once is not told again, so what
has been written in the portal since stays."""

_FACTS = TypeAdapter(OpeningFacts)


class Outcome(StrEnum):
    """What a row does."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Planned:
    """What one row would do; `missing` is what keeps it from being published."""

    number: int
    reference: str
    facts: OpeningFacts
    outcome: Outcome
    opening: Opening | None = None
    faults: tuple[Fault, ...] = ()
    missing: tuple[Fault, ...] = ()


def plan(
    session: Session, employer: Employer, rows: Sequence[SheetRow], *, now: datetime
) -> list[Planned]:
    """What every row would do; nothing is written. Known openings are read in one query."""
    read = [_read(row, employer) for row in rows]
    known = _known(session, employer, [reference for _row, reference, _facts, _faults in read])
    today, seen = clock.local_date(now, zone()), set[str]()
    planned = []
    for row, reference, facts, faults in read:
        twice = Fault(label_of(REFERENCE), _("Samma plats finns högre upp i filen."))
        unread = [*faults, twice] if reference in seen else faults
        seen.add(reference)
        planned.append(_judged(row, reference, facts, unread, known.get(reference), today))
    return planned


def take_in(
    session: Session,
    employer: Employer,
    rows: Sequence[SheetRow],
    *,
    publishes: bool,
    by: User,
    now: datetime,
) -> list[Planned]:
    """Do what `plan` says, and publish what is complete where that is asked for.

    Of two tables of an employer at once, the second waits, and finds what the first brought.
    """
    session.exec(select(Employer.id).where(Employer.id == employer.id).with_for_update()).one()
    planned = plan(session, employer, rows, now=now)
    for each in planned:
        if each.outcome is Outcome.REFUSED:
            continue
        opening = _written(session, employer, each, by=by, now=now)
        if publishes and not each.missing and opening.state is OpeningState.DRAFT:
            service.publish(session, opening, by=by, now=now)
    counts = {o.value: sum(each.outcome is o for each in planned) for o in Outcome}
    audit.record(session, by=by, action="openings.taken_in", subject=employer, now=now, **counts)
    return planned


def _written(
    session: Session, employer: Employer, each: Planned, *, by: User, now: datetime
) -> Opening:
    if each.opening is None:
        opening = service.create_draft(session, employer, each.facts, by=by, now=now)
        opening.reference = each.reference
        session.flush()
        return opening
    if each.outcome is Outcome.CHANGED:
        seen_at = each.opening.updated_at
        service.change(session, each.opening, each.facts, seen_at=seen_at, by=by, now=now)
    return each.opening


def _read(row: SheetRow, employer: Employer) -> tuple[SheetRow, str, OpeningFacts, list[Fault]]:
    cells = named(row.cells)
    facts, faults = facts_of(cells, country=employer.country)
    reference = cells.get(REFERENCE, "")
    if len(reference) > LONGEST_REFERENCE:
        said = _("Texten är för lång. Den får ha %(max)d tecken.", max=LONGEST_REFERENCE)
        faults = [*faults, Fault(label_of(REFERENCE), said)]
    if not facts.headline:
        faults = [*faults, Fault(label_of("headline"), _("Skriv en rubrik."))]
    return row, reference or _by_content(facts), facts, faults


def _by_content(facts: OpeningFacts) -> str:
    """A reference for a row that has none: the same for the same content."""
    return BY_CONTENT + hashlib.sha256(_FACTS.dump_json(facts)).hexdigest()[:24]


def _known(session: Session, employer: Employer, references: Iterable[str]) -> dict[str, Opening]:
    """The employer's openings with these references; an opening's id, as exported, is one too."""
    wanted = set(references)
    ids = [UUID(each) for each in wanted if _is_id(each)]
    rows = select(Opening).where(
        col(Opening.employer_id) == employer.id,
        or_(col(Opening.reference).in_(wanted), col(Opening.id).in_(ids)),
    )
    found: dict[str, Opening] = {}
    for opening in session.exec(rows):
        found[str(opening.id)] = opening
        if opening.reference:
            found[opening.reference] = opening
    return found


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _judged(
    row: SheetRow,
    reference: str,
    facts: OpeningFacts,
    faults: list[Fault],
    opening: Opening | None,
    today: date,
) -> Planned:
    problems = [*contradictions(facts, today=today)]
    missing = [*gaps(facts, today=today)]
    outcome = Outcome.NEW
    if opening is not None:
        is_same = not facts.changed_from(OpeningFacts.of(opening))
        is_same = is_same or reference.startswith(BY_CONTENT)
        outcome = Outcome.UNCHANGED if is_same else Outcome.CHANGED
        problems += fewer_than_taken(facts, opening)
        problems += missing if opening.state is not OpeningState.DRAFT and not is_same else []
        if opening.state is OpeningState.CLOSED and not is_same:
            faults = [*faults, Fault(label_of(REFERENCE), str(service.NotEditable()))]
    faults = [*faults, *(Fault(label_of(each.field), each.message) for each in problems)]
    return Planned(
        row.number,
        reference,
        facts,
        Outcome.REFUSED if faults and outcome is not Outcome.UNCHANGED else outcome,
        opening,
        tuple(dict.fromkeys(faults)),
        tuple(Fault(label_of(each.field), each.message) for each in missing),
    )
