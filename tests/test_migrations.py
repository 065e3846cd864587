"""The migrations make the very tables that the models describe, on both databases."""

from datetime import timedelta
from uuid import uuid4

from alembic import command
from alembic.config import Config
from sqlalchemy import JSON, Connection, Engine, MetaData, Table, inspect, text
from sqlmodel import SQLModel

from foundation.db import migrating
from foundation.settings import ROOT
from tests.factories import NOW


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


def test_who_was_there_becomes_owner_contact_and_supervisor(
    fresh_engine: Engine,
) -> None:
    config = Config(ROOT / "alembic.ini")

    def key() -> object:
        made = uuid4()
        return made if fresh_engine.dialect.name == "postgresql" else made.hex

    first, second, employer, opening = key(), key(), key(), key()
    with migrating(fresh_engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0004")
        old = MetaData()
        old.reflect(connection)

        def add(table: str, **facts: object) -> None:
            connection.execute(old.tables[table].insert().values({"id": key()} | facts))

        for person, ago in ((first, 2), (second, 1)):
            account = {"email": f"{ago}@x.example", "fs_uniquifier": f"{ago}"}
            account["name"] = "Maj Berg" if ago == 2 else "Bo"
            flags = {"active": True, "language": "sv", "wants_digest": True}
            add("user", id=person, created_at=NOW, **account, **flags)
        kept = {"country": "SE", "organization_number": "5560160680", "kind": "company"}
        add("employer", id=employer, name="Kaféet", about="", created_at=NOW, **kept)
        for person, ago in ((second, 1), (first, 2)):
            moment = NOW - timedelta(days=ago)
            tie = {"employer_id": employer, "user_id": person, "state": "active"}
            add("colleague", asked_at=moment, answered_at=moment, **tie)
        said = {"subject_id": opening, "action": "opening.created", "subject_kind": "opening"}
        add("audit_entry", at=NOW, actor_id=second, facts={}, **said)
        _add_opening(connection, old.tables["opening"], opening, employer)
        command.upgrade(config, "head")
        roles = connection.execute(text("SELECT user_id, role FROM colleague"))
        assert {str(who).replace("-", ""): role for who, role in roles} == {
            str(first).replace("-", ""): "owner",
            str(second).replace("-", ""): "recruiter",
        }
        supervisor = connection.execute(text("SELECT supervisor_id FROM opening")).scalar_one()
        assert str(supervisor).replace("-", "") == str(first).replace("-", "")
        contact = connection.execute(text("SELECT contact_id FROM opening")).scalar_one()
        assert str(contact).replace("-", "") == str(second).replace("-", "")


def _add_opening(connection: Connection, table: Table, opening: object, employer: object) -> None:
    """An opening with whatever its table demands, empty where nothing matters."""
    demanded: dict[str, object] = {
        column.name: {} if isinstance(column.type, JSON) else ""
        for column in table.columns
        if not column.nullable and column.server_default is None
    }
    facts = {
        "id": opening,
        "employer_id": employer,
        "source": "portal",
        "supervisor": "maj  berg",
        "occupation_guessed": False,
        "number_of_vacancies": 1,
        "taken": 0,
        "readings": [],
        "created_at": NOW,
        "updated_at": NOW,
    }
    connection.execute(table.insert().values(demanded | facts))
