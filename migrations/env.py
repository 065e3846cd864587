"""Migrations run against the database that the settings name, or one a test hands over."""

import os
from importlib import import_module

import sqlalchemy as sa
from alembic import context
from sqlalchemy import Connection
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

from foundation.db import Document, UtcDateTime, engine_from, migrating
from foundation.settings import from_environ

for package in (
    "foundation.outbox",
    "accounts.models",
    "employers.models",
    "openings.models",
    "youths.models",
    "youths.agencies.models",
    "youths.first_days.models",
    "youths.goal_facts.models",
    "youths.plans.models",
    "youths.search_areas.models",
    "youths.strengths.models",
    "jobtracks.models",
    "jobtracks.enrolments.models",
    "events.models",
    "events.registrations.models",
    "events.partners.models",
    "placements.models",
    "placements.agreements.models",
    "placements.meetings.models",
    "placements.work.models",
    "suggestions.models",
    "digests.models",
    "goals.models",
):
    import_module(package)


def render_item(kind: str, item: object, _autogen: object) -> str | bool:
    """Write columns in SQLAlchemy's own types, so that old migrations stand by themselves."""
    if kind != "type":
        return False
    if isinstance(item, AutoString):
        return "sa.String()"
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, Document):
        return "sa.JSON()"
    if isinstance(item, sa.Enum):
        return f"sa.String(length={item.length})"
    return False


def same_type(
    _context: object, _inspected: object, _column: object, _old: object, new: object
) -> bool | None:
    """Our own types look to the database like the plain types they are made of."""
    if isinstance(new, UtcDateTime | Document | sa.Enum):
        return False
    return None


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_item=render_item,
        compare_type=same_type,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with migrating(engine_from(from_environ(os.environ).database_url)) as connection:
        run(connection)
