"""What may be done with an event, and what each of its states lets happen: one table each."""

from datetime import datetime
from enum import StrEnum

from events.models import Event
from events.models import EventState as S
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone


class Act(StrEnum):
    """What is done with an event as a whole. REOPEN takes back a HOLD that was a slip."""

    ANNOUNCE = "announce"
    HOLD = "hold"
    REOPEN = "reopen"
    CANCEL = "cancel"


MOVES: dict[tuple[S, Act], S] = {
    (S.PLANNED, Act.ANNOUNCE): S.ANNOUNCED,
    (S.PLANNED, Act.CANCEL): S.CANCELLED,
    (S.ANNOUNCED, Act.HOLD): S.HELD,
    (S.ANNOUNCED, Act.CANCEL): S.CANCELLED,
    (S.HELD, Act.REOPEN): S.ANNOUNCED,
}


class Lets(StrEnum):
    """What can go on while an event is in a state."""

    EDIT = "edit"
    READ = "read"
    INVITE = "invite"
    WRITE = "write"
    ANSWER = "answer"
    ATTEND = "attend"
    FOLLOW = "follow"


LETS: dict[S, frozenset[Lets]] = {
    S.PLANNED: frozenset({Lets.EDIT, Lets.INVITE}),
    S.ANNOUNCED: frozenset(
        {Lets.EDIT, Lets.READ, Lets.INVITE, Lets.WRITE, Lets.ANSWER, Lets.ATTEND}
    ),
    S.HELD: frozenset({Lets.READ, Lets.ATTEND, Lets.FOLLOW}),
    S.CANCELLED: frozenset(),
}
"""`READ` is by other teams; `WRITE` sends letters to employers; `ANSWER` is by employers and
youths; `FOLLOW` is what they want afterwards, and what came of it."""

READABLE = tuple(state for state, lets in LETS.items() if Lets.READ in lets)
ANSWERABLE = tuple(state for state, lets in LETS.items() if Lets.ANSWER in lets)
AHEAD = (S.PLANNED, S.ANNOUNCED)


class IllegalMove(Refused):
    """It is not where this act begins: somebody was faster."""

    message = lazy_("Det har hänt något sedan du öppnade sidan. Ladda om och se hur det ligger.")


class NotNow(Refused):
    """The state of the event does not let it happen."""

    message = lazy_("Det går inte som träffen ligger nu. Se läget överst på dess sida.")


class NotTheDay(Refused):
    """Nobody has come to what lies ahead."""

    message = lazy_("Bocka av vilka som kom samma dag eller efteråt.")


def after(state: S, act: Act) -> S:
    """Where the act leads. Raises IllegalMove where the table has no such move."""
    if (state, act) not in MOVES:
        raise IllegalMove
    return MOVES[state, act]


def demand(state: S, what: Lets) -> None:
    """Raise NotNow where the state does not let it happen."""
    if what not in LETS[state]:
        raise NotNow


def is_the_day(event: Event, *, now: datetime) -> bool:
    """Whether the day of the event has come, so that who comes can be ticked at the door."""
    return clock.local_date(now, zone()) >= clock.local_date(event.starts_at, zone())


def demand_day(event: Event, *, now: datetime) -> None:
    """Raise NotTheDay before the day of the event."""
    if not is_the_day(event, now=now):
        raise NotTheDay


def acts_from(state: S) -> tuple[Act, ...]:
    """What may be done with an event in this state, in the order of the table."""
    return tuple(act for at, act in MOVES if at is state)
