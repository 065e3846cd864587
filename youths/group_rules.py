"""Which target groups a team follows, and where their limits lie; the usual ones until it says."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import Team, User
from youths import queries
from youths.models import TeamGroups
from youths.queries import Filters
from youths.target_groups import LIMITS, USUAL, Rules, TargetGroup, groups_of


def rules_of(session: Session, team_id: UUID) -> Rules:
    """The team's own rules, or the usual ones."""
    return _rules(session.get(TeamGroups, team_id))


def rules_by_team(session: Session, team_ids: Collection[UUID]) -> dict[UUID, Rules]:
    """The rules of many teams in one question; every one of them is in the answer."""
    rows = session.exec(select(TeamGroups).where(col(TeamGroups.team_id).in_(team_ids)))
    found = {row.team_id: _rules(row) for row in rows}
    return {team_id: found.get(team_id, USUAL) for team_id in team_ids}


def settle(
    session: Session,
    team: Team,
    *,
    used: Collection[TargetGroup],
    limits: Mapping[str, int],
    swedish_below: str,
    by: User,
    now: datetime,
) -> None:
    """Write down a team's rules. A limit outside what it may be is brought inside."""
    row = session.get(TeamGroups, team.id, with_for_update=True) or TeamGroups(team_id=team.id)
    row.used = [group.value for group in TargetGroup if group in used]
    row.limits = {
        name: min(max(limits[name], least), most) for name, (least, most) in LIMITS.items()
    }
    row.swedish_below = swedish_below
    session.add(row)
    session.flush()
    audit.record(session, by=by, action="team.groups_settled", subject=team, now=now, used=row.used)


def ids_in(
    session: Session, user: User, filters: Filters, group: TargetGroup, *, today: date
) -> list[UUID]:
    """The ids of the youths that a list asks for and that are in a group, by each team's rules.

    Two questions, for many youths as for one: what is computed is computed here.
    """
    youths = session.exec(queries.listed(user, filters)).all()
    rules = rules_by_team(session, {youth.team_id for youth in youths})
    return [y.id for y in youths if group in groups_of(y, today, rules[y.team_id])]


def _rules(row: TeamGroups | None) -> Rules:
    if row is None:
        return USUAL
    used = tuple(group for group in TargetGroup if group in row.used)
    kept = {name: row.limits.get(name, getattr(USUAL, name)) for name in LIMITS}
    return Rules(used=used, swedish_below=row.swedish_below, **kept)
