"""A handover is offered and answered, and the giver is responsible until then."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from accounts.models import Agency, AuditEntry, User
from foundation.errors import NotFound, Refused
from foundation.outbox import QueuedLetter
from tests.factories import NOW, TODAY, make_caseworker, make_team, make_user, make_youth
from tests.youths.agencies.makers import URL, Together, make_together, place
from youths import queries
from youths.agencies import handovers, offers, responsibility, tending, waiting
from youths.agencies.models import DeclineReason, Ground, Handover, HandoverState
from youths.models import Youth

LATER = NOW + timedelta(hours=1)


def offer(session: Session, all_: Together, to: User | None = None) -> Handover:
    return handovers.offer(
        session,
        all_.youth,
        to or all_.ali,
        all_.team,
        "Vill du ta vid? Det gäller planen.",
        ground=Ground.CONSENT,
        today=TODAY,
        public_url=URL,
        by=all_.sara,
        now=NOW,
    )


def answer(session: Session, made: Handover, by: User) -> Youth:
    return handovers.accept(session, made, public_url=URL, by=by, now=LATER)


def test_the_giver_is_responsible_until_the_receiver_has_said_yes(session: Session) -> None:
    all_ = make_together(session)
    made = offer(session, all_)
    assert all_.youth.responsible_id == all_.sara.id

    answer(session, made, all_.ali)

    assert all_.youth.responsible_id == all_.ali.id
    assert made.state is HandoverState.ACCEPTED
    lines = select(AuditEntry.action).where(AuditEntry.subject_id == all_.youth.id)
    assert {"youth.handover_offered", "youth.handed_over"} <= set(session.exec(lines))


def test_the_letters_name_nobody(session: Session) -> None:
    all_ = make_together(session, alias="Smultron")
    answer(session, offer(session, all_), all_.ali)

    letters = {letter.to: letter for letter in session.exec(select(QueuedLetter))}
    assert set(letters) == {all_.ali.email, all_.sara.email}
    for letter in letters.values():
        for told in ("Smultron", "planen", all_.team.name, str(all_.youth.id)):
            assert told not in letter.subject + letter.text + str(letter.html)


def test_a_no_says_why_and_leaves_the_youth_where_she_is(session: Session) -> None:
    all_ = make_together(session)
    made = offer(session, all_)

    handovers.decline(
        session, made, DeclineReason.NO_ROOM, "Efter jul", public_url=URL, by=all_.ali, now=LATER
    )

    assert (made.state, made.declined_why) == (HandoverState.DECLINED, DeclineReason.NO_ROOM)
    assert all_.youth.responsible_id == all_.sara.id
    with pytest.raises(handovers.Over):
        answer(session, made, all_.ali)


def test_only_the_receiver_answers_and_only_the_responsible_offers(session: Session) -> None:
    all_ = make_together(session)
    made = offer(session, all_)
    for other in (all_.sara, all_.siv, all_.ove):
        with pytest.raises(NotFound):
            answer(session, made, other)
    with pytest.raises(handovers.OfferedAlready):
        offer(session, all_, all_.siv)
    with pytest.raises(handovers.NotHersToGive):
        handovers.offer(
            session, all_.youth, all_.ali, all_.team, "", ground=Ground.CONSENT, today=TODAY,
            public_url=URL, by=all_.siv, now=NOW,
        )  # fmt: skip


def test_what_was_taken_back_can_be_offered_to_somebody_else(session: Session) -> None:
    all_ = make_together(session)
    made = offer(session, all_)
    handovers.withdraw(session, made, by=all_.sara, now=LATER)

    with pytest.raises(handovers.Over):
        answer(session, made, all_.ali)
    assert offer(session, all_, all_.siv).state is HandoverState.OFFERED


def test_a_youth_goes_along_to_another_team_and_is_asked_anew(session: Session) -> None:
    all_ = make_together(session, team_consent=True, exchange_id="7")
    other = make_caseworker(session)
    team = make_team(session)
    place(session, team, other, None)
    make_youth(session, other, team_id=team.id, exchange_id="7")
    made = handovers.offer(
        session, all_.youth, other, team, "", ground=Ground.CONSENT, today=TODAY,
        public_url=URL, by=all_.sara, now=NOW,
    )  # fmt: skip
    task = waiting.tasks(session, other, today=TODAY)[0]
    assert (task.todo, task.youth) == (waiting.Todo.ANSWER_HANDOVER, None)

    answer(session, made, other)

    assert (all_.youth.team_id, all_.youth.team_consent) == (team.id, None)
    assert all_.youth.exchange_id is None
    assert queries.is_visible(session, all_.youth.id, to=other)
    assert not queries.is_visible(session, all_.youth.id, to=all_.sara)


def test_an_offer_that_nobody_answers_is_warned_of_once_and_ends(session: Session) -> None:
    all_ = make_together(session)
    made = offer(session, all_)
    went = [
        tending.tend(session, today=TODAY + timedelta(days=days), public_url=URL, now=LATER)
        for days in (1, 5, 6, 7, 8, 9)
    ]
    assert went == [(0, 0), (1, 0), (0, 0), (0, 0), (0, 1), (0, 0)]
    assert made.state is HandoverState.EXPIRED
    assert all_.youth.responsible_id == all_.sara.id
    last = select(QueuedLetter.to).where(QueuedLetter.subject == "Ingen svarade om att ta över")
    assert session.exec(last).one() == all_.sara.email


def test_an_account_is_not_closed_while_somebody_would_be_left_alone(session: Session) -> None:
    all_ = make_together(session)
    offer(session, all_)
    with pytest.raises(responsibility.StillResponsible, match="1 ungdom"):
        responsibility.demand_handed_over(session, all_.sara, now=NOW)

    moved = responsibility.reassign(session, all_.team, all_.sara, all_.siv, by=all_.ove, now=LATER)

    assert moved == 1
    assert all_.youth.responsible_id == all_.siv.id
    assert offers.open_for(session, all_.youth) is None
    responsibility.demand_handed_over(session, all_.sara, now=LATER)
    (load,) = responsibility.loads(session, [all_.team])
    assert (load.user, load.youths) == (all_.siv, 1)


def test_who_closes_her_account_is_not_waited_for(session: Session) -> None:
    all_ = make_together(session)
    made = offer(session, all_)
    responsibility.demand_handed_over(session, all_.ali, now=LATER)
    session.refresh(made)
    assert made.state is HandoverState.EXPIRED


def test_a_colleague_who_has_left_the_team_cannot_say_yes(session: Session) -> None:
    all_ = make_together(session)
    made = offer(session, all_)
    all_.ali.active = False
    with pytest.raises(handovers.NotACaseworker):
        answer(session, made, all_.ali)


def test_receivers_are_everybody_who_may_be_responsible(session: Session) -> None:
    all_ = make_together(session)
    make_user(session)
    other = make_caseworker(session, name="Annan")
    found = [(each.user.name, each.agency) for each in offers.receivers(session, all_.youth)]
    names = {each.name: each for each in session.exec(select(Agency))}
    assert found == [
        ("Ali", names["Socialtjänsten"]),
        ("Ove", names["Kommunen"]),
        ("Siv", names["Arbetsförmedlingen"]),
        (other.name, None),
    ]


def test_of_a_yes_and_a_withdrawal_at_once_one_is_done_and_nothing_lost(
    fresh_engine: Engine,
) -> None:
    with Session(fresh_engine) as session:
        all_ = make_together(session)
        made, youth, sara, ali = (
            offer(session, all_).id, all_.youth.id, all_.sara.id, all_.ali.id,
        )  # fmt: skip
        session.commit()
    start = Barrier(2)

    def act(says_yes: bool) -> bool:
        with Session(fresh_engine) as session:
            row, by = (
                session.get_one(Handover, made),
                session.get_one(User, ali if says_yes else sara),
            )
            session.commit()
            start.wait()
            try:
                if says_yes:
                    answer(session, row, by)
                else:
                    handovers.withdraw(session, row, by=by, now=LATER)
                session.commit()
            except Refused:
                return False
            return True

    with ThreadPoolExecutor(2) as people:
        accepted, withdrawn = people.map(act, (True, False))
    assert accepted != withdrawn
    with Session(fresh_engine) as session:
        owner = session.exec(select(Youth.responsible_id).where(col(Youth.id) == youth)).one()
        assert owner == (ali if accepted else sara)
