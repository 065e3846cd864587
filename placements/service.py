"""What ends an introduction before its time: a change of mind, a deadline, a protected identity."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, or_, select

from accounts import audit
from accounts.models import User
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from placements import introducing, letters, links
from placements.asking import consent_of
from placements.meetings.service import call_off_all
from placements.models import SHOWN_TO_EMPLOYER, Introduction, Party, Stage, Why
from placements.moving import CLOCK, Actor, take
from placements.queries import is_open, open_between
from placements.states import Step
from suggestions import decisions
from suggestions.models import Suggestion
from youths.models import Youth


class IsOnTheWay(Refused):
    """What has led to an open introduction is not undone before that is taken back."""

    message = lazy_("Ungdomen är redan på väg till platsen. Avbryt presentationen först.")


@dataclass(frozen=True, slots=True)
class Tended:
    """What the clock did, in counts."""

    lapsed: int = 0
    reminded: int = 0
    given_up: int = 0

    def __add__(self, other: "Tended") -> "Tended":
        return Tended(
            self.lapsed + other.lapsed,
            self.reminded + other.reminded,
            self.given_up + other.given_up,
        )


def withdraw(
    session: Session,
    introduction: Introduction,
    why: Why,
    *,
    note: str = "",
    by: Actor,
    public_url: str,
    now: datetime,
) -> None:
    """Take an introduction back before anybody is placed. The employer is told, not why.

    Raises IllegalStep where it is over, or somebody has been placed.
    """
    was_shown = introduction.stage in SHOWN_TO_EMPLOYER
    take(session, introduction, Step.WITHDRAW, by=by, now=now, why=why, note=note)
    links.cancel(session, introduction, now=now)
    call_off_all(session, introduction, by=by.user, public_url=public_url, now=now)
    if why is Why.CONSENT_WITHDRAWN:
        consent_of(session, introduction).withdrawn_at = now
    if was_shown:
        people = introducing.people_to_tell(session, introduction)
        letters.taken_back(session, people, introduction, public_url=public_url, now=now)
    session.flush()


def part(
    session: Session,
    introduction: Introduction,
    why: Why,
    *,
    note: str = "",
    by: Actor,
    public_url: str,
    now: datetime,
) -> None:
    """End after a meeting that led no further; what was planned is called off.

    Raises IllegalStep.
    """
    take(session, introduction, Step.PART, by=by, now=now, why=why, note=note)
    links.cancel(session, introduction, now=now)
    call_off_all(session, introduction, by=by.user, public_url=public_url, now=now)


def take_back_suggestion(
    session: Session, suggestion: Suggestion, *, by: User, now: datetime
) -> None:
    """Undo the caseworker's yes, unless the youth is on her way. Raises IsOnTheWay."""
    session.get(Youth, suggestion.youth_id, with_for_update=True)
    if open_between(session, suggestion.youth_id, suggestion.opening_id):
        raise IsOnTheWay
    decisions.take_back(session, suggestion, by=by, now=now)


def withdraw_all(
    session: Session, youth: Youth, why: Why, *, by: User, public_url: str, now: datetime
) -> int:
    """Take back all that can be of a youth's, as when she gets protected identity.

    Returns how many there were. A placement goes on: it is ended by a person who has talked to her.
    """
    rows = select(Introduction).where(
        Introduction.youth_id == youth.id, is_open(), Introduction.stage != Stage.PLACED
    )
    found = list(session.exec(rows.order_by(col(Introduction.id)).with_for_update()))
    actor = Actor(Party.CASEWORKER, by)
    for introduction in found:
        withdraw(session, introduction, why, by=actor, public_url=public_url, now=now)
    return len(found)


def call_done(session: Session, introduction: Introduction, *, by: Actor, now: datetime) -> None:
    """Note that the employer who did not answer has been called."""
    if introduction.call_done_at is None:
        introduction.call_done_at = now
        session.flush()
        id_, youth = str(introduction.id), introduction.youth
        action = "introduction.called"
        audit.record(session, by=by.user, action=action, subject=youth, now=now, id=id_)


def tend(session: Session, *, public_url: str, now: datetime) -> Tended:
    """Do what the clock does: remind of what waits, and close what has waited too long.

    Each is locked first; one that somebody answers at this moment is left for the next time.
    """
    today = clock.local_date(now, zone())
    waits = col(Introduction.stage).in_([Stage.ASKED, Stage.INTRODUCED])
    is_due = or_(col(Introduction.due_on) < today, col(Introduction.remind_on) <= today)
    rows = select(Introduction).where(waits, is_due).order_by(col(Introduction.id))
    tended = Tended()
    for introduction in list(session.exec(rows.with_for_update(skip_locked=True))):
        tended += _tend_one(session, introduction, today, public_url=public_url, now=now)
    return tended


def _tend_one(
    session: Session, introduction: Introduction, today: date, *, public_url: str, now: datetime
) -> Tended:
    people = introducing.people_to_tell(session, introduction)
    if introduction.due_on is not None and introduction.due_on >= today:
        introduction.remind_on = None
        if not people:
            return Tended()
        introducing.tell(session, introduction, public_url=public_url, now=now, is_reminder=True)
        return Tended(reminded=1)
    links.cancel(session, introduction, now=now)
    if introduction.stage is Stage.ASKED:
        take(session, introduction, Step.LAPSE, by=CLOCK, now=now, why=Why.YOUTH_SILENT)
        return Tended(lapsed=1)
    take(session, introduction, Step.GIVE_UP, by=CLOCK, now=now, why=Why.EMPLOYER_SILENT)
    letters.closed_unanswered(session, people, introduction.opening, public_url=public_url, now=now)
    return Tended(given_up=1)
