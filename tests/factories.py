"""Makers of believable rows. They flush and never commit; every fact can be overridden."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any, TypeVar

from sqlmodel import Session, select

from accounts.models import Role, RoleName, Team, TeamMember, User
from employers.models import Colleague, ColleagueRole, ColleagueState, Employer, Workplace
from openings.models import Opening, OpeningState
from youths.models import Youth

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
_numbers = count(1)
R = TypeVar("R")


def make_user(session: Session, role: RoleName = RoleName.CASEWORKER, **facts: Any) -> User:
    """A confirmed, active person of a role."""
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "email": f"person{number}@example.org",
        "name": f"Person {number}",
        "created_at": NOW,
        "confirmed_at": NOW,
    }
    user = User(**(defaults | facts))
    user.roles = [_role(session, role)]
    return _added(session, user)


def _role(session: Session, name: RoleName) -> Role:
    found = session.exec(select(Role).where(Role.name == name)).first()
    return found or _added(session, Role(name=name))


def make_team(session: Session, *members: User, **facts: Any) -> Team:
    """A team with these members."""
    defaults: dict[str, Any] = {
        "name": f"Team {next(_numbers)}",
        "municipality": "2182",
        "created_at": NOW,
    }
    team = _added(session, Team(**(defaults | facts)))
    for member in members:
        session.add(TeamMember(team_id=team.id, user_id=member.id))
    session.flush()
    return team


def make_caseworker(session: Session, team: Team | None = None, **facts: Any) -> User:
    """A caseworker who is in a team, a new one if none is given."""
    user = make_user(session, RoleName.CASEWORKER, **facts)
    if team is None:
        make_team(session, user)
    else:
        session.add(TeamMember(team_id=team.id, user_id=user.id))
        session.flush()
    return user


def make_employer(session: Session, *colleagues: User, **facts: Any) -> Employer:
    """An organisation with these active colleagues and one workplace in Söderhamn."""
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "name": f"Företag {number} AB",
        "organization_number": f"55{number:08d}",
        "created_at": NOW,
        "updated_at": NOW,
    }
    employer = _added(session, Employer(**(defaults | facts)))
    _added(
        session,
        Workplace(employer_id=employer.id, name=employer.name, municipality="2182", updated_at=NOW),
    )
    for colleague in colleagues:
        _added(
            session,
            Colleague(
                employer_id=employer.id,
                user_id=colleague.id,
                state=ColleagueState.ACTIVE,
                role=ColleagueRole.OWNER,
                asked_at=NOW,
                answered_at=NOW,
            ),
        )
    return employer


def make_opening(session: Session, employer: Employer | None = None, **facts: Any) -> Opening:
    """A published opening in Söderhamn, of a new employer if none is given."""
    owner = employer or make_employer(session)
    defaults: dict[str, Any] = {
        "employer_id": owner.id,
        "employer_name": owner.name,
        "state": OpeningState.PUBLISHED,
        "headline": "Köksbiträde",
        "description": "Du hjälper till i köket.",
        "occupation": "9412",
        "municipality": "2182",
        "county": "21",
        "created_at": NOW,
        "updated_at": NOW,
        "published_at": NOW,
    }
    return _added(session, Opening(**(defaults | facts)))


def make_youth(session: Session, responsible: User | None = None, **facts: Any) -> Youth:
    """A youth in Söderhamn; without a caseworker she gets a new one in a new team."""
    owner = responsible or make_caseworker(session)
    defaults: dict[str, Any] = {
        "team_id": facts.pop("team_id", None) or _team_of(session, owner),
        "responsible_id": owner.id,
        "alias": f"Räv {next(_numbers) % 1000}",
        "born": 2005,
        "registered_on": TODAY,
        "home_municipality": "2182",
        "max_commute_km": 50,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return _added(session, Youth(**(defaults | facts)))


def _team_of(session: Session, user: User) -> Any:
    return session.exec(select(TeamMember.team_id).where(TeamMember.user_id == user.id)).one()


def _added(session: Session, row: R) -> R:
    session.add(row)
    session.flush()
    return row
