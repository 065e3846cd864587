"""What an employer says about itself; how people come to act for it is in `joining`."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from employers import queries
from employers.models import Employer, EmployerKind, Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What an employer says about itself and its workplace."""

    name: str
    kind: EmployerKind
    website: str | None
    about: str
    country: str
    municipality: str
    street_address: str | None
    accessibility: str


def describe(
    session: Session, employer: Employer, said: Organisation, *, by: User, now: datetime
) -> None:
    """Write down what the employer says about itself and its (first) workplace."""
    workplace = next(iter(queries.workplaces_of(session, employer)), None) or Workplace(
        employer_id=employer.id, name=said.name, municipality=said.municipality
    )
    employer.name, employer.kind = said.name, said.kind
    employer.website, employer.about = said.website, said.about
    workplace.country, workplace.municipality = said.country, said.municipality
    workplace.street_address, workplace.accessibility = said.street_address, said.accessibility
    session.add(workplace)
    session.flush()
    audit.record(session, by=by, action="employer.changed", subject=employer, now=now)
