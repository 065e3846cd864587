"""Two rows that look like one and are two, as a person has judged: of employers and of youths.

The judgement stays until somebody takes it back, or one of the two becomes part of another. Each
kind has a table of its own, so that the database knows what its keys point at.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload
from sqlmodel import Field, Session, col, delete, or_, select

from accounts import audit
from accounts.models import User
from foundation.db import Row, UtcDateTime, broke


class JudgedApart(Row):
    """What the tables have in common; each says what its two keys point at, once for each two."""

    first_id: UUID
    second_id: UUID
    judged_by_id: UUID = Field(foreign_key="user.id")
    judged_at: datetime = Field(sa_type=UtcDateTime)


Kind = TypeVar("Kind", bound=JudgedApart)


@dataclass(frozen=True, slots=True)
class Two:
    """Two rows in the order in which they are kept, whichever was named first."""

    first_id: UUID
    second_id: UUID

    @classmethod
    def of(cls, one: Row, other: Row) -> "Two":
        """The two, each in its place."""
        return cls(*sorted((one.id, other.id)))


@dataclass(frozen=True, slots=True)
class Judging(Generic[Kind]):
    """Judgements about one kind of row, kept in its `table`; `word` begins the audit's actions."""

    table: type[Kind]
    word: str

    def judge(self, session: Session, one: Row, other: Row, *, by: User, now: datetime) -> None:
        """Say that the two are not the same. Said twice, or by two at once, it is said once."""
        two, name = Two.of(one, other), str(self.table.__tablename__)
        try:
            with session.begin_nested():
                session.add(
                    self.table(
                        first_id=two.first_id,
                        second_id=two.second_id,
                        judged_by_id=by.id,
                        judged_at=now,
                    )
                )
        except IntegrityError as error:
            judged_once = f"uq_{name}_first_id_second_id"
            if not broke(error, judged_once, f"{name}.first_id", f"{name}.second_id"):
                raise
            return
        self._log(session, one, other, "judged_apart", by, now)

    def take_back(self, session: Session, one: Row, other: Row, *, by: User, now: datetime) -> None:
        """Let the two be asked about again; nothing happens where nobody has judged them."""
        two = Two.of(one, other)
        gone = delete(self.table).where(
            col(self.table.first_id) == two.first_id, col(self.table.second_id) == two.second_id
        )
        if session.exec(gone).rowcount:
            self._log(session, one, other, "judged_again", by, now)

    def judged(self, session: Session, *, among: Any = None) -> list[Kind]:
        """What has been judged, the latest first, with both rows and who judged.

        `among` is a query of ids; where it is given, both rows are among them.
        """
        table: Any = self.table
        rows = select(self.table).order_by(col(table.judged_at).desc(), col(table.id))
        if among is not None:
            rows = rows.where(col(table.first_id).in_(among), col(table.second_id).in_(among))
        along = (joinedload(each) for each in (table.first, table.second, table.judged_by))
        return list(session.exec(rows.options(*along)))

    def pairs(self, session: Session) -> frozenset[Two]:
        """Every two that have been judged not to be the same."""
        rows = select(self.table.first_id, self.table.second_id)
        return frozenset(Two(*row) for row in session.exec(rows))

    def forget(self, session: Session, row: Row) -> None:
        """Let go what was judged about a row that becomes part of another."""
        named = or_(col(self.table.first_id) == row.id, col(self.table.second_id) == row.id)
        session.exec(delete(self.table).where(named))

    def _log(
        self, session: Session, one: Row, other: Row, done: str, by: User, now: datetime
    ) -> None:
        action, facts = f"{self.word}.{done}", {"other": str(other.id)}
        audit.record(session, by=by, action=action, subject=one, now=now, **facts)
