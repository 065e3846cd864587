"""One organisation is one employer, however many sign up for it and however close together.

Two numbers for what is likely one organisation are found by name, number and place, for a
coordinator to judge.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from re import compile as compile_pattern
from re import sub
from unicodedata import combining, normalize
from uuid import UUID

from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from accounts.apart import Two
from employers import queries
from employers.apart import judging
from employers.models import Employer, Workplace
from employers.numbers import OrganizationNumber
from foundation.db import broke

ONE_A_NUMBER = (
    "uq_employer_country_organization_number",
    "employer.country",
    "employer.organization_number",
)
"""The constraint, as PostgreSQL and as SQLite name it."""


def the_only(
    session: Session,
    number: OrganizationNumber,
    *,
    name: str,
    country: str,
    municipality: str,
    now: datetime,
) -> Employer:
    """The employer with this number: the one that is known, else a new one with a workplace.

    `country` and `municipality` say where the work is done. Of two that sign up at the same
    moment the second gets the first one's employer, and its own name and place are let go.
    """
    known = queries.by_number(session, number.country, number.digits)
    if known:
        return known
    made = Employer(
        name=name,
        country=number.country,
        organization_number=number.digits,
        created_at=now,
        updated_at=now,
    )
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError as error:
        known = queries.by_number(session, number.country, number.digits)
        if known is None or not broke(error, *ONE_A_NUMBER):
            raise
        return known
    session.add(
        Workplace(
            employer_id=made.id,
            name=name,
            country=country,
            municipality=municipality,
            updated_at=now,
        )
    )
    session.flush()
    return made


class Sign(StrEnum):
    """What speaks for two employers being one."""

    SAME_NAME = "same_name"
    ALIKE_NAME = "alike_name"
    NEAR_NUMBER = "near_number"
    SAME_MUNICIPALITY = "same_municipality"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two employers that are likely one; `likeness` of the names is 0 to 100."""

    first: Employer
    second: Employer
    likeness: float
    signs: tuple[Sign, ...]


LEGAL_FORM = compile_pattern(
    r"ab|aktiebolag|publ|hb|handelsbolag|kb|kommanditbolag|ek|for|ekonomisk|forening|ideell|ef"
    r"|enskild|firma|as|asa|aksjeselskap|ans|da|sa|ba|enk|sf|stiftelsen"
)
"""Words that say how an organisation is owned, and not which one it is; without accents."""

ALIKE = 88.0
"""Names this alike in one municipality are shown; `token_sort_ratio` of rapidfuzz."""
WORTH_A_LOOK = 70.0
NEAR = 2
"""Digits that were left out, swapped or mistyped between two numbers."""


def normalised(name: str) -> str:
    """A name without its legal form, accents, case and signs: "Åkes Åkeri AB" is "akes akeri"."""
    bare = "".join(each for each in normalize("NFKD", name.casefold()) if not combining(each))
    words = sub(r"[^\w\s]|_", " ", bare.replace("ø", "o").replace("æ", "ae")).split()
    return " ".join(word for word in words if not LEGAL_FORM.fullmatch(word)) or " ".join(words)


def likely_pairs(session: Session) -> list[Pair]:
    """Employers that are likely the same, the likeliest first.

    Those that somebody has judged not to be the same are left out. Three questions to the
    database and a comparison of all names: 2,000 employers are a few million comparisons, which
    is less than a second or two.
    """
    rows = select(Employer).where(col(Employer.merged_into_id).is_(None))
    employers = list(session.exec(rows.order_by(col(Employer.name), col(Employer.id))))
    workplaces = queries.workplaces_at(session, [employer.id for employer in employers])
    places = {
        key: {(at.country, at.municipality) for at in rows} for key, rows in workplaces.items()
    }
    judged = judging.pairs(session)
    found = [
        pair
        for first, second, likeness in _alike(employers)
        if Two.of(first, second) not in judged and (pair := _pair(first, second, likeness, places))
    ]
    return sorted(found, key=lambda pair: (-len(pair.signs), -pair.likeness))


def _alike(employers: Sequence[Employer]) -> list[tuple[Employer, Employer, float]]:
    """Each two employers of one country whose names are worth a look."""
    names = [normalised(employer.name) for employer in employers]
    scores = process.cdist(names, names, scorer=fuzz.token_sort_ratio, score_cutoff=WORTH_A_LOOK)
    return [
        (employers[row], employers[column], float(scores[row, column]))
        for row, column in zip(*scores.nonzero(), strict=True)
        if row < column and employers[row].country == employers[column].country
    ]


def _pair(
    first: Employer,
    second: Employer,
    likeness: float,
    places: dict[UUID, set[tuple[str, str]]],
) -> Pair | None:
    """The two with what speaks for them, or None where that is not enough."""
    if first.parent_id == second.id or second.parent_id == first.id:
        return None
    is_near = _near(first.organization_number, second.organization_number)
    is_together = bool(places[first.id] & places[second.id])
    has_same_name = likeness == 100.0
    if not (has_same_name or is_near or (likeness >= ALIKE and is_together)):
        return None
    signs = (
        (Sign.SAME_NAME, has_same_name),
        (Sign.ALIKE_NAME, not has_same_name),
        (Sign.NEAR_NUMBER, is_near),
        (Sign.SAME_MUNICIPALITY, is_together),
    )
    return Pair(first, second, likeness, tuple(sign for sign, holds in signs if holds))


def _near(first: str | None, second: str | None) -> bool:
    if first is None or second is None:
        return False
    return DamerauLevenshtein.distance(first, second, score_cutoff=NEAR) <= NEAR
