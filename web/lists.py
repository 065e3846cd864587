"""Lists whose page and order live in the address, so that they can be sent on and gone back to."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from flask import request
from sqlmodel import func, select
from sqlmodel.sql.expression import SelectOfScalar

from web.db import session

PAGE_SIZE = 50
T = TypeVar("T")


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
    last = max(1, -(-total // size))
    number = min(max(request.args.get("page", 1, type=int), 1), last)
    rows = session.exec(statement.limit(size).offset((number - 1) * size))
    return Page(list(rows), number, total, size)


def here(**changes: Any) -> str:
    """This address with some parameters changed; None takes one away."""
    parameters = {**request.args.to_dict(flat=False), **changes}
    kept = {name: value for name, value in parameters.items() if value not in (None, "", [""])}
    return f"{request.path}?{urlencode(kept, doseq=True)}" if kept else request.path
