"""Support needs: read by the responsible caseworker and by the colleagues she names, one by one.

A naming lasts as long as the one who made it is responsible, so a handover ends it: the next
caseworker reads what helps the youth, and decides anew who else does. Coordinators and other
agencies read nothing unless they are named. What is written reaches no other page, no ranking,
no version of the plan, no file, no letter and no log.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select

from accounts import audit
from accounts.models import User
from accounts.queries import caseworkers_of
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from youths.belonging import only, to_write_in
from youths.models import Youth
from youths.service import NotOfTheTeam
from youths.strengths.models import SupportNeeds, SupportReader


class OnlyTheResponsible(Refused):
    """Whoever is named may read, but not write or name others."""

    message = lazy_("Bara ansvarig handläggare kan ändra här.")


def may_read(session: Session, youth: Youth, user: User) -> bool:
    """Whether this person, who may see the youth, may also read her support needs."""
    return youth.responsible_id == user.id or user.id in reader_ids(session, youth)


def reader_ids(session: Session, youth: Youth) -> set[UUID]:
    """The colleagues whom the caseworker who is responsible now has named."""
    rows = select(SupportReader.user_id).where(
        SupportReader.youth_id == youth.id, SupportReader.named_by_id == youth.responsible_id
    )
    return set(session.exec(rows))


def get(session: Session, youth: Youth, *, to: User) -> SupportNeeds | None:
    """What is written, if anything is. Raises NotFound for whoever may not read it."""
    if not may_read(session, youth, to):
        raise NotFound
    return only(session, SupportNeeds, youth)


def nameable(session: Session, youth: Youth) -> list[User]:
    """The colleagues of the team that the responsible caseworker may name."""
    team = caseworkers_of(session, youth.team_id)
    return [each for each in team if each.id != youth.responsible_id]


def save(
    session: Session,
    youth: Youth,
    words: str,
    readers: Collection[UUID],
    *,
    seen: datetime,
    by: User,
    now: datetime,
) -> None:
    """Write down what helps, and who else may read it.

    Raises OnlyTheResponsible, NotOfTheTeam or ChangedMeanwhile.
    """
    if by.id != youth.responsible_id:
        raise OnlyTheResponsible
    if not set(readers) <= {each.id for each in nameable(session, youth)}:
        raise NotOfTheTeam
    row = to_write_in(session, SupportNeeds, youth, seen=seen, now=now, written_by_id=by.id)
    row.words, row.written_by_id = words, by.id
    session.exec(delete(SupportReader).where(col(SupportReader.youth_id) == youth.id))
    session.add_all(
        SupportReader(youth_id=youth.id, user_id=each, named_by_id=by.id, named_at=now)
        for each in sorted(readers)
    )
    session.flush()
    audit.record(
        session,
        by=by,
        action="support_needs.saved",
        subject=youth,
        now=now,
        readers=[str(each) for each in sorted(readers)],
    )
