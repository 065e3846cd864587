"""What a colleague sees of a youth: one table, field by relation, which pages and queries obey.

The profile is what the team matches by, and is shared in it since the youth has agreed to be
known to all its agencies, or has not been asked yet. What an agency keeps for itself is seen by
others only where it has been shared on purpose. A coordinator sees that something waits, because
she answers for nobody being left without an owner, but not what was written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields as fields_of
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, exists, false, or_
from sqlmodel import Session, col, select

from accounts.models import RoleName, TeamMember, User
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from youths.agencies.models import AgencyNote, AgencyShare, AgencyStatus
from youths.facts import YouthFacts
from youths.models import Youth

Kept = TypeVar("Kept", AgencyNote, AgencyStatus)


class Relation(StrEnum):
    """How a colleague stands to what an agency keeps, the nearest first."""

    OWN = "own"
    SHARED = "shared"
    COORDINATES = "coordinates"
    TEAM = "team"


class Subject(StrEnum):
    """What can be seen."""

    PROFILE = "profile"
    NOTE = "note"
    STATUS = "status"
    REFERRAL = "referral"
    QUESTION = "question"
    HANDOVER = "handover"


OWN = frozenset({Relation.OWN})
OWN_AND_SHARED = frozenset({Relation.OWN, Relation.SHARED})
OWN_AND_COORDINATES = frozenset({Relation.OWN, Relation.COORDINATES})
WHOLE_TEAM = frozenset(Relation)

SEEN: Mapping[Subject, Mapping[str, frozenset[Relation]]] = {
    Subject.PROFILE: {each.name: WHOLE_TEAM for each in fields_of(YouthFacts)},
    Subject.NOTE: {
        "agency": OWN_AND_SHARED,
        "text": OWN_AND_SHARED,
        "by": OWN_AND_SHARED,
        "created_at": OWN_AND_SHARED,
        "shares": OWN,
    },
    Subject.STATUS: {
        "agency": OWN_AND_SHARED,
        "status": OWN_AND_SHARED,
        "since": OWN_AND_SHARED,
        "detail": OWN,
        "shares": OWN,
    },
    Subject.REFERRAL: {
        "to_agency": OWN_AND_COORDINATES,
        "from_agency": OWN_AND_COORDINATES,
        "made_on": OWN_AND_COORDINATES,
        "purpose": OWN,
        "outcome": OWN,
    },
    Subject.QUESTION: {
        "from_agency": OWN_AND_COORDINATES,
        "to_agency": OWN_AND_COORDINATES,
        "due_on": OWN_AND_COORDINATES,
        "text": OWN,
        "answer": OWN,
    },
    Subject.HANDOVER: {
        "giver": WHOLE_TEAM,
        "receiver": WHOLE_TEAM,
        "due_on": WHOLE_TEAM,
        "message": OWN,
        "declined_words": OWN,
    },
}
"""Who sees which field. OWN: of the agency that keeps it, or of one of the two it is between; of
a handover, the two people."""


class NoAgency(Refused):
    """What is kept by an agency needs one."""

    message = lazy_(
        "Det står inte vilken myndighet du kommer från. Be administratören skriva in det."
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """A thing as one person sees it; `fields` holds only what she may see."""

    id: UUID
    relation: Relation
    fields: dict[str, Any]


def sees(subject: Subject, field: str, relation: Relation) -> bool:
    """Whether a colleague in this relation sees the field. An unknown field is a KeyError."""
    return relation in SEEN[subject][field]


def seen(subject: Subject, relation: Relation, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that a colleague in this relation sees; the rest are not there at all."""
    return {name: value for name, value in values.items() if sees(subject, name, relation)}


def agency_in(session: Session, user: User, team_id: UUID) -> UUID | None:
    """The agency that somebody works for in a team; None where it is not known."""
    return session.exec(
        select(TeamMember.agency_id).where(
            TeamMember.team_id == team_id, TeamMember.user_id == user.id
        )
    ).first()


def demand_agency(session: Session, user: User, youth: Youth) -> UUID:
    """The agency that somebody writes for about a youth. Raises NoAgency."""
    found = agency_in(session, user, youth.team_id)
    if found is None:
        raise NoAgency
    return found


def get_own(session: Session, kind: type[Kept], kept_id: UUID, *, of: User) -> Kept:
    """A note or a status that one's own agency has written. Raises NotFound."""
    kept = session.get(kind, kept_id)
    if kept is None:
        raise NotFound
    youth = session.get_one(Youth, kept.youth_id)
    if agency_in(session, of, youth.team_id) != kept.agency_id:
        raise NotFound
    return kept


def relation_to(user: User, mine: UUID | None, agencies: set[UUID], shared: bool) -> Relation:
    """How somebody of the agency `mine` stands to what `agencies` keep."""
    if mine is not None and mine in agencies:
        return Relation.OWN
    if shared:
        return Relation.SHARED
    is_coordinator = user.role is RoleName.COORDINATOR
    return Relation.COORDINATES if is_coordinator else Relation.TEAM


def kept_by_or_shared_with(
    agency_id: Any, subject_id: Any, shares: Any, mine: UUID | None
) -> ColumnElement[bool]:
    """The same question to the database, for notes and statuses: hers, or shared with hers.

    The columns are a table's agency and id, and the one of AgencyShare that points at that id.
    Without an agency there is nothing: None is nobody's.
    """
    is_shared = exists(
        select(AgencyShare.id)
        .where(shares == subject_id, col(AgencyShare.to_agency_id) == mine)
        .where(col(AgencyShare.revoked_at).is_(None))
    )
    return or_(agency_id == mine, is_shared) if mine else false()
