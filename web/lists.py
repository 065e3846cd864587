"""Lists whose page and order live in the address, so that they can be sent on and gone back to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, Self, TypeVar
from urllib.parse import urlencode

from flask import request
from sqlmodel import func, select
from sqlmodel.sql.expression import SelectOfScalar

from web.db import session

PAGE_SIZE = 50
T = TypeVar("T")
Key = TypeVar("Key", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows of a long list, as the `pager` macro shows them."""

    rows: list[T]
    number: int
    total: int
    size: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    def url_for(self, number: int) -> str:
        return here(page=number)


def page_of(statement: SelectOfScalar[T], size: int = PAGE_SIZE) -> Page[T]:
    """The page of the list that the address asks for; past the end it is the last one."""
    counted = select(func.count()).select_from(statement.order_by(None).subquery())
    total = session.exec(counted).one()
    number = _asked(total, size)
    rows = session.exec(statement.limit(size).offset((number - 1) * size))
    return Page(list(rows), number, total, size)


def page_within(rows: Sequence[T], size: int = PAGE_SIZE) -> Page[T]:
    """The same of a list whose order no query can know, and which therefore is read whole."""
    number = _asked(len(rows), size)
    return Page(list(rows[(number - 1) * size : number * size]), number, len(rows), size)


@dataclass(frozen=True, slots=True)
class Order(Generic[Key]):
    """Which column a list is sorted by, as the `table` macro asks; each has one direction."""

    key: Key
    descending: bool = False

    @classmethod
    def from_address(cls, keys: type[Key], otherwise: Key) -> Self:
        """`?sort=alias`, where that is a key of the list."""
        asked = request.args.get("sort")
        return cls(keys(asked) if asked in list(keys) else otherwise)

    def url_for(self, key: str) -> str:
        """The address that sorts by a column."""
        return here(sort=key, page=None)


def _asked(total: int, size: int) -> int:
    """The number of the page that the address asks for, or of the last one."""
    return min(max(request.args.get("page", 1, type=int), 1), max(1, -(-total // size)))


def here(**changes: Any) -> str:
    """This address with some parameters changed; None takes one away."""
    parameters = {**request.args.to_dict(flat=False), **changes}
    kept = {name: value for name, value in parameters.items() if value not in (None, "", [""])}
    return f"{request.path}?{urlencode(kept, doseq=True)}" if kept else request.path
