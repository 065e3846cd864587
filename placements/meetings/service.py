"""Proposing, changing and calling off meetings, and the employer's answer to a time.

The introduction is always locked before its meetings.
"""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from accounts import audit
from accounts.models import User
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_
from placements import introducing
from placements.meetings import letters
from placements.meetings.facts import MeetingFacts, demand_reason
from placements.meetings.models import Meeting, Reply
from placements.models import Introduction, Stage
from placements.states import IllegalStep

OPEN_FOR_MEETINGS = frozenset({Stage.MEETING, Stage.AGREEMENT})


class ChangedMeanwhile(Refused):
    """Somebody has changed the meeting since it was read."""

    message = lazy_("Mötet har ändrats sedan du öppnade sidan. Läs det nya och försök igen.")


class IsCancelled(Refused):
    """What has been called off stays so; a new meeting is proposed instead."""

    message = lazy_("Mötet är inställt. Föreslå ett nytt i stället.")


def propose(
    session: Session,
    introduction: Introduction,
    facts: MeetingFacts,
    *,
    by: User,
    public_url: str,
    now: datetime,
) -> Meeting:
    """Invite the employer to a meeting. Raises Unfit or IllegalStep."""
    demand_reason(facts, now=now)
    _demand_open(session, introduction)
    meeting = Meeting(
        introduction_id=introduction.id,
        proposed_by_id=by.id,
        proposed_at=now,
        updated_at=now,
        **_columns(facts),
    )
    session.add(meeting)
    session.flush()
    _log(session, meeting, "meeting.proposed", by, now)
    people = introducing.people_to_tell(session, introduction)
    letters.invited(session, people, meeting, public_url=public_url, now=now)
    return meeting


def change(
    session: Session,
    meeting: Meeting,
    facts: MeetingFacts,
    *,
    seen_at: datetime,
    by: User,
    public_url: str,
    now: datetime,
) -> None:
    """Change a meeting; the employer is asked anew. Nothing is sent where nothing differs.

    Raises Unfit, ChangedMeanwhile, IsCancelled or IllegalStep.
    """
    demand_reason(facts, now=now)
    _demand_open(session, meeting.introduction)
    _take_turn(session, meeting, seen_at, now)
    if facts == MeetingFacts.of(meeting):
        return
    for name, value in _columns(facts).items():
        setattr(meeting, name, value)
    meeting.sequence += 1
    meeting.reply = meeting.replied_at = meeting.replied_by_id = None
    meeting.reply_words = ""
    session.flush()
    _log(session, meeting, "meeting.changed", by, now)
    people = introducing.people_to_tell(session, meeting.introduction)
    letters.changed(session, people, meeting, public_url=public_url, now=now)


def cancel(
    session: Session,
    meeting: Meeting,
    *,
    seen_at: datetime,
    by: User,
    public_url: str,
    now: datetime,
) -> None:
    """Call a meeting off. Raises ChangedMeanwhile, IsCancelled or IllegalStep."""
    _demand_open(session, meeting.introduction)
    _take_turn(session, meeting, seen_at, now)
    _call_off(session, meeting, by=by, public_url=public_url, now=now)


def call_off_all(
    session: Session,
    introduction: Introduction,
    *,
    by: User | None,
    public_url: str,
    now: datetime,
) -> int:
    """Call off what lies ahead when the introduction ends; returns how many meetings that was.

    The caller has taken the step that ends the introduction, and so holds its lock.
    """
    ahead = select(Meeting).where(
        Meeting.introduction_id == introduction.id,
        col(Meeting.cancelled_at).is_(None),
        col(Meeting.starts_at) > now,
    )
    found = list(session.exec(ahead.order_by(col(Meeting.id)).with_for_update()))
    for meeting in found:
        meeting.updated_at = now
        _call_off(session, meeting, by=by, public_url=public_url, now=now)
    return len(found)


def reply(
    session: Session,
    meeting: Meeting,
    said: Reply,
    *,
    words: str = "",
    seen_at: datetime,
    by: User,
    public_url: str,
    now: datetime,
) -> None:
    """Write down what the employer says about the time that she has seen, and tell the caseworker.

    Raises ChangedMeanwhile, IsCancelled or IllegalStep.
    """
    _demand_open(session, meeting.introduction)
    _take_turn(session, meeting, seen_at, now)
    meeting.reply, meeting.reply_words = said, words if said is Reply.OTHER_TIME else ""
    meeting.replied_at, meeting.replied_by_id = now, by.id
    session.flush()
    _log(session, meeting, "meeting.replied", by, now, reply=said)
    letters.replied(session, meeting.proposed_by, meeting, public_url=public_url, now=now)


def _columns(facts: MeetingFacts) -> dict[str, Any]:
    columns = asdict(facts) | {"starts_at": facts.starts_at}
    return {name: value for name, value in columns.items() if name not in {"day", "at"}}


def _demand_open(session: Session, introduction: Introduction) -> None:
    """Lock the introduction, and refuse where it is not between a yes and a placement."""
    session.refresh(introduction, with_for_update={"of": Introduction})
    if introduction.stage not in OPEN_FOR_MEETINGS:
        raise IllegalStep


def _take_turn(session: Session, meeting: Meeting, seen_at: datetime, now: datetime) -> None:
    if not take_turn(session, meeting, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    if meeting.cancelled_at is not None:
        raise IsCancelled


def _call_off(
    session: Session, meeting: Meeting, *, by: User | None, public_url: str, now: datetime
) -> None:
    meeting.cancelled_at = now
    meeting.sequence += 1
    session.flush()
    _log(session, meeting, "meeting.cancelled", by, now)
    people = introducing.people_to_tell(session, meeting.introduction)
    letters.cancelled(session, people, meeting, public_url=public_url, now=now)


def _log(
    session: Session, meeting: Meeting, action: str, by: User | None, now: datetime, **facts: object
) -> None:
    youth = meeting.introduction.youth
    audit.record(
        session,
        by=by,
        action=action,
        subject=youth,
        now=now,
        introduction_id=str(meeting.introduction_id),
        meeting_id=str(meeting.id),
        **facts,
    )
