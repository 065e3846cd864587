"""The joint meeting: one decision on one version of the plan, by those who were there."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from youths.models import Youth
from youths.plans import versions
from youths.plans.models import JointMeeting, Present, PresentAs


class NotYet(Refused):
    """What has not been held has decided nothing."""

    message = lazy_("Dagen har inte kommit än. Skriv in mötet när ni har träffats.")


class NotTogether(Refused):
    """Nothing is decided about a youth without her, or by her caseworker alone."""

    message = lazy_("Ungdomen och minst en till behöver ha varit med.")


class NothingDecided(Refused):
    """A meeting without a decision leaves everybody with a plan of their own."""

    message = lazy_("Skriv vad ni bestämde.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """What is written down about a joint meeting."""

    held_on: date
    present: tuple[Present, ...]
    decision: str


def record(
    session: Session, youth: Youth, facts: MeetingFacts, *, by: User, now: datetime
) -> JointMeeting:
    """Write down a meeting and keep the plan as it was decided.

    Raises NotYet, NotTogether or NothingDecided.
    """
    if facts.held_on > clock.local_date(now, zone()):
        raise NotYet
    roles = {each.role for each in facts.present}
    if PresentAs.YOUTH not in roles or len(facts.present) < 2:
        raise NotTogether
    if not facts.decision:
        raise NothingDecided
    version = versions.keep(session, youth, by=by, now=now)
    meeting = JointMeeting(
        youth_id=youth.id,
        held_on=facts.held_on,
        present=list(facts.present),
        decision=facts.decision,
        version_id=version.id,
        recorded_by_id=by.id,
        recorded_at=now,
    )
    session.add(meeting)
    session.flush()
    audit.record(
        session, by=by, action="plan.decided", subject=youth, now=now, number=version.number
    )
    return meeting
