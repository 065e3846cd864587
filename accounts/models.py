"""Users, roles, teams of several agencies, one-time links, and the audit log."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

from flask_security import RoleMixin, UserMixin
from sqlmodel import Field, Relationship, SQLModel

from foundation.db import Row, UtcDateTime, code, document


class RoleName(StrEnum):
    """What a person is here to do; a user has one role."""

    EMPLOYER = "employer"
    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"
    STEERING = "steering"
    ADMINISTRATOR = "administrator"


class UserRole(SQLModel, table=True):
    """The role a user has."""

    __tablename__: ClassVar[str] = "user_role"

    user_id: UUID = Field(foreign_key="user.id", primary_key=True, ondelete="CASCADE")
    role_id: UUID = Field(foreign_key="role.id", primary_key=True)


class Role(Row, RoleMixin, table=True):
    """A role as Flask-Security knows it; the names are those of `RoleName`."""

    name: str = Field(unique=True)
    description: str = ""


class User(Row, UserMixin, table=True):
    """A person with an account: staff with a password, employers with one-time links."""

    email: str = Field(unique=True)
    name: str
    password: str | None = None
    active: bool = True
    fs_uniquifier: str = Field(default_factory=lambda: uuid4().hex, unique=True)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    language: str = "sv"
    wants_digest: bool = True
    tf_primary_method: str | None = None
    tf_totp_secret: str | None = None
    tf_last_counter: int | None = None
    mf_recovery_codes: list[str] | None = document(list[str])
    created_at: datetime = Field(sa_type=UtcDateTime)

    roles: list[Role] = Relationship(  # type: ignore[assignment]  # ours
        link_model=UserRole, sa_relationship_kwargs={"lazy": "selectin"}
    )

    @property
    def role(self) -> RoleName:
        """The one role; every user has it from the start."""
        return RoleName(self.roles[0].name)

    @property
    def is_staff(self) -> bool:
        return self.role is not RoleName.EMPLOYER

    @property
    def has_authenticator(self) -> bool:
        return self.tf_totp_secret is not None


class AgencyKind(StrEnum):
    """What sort of authority or unit an agency is; each sort steers by goals of its own."""

    EMPLOYMENT_SERVICE = "employment_service"
    MUNICIPALITY = "municipality"
    SOCIAL_SERVICES = "social_services"
    SOCIAL_INSURANCE = "social_insurance"
    ACTIVITY_RESPONSIBILITY = "activity_responsibility"
    OTHER = "other"


class Agency(Row, table=True):
    """An authority or municipal unit whose staff sit in a team, such as social services."""

    name: str = Field(unique=True)
    kind: AgencyKind = code(AgencyKind, default=AgencyKind.OTHER)


class Team(Row, table=True):
    """A co-located team, such as Högtrycket in Söderhamn."""

    name: str = Field(unique=True)
    municipality: str
    created_at: datetime = Field(sa_type=UtcDateTime)


class TeamMember(SQLModel, table=True):
    """A user's place in a team; the home agency is kept. Who `acquires` looks after employers."""

    __tablename__: ClassVar[str] = "team_member"

    team_id: UUID = Field(foreign_key="team.id", primary_key=True)
    user_id: UUID = Field(foreign_key="user.id", primary_key=True)
    agency_id: UUID | None = Field(default=None, foreign_key="agency.id")
    acquires: bool = False

    user: User = Relationship()
    agency: Agency | None = Relationship()


class LinkPurpose(StrEnum):
    """What a one-time link lets its holder do."""

    SIGN_IN = "sign_in"
    CONFIRM = "confirm"
    INVITATION = "invitation"
    RESET = "reset"


class OneTimeLink(Row, table=True):
    """A link that works once and for a while. Only the token's SHA-256 is kept.

    `subject_id` is the row that following the link confirms, where it does more than sign in.
    """

    __tablename__: ClassVar[str] = "one_time_link"

    token_hash: str = Field(unique=True)
    purpose: LinkPurpose = code(LinkPurpose)
    user_id: UUID = Field(foreign_key="user.id", ondelete="CASCADE", index=True)
    leads_to: str | None = None
    subject_id: UUID | None = None
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    user: User = Relationship()


class AuditEntry(Row, table=True):
    """One line of the audit log: who did what, to what, when. Lines are only ever added."""

    __tablename__: ClassVar[str] = "audit_entry"

    at: datetime = Field(sa_type=UtcDateTime, index=True)
    actor_id: UUID | None = Field(default=None, foreign_key="user.id")
    action: str
    subject_kind: str
    subject_id: UUID | None = Field(default=None, index=True)
    facts: dict[str, Any] = document(dict[str, Any], default=dict)
    request_id: str | None = None
