"""What becomes of search areas when two rows for one youth are merged."""

from sqlmodel import Session

from youths.belonging import move_rows
from youths.models import Youth
from youths.search_areas import history
from youths.search_areas.models import Origin, SearchArea

MOVED = (SearchArea,)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let both histories be the kept youth's, and then her area as the two together have it."""
    before = history.latest(session, kept)
    move_rows(session, MOVED, duplicate, kept)
    session.expire_all()
    if before is not None:
        history.note(session, kept, before, origin=Origin.MERGED, by=None, now=kept.updated_at)
