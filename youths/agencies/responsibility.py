"""No youth is ever without somebody responsible, also when an account is to be closed."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select, update

from accounts.models import Team, TeamMember, User
from foundation.errors import Refused
from foundation.translating import lazy_, ngettext
from youths import queries, service
from youths.agencies.handovers import close_open
from youths.agencies.models import Handover, HandoverState
from youths.models import Youth


class StillResponsible(Refused):
    """An account is not closed while its owner is responsible for somebody."""


class SamePerson(Refused):
    """To hand over is to hand over to somebody else."""

    message = lazy_("Välj en annan person.")


@dataclass(frozen=True, slots=True)
class Load:
    """For how many youths, archived ones not counted, somebody is responsible in a team."""

    team: Team
    user: User
    youths: int


def demand_handed_over(session: Session, user: User, *, now: datetime) -> None:
    """Raise StillResponsible while the person has any youths; else end what she was asked.

    The count is all that is told: who closes accounts sees no youths.
    """
    mine = select(func.count()).select_from(Youth)
    mine = mine.where(Youth.responsible_id == user.id, queries.is_active())
    left = session.exec(mine).one()
    if left:
        raise StillResponsible(
            ngettext(
                "Kontot är ansvarigt för %(num)s ungdom. Be personen lämna över, "
                "eller be teamets samordnare flytta ansvaret.",
                "Kontot är ansvarigt för %(num)s ungdomar. Be personen lämna över, "
                "eller be teamets samordnare flytta ansvaret.",
                left,
            )
        )
    offers = update(Handover).where(
        col(Handover.to_id) == user.id, col(Handover.state) == HandoverState.OFFERED
    )
    session.exec(offers.values(state=HandoverState.EXPIRED, answered_at=now))


def loads(session: Session, teams: list[Team]) -> list[Load]:
    """Who is responsible for how many in these teams, those with the most first."""
    counted = func.count()
    rows = (
        select(Youth.team_id, Youth.responsible_id, counted)
        .where(col(Youth.team_id).in_([team.id for team in teams]), queries.is_active())
        .group_by(col(Youth.team_id), col(Youth.responsible_id))
    )
    found = session.exec(rows).all()
    ids = {user_id for _team, user_id, _count in found}
    people = {user.id: user for user in session.exec(select(User).where(col(User.id).in_(ids)))}
    by_id = {team.id: team for team in teams}
    each = [Load(by_id[team_id], people[user_id], count) for team_id, user_id, count in found]
    return sorted(each, key=lambda load: (load.team.name, -load.youths, load.user.name))


def reassign(
    session: Session, team: Team, leaving: User, to: User, *, by: User, now: datetime
) -> int:
    """Let a colleague be responsible at once for all that somebody is; returns for how many.

    For a coordinator, when nobody is there to offer: illness, or an account that must be closed.
    Archived youths go along. Raises SamePerson or NotOfTheTeam.
    """
    if leaving.id == to.id:
        raise SamePerson
    rows = select(Youth).where(Youth.team_id == team.id, Youth.responsible_id == leaving.id)
    youths = session.exec(rows.order_by(col(Youth.id)).with_for_update()).all()
    for youth in youths:
        close_open(session, youth.id, now=now)
        service.hand_over(session, youth, to=to, by=by, now=now)
    return len(youths)


def has_place(session: Session, team: Team, user: User) -> bool:
    """Whether somebody is, or was, in a team."""
    place = select(TeamMember.user_id).where(
        TeamMember.team_id == team.id, TeamMember.user_id == user.id
    )
    return session.exec(place).first() is not None
