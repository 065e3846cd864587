"""What becomes of contacts and pauses when two rows for one youth are merged."""

from sqlmodel import Session

from youths.belonging import move_rows
from youths.first_days.models import Pause, YouthContact
from youths.models import Youth

MOVED = (Pause, YouthContact)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let what has happened since registration be the kept youth's."""
    move_rows(session, MOVED, duplicate, kept)
    session.expire_all()
