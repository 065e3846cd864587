"""Where an employer's work is done. An employer always has at least one workplace."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from employers import queries
from employers.colleagues import locked
from employers.merging import standing
from employers.models import Employer, Workplace
from employers.service import ChangedMeanwhile
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_


class LastWorkplace(Refused):
    """A new opening begins with where the employer is."""

    message = lazy_("Ni behöver minst ett arbetsställe. Lägg till ett annat först.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceFacts:
    """What is said of a workplace; the municipality is a code of the country."""

    name: str
    country: str
    municipality: str
    street_address: str | None = None
    accessibility: str = ""

    @classmethod
    def of(cls, workplace: Workplace) -> Self:
        """What is written of a workplace now."""
        return cls(
            name=workplace.name,
            country=workplace.country,
            municipality=workplace.municipality,
            street_address=workplace.street_address,
            accessibility=workplace.accessibility,
        )


def add(
    session: Session, employer: Employer, facts: WorkplaceFacts, *, by: User, now: datetime
) -> Workplace:
    """A new workplace of the employer."""
    workplace = Workplace(
        employer_id=standing(session, employer).id, updated_at=now, name="", municipality=""
    )
    _write(workplace, facts)
    session.add(workplace)
    session.flush()
    audit.record(session, by=by, action="workplace.added", subject=workplace, now=now)
    return workplace


def change(
    session: Session,
    workplace: Workplace,
    facts: WorkplaceFacts,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> None:
    """Write down what is said now. Raises ChangedMeanwhile where somebody was faster."""
    if not take_turn(session, workplace, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    _write(workplace, facts)
    session.flush()
    audit.record(session, by=by, action="workplace.changed", subject=workplace, now=now)


def remove(session: Session, workplace: Workplace, *, by: User, now: datetime) -> None:
    """Take a workplace away that nothing lies at. Raises LastWorkplace.

    Whether an opening lies there is for `openings.belonging` to say.
    """
    employer = locked(session, workplace.employer_id)
    if len(queries.workplaces_of(session, employer)) == 1:
        raise LastWorkplace
    audit.record(session, by=by, action="workplace.removed", subject=workplace, now=now)
    session.delete(workplace)
    session.flush()


def _write(workplace: Workplace, facts: WorkplaceFacts) -> None:
    workplace.name = facts.name
    workplace.country, workplace.municipality = facts.country, facts.municipality
    workplace.street_address, workplace.accessibility = facts.street_address, facts.accessibility
