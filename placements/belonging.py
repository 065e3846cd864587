"""What becomes of introductions when two rows for one youth are merged."""

from sqlmodel import Session, col, select, update

from foundation.errors import Refused
from foundation.translating import lazy_
from placements.models import Introduction
from placements.queries import is_open
from youths.models import Youth

MOVED = (Introduction,)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


class BothOnTheWay(Refused):
    """Two ways to one opening at once cannot become one; a person must end one of them."""

    message = lazy_("Båda är på väg till samma plats. Avsluta den ena presentationen först.")


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let the introductions of a duplicate be the kept youth's. Raises BothOnTheWay."""
    rows = select(Introduction.opening_id).where(
        col(Introduction.youth_id).in_([duplicate.id, kept.id]), is_open()
    )
    openings = session.exec(rows).all()
    if len(openings) != len(set(openings)):
        raise BothOnTheWay
    theirs = update(Introduction).where(col(Introduction.youth_id) == duplicate.id)
    session.exec(theirs.values(youth_id=kept.id))
    session.expire_all()
