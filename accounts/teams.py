"""Teams, and the agencies whose people sit in them."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select, update

from accounts import audit, queries
from accounts.models import Agency, AgencyKind, Team, TeamMember, User
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_

NAMED = (
    ("aktivitetsansvar", AgencyKind.ACTIVITY_RESPONSIBILITY),
    ("kaa", AgencyKind.ACTIVITY_RESPONSIBILITY),
    ("social", AgencyKind.SOCIAL_SERVICES),
    ("försäkringskassa", AgencyKind.SOCIAL_INSURANCE),
    ("arbetsförmedling", AgencyKind.EMPLOYMENT_SERVICE),
    ("kommun", AgencyKind.MUNICIPALITY),
    ("jobbtorg", AgencyKind.MUNICIPALITY),
)
"""What an agency's name usually says of its kind, the most telling first."""


class TeamTaken(Refused):
    """There is a team with this name."""

    message = lazy_("Det finns redan ett team med det namnet.")


def create(session: Session, *, name: str, municipality: str, now: datetime) -> Team:
    """A new team. Raises TeamTaken."""
    if queries.team_named(session, name):
        raise TeamTaken
    team = Team(name=name, municipality=municipality, created_at=now)
    session.add(team)
    session.flush()
    audit.record(session, by=None, action="team.created", subject=team, now=now)
    return team


def join(
    session: Session,
    user: User,
    team: Team,
    *,
    agency: str | None = None,
    by: User | None,
    now: datetime,
) -> None:
    """Give a person a place in a team, with the agency that she comes from."""
    home = _agency(session, agency) if agency else None
    session.add(TeamMember(team_id=team.id, user_id=user.id, agency_id=home.id if home else None))
    session.flush()
    audit.record(session, by=by, action="team.joined", subject=user, now=now, team_id=str(team.id))


def kind_named(name: str) -> AgencyKind:
    """The kind of agency that a name tells of; OTHER where it tells nothing."""
    words = name.casefold()
    return next((kind for said, kind in NAMED if said in words), AgencyKind.OTHER)


def let_acquire(session: Session, user: User, acquires: bool, *, by: User, now: datetime) -> None:
    """Say whether somebody acquires placements in her teams, and so looks after employers."""
    places = update(TeamMember).where(col(TeamMember.user_id) == user.id)
    session.exec(places.values(acquires=acquires))
    audit.record(
        session, by=by, action="team.acquirer_chosen", subject=user, now=now, acquires=acquires
    )


def come_from(session: Session, user: User, agency: str, *, by: User, now: datetime) -> None:
    """Say which agency somebody comes from, in all her teams."""
    home = _agency(session, agency)
    places = update(TeamMember).where(col(TeamMember.user_id) == user.id)
    session.exec(places.values(agency_id=home.id))
    audit.record(
        session, by=by, action="team.agency_set", subject=user, now=now, agency_id=str(home.id)
    )


def agencies(session: Session) -> list[Agency]:
    """Every agency, by name."""
    return list(session.exec(select(Agency).order_by(Agency.name)))


def get_agency(session: Session, agency_id: UUID) -> Agency:
    """One agency. Raises NotFound."""
    found = session.get(Agency, agency_id)
    if found is None:
        raise NotFound
    return found


def people_from(session: Session) -> dict[UUID, int]:
    """How many people come from each agency that anybody comes from."""
    people = func.count(func.distinct(TeamMember.user_id))
    rows = select(TeamMember.agency_id, people).group_by(col(TeamMember.agency_id))
    return {agency_id: count for agency_id, count in session.exec(rows) if agency_id}


def set_kind(
    session: Session, agency: Agency, kind: AgencyKind, *, by: User, now: datetime
) -> None:
    """Say what kind of agency it is, where its name was misread; its words go by the kind."""
    if agency.kind is kind:
        return
    before, agency.kind = agency.kind, kind
    session.flush()
    facts = {"before": before.value, "after": kind.value}
    audit.record(session, by=by, action="agency.kind_set", subject=agency, now=now, **facts)


def home_of(session: Session, user: User) -> str | None:
    """The name of the agency that somebody comes from, if it is known."""
    rows = select(Agency.name).join(TeamMember, col(TeamMember.agency_id) == Agency.id)
    return session.exec(rows.where(TeamMember.user_id == user.id).order_by(Agency.name)).first()


def _agency(session: Session, name: str) -> Agency:
    found = session.exec(select(Agency).where(Agency.name == name)).one_or_none()
    if found is None:
        found = Agency(name=name, kind=kind_named(name))
        session.add(found)
        session.flush()
    return found
