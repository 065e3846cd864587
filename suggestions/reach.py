"""How many youths an opening reaches as it is written, and what would let it reach more.

For employers, who may not learn of anybody: decision 18 tells why the counts are safe to show. A
youth is reached where no hard rule excludes her. Youths with protected identity are not counted.
The crowd is kept in memory, and what has changed is read anew at each question.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from threading import RLock
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy import Connection, Pool, and_, case
from sqlmodel import Session, col, func, or_, select

from foundation import clock
from foundation.translating import FEWEST_SHOWN, zone
from matching.crowd import Crowd, question
from matching.explanation import Facts
from matching.facts import LanguageLevel, Vacancy
from openings.models import Opening
from reference import levels
from suggestions.facts import RULED_BY, ruled_seeker, vacancy_of
from youths.models import Youth
from youths.queries import is_active

STEP = FEWEST_SHOWN
"""Counts are rounded down to whole steps; below the first it is not told whether there is any."""

MOST_WIDENINGS = 3
ENOUGH = "B1"


@dataclass(frozen=True, slots=True)
class Widening:
    """Something to ask less of, by code and facts, and how many more it reaches at the least."""

    code: str
    facts: Facts
    more: int


@dataclass(frozen=True, slots=True)
class Reach:
    """How many youths are reached at the least; 0 is fewer than `STEP`, perhaps none."""

    least: int
    widenings: tuple[Widening, ...] = ()


@dataclass(frozen=True, slots=True)
class _Edition:
    """The youths as they are: any change to them gives another edition."""

    counted: int
    changed_at: datetime | None
    archived_at: datetime | None
    day: date


@dataclass(slots=True)
class _Kept:
    edition: _Edition
    crowd: Crowd = field(default_factory=Crowd)


_kept: WeakKeyDictionary[Pool | Connection, _Kept] = WeakKeyDictionary()
_turn = RLock()


def question_of(opening: Opening) -> Hashable:
    """All that an opening asks; openings that ask the same reach the same youths."""
    return question(_as_if_open(opening))


def reach_of(session: Session, opening: Opening, *, now: datetime) -> Reach:
    """Whom the opening would reach if it were published now, saved or not."""
    vacancy = _as_if_open(opening)
    wider = list(_wider(vacancy))
    with _turn:
        crowd = _crowd(session, clock.local_date(now, zone()))
        before, *after = map(_rounded, crowd.count([vacancy, *(each for *_code, each in wider)]))
    widenings = [
        Widening(code, facts, more)
        for (code, facts, _vacancy), reached in zip(wider, after, strict=True)
        if (more := reached - before - STEP) >= STEP
    ]
    most_first = sorted(widenings, key=lambda each: -each.more)
    return Reach(before, tuple(most_first[:MOST_WIDENINGS]))


def _rounded(count: int) -> int:
    return count // STEP * STEP


def _as_if_open(opening: Opening) -> Vacancy:
    """The opening with room in it, whatever its state: it is being written, or read through."""
    vacancy = vacancy_of(opening)
    return replace(vacancy, vacancies_left=max(vacancy.vacancies_left, 1), is_open=True)


def _wider(vacancy: Vacancy) -> Iterator[tuple[str, Facts, Vacancy]]:
    """The vacancy with one thing less asked at a time."""
    needs = vacancy.must_have
    for licence in needs.driving_licences:
        others = tuple(each for each in needs.driving_licences if each != licence)
        fewer = replace(needs, driving_licences=others)
        yield "driving_licence", {"licence": licence}, replace(vacancy, must_have=fewer)
    if vacancy.own_car:
        yield "own_car", {}, replace(vacancy, own_car=False)
    for need in needs.languages:
        eased, level = _eased(needs.languages, need)
        facts: Facts = {"language": need.language, "level": level}
        yield "language", facts, replace(vacancy, must_have=replace(needs, languages=eased))
    if vacancy.education_level not in {None, "none"}:
        facts = {"level": vacancy.education_level}
        yield "education", facts, replace(vacancy, education_level=None)
    if vacancy.minimum_age is not None:
        yield "age", {"minimum_age": vacancy.minimum_age}, replace(vacancy, minimum_age=None)


def _eased(
    needs: tuple[LanguageLevel, ...], need: LanguageLevel
) -> tuple[tuple[LanguageLevel, ...], str | None]:
    """One language asked for at `ENOUGH` where more was asked, else not at all."""
    asks_more = need.level is None or levels.at_least(need.level, ENOUGH)
    if asks_more and need.level != ENOUGH:
        eased = replace(need, level=ENOUGH)
        return tuple(eased if each == need else each for each in needs), ENOUGH
    return tuple(each for each in needs if each != need), None


def _crowd(session: Session, day: date) -> Crowd:
    """The youths who are counted, with what has changed since the last question."""
    bind = session.get_bind()
    key = bind if isinstance(bind, Connection) else bind.pool
    edition = _edition(session, day)
    kept = _kept.get(key)
    if kept is None or kept.edition.day != day:
        kept = _kept[key] = _Kept(edition, _all(session, day))
    elif kept.edition != edition:
        _read_changes(session, kept)
        if len(kept.crowd) != edition.counted:
            kept.crowd = _all(session, day)
        kept.edition = edition
    return kept.crowd


def _edition(session: Session, day: date) -> _Edition:
    is_counted = case((and_(is_active(), col(Youth.protected_identity).is_(False)), 1))
    asked = select(func.count(is_counted), func.max(Youth.updated_at), func.max(Youth.archived_at))
    return _Edition(*session.exec(asked).one(), day)


def _all(session: Session, day: date) -> Crowd:
    counted = sa.select(*RULED_BY).where(is_active(), col(Youth.protected_identity).is_(False))
    return Crowd(map(ruled_seeker, session.execute(counted)), as_of=day)


def _read_changes(session: Session, kept: _Kept) -> None:
    since = [
        column >= moment
        for column, moment in (
            (col(Youth.updated_at), kept.edition.changed_at),
            (col(Youth.archived_at), kept.edition.archived_at),
        )
        if moment is not None
    ]
    is_counted = and_(is_active(), col(Youth.protected_identity).is_(False))
    for row in session.execute(sa.select(*RULED_BY, is_counted).where(or_(*since))):
        if row[-1]:
            kept.crowd.put([ruled_seeker(row)])
        else:
            kept.crowd.remove(str(row.id))
