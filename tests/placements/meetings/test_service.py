"""A meeting is proposed, answered, changed and called off, and calendars follow."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from sqlmodel import Session, col, select

from accounts.models import AuditEntry, RoleName
from foundation.errors import NotFound
from foundation.outbox import QueuedLetter
from placements import service as introductions
from placements.meetings import facts, queries, service
from placements.meetings.models import How, Meeting, Reply
from placements.models import Why
from placements.states import IllegalStep
from tests.factories import make_employer, make_user
from tests.placements.makers import IN_TIME, URL, caseworker_of, colleague_of, introduced
from tests.placements.meetings.makers import a_meeting, meeting_facts

LATER = IN_TIME + timedelta(days=1)
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def letters_of(session: Session) -> list[QueuedLetter]:
    rows = select(QueuedLetter).where(QueuedLetter.purpose == "meeting")
    return list(session.exec(rows.order_by(col(QueuedLetter.queued_at))))


def event_in(letter: QueuedLetter) -> tuple[str, Any]:
    calendar = Calendar.from_ical(letter.calendar or "")
    [event] = calendar.walk("VEVENT")
    return str(calendar["method"]), event


def change(session: Session, meeting: Meeting, **changes: Any) -> None:
    service.change(
        session,
        meeting,
        meeting_facts(**changes),
        seen_at=meeting.updated_at,
        by=meeting.proposed_by,
        public_url=URL,
        now=LATER,
    )


def reply(session: Session, meeting: Meeting, said: Reply, words: str = "") -> None:
    service.reply(
        session,
        meeting,
        said,
        words=words,
        seen_at=meeting.updated_at,
        by=colleague_of(session, meeting.introduction),
        public_url=URL,
        now=LATER,
    )


def test_an_invitation_tells_time_and_place_and_nothing_of_the_person(session: Session) -> None:
    meeting = a_meeting(session)
    [letter] = letters_of(session)
    told = f"{letter.subject} {letter.text} {letter.html} {letter.calendar}"
    assert "torsdag 3 december 10:00, Hamngatan 4, Söderhamn" in letter.text
    for word in ("Kim", "Hemlig", "Kassa", str(meeting.introduction.youth.born), "rundvandring"):
        assert word not in told
    method, event = event_in(letter)
    assert (method, event["summary"], event["sequence"]) == ("PUBLISH", "Möte om Köksbiträde", 0)
    assert event["dtstart"].params["tzid"] == "Europe/Stockholm"
    assert event["dtstart"].dt == datetime(2026, 12, 3, 10, 0, tzinfo=STOCKHOLM)
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(minutes=45)


def test_a_number_to_ring_stays_in_the_portal(session: Session) -> None:
    a_meeting(session, how=How.PHONE, place="070-000 00 00")
    [letter] = letters_of(session)
    assert "070" not in f"{letter.text} {letter.html} {letter.calendar}"
    assert "på telefon" in letter.text.lower()


def test_a_change_replaces_the_calendar_entry_and_asks_anew(session: Session) -> None:
    meeting = a_meeting(session)
    reply(session, meeting, Reply.FITS)
    change(session, meeting, at=time(13))
    assert (meeting.reply, meeting.sequence) == (None, 1)
    first, _told, second = letters_of(session)
    (_method, before), (method, after) = event_in(first), event_in(second)
    assert (method, after["uid"], after["sequence"]) == ("PUBLISH", before["uid"], 1)
    change(session, meeting, at=time(13))
    assert len(letters_of(session)) == 3


def test_what_is_called_off_leaves_the_calendar_and_stays_so(session: Session) -> None:
    meeting = a_meeting(session)
    by = meeting.proposed_by
    seen_at = meeting.updated_at
    service.cancel(session, meeting, seen_at=seen_at, by=by, public_url=URL, now=LATER)
    method, event = event_in(letters_of(session)[-1])
    assert (method, event["status"], event["sequence"]) == ("CANCEL", "CANCELLED", 1)
    with pytest.raises(service.IsCancelled):
        change(session, meeting, at=time(13))


def test_the_caseworker_is_told_the_answer_but_its_words_stay_in_the_portal(
    session: Session,
) -> None:
    meeting = a_meeting(session)
    reply(session, meeting, Reply.OTHER_TIME, "Hellre på fredag")
    letter = letters_of(session)[-1]
    assert letter.to == meeting.proposed_by.email
    assert "Hellre" not in letter.text
    assert (meeting.reply, meeting.reply_words) == (Reply.OTHER_TIME, "Hellre på fredag")
    actions = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.at))).all()
    assert {"meeting.proposed", "meeting.replied"} <= set(actions)


def test_an_answer_to_a_time_that_has_changed_is_refused(session: Session) -> None:
    meeting = a_meeting(session)
    seen_at, by = meeting.updated_at, colleague_of(session, meeting.introduction)
    change(session, meeting, at=time(13))
    with pytest.raises(service.ChangedMeanwhile):
        service.reply(
            session, meeting, Reply.FITS, seen_at=seen_at, by=by, public_url=URL, now=LATER
        )


@pytest.mark.parametrize(
    ("wrong", "refusal", "field"),
    [
        ({"day": date(2026, 11, 20)}, facts.IsOver, "day"),
        ({"day": date(2027, 12, 3)}, facts.TooFarAway, "day"),
        ({"at": time(3)}, facts.AtNight, "at"),
        ({"minutes": 5}, facts.WrongLength, "minutes"),
        ({"place": ""}, facts.NoPlace, "place"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    wrong: dict[str, Any], refusal: type[facts.Unfit], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        facts.demand_reason(meeting_facts(**wrong), now=IN_TIME)
    assert refused.value.field == field


def test_nobody_meets_before_the_employer_has_said_yes(session: Session) -> None:
    with pytest.raises(IllegalStep):
        a_meeting(session, introduced(session))


def test_what_ends_calls_its_meetings_off(session: Session) -> None:
    meeting = a_meeting(session)
    made = meeting.introduction
    colleague = colleague_of(session, made)
    assert session.exec(queries.invited_to(colleague, now=IN_TIME)).all() == [meeting]
    by = caseworker_of(made)
    introductions.withdraw(session, made, Why.WITHDRAWN, by=by, public_url=URL, now=LATER)
    assert meeting.cancelled_at == LATER
    assert session.exec(queries.invited_to(colleague, now=IN_TIME)).all() == []
    with pytest.raises(NotFound):
        queries.get_invited(session, meeting.id, to=colleague)


def test_only_the_invited_and_the_youths_own_caseworker_see_a_meeting(session: Session) -> None:
    meeting = a_meeting(session)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    other = make_user(session, RoleName.CASEWORKER)
    assert queries.get_meeting(session, meeting.id, to=meeting.proposed_by) == meeting
    for get, user in ((queries.get_invited, stranger), (queries.get_meeting, other)):
        with pytest.raises(NotFound):
            get(session, meeting.id, to=user)
