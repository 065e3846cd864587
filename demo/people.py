"""The invented staff and their teams, and one person at each employer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from flask_security import hash_password
from sqlmodel import Session

from accounts.models import Agency, Role, RoleName, Team, TeamMember, User
from accounts.teams import kind_named
from demo import rows

PASSWORD = "vägen till jobbet"  # noqa: S105  # printed on the screen of every demo
Roles = dict[RoleName, Role]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented member of staff, and what she is in the demo to show."""

    email: str
    name: str
    role: RoleName
    what: str
    team: str | None = None
    agency: str | None = None
    acquires: bool = False


TEAMS = {
    "hogtrycket": ("Högtrycket Söderhamn", "Söderhamn"),
    "jobbtorg": ("Jobbtorg Nyköping", "Nyköping"),
}
STAFF = (
    Person("lisa@demo.example.org", "Lisa Holm", RoleName.CASEWORKER,
           "handläggare, Högtrycket Söderhamn", "hogtrycket", "Arbetsförmedlingen", acquires=True),
    Person("johan@demo.example.org", "Johan Ek", RoleName.CASEWORKER,
           "handläggare, Högtrycket Söderhamn", "hogtrycket", "Söderhamns kommun, socialtjänsten"),
    Person("amina@demo.example.org", "Amina Warsame", RoleName.CASEWORKER,
           "handläggare, Jobbtorg Nyköping", "jobbtorg", "Nyköpings kommun, Jobbtorg"),
    Person("ove@demo.example.org", "Ove Lindgren", RoleName.COORDINATOR,
           "samordnare, Högtrycket Söderhamn", "hogtrycket", "Söderhamns kommun, Resurscentrum"),
    Person("petra@demo.example.org", "Petra Sund", RoleName.COORDINATOR,
           "samordnare, Jobbtorg Nyköping", "jobbtorg", "Försäkringskassan"),
    Person("styr@demo.example.org", "Gun Berg", RoleName.STEERING,
           "styrgrupp, ser bara antal"),
    Person("admin@demo.example.org", "Mats Ström", RoleName.ADMINISTRATOR,
           "administratör"),
)  # fmt: skip


def employer_people() -> Iterator[tuple[str, str]]:
    """The address of one person at each employer, and the employer's name."""
    for row in rows.facts("employer"):
        yield row["colleague"], row["name"]


def add_teams(session: Session, roles: Roles, now: datetime) -> dict[str, list[TeamMember]]:
    """Add the staff and their teams; returns each team's caseworkers by the team's key."""
    teams = {
        key: Team(name=name, municipality=rows.place(seat).code, created_at=now)
        for key, (name, seat) in TEAMS.items()
    }
    homes = {person.agency for person in STAFF if person.agency}
    agencies = {name: Agency(name=name, kind=kind_named(name)) for name in sorted(homes)}
    session.add_all([*teams.values(), *agencies.values()])
    session.flush()
    password = hash_password(PASSWORD)
    caseworkers: dict[str, list[TeamMember]] = {key: [] for key in teams}
    for person in STAFF:
        user = add_user(session, person.email, person.name, roles[person.role], now, password)
        if person.team is None or person.agency is None:
            continue
        agency = agencies[person.agency]
        member = TeamMember(
            team_id=teams[person.team].id,
            user_id=user.id,
            agency_id=agency.id,
            acquires=person.acquires,
        )
        session.add(member)
        if person.role is RoleName.CASEWORKER:
            caseworkers[person.team].append(member)
    session.flush()
    return caseworkers


def add_user(
    session: Session, email: str, name: str, role: Role, now: datetime, password: str | None = None
) -> User:
    """Add a confirmed person; without a password she signs in with a link."""
    user = User(email=email, name=name, password=password, confirmed_at=now, created_at=now)
    user.roles = [role]
    session.add(user)
    session.flush()
    return user
