"""What becomes of places on job tracks when two rows for one youth are merged."""

from sqlmodel import Session, col, select

from foundation.errors import Refused
from foundation.translating import lazy_
from jobtracks.enrolments.models import OVER, Enrolment
from youths.belonging import move_rows
from youths.models import Youth

MOVED = (Enrolment,)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


class BothOnTheTrack(Refused):
    """Two seats in a cohort, or two places in its line, cannot become one by themselves."""

    message = lazy_("Båda är med i samma omgång av ett jobbspår. Avsluta den ena först.")


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let the places of a duplicate be the kept youth's. Raises BothOnTheTrack."""
    rows = select(Enrolment.cohort_id).where(
        col(Enrolment.youth_id).in_([duplicate.id, kept.id]), col(Enrolment.state).not_in(OVER)
    )
    cohorts = session.exec(rows).all()
    if len(cohorts) != len(set(cohorts)):
        raise BothOnTheTrack
    move_rows(session, MOVED, duplicate, kept)
    session.expire_all()
