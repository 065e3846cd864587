"""Tells whether two ads are one and the same, and lets the later stand back for the first.

Same is: the employer, the place, the kind of work and the title, and a text that says the same.
What is unknown is never agreement. Precision goes before recall: a twin that is missed is shown
twice, while two openings that are taken for one hide a job from somebody.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from rapidfuzz import fuzz
from sqlalchemy import Engine
from sqlmodel import Session, col, or_, select, update

from foundation.db import session_for
from openings.models import Opening, OpeningKind, OpeningState, Source

TOGETHER = 200
LEAST_TITLE = 92.0
LEAST_TEXT = 0.6
SHINGLE = 3
SHORT = 15
"""So few words say too little to tell two ads apart by."""

_LEGAL = frozenset(
    {"ab", "aktiebolag", "publ", "as", "asa", "hb", "kb", "filial", "sverige", "norge"}
)
_SMALL = frozenset({"till", "til", "to", "at", "hos", "i", "på", "for", "för", "in", "vid", "ved"})
_WORDS = re.compile(r"\w+")
_NUMBERS = re.compile(r"\d+")
_REFERENCES = re.compile(
    r"(?i)\b(?:ref(?:erens|erence)?(?:nr|nummer|number)?|dnr|diarie\w*|annons-?id|job-?id)"
    r"\W{1,4}(?:nr|nummer|number)?\W{0,3}([\w/.-]*\d[\w/.-]*)"
)
_TABLE: Any = Opening.__table__  # type: ignore[attr-defined]  # SQLModel does not type it


@dataclass(frozen=True)
class Sighting:
    """What twins are told by, as the columns of an opening."""

    id: UUID
    source: Source
    state: OpeningState
    created_at: datetime
    kind: OpeningKind
    headline: str
    description: str
    employer_name: str
    employer_number: str | None
    country: str
    municipality: str | None
    street_address: str | None
    occupation: str | None
    occupation_guessed: bool
    application_deadline: date | None
    taken: int

    @cached_property
    def title(self) -> str:
        """The headline in small letters, without signs and without small words."""
        words = _WORDS.findall(self.headline.casefold())
        return " ".join(word for word in words if word not in _SMALL)

    @cached_property
    def employer(self) -> str:
        """The employer's name without the form of the company."""
        words = _WORDS.findall(self.employer_name.casefold())
        return " ".join(word for word in words if word not in _LEGAL)

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Every three words of the text that follow each other."""
        words = _WORDS.findall(self.description.casefold())
        return frozenset(zip(*(words[at:] for at in range(SHINGLE)), strict=False))

    @cached_property
    def references(self) -> frozenset[str]:
        """The employer's own numbers for it in the text."""
        return frozenset(each.casefold() for each in _REFERENCES.findall(self.description))

    @property
    def precedence(self) -> tuple[bool, datetime, UUID]:
        """Who is first: an employer's own opening, which somebody answers for; then the older."""
        return self.source is not Source.PORTAL, self.created_at, self.id


COLUMNS = tuple(_TABLE.c[name] for name in Sighting.__dataclass_fields__)


def are_twins(a: Sighting, b: Sighting) -> bool:
    """Whether two ads offer the same work at the same employer."""
    return (
        (a.country, a.kind) == (b.country, b.kind)
        and _same_place(a, b)
        and _same_employer(a, b)
        and _same_work(a, b)
        and _same_text(a, b)
    )


def _same_place(a: Sighting, b: Sighting) -> bool:
    streets = {(each.street_address or "").casefold().strip() for each in (a, b)} - {""}
    return a.municipality is not None and a.municipality == b.municipality and len(streets) < 2


def _same_employer(a: Sighting, b: Sighting) -> bool:
    if a.employer_number and b.employer_number:
        return a.employer_number == b.employer_number
    return bool(a.employer) and a.employer == b.employer


def _same_work(a: Sighting, b: Sighting) -> bool:
    """The title says the same with the same numbers, and no two codes speak against it."""
    is_sure = not (a.occupation_guessed or b.occupation_guessed)
    if is_sure and a.occupation and b.occupation and a.occupation != b.occupation:
        return False
    if sorted(_NUMBERS.findall(a.title)) != sorted(_NUMBERS.findall(b.title)):
        return False
    return fuzz.token_sort_ratio(a.title, b.title) >= LEAST_TITLE


def _same_text(a: Sighting, b: Sighting) -> bool:
    """Most of what both say; of a text that says little, title and last day must be the same."""
    if a.references and b.references and a.references.isdisjoint(b.references):
        return False
    if min(len(a.shingles), len(b.shingles)) < SHORT:
        is_same_day = a.application_deadline == b.application_deadline is not None
        return a.title == b.title and is_same_day
    shared = len(a.shingles & b.shingles)
    return shared / len(a.shingles | b.shingles) >= LEAST_TEXT


def pair_waiting(engine: Engine, *, now: Callable[[], datetime]) -> int:
    """Look for twins of every opening that nobody has done it for; returns how many were found.

    Each batch is committed with its marks, so what a broken run leaves is looked at by the next.
    """
    found = 0
    while True:
        with session_for(engine) as session:
            waiting = session.exec(
                select(*COLUMNS)
                .where(col(Opening.is_unpaired))
                .order_by(col(Opening.created_at), col(Opening.id))
                .limit(TOGETHER)
            ).all()
            if not waiting:
                return found
            found += _pair(session, [Sighting(*row) for row in waiting], now())


def _pair(session: Session, waiting: Sequence[Sighting], now: datetime) -> int:
    """Link each that has a twin among those published, and mark all as looked at."""
    others = {each.id: each for each in _beside(session, waiting)}
    back: dict[UUID, UUID] = {}
    for each in sorted(waiting, key=lambda seen: seen.precedence):
        rivals = (other for other in others.values() if other.id not in back)
        _link(each, rivals, back)
    session.exec(
        update(Opening)
        .where(col(Opening.id).in_([each.id for each in waiting]))
        .values(is_unpaired=False)
    )
    for twin_id, first_id in back.items():
        session.exec(
            update(Opening)
            .where(col(Opening.id) == twin_id)
            .values(state=OpeningState.TWIN, twin_of_id=first_id, updated_at=now)
        )
    return len(back)


def _link(each: Sighting, rivals: Iterable[Sighting], back: dict[UUID, UUID]) -> None:
    """Let the later of two twins stand back; one that somebody has been placed on never does."""
    if each.state is not OpeningState.PUBLISHED or each.id in back:
        return
    for other in sorted(rivals, key=lambda seen: seen.precedence):
        if other.id == each.id or not are_twins(each, other):
            continue
        first, later = sorted((each, other), key=lambda seen: (not seen.taken, seen.precedence))
        if later.taken or later.source is Source.PORTAL:
            continue
        back[later.id] = first.id
        if later.id == each.id:
            return


def _beside(session: Session, waiting: Sequence[Sighting]) -> list[Sighting]:
    """The published openings that may be twins of some of these: of an employer and a town."""
    numbers = {each.employer_number for each in waiting if each.employer_number}
    names = {each.employer_name for each in waiting}
    towns = {each.municipality for each in waiting if each.municipality}
    rows = select(*COLUMNS).where(
        col(Opening.state) == OpeningState.PUBLISHED,
        col(Opening.municipality).in_(towns),
        or_(col(Opening.employer_number).in_(numbers), col(Opening.employer_name).in_(names)),
    )
    return [Sighting(*row) for row in session.exec(rows)]
