"""A co-located team: two colleagues of one agency, one of another, and their coordinator."""

from dataclasses import dataclass

from sqlmodel import Session, select

from accounts.models import Agency, AgencyKind, RoleName, Team, TeamMember, User
from tests.factories import make_team, make_user, make_youth
from youths.models import Youth

URL = "https://farled.example"


@dataclass(frozen=True, slots=True)
class Together:
    """Sara and Siv of the employment service, Ali of social services, Ove coordinates."""

    team: Team
    sara: User
    siv: User
    ali: User
    ove: User
    employment: Agency
    social: Agency
    youth: Youth


def make_together(session: Session, **facts: object) -> Together:
    """A youth of Sara's in a team of several agencies."""
    employment = agency(session, "Arbetsförmedlingen", AgencyKind.EMPLOYMENT_SERVICE)
    social = agency(session, "Socialtjänsten", AgencyKind.SOCIAL_SERVICES)
    municipality = agency(session, "Kommunen", AgencyKind.MUNICIPALITY)
    sara, siv, ali = (make_user(session, name=name) for name in ("Sara", "Siv", "Ali"))
    ove = make_user(session, RoleName.COORDINATOR, name="Ove")
    team = make_team(session)
    for user, home in ((sara, employment), (siv, employment), (ali, social), (ove, municipality)):
        place(session, team, user, home)
    youth = make_youth(session, sara, team_id=team.id, **facts)
    return Together(team, sara, siv, ali, ove, employment, social, youth)


def agency(session: Session, name: str, kind: AgencyKind) -> Agency:
    found = session.exec(select(Agency).where(Agency.name == name)).first()
    if found is None:
        found = Agency(name=name, kind=kind)
        session.add(found)
        session.flush()
    return found


def place(session: Session, team: Team, user: User, home: Agency | None) -> None:
    session.add(TeamMember(team_id=team.id, user_id=user.id, agency_id=home.id if home else None))
    session.flush()
