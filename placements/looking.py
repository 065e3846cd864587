"""An employer's look at what she has been told: only while it is open, and always noted."""

from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from placements.models import SHOWN_TO_EMPLOYER, Introduction, Shared
from placements.queries import disclosures_of


def told(session: Session, introduction: Introduction) -> list[Shared]:
    """What the employer may read now; nothing before, after, or of protected identities."""
    if introduction.stage not in SHOWN_TO_EMPLOYER or introduction.youth.protected_identity:
        return []
    latest = next(iter(disclosures_of(session, introduction)), None)
    return latest.shared if latest else []


def note_look(session: Session, introduction: Introduction, *, by: User, now: datetime) -> None:
    """Leave a line that the employer has read the card."""
    audit.record(
        session,
        by=by,
        action="disclosure.viewed",
        subject=introduction.youth,
        now=now,
        introduction_id=str(introduction.id),
    )
