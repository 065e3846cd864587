"""What may be done with an event, whom it is told, and what counts against the goal."""

from datetime import timedelta
from itertools import product

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName
from employers import merging
from events import belonging, calendar, inviting, links, queries, series, service, states
from events.facts import EndsBeforeStart, EventFacts, MarketedTooLate, TooFarAway, UnknownPlace
from events.models import Answer, EventKind, EventState, Invitation
from events.registrations import belonging as of_youths
from events.registrations import queries as registrations
from events.registrations import service as asking
from events.registrations.models import Coming, Interest
from events.states import LETS, MOVES, Act, Lets
from foundation.outbox import QueuedLetter
from tests.events.makers import AFTERWARDS, STARTS, URL, a_team, an_event, at, facts
from tests.factories import NOW, TODAY, make_caseworker, make_employer, make_user, make_youth


def letters(session: Session) -> list[QueuedLetter]:
    return list(session.exec(select(QueuedLetter)))


def test_every_state_and_act_is_in_the_table_or_refused() -> None:
    for state, act in product(EventState, Act):
        if (state, act) in MOVES:
            assert states.after(state, act) is MOVES[state, act]
        else:
            with pytest.raises(states.IllegalMove):
                states.after(state, act)
    assert set(LETS) == set(EventState)
    assert not LETS[EventState.CANCELLED]


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"ends_at": STARTS}, EndsBeforeStart),
        ({"starts_at": NOW + timedelta(days=900)}, TooFarAway),
        ({"marketed_on": TODAY + timedelta(days=15)}, MarketedTooLate),
        ({"municipality": "9999"}, UnknownPlace),
    ],
    ids=["end", "far", "marketed", "place"],
)
def test_an_event_is_within_reason(
    session: Session, wrong: dict[str, object], refusal: type[Exception]
) -> None:
    team, by = a_team(session)
    with pytest.raises(refusal):
        service.create(session, team, facts(**wrong), by=by, now=NOW)


def test_an_invitation_is_sent_when_the_event_is_announced_and_tells_of_no_youth(
    session: Session,
) -> None:
    team, by = a_team(session)
    karin = make_user(session, RoleName.EMPLOYER)
    event = an_event(session, team, by, employers=[make_employer(session, karin)])
    at(session, event, by, alias="Hemlige Räven")
    assert letters(session) == []

    assert service.announce(session, event, by=by, public_url=URL, now=NOW) == 1

    [letter] = letters(session)
    said = f"{letter.subject} {letter.text} {letter.html} {letter.calendar}"
    assert letter.to == karin.email
    assert "Jobb i vården" in said
    assert "Räven" not in said
    assert "METHOD:PUBLISH" in str(letter.calendar)
    assert event.marketed_on == TODAY


def test_a_link_answers_once_and_a_new_time_asks_anew(session: Session) -> None:
    team, by = a_team(session)
    karin = make_user(session, RoleName.EMPLOYER)
    event = an_event(
        session, team, by, employers=[make_employer(session, karin)], is_announced=True
    )
    [invitation] = queries.invitations_of(session, event)
    token = links.issue(session, invitation, to=karin, expires_at=STARTS)

    inviting.answer_by_link(session, token, Answer.YES, now=NOW)

    assert invitation.answer is Answer.YES
    with pytest.raises(links.LinkOver):
        inviting.answer_by_link(session, token, Answer.NO, now=NOW)
    later = EventFacts.of(event)
    new = facts(
        starts_at=later.starts_at + timedelta(days=1), ends_at=later.ends_at + timedelta(days=1)
    )
    sent = service.change(
        session, event, new, seen_at=event.updated_at, by=by, public_url=URL, now=NOW
    )
    session.refresh(invitation)
    assert (sent, event.sequence) == (1, 1)
    assert invitation.answered_at is None
    assert service.cancel(session, event, by=by, public_url=URL, now=NOW) == 1
    assert "METHOD:CANCEL" in calendar.file_of(event)
    with pytest.raises(states.NotNow):
        inviting.record_answer(session, invitation, Answer.YES, by=by, now=NOW)


def test_seats_are_never_more_than_there_are(session: Session) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True, seats=1)
    first, second = at(session, event, by, Coming.REGISTERED), at(session, event, by)
    with pytest.raises(asking.NoSeatLeft):
        asking.answer(session, second, Coming.REGISTERED, by=by, now=NOW)
    asking.answer(session, first, Coming.DECLINED, by=by, now=NOW)
    asking.answer(session, second, Coming.REGISTERED, by=by, now=NOW)
    assert registrations.seats_taken(session, [event.id]) == {event.id: 1}


def test_a_registration_is_seen_by_her_own_team_only(session: Session) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True)
    hers = at(session, event, by, Coming.REGISTERED)
    stranger = make_caseworker(session)
    theirs = at(session, event, stranger, youth=make_youth(session, stranger))

    assert queries.get_visible(session, event.id, to=stranger) == event
    assert registrations.of_event(session, event, by) == [hers]
    assert registrations.of_event(session, event, stranger) == [theirs]
    assert not queries.is_owner(session, event, stranger)
    lines = session.exec(select(AuditEntry).where(AuditEntry.action == "event.youth_answered"))
    assert [line.subject_id for line in lines] == [hers.youth_id]


def test_nobody_has_come_before_the_day(session: Session) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True)
    guest = at(session, event, by)
    with pytest.raises(states.NotTheDay):
        asking.note_came(session, event, [guest], among=[guest], by=by, now=NOW)
    asking.note_came(session, event, [guest], among=[guest], by=by, now=STARTS)
    assert (guest.attended, guest.coming) == (True, Coming.REGISTERED)


def test_a_planned_event_is_unknown_to_other_teams(session: Session) -> None:
    team, by = a_team(session)
    an_event(session, team, by)
    assert list(session.exec(queries.visible_to(make_caseworker(session)))) == []
    assert list(session.exec(queries.visible_to(make_user(session, RoleName.STEERING)))) == []


def test_only_marketed_meetings_that_were_held_in_the_period_count(session: Session) -> None:
    team, by = a_team(session)
    day = timedelta(days=1)
    held = an_event(session, team, by, is_announced=True)
    visit = an_event(session, team, by, is_announced=True, kind=EventKind.COMPANY_VISIT)
    an_event(session, team, by, is_announced=True)
    an_event(session, team, by)
    with pytest.raises(service.NotYet), session.begin_nested():
        service.hold(session, held, by=by, now=NOW)
    for event in (held, visit):
        service.hold(session, event, by=by, now=AFTERWARDS)

    [counter] = series.counters(session, [team])
    assert (counter.held, counter.ahead, counter.goal) == (1, 1, 9)

    settled = {"starts_on": TODAY + 15 * day, "ends_on": TODAY + 99 * day}
    series.settle(session, team, goal=3, by=by, now=NOW, **settled)
    [counter] = series.counters(session, [team])
    assert (counter.held, counter.goal) == (0, 3)
    assert Lets.FOLLOW in LETS[held.state]


def test_two_employers_become_one_with_their_invitations(session: Session) -> None:
    team, by = a_team(session)
    kept, twin = make_employer(session), make_employer(session)
    both = an_event(session, team, by, employers=[kept, twin], is_announced=True)
    one = an_event(session, team, by, employers=[twin])
    mine, theirs = queries.invitations_of(session, both)
    inviting.record_answer(session, theirs, Answer.YES, by=by, now=NOW)
    guest = at(session, both, by)
    session.add(Interest(registration_id=guest.id, invitation_id=theirs.id, noted_at=NOW))
    session.flush()

    merging.merge(session, twin, kept, by=by, now=NOW)
    belonging.move(session, twin, kept)

    assert [each.id for each in queries.invitations_of(session, both)] == [mine.id]
    assert mine.answer is Answer.YES
    assert queries.invitations_of(session, one)[0].employer_id == kept.id
    assert registrations.interests_of(session, [guest])[guest.id] == {mine.id}
    assert len(session.exec(select(Invitation)).all()) == 2


def test_two_youths_become_one_who_is_registered_once(session: Session) -> None:
    team, by = a_team(session)
    event = an_event(session, team, by, is_announced=True)
    mine, theirs = at(session, event, by), at(session, event, by, Coming.REGISTERED)
    kept, twin = mine.youth, theirs.youth

    of_youths.move(session, twin, kept)

    [left] = registrations.of_event(session, event, by)
    assert (left.youth_id, left.coming) == (kept.id, Coming.REGISTERED)
