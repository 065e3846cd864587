"""Youths: who is looking, what they can and want, and how far they will go."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Relationship, SQLModel

from accounts.apart import JudgedApart
from accounts.models import Team, User
from foundation.db import Row, UtcDateTime, Versioned, document


class Experience(BaseModel):
    """Work done before: the title as told, and how long."""

    model_config = ConfigDict(frozen=True)

    title: str
    months: int | None = None


class LanguageSkill(BaseModel):
    """A language with its CEFR level, or `native`; no level where it has not been judged."""

    model_config = ConfigDict(frozen=True)

    language: str
    level: str | None = None


class TeamGroups(SQLModel, table=True):
    """Which target groups a team follows, and where their limits lie for it."""

    __tablename__: ClassVar[str] = "team_groups"

    team_id: UUID = Field(foreign_key="team.id", primary_key=True, ondelete="CASCADE")
    used: list[str] = document(list[str], default=list)
    limits: dict[str, int] = document(dict[str, int], default=dict)
    swedish_below: str = "B2"


class UploadedYouth(BaseModel):
    """One row of a table that somebody has sent."""

    model_config = ConfigDict(frozen=True)

    number: int
    cells: dict[str, str]


class YouthUpload(Row, table=True):
    """A table that waits to be read through; thrown away once taken in, or after a day."""

    __tablename__: ClassVar[str] = "youth_upload"

    team_id: UUID = Field(foreign_key="team.id", ondelete="CASCADE")
    responsible_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE")
    rows: list[UploadedYouth] = document(list[UploadedYouth], default=list)
    made_at: datetime = Field(sa_type=UtcDateTime)

    team: Team = Relationship()
    responsible: User = Relationship(
        sa_relationship_kwargs={"foreign_keys": "YouthUpload.responsible_id"}
    )


class Youth(Versioned, table=True):
    """A young person as the team knows her. `None` means that nobody has asked yet.

    One caseworker is responsible at every moment. Protected identity narrows who may see her,
    and where she lives is then not kept. `team_consent` is her answer to being known to all the
    agencies of the team; after a no, only the responsible caseworker's own agency sees her.
    A row that was merged into another points at it.
    """

    __table_args__ = (
        UniqueConstraint("team_id", "exchange_id"),
        CheckConstraint(
            "NOT protected_identity OR home_municipality IS NULL", name="protected_has_no_home"
        ),
    )

    team_id: UUID = Field(foreign_key="team.id", index=True)
    responsible_id: UUID = Field(foreign_key="user.id", index=True)
    exchange_id: str | None = None
    alias: str
    born: int | None = None
    protected_identity: bool = False
    registered_on: date
    target_groups: list[str] = document(list[str], default=list)

    wishes: list[str] = document(list[str], default=list)
    occupations: list[str] = document(list[str], default=list)
    skills: list[str] | None = document(list[str])
    about: str = ""
    education_level: str | None = None
    experience: list[Experience] | None = document(list[Experience])
    languages: list[LanguageSkill] | None = document(list[LanguageSkill])
    driving_licences: list[str] | None = document(list[str])
    own_car: bool | None = None
    authorised_occupations: list[str] | None = document(list[str])

    home_municipality: str | None = None
    max_commute_km: int | None = None
    counties: list[str] = document(list[str], default=list)
    countries: list[str] = document(list[str], default=lambda: ["SE"])
    available_from: date | None = None

    created_at: datetime = Field(sa_type=UtcDateTime)
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    merged_into_id: UUID | None = Field(
        default=None, foreign_key="youth.id", index=True, ondelete="CASCADE"
    )

    team_consent: bool | None = None
    team_consent_on: date | None = None

    team: Team = Relationship()
    responsible: User = Relationship()


class YouthsApart(JudgedApart, table=True):
    """Two youths who look like one, and are not, as somebody has judged."""

    __tablename__: ClassVar[str] = "youths_apart"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    first_id: UUID = Field(foreign_key="youth.id", ondelete="CASCADE")
    second_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")

    first: Youth = Relationship(sa_relationship_kwargs={"foreign_keys": "YouthsApart.first_id"})
    second: Youth = Relationship(sa_relationship_kwargs={"foreign_keys": "YouthsApart.second_id"})
    judged_by: User = Relationship()
