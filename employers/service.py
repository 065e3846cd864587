"""What an employer says about itself; how people come to act for it is in `joining`."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from employers.models import Employer, EmployerKind
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_


class ChangedMeanwhile(Refused):
    """A colleague saved another version after this one was opened."""

    message = lazy_("En kollega har ändrat uppgifterna medan du skrev.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """What an employer says about itself."""

    name: str
    kind: EmployerKind
    website: str | None
    about: str


def describe(
    session: Session,
    employer: Employer,
    said: Organisation,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> None:
    """Write down what the employer says about itself.

    Raises ChangedMeanwhile where somebody has since `seen_at`, the `updated_at` that was shown.
    """
    if not take_turn(session, employer, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    employer.name, employer.kind = said.name, said.kind
    employer.website, employer.about = said.website, said.about
    session.flush()
    audit.record(session, by=by, action="employer.changed", subject=employer, now=now)
