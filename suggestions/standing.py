"""What youths have been suggested before, as it stands in the database.

Rows are read as the database gives them. To compare them with rows read earlier takes no more;
only those that have to be understood are turned into values, and what many rows share once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Dialect, Row, Table, select, type_coerce
from sqlalchemy.types import NullType, TypeEngine
from sqlmodel import Session

from suggestions.models import Suggestion, SuggestionState
from youths.models import Youth

MOST_KEPT, MOST_DATABASES = 50_000, 4

_TABLE: Table = Suggestion.__table__  # type: ignore[attr-defined]  # SQLModel does not tell


class Known(NamedTuple):
    """A suggestion as it stands, without what is not needed to compare it."""

    id: UUID
    youth_id: UUID
    opening_id: UUID
    score: float
    state: SuggestionState
    is_current: bool
    is_widening: bool
    ranked_by: str
    refreshed_at: datetime


PLAIN = frozenset({"score", "ranked_by"})
"""A number and a text are values as they come."""

OF_YOUTH = Known._fields.index("youth_id")

Standing = Sequence[Row[Any]]
"""One youth's rows, with the columns of `Known` as the database gives them."""


def standing(
    session: Session, youths: Iterable[Youth], *, holding: bool
) -> Mapping[UUID, Standing]:
    """Each youth's suggestions; where asked, those that may be written are held until the end."""
    columns = [
        _TABLE.c[name] if name in PLAIN else type_coerce(_TABLE.c[name], NullType())
        for name in Known._fields
    ]
    rows = select(*columns).where(_TABLE.c.youth_id.in_([youth.id for youth in youths]))
    if holding:
        rows = rows.with_for_update(of=_TABLE)
    by_youth = defaultdict[UUID, list[Row[Any]]](list)
    youth_of = _values(session.get_bind().dialect)[OF_YOUTH]
    for row in session.execute(rows):
        by_youth[youth_of(row[OF_YOUTH])].append(row)
    return by_youth


def understood(session: Session, rows: Standing) -> list[Known]:
    """Turn one youth's rows into values."""
    values = _values(session.get_bind().dialect)
    return [Known(*(value(raw) for value, raw in zip(values, row, strict=True))) for row in rows]


def fingerprint(youth: Youth, rows: Standing) -> bytes:
    """Be another one as soon as the youth, or anything she has been suggested, has changed."""
    in_order = sorted(map(tuple, rows), key=lambda row: str(row[0]))
    return blake2b(repr((youth.updated_at, in_order)).encode(), digest_size=16).digest()


@lru_cache(MOST_DATABASES)
def _values(dialect: Dialect) -> tuple[Callable[[Any], Any], ...]:
    """What makes a value of each column that the database gives."""
    return tuple(
        _as_it_is if name in PLAIN else _value(dialect, _TABLE.c[name].type)
        for name in Known._fields
    )


def _value(dialect: Dialect, type_: TypeEngine[Any]) -> Callable[[Any], Any]:
    """What makes a value of one column, remembering the latest."""
    made = type_.dialect_impl(dialect).result_processor(dialect, None)
    return lru_cache(MOST_KEPT)(made) if made else _as_it_is


def _as_it_is(raw: Any) -> Any:
    return raw
