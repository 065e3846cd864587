"""The skills assessment, and the support needs that only a few may read."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlmodel import Field, Relationship, SQLModel

from accounts.models import User
from foundation.db import UtcDateTime, document
from youths.belonging import OneOfYouth


class Sureness(StrEnum):
    """How sure the two are of a skill. TRYING is something to find out, and no claim."""

    SURE = "sure"
    LIKELY = "likely"
    TRYING = "trying"


class Judged(StrEnum):
    """How a level of a language was judged."""

    OWN_VIEW = "own_view"
    CONVERSATION = "conversation"
    TEST = "test"
    SCHOOL = "school"


class GeneralSkill(BaseModel):
    """A general skill of the reference's vocabulary, how sure it is, and how it showed."""

    model_config = ConfigDict(frozen=True)

    code: str
    sureness: Sureness
    shown: str = ""


class JudgedLanguage(BaseModel):
    """A level of a language (CEFR or `native`), and how and when it was judged."""

    model_config = ConfigDict(frozen=True)

    language: str
    level: str
    how: Judged
    judged_on: date | None = None


class SkillsAssessment(OneOfYouth, table=True):
    """What a youth can and likes, as she and her caseworker see it.

    `None` and an empty text mean that nobody has asked yet. `worked_before` is what has gone well
    before, and so what to do more of.
    """

    __tablename__: ClassVar[str] = "skills_assessment"

    general_skills: list[GeneralSkill] | None = document(list[GeneralSkill])
    own_words: str = ""
    interests: list[str] | None = document(list[str])
    worked_before: str = ""
    languages: list[JudgedLanguage] | None = document(list[JudgedLanguage])
    written_by_id: UUID = Field(foreign_key="user.id")

    written_by: User = Relationship()


class SupportNeeds(OneOfYouth, table=True):
    """What makes it easier for a youth at a workplace: read by few, and told to nobody else."""

    __tablename__: ClassVar[str] = "support_needs"

    words: str = ""
    written_by_id: UUID = Field(foreign_key="user.id")

    written_by: User = Relationship()


class SupportReader(SQLModel, table=True):
    """A colleague who may read a youth's support needs, as long as the one who named her may."""

    __tablename__: ClassVar[str] = "support_reader"

    youth_id: UUID = Field(foreign_key="youth.id", primary_key=True, ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="user.id", primary_key=True)
    named_by_id: UUID = Field(foreign_key="user.id")
    named_at: datetime = Field(sa_type=UtcDateTime)
