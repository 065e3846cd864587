"""What may be done with a youth's record: register, change, hand over, archive.

Every step leaves an audit line with the names of the fields, never what stands in them.
`by` is None where the command line takes youths in from another system.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from accounts import audit
from accounts.models import Team, User
from accounts.queries import caseworkers_of
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_
from youths.facts import YouthFacts
from youths.models import Youth
from youths.search_areas import history
from youths.search_areas.models import Origin


class NotOfTheTeam(Refused):
    """The responsible person must be a caseworker of the youth's own team."""

    message = lazy_("Välj en handläggare som arbetar i teamet.")


class HomeOfProtected(Refused):
    """Where a youth with protected identity lives is not kept, and so nothing counted from it."""

    message = lazy_(
        "Ta bort hemkommun och pendlingsavstånd. "
        "För den som har skyddade uppgifter sparar vi bara län."
    )


class ChangedMeanwhile(Refused):
    """A colleague saved the record after this version of it was opened."""

    message = lazy_("En kollega har sparat ändringar medan du skrev.")


def lock(session: Session, team: Team) -> None:
    """Hold a team until the caller commits, so that two who bring many see what the other brought.

    On SQLite whoever may write has waited already.
    """
    session.exec(select(Team.id).where(Team.id == team.id).with_for_update()).one()


def register(
    session: Session,
    facts: YouthFacts,
    *,
    team: Team,
    responsible: User,
    by: User | None,
    now: datetime,
) -> Youth:
    """Take in a youth in a team, with one responsible caseworker from the first moment.

    Raises NotOfTheTeam or HomeOfProtected.
    """
    _must_be_of_the_team(session, responsible, team.id)
    _must_keep_home_unknown(facts)
    youth = Youth(
        team_id=team.id,
        responsible_id=responsible.id,
        created_at=now,
        updated_at=now,
        **facts.columns(),
    )
    session.add(youth)
    session.flush()
    history.begin(session, youth, by=by, now=now)
    audit.record(session, by=by, action="youth.registered", subject=youth, now=now)
    return youth


def change(
    session: Session,
    youth: Youth,
    facts: YouthFacts,
    *,
    seen_at: datetime,
    by: User | None,
    now: datetime,
    area_from: Origin = Origin.CHANGED,
) -> list[str]:
    """Write down new facts, if nobody has since `seen_at` (the `updated_at` that was shown).

    Where the search area changes, its history tells from when, by whom, and as `area_from` that
    it was changed or taken back. Returns the names of the fields that changed. Raises
    HomeOfProtected or ChangedMeanwhile.
    """
    _must_keep_home_unknown(facts)
    before = YouthFacts.of(youth)
    changed = facts.changed_from(before)
    if not changed:
        return []
    if not take_turn(session, youth, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    for name, value in facts.columns().items():
        setattr(youth, name, value)
    session.flush()
    history.note(session, youth, before, origin=area_from, by=by, now=now)
    audit.record(session, by=by, action="youth.changed", subject=youth, now=now, fields=changed)
    return changed


def hand_over(session: Session, youth: Youth, *, to: User, by: User, now: datetime) -> None:
    """Make another caseworker of the team responsible at once. Raises NotOfTheTeam.

    This is how a coordinator mends what nobody can hand over; a caseworker offers and waits for
    an answer (`youths.agencies.handovers`).
    """
    _must_be_of_the_team(session, to, youth.team_id)
    if youth.responsible_id == to.id:
        return
    people = {"from_id": str(youth.responsible_id), "to_id": str(to.id)}
    youth.responsible_id = to.id
    session.flush()
    audit.record(session, by=by, action="youth.handed_over", subject=youth, now=now, **people)


def archive(session: Session, youth: Youth, *, by: User, now: datetime) -> None:
    """Put a youth aside whom we no longer look for work with."""
    if youth.archived_at is None:
        youth.archived_at = now
        session.flush()
        audit.record(session, by=by, action="youth.archived", subject=youth, now=now)


def restore(session: Session, youth: Youth, *, by: User, now: datetime) -> None:
    """Take an archived youth back."""
    if youth.archived_at is not None:
        youth.archived_at = None
        session.flush()
        audit.record(session, by=by, action="youth.restored", subject=youth, now=now)


def _must_be_of_the_team(session: Session, person: User, team_id: UUID) -> None:
    if person.id not in {member.id for member in caseworkers_of(session, team_id)}:
        raise NotOfTheTeam


def _must_keep_home_unknown(facts: YouthFacts) -> None:
    is_placed = facts.home_municipality is not None or facts.max_commute_km is not None
    if facts.protected_identity and is_placed:
        raise HomeOfProtected
