"""The plan's goal, activities, versions and joint meetings, and what the youth writes herself."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, Versioned, code, document
from youths.belonging import OneOfYouth
from youths.models import Youth


class ActivityKind(StrEnum):
    """What is done towards the goal, in the order that a form offers it."""

    LECTURE = "lecture"
    COMPANY_VISIT = "company_visit"
    STUDY_VISIT = "study_visit"
    JOB_SEARCH_TRIP = "job_search_trip"
    COURSE = "course"
    PLACEMENT = "placement"
    TRACK_STEP = "track_step"
    MEETING = "meeting"
    HEALTH_CONTACT = "health_contact"
    OTHER = "other"


class NotDone(StrEnum):
    """Why an activity did not come about. None of them says anything of health."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    CHOSE_OTHER = "chose_other"
    COULD_NOT = "could_not"
    NO_SHOW = "no_show"
    OTHER = "other"


class ActionPlan(OneOfYouth, table=True):
    """What a youth is on her way to, in her own words."""

    __tablename__: ClassVar[str] = "action_plan"

    goal: str = ""


class Activity(Versioned, table=True):
    """Something done towards the goal. `is_done` is None until somebody says how it went.

    Of a contact with health care the days are kept and nothing else, so that the plan tells when
    and never what for. `checklist_key` names the step of a checklist that it came from, of which
    a plan has each once.
    """

    __table_args__ = (
        UniqueConstraint("youth_id", "checklist_key"),
        CheckConstraint(
            "kind <> 'health_contact' OR (what = '' AND place = '' AND who_with = '')",
            name="health_is_not_told",
        ),
        CheckConstraint(
            "ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)",
            name="ends_after_start",
        ),
        CheckConstraint(
            "why_not IS NULL OR (is_done IS NOT NULL AND NOT is_done)", name="why_not_if_not_done"
        ),
    )

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    kind: ActivityKind = code(ActivityKind)
    what: str = ""
    starts_on: date | None = Field(default=None, index=True)
    ends_on: date | None = None
    place: str = ""
    who_with: str = ""
    is_done: bool | None = None
    why_not: NotDone | None = code(NotDone, optional=True)
    checklist_key: str | None = None
    written_by_id: UUID = Field(foreign_key="user.id")
    created_at: datetime = Field(sa_type=UtcDateTime)

    youth: Youth = Relationship()


class OwnWords(BaseModel):
    """The individual project description, part by part, as the youth writes it."""

    model_config = ConfigDict(frozen=True)

    want: str = ""
    can: str = ""
    steps: str = ""
    help: str = ""
    there: str = ""


class ProjectDescription(OneOfYouth, table=True):
    """What a youth writes herself. Only what she has chosen to show is read by anybody else."""

    __tablename__: ClassVar[str] = "project_description"

    draft: OwnWords = document(OwnWords, default=OwnWords)
    shown: OwnWords | None = document(OwnWords)
    shown_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class PersonalLink(Row, table=True):
    """A youth's way in to her own page: it lasts, and ends when a new one is made or on request.

    Only the token's digest is kept.
    """

    __tablename__: ClassVar[str] = "personal_link"

    token_hash: str = Field(unique=True)
    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    made_by_id: UUID = Field(foreign_key="user.id")
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    youth: Youth = Relationship()


class FrozenActivity(BaseModel):
    """An activity as it stood when a version was kept; `id` tells it from the others."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    kind: ActivityKind
    what: str
    starts_on: date | None
    ends_on: date | None
    place: str
    who_with: str
    is_done: bool | None
    why_not: NotDone | None


class Snapshot(BaseModel):
    """All of a plan that everybody who works with the youth may read, at one moment."""

    model_config = ConfigDict(frozen=True)

    goal: str = ""
    activities: tuple[FrozenActivity, ...] = ()
    own_words: OwnWords | None = None


class PlanVersion(Row, table=True):
    """A plan as it was; versions are only ever added."""

    __tablename__: ClassVar[str] = "plan_version"
    __table_args__ = (UniqueConstraint("youth_id", "number"),)

    youth_id: UUID = Field(foreign_key="youth.id", ondelete="CASCADE")
    number: int
    plan: Snapshot = document(Snapshot, default=Snapshot)
    made_by_id: UUID = Field(foreign_key="user.id")
    made_at: datetime = Field(sa_type=UtcDateTime)

    made_by: User = Relationship()


class PresentAs(StrEnum):
    """In which role somebody sat at a joint meeting."""

    YOUTH = "youth"
    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"
    SOCIAL_WORKER = "social_worker"
    EMPLOYMENT_OFFICER = "employment_officer"
    SCHOOL = "school"
    EMPLOYER = "employer"
    CLOSE_ONE = "close_one"
    OTHER = "other"


class Present(BaseModel):
    """One who was there: the role, and for whom. No names are kept."""

    model_config = ConfigDict(frozen=True)

    role: PresentAs
    agency: str = ""


class JointMeeting(Row, table=True):
    """One meeting, one decision, one plan: who were there, what was decided, and on which version.

    What a meeting decided is not changed; the next meeting decides anew.
    """

    __tablename__: ClassVar[str] = "joint_meeting"

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    held_on: date
    present: list[Present] = document(list[Present], default=list)
    decision: str
    version_id: UUID = Field(foreign_key="plan_version.id")
    recorded_by_id: UUID = Field(foreign_key="user.id")
    recorded_at: datetime = Field(sa_type=UtcDateTime)

    version: PlanVersion = Relationship()
    recorded_by: User = Relationship()
