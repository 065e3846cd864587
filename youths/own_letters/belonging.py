"""What becomes of a youth's own letter when two rows for one youth are merged."""

from sqlmodel import Session, col, select

from youths.belonging import move_one, move_rows
from youths.models import Youth
from youths.own_letters.models import OwnLetter, OwnLetterWeek

MOVED = (OwnLetter, OwnLetterWeek)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let the kept youth's yes count where both have said it, and each week once."""
    move_one(session, OwnLetter, duplicate, kept, lambda _mine, _theirs: None)
    hers = select(OwnLetterWeek.week).where(OwnLetterWeek.youth_id == kept.id)
    twice = select(OwnLetterWeek).where(
        OwnLetterWeek.youth_id == duplicate.id, col(OwnLetterWeek.week).in_(hers)
    )
    for week in session.exec(twice).all():
        session.delete(week)
    session.flush()
    move_rows(session, (OwnLetterWeek,), duplicate, kept)
    session.expire_all()
