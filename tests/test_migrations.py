"""The migrations make the very tables that the models describe, on both databases."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, inspect
from sqlmodel import SQLModel

from foundation.settings import ROOT


def test_the_migrations_leave_nothing_out(fresh_engine: Engine) -> None:
    config = Config(ROOT / "alembic.ini")
    with fresh_engine.begin() as connection:
        config.attributes["connection"] = connection
        command.check(config)


def test_the_migrations_can_be_taken_back(fresh_engine: Engine) -> None:
    config = Config(ROOT / "alembic.ini")
    with fresh_engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert set(inspect(fresh_engine).get_table_names()) == {"alembic_version"}
    assert len(SQLModel.metadata.tables) > 10
