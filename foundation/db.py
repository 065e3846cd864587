"""The database: engine, sessions, and the column types that every table shares."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from pydantic import TypeAdapter
from sqlalchemy import (
    JSON,
    Column,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Enum,
    create_engine,
    event,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, Session, SQLModel, col, update

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC, aware on both sides. SQLite drops time zones, so they are put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone; use foundation.clock.now()")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Document(TypeDecorator[Any]):
    """A typed value kept as JSON: `Document(list[str])`, `Document(Requirements)`.

    The value is replaced, never changed in place, so that a change is always seen.
    """

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self._adapter: TypeAdapter[Any] = TypeAdapter(shape)

    def process_bind_param(self, value: Any, _dialect: Dialect) -> Any:
        return None if value is None else self._adapter.dump_python(value, mode="json")

    def process_result_value(self, value: Any, _dialect: Dialect) -> Any:
        return None if value is None else self._adapter.validate_python(value)


def document(shape: Any, *, default: Callable[[], Any] | None = None) -> Any:
    """A column that holds `shape` as JSON; without `default` it may be empty (not known)."""
    if default is None:
        return Field(default=None, sa_column=Column(Document(shape), nullable=True))
    return Field(default_factory=default, sa_column=Column(Document(shape), nullable=False))


def code(
    kind: type[StrEnum],
    *,
    default: StrEnum | None = None,
    index: bool = False,
    optional: bool = False,
) -> Any:
    """A column that holds one of a StrEnum's values as text, readable in the database too."""
    values = Enum(
        kind, native_enum=False, length=40, values_callable=lambda e: [m.value for m in e]
    )
    column: Column[Any] = Column(values, nullable=optional, index=index)
    if default is None and not optional:
        return Field(sa_column=column)
    return Field(default=default, sa_column=column)


class Row(SQLModel):
    """What every table has: an id that says nothing and can stand in an address."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)


class Versioned(Row):
    """A row that two people may change at once; `updated_at` tells which version each has seen."""

    updated_at: datetime = Field(sa_type=UtcDateTime)


def take_turn(session: Session, row: Versioned, *, seen_at: datetime, now: datetime) -> bool:
    """Let the first of two writers through; the second has not seen what she would replace."""
    table = type(row)
    taken = session.exec(
        update(table)
        .where(col(table.id) == row.id, col(table.updated_at) == seen_at)
        .values(updated_at=now)
    )
    session.refresh(row)
    return bool(taken.rowcount)


def engine_from(url: str) -> Engine:
    """An engine for SQLite (one machine) or PostgreSQL (several).

    An error never shows the values of a statement, which may be about a person.
    """
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    waits = {"check_same_thread": False, "timeout": 30}
    engine = create_engine(url, connect_args=waits, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _record: object) -> None:
    """Leave transactions to SQLAlchemy, or savepoints leak; let two processes write in turn."""
    connection.isolation_level = None
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    for pragma in (
        "foreign_keys=ON",
        "journal_mode=WAL",
        "busy_timeout=30000",
        "synchronous=NORMAL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _lower(text: object) -> object:
    """SQLite's own knows only A to Z, and a search must find Åsa under "åsa"."""
    return text.lower() if isinstance(text, str) else text


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once unless the session only reads.

    A transaction that reads first and writes later fails at once, without waiting, when another
    process has written in between; one that asks for the lock first waits its turn.
    """
    options = connection.get_execution_options()
    if options.get("remakes_tables", False):
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")  # has no effect once it has begun
    connection.exec_driver_sql("BEGIN" if options.get("reads_only", False) else "BEGIN IMMEDIATE")


def reading(engine: Engine) -> Engine:
    """The same engine for sessions that only read, which never wait for a writer."""
    return engine.execution_options(reads_only=True)


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """One transaction in which tables may be made anew, as SQLite must to change a column.

    Dropping the old table would delete, or refuse because of, every row that points at it, so
    SQLite's keys are off meanwhile and looked through at the end.
    Raises RuntimeError, and changes nothing, where a key then leads nowhere.
    """
    remaking = engine.execution_options(remakes_tables=True)
    with remaking.connect() as connection:
        with connection.begin():
            yield connection
            if engine.dialect.name == "sqlite":
                astray = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if astray:
                    raise RuntimeError(f"{len(astray)} keys lead nowhere, first {astray[0][0]}")
        connection.invalidate()  # without its keys it must not go back to the others


@contextmanager
def session_for(engine: Engine) -> Iterator[Session]:
    """A session that commits once at the end, or not at all."""
    with Session(engine) as session:
        yield session
        session.commit()


def broke(error: IntegrityError, constraint: str, *columns: str) -> bool:
    """Whether `error` is the breach of this constraint.

    PostgreSQL names the constraint; SQLite names the columns as `table.column`.
    """
    text = str(error.orig)
    return constraint in text or (bool(columns) and ", ".join(columns) in text)
