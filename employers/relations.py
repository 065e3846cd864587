"""Who on the staff owns the relation to an employer."""

from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from accounts.permissions import CASEWORKERS
from employers.models import Employer
from foundation.errors import Refused
from foundation.translating import lazy_


class NotACaseworker(Refused):
    """Whoever owns a relation is somebody who meets employers."""

    message = lazy_("Välj en handläggare eller samordnare.")


def give_to(
    session: Session, employer: Employer, owner: User | None, *, by: User, now: datetime
) -> None:
    """Let a caseworker own the relation, or nobody. Raises NotACaseworker."""
    if owner is not None and (owner.role not in CASEWORKERS or not owner.active):
        raise NotACaseworker
    employer.relation_owner_id = owner.id if owner else None
    session.flush()
    session.refresh(employer)
    to = str(owner.id) if owner else None
    audit.record(session, by=by, action="employer.relation_given", subject=employer, now=now, to=to)
