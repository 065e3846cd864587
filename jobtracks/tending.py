"""What happens with tracks while nobody looks: offers lapse, seats are handed on."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, or_, select

from foundation import clock
from foundation.translating import zone
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import OVER, Enrolment, EnrolmentState, Why
from jobtracks.states import EnrolmentAct
from youths.models import Youth


@dataclass(frozen=True, slots=True)
class Tended:
    """How many offers lapsed, how many left because they are archived, how many were offered."""

    lapsed: int = 0
    left: int = 0
    offered: int = 0


def tend(session: Session, *, now: datetime) -> tuple[Tended, list[Enrolment]]:
    """Let offers lapse whose last day has passed, and who is archived leave.

    Returns the counts, and who was offered a seat that came free so. Nobody who is silent is
    lost: she is interested still, and stands behind those who wait.
    """
    lapsed = left = 0
    offered: list[Enrolment] = []
    for enrolment in _due(session, now):
        if enrolment.youth.archived_at is not None:
            offered += enrolments.leave(session, enrolment, Why.ARCHIVED, by=None, now=now)
            left += 1
        else:
            offered += enrolments.do(
                session,
                enrolment,
                EnrolmentAct.LAPSE,
                by=None,
                now=now,
                in_line_since=now,
                goes_before=None,
            )
            lapsed += 1
    return Tended(lapsed, left, len(offered)), offered


def _due(session: Session, now: datetime) -> list[Enrolment]:
    today = clock.local_date(now, zone())
    rows = (
        select(Enrolment)
        .join(Youth)
        .where(
            col(Enrolment.state).not_in(OVER),
            or_(
                col(Youth.archived_at).is_not(None),
                (col(Enrolment.state) == EnrolmentState.OFFERED)
                & (col(Enrolment.answer_by) < today),
            ),
        )
        .order_by(col(Enrolment.cohort_id), col(Enrolment.in_line_since), col(Enrolment.id))
    )
    return list(session.exec(rows))
