"""Youths from a table: what each row would do, and doing it.

A row with a key of another system is known again by it. One without is compared with the team's
youths, and with the rows before it, by name, year of birth and sound; where somebody is likely
here already it is left, unless a person says that it is somebody else.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, select

from accounts import audit
from accounts.models import Team, User
from accounts.queries import caseworkers_of
from foundation import clock
from foundation.columns import Fault
from foundation.errors import Refused
from foundation.sheets import SheetRow
from foundation.translating import _, zone
from youths import service
from youths.duplicates import Person, persons, signs_of
from youths.exchange import YouthLine
from youths.facts import YouthFacts
from youths.models import Youth
from youths.sheet import REFERENCE, TABLE, has_reference, read_row

MOST_ROWS = 1_000


class Outcome(StrEnum):
    """What a row does."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ALIKE = "alike"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Planned:
    """What one row would do; `alike` and `row_alike`: youths, or a row, likely the same."""

    number: int
    alias: str
    outcome: Outcome
    line: YouthLine | None = None
    youth: Youth | None = None
    is_keyed: bool = False
    alike: tuple[Youth, ...] = ()
    row_alike: int | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class _Known:
    """The team's youths by key and by likeness, and the rows read so far."""

    by_key: dict[str, Youth]
    people: list[tuple[Person, Youth]]
    keys: set[str]
    rows: list[tuple[Person, int]]


def plan(session: Session, team: Team, rows: Sequence[SheetRow]) -> list[Planned]:
    """What every row would do; nothing is written. The team's youths are read in one query."""
    known = _known(session, team)
    return [_judged(row, known) for row in rows]


def take_in(
    session: Session,
    team: Team,
    rows: Sequence[SheetRow],
    *,
    responsible: User,
    others: Collection[int] = (),
    by: User,
    now: datetime,
) -> list[Planned]:
    """Do what `plan` says; a row alike somebody is taken in where its number is in `others`.

    Of two tables of a team at once, the second waits, and finds what the first brought. Raises
    NotOfTheTeam where the responsible person is no caseworker of the team.
    """
    if responsible.id not in {each.id for each in caseworkers_of(session, team.id)}:
        raise service.NotOfTheTeam
    service.lock(session, team)
    planned = plan(session, team, rows)
    done = []
    for each in planned:
        is_other = each.outcome is Outcome.ALIKE and each.number in others
        wanted = replace(each, outcome=Outcome.NEW) if is_other else each
        done.append(_written(session, team, wanted, responsible=responsible, by=by, now=now))
    counts = {o.value: sum(each.outcome is o for each in done) for o in Outcome}
    audit.record(session, by=by, action="youths.taken_in", subject=team, now=now, **counts)
    return done


def _written(
    session: Session, team: Team, each: Planned, *, responsible: User, by: User, now: datetime
) -> Planned:
    """Write one row; what the rules refuse is told at the row, and stops nothing."""
    if each.line is None or each.outcome not in {Outcome.NEW, Outcome.CHANGED}:
        return each
    try:
        with session.begin_nested():
            if each.outcome is Outcome.NEW:
                facts = each.line.facts(today=clock.local_date(now, zone()))
                made = service.register(
                    session, facts, team=team, responsible=responsible, by=by, now=now
                )
                made.exchange_id = each.line.id if each.is_keyed else None
            elif each.youth is not None:
                facts = replace(YouthFacts.of(each.youth), **each.line.told())
                seen_at = each.youth.updated_at
                service.change(session, each.youth, facts, seen_at=seen_at, by=by, now=now)
    except Refused as refused:
        fault = Fault(TABLE.label_of("home_municipality"), str(refused))
        return replace(each, outcome=Outcome.REFUSED, faults=(fault,))
    return each


def _known(session: Session, team: Team) -> _Known:
    every = session.exec(select(Youth).where(Youth.team_id == team.id)).all()
    by_id = {youth.id: youth for youth in every}
    by_key = {
        youth.exchange_id: by_id[youth.merged_into_id or youth.id]
        for youth in every
        if youth.exchange_id and (youth.merged_into_id or youth.id) in by_id
    }
    standing = [youth for youth in every if youth.merged_into_id is None]
    return _Known(by_key, persons(standing), set(), [])


def _judged(row: SheetRow, known: _Known) -> Planned:
    line, faults = read_row(row.cells)
    alias = TABLE.named(row.cells).get("alias", "")
    is_keyed = has_reference(row.cells)
    if line is None:
        return Planned(row.number, alias, Outcome.REFUSED, faults=tuple(faults))
    named = line.alias or line.id
    if is_keyed and line.id in known.keys:
        twice = Fault(TABLE.label_of(REFERENCE), _("Samma ungdom finns högre upp i filen."))
        return Planned(row.number, named, Outcome.REFUSED, faults=(twice,))
    if is_keyed:
        known.keys.add(line.id)
        if youth := known.by_key.get(line.id):
            return Planned(row.number, named, _change(youth, line), line, youth, is_keyed)
    return _compared(row.number, named, line, known, is_keyed=is_keyed)


def _compared(
    number: int, named: str, line: YouthLine, known: _Known, *, is_keyed: bool
) -> Planned:
    person = Person.called(named, line.born)
    alike = tuple(youth for other, youth in known.people if signs_of(person, other))
    above = next((row for other, row in known.rows if signs_of(person, other)), None)
    known.rows.append((person, number))
    outcome = Outcome.ALIKE if alike or above else Outcome.NEW
    return Planned(number, named, outcome, line, None, is_keyed, alike, above)


def _change(youth: Youth, line: YouthLine) -> Outcome:
    before = YouthFacts.of(youth)
    is_same = not replace(before, **line.told()).changed_from(before)
    return Outcome.UNCHANGED if is_same else Outcome.CHANGED
