"""Referrals between agencies, and how often a youth has been sent the same way.

A youth who is sent to the same agency again and again is passed around. The count is told to
whoever is one of the two, and to the coordinators, with no word about what it was for.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, or_, select

from accounts import audit
from accounts.models import Agency, RoleName, TeamMember, User
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from youths import queries
from youths.agencies.models import Referral, ReferralOutcome, ReferralPurpose
from youths.agencies.seeing import (
    Seen,
    Subject,
    agency_in,
    demand_agency,
    relation_to,
    seen,
)
from youths.models import Youth

WINDOW = timedelta(days=60)
"""How far back two referrals to one agency count as repeated."""


class ReferredHome(Refused):
    """A referral leads to somebody else."""

    message = lazy_("Välj en annan myndighet än din egen.")


class NotYetMade(Refused):
    """A referral has been made, and its outcome comes after it."""

    message = lazy_("Dagen kan inte ligga före hänvisningen eller efter i dag.")


@dataclass(frozen=True, slots=True)
class SeenReferral(Seen):
    """A referral as one person sees it; `time` says the how manyeth within WINDOW it was."""

    time: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """A youth who has been sent to one agency more than once within WINDOW."""

    youth: Youth
    to: Agency
    times: int
    last_on: date


def refer(
    session: Session,
    youth: Youth,
    to: Agency,
    *,
    purpose: ReferralPurpose,
    made_on: date,
    today: date,
    by: User,
    now: datetime,
) -> Referral:
    """Record that a youth was sent to another agency. Raises NoAgency, ReferredHome, NotYetMade."""
    sender = demand_agency(session, by, youth)
    if sender == to.id:
        raise ReferredHome
    if made_on > today:
        raise NotYetMade
    made = Referral(
        youth_id=youth.id,
        from_agency_id=sender,
        to_agency_id=to.id,
        made_on=made_on,
        purpose=purpose,
        made_by_id=by.id,
        created_at=now,
    )
    session.add(made)
    session.flush()
    facts = {"to_agency_id": str(to.id), "purpose": purpose.value}
    audit.record(session, by=by, action="youth.referred", subject=youth, now=now, **facts)
    return made


def conclude(
    session: Session,
    referral: Referral,
    outcome: ReferralOutcome,
    *,
    on: date,
    today: date,
    by: User,
    now: datetime,
) -> None:
    """Write down what came of it. Raises NotYetMade."""
    if not referral.made_on <= on <= today:
        raise NotYetMade
    referral.outcome, referral.outcome_on = outcome, on
    session.flush()
    youth = session.get_one(Youth, referral.youth_id)
    facts = {"outcome": outcome.value}
    audit.record(session, by=by, action="youth.referral_concluded", subject=youth, now=now, **facts)


def times_within(made: Sequence[Referral], to_agency_id: UUID, on: date) -> int:
    """How many referrals to an agency fall in the WINDOW that ends on a day, that day included."""
    return sum(
        each.to_agency_id == to_agency_id and on - WINDOW < each.made_on <= on for each in made
    )


def all_of(session: Session, youth: Youth) -> list[Referral]:
    """Every referral of a youth, oldest first; for counting, and not for showing."""
    rows = select(Referral).where(Referral.youth_id == youth.id).options(*_along())
    return list(session.exec(rows.order_by(col(Referral.made_on), col(Referral.created_at))))


def referrals_for(session: Session, youth: Youth, user: User) -> list[SeenReferral]:
    """The referrals that somebody sees: those of her own agency, or as a coordinator their way."""
    mine, counted = agency_in(session, user, youth.team_id), Counter[UUID]()
    made = all_of(session, youth)
    found = []
    for number, row in enumerate(made, 1):
        counted[row.to_agency_id] = times_within(made[:number], row.to_agency_id, row.made_on)
        relation = relation_to(user, mine, {row.from_agency_id, row.to_agency_id}, shared=False)
        values = {name: getattr(row, name) for name in FIELDS}
        fields = seen(Subject.REFERRAL, relation, values)
        if fields:
            found.append(SeenReferral(row.id, relation, fields, counted[row.to_agency_id]))
    return found[::-1]


FIELDS = ("to_agency", "from_agency", "made_on", "purpose", "outcome")


def get_own(session: Session, referral_id: UUID, *, of: User) -> Referral:
    """A referral from or to one's own agency, of a youth whom one sees. Raises NotFound."""
    found = session.get(Referral, referral_id)
    if found is None:
        raise NotFound
    youth = queries.get_visible(session, found.youth_id, to=of)
    if agency_in(session, of, youth.team_id) not in {found.from_agency_id, found.to_agency_id}:
        raise NotFound
    return found


def repeated(session: Session, user: User, *, today: date) -> list[Repeated]:
    """Youths sent more than once to one agency within WINDOW, the most often sent first.

    A coordinator sees those of her teams; a caseworker those in which her own agency is one of
    the two.
    """
    rows = (
        queries.visible_to(user)
        .join(Referral, col(Referral.youth_id) == col(Youth.id))
        .where(col(Referral.made_on) > today - WINDOW, queries.is_active())
        .add_columns(Referral)
    )
    if user.role is not RoleName.COORDINATOR:
        own = select(TeamMember.agency_id).where(
            TeamMember.user_id == user.id, TeamMember.team_id == Youth.team_id
        )
        two = or_(col(Referral.from_agency_id).in_(own), col(Referral.to_agency_id).in_(own))
        mine = select(Referral.youth_id, Referral.to_agency_id).where(two)
        ways = set(session.exec(mine.join(Youth, col(Youth.id) == Referral.youth_id)))
    else:
        ways = None
    return _counted(session.execute(rows).all(), ways, _names(session))


def _counted(
    rows: Collection[Any], ways: set[tuple[UUID, UUID]] | None, agencies: dict[UUID, Agency]
) -> list[Repeated]:
    sent: dict[tuple[UUID, UUID], list[Referral]] = {}
    youths: dict[UUID, Youth] = {}
    for youth, referral in rows:
        youths[youth.id] = youth
        sent.setdefault((youth.id, referral.to_agency_id), []).append(referral)
    found = [
        Repeated(youths[key[0]], agencies[key[1]], len(made), max(m.made_on for m in made))
        for key, made in sent.items()
        if len(made) > 1 and (ways is None or key in ways)
    ]
    return sorted(found, key=lambda each: (-each.times, each.youth.alias, each.to.name))


def _names(session: Session) -> dict[UUID, Agency]:
    return {agency.id: agency for agency in session.exec(select(Agency))}


def _along() -> list[Any]:
    related = cast(
        "tuple[QueryableAttribute[Any], ...]", (Referral.to_agency, Referral.from_agency)
    )
    return [joinedload(attribute) for attribute in related]
