"""What may be done with a track and with a place on it: one table of moves each.

What a state lets happen besides is a table too, so that no page and no service judges by itself.
"""

from enum import StrEnum
from typing import NamedTuple

from foundation.errors import Refused
from foundation.translating import lazy_
from jobtracks.enrolments.models import EnrolmentState as E
from jobtracks.models import TrackState as T


class TrackAct(StrEnum):
    """What is done with a track as a whole. `FILL` and `REOPEN` follow from the seats."""

    PUBLISH = "publish"
    FILL = "fill"
    REOPEN = "reopen"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


BY_ITSELF = frozenset({TrackAct.FILL, TrackAct.REOPEN})

TRACK_MOVES: dict[tuple[T, TrackAct], T] = {
    (T.DRAFT, TrackAct.PUBLISH): T.PUBLISHED,
    (T.PUBLISHED, TrackAct.FILL): T.FULL,
    (T.FULL, TrackAct.REOPEN): T.PUBLISHED,
    (T.PUBLISHED, TrackAct.PAUSE): T.PAUSED,
    (T.FULL, TrackAct.PAUSE): T.PAUSED,
    (T.PAUSED, TrackAct.RESUME): T.PUBLISHED,
    (T.PUBLISHED, TrackAct.END): T.ENDED,
    (T.FULL, TrackAct.END): T.ENDED,
    (T.PAUSED, TrackAct.END): T.ENDED,
}


class Lets(StrEnum):
    """What can go on while a track is in a state."""

    EDIT = "edit"
    READ = "read"
    QUEUE = "queue"
    OFFER = "offer"
    HAND_ON = "hand_on"
    GO_ON = "go_on"


LETS: dict[T, frozenset[Lets]] = {
    T.DRAFT: frozenset({Lets.EDIT}),
    T.PUBLISHED: frozenset(Lets),
    T.FULL: frozenset(Lets) - {Lets.OFFER},
    T.PAUSED: frozenset({Lets.EDIT, Lets.GO_ON}),
    T.ENDED: frozenset({Lets.GO_ON}),
}
"""`READ` is by everybody; `QUEUE` is interest and the line; `HAND_ON` gives a seat that comes free
to the first in the line; `GO_ON` is all that concerns who has an offer or a seat already."""

READABLE = tuple(state for state, lets in LETS.items() if Lets.READ in lets)


class EnrolmentAct(StrEnum):
    """What is done with somebody's place. `LAPSE` is an offer that nobody answered in time."""

    ASK = "ask"
    WAIT = "wait"
    GO_BEFORE = "go_before"
    TAKE_TURN = "take_turn"
    OFFER = "offer"
    LAPSE = "lapse"
    ACCEPT = "accept"
    DECLINE = "decline"
    PAUSE = "pause"
    RESUME = "resume"
    COMPLETE = "complete"
    CORRECT = "correct"
    LEAVE = "leave"


class Leads(NamedTuple):
    """Where an act leads, what the track must let for it, and whether the clock may do it."""

    to: E
    needs: Lets
    by_person: bool = True
    by_clock: bool = False


A = EnrolmentAct
ENROLMENT_MOVES: dict[tuple[E, EnrolmentAct], Leads] = {
    (E.INTEREST, A.WAIT): Leads(E.WAITING, Lets.QUEUE),
    (E.INTEREST, A.OFFER): Leads(E.OFFERED, Lets.OFFER),
    (E.INTEREST, A.LEAVE): Leads(E.LEFT, Lets.GO_ON, by_clock=True),
    (E.WAITING, A.GO_BEFORE): Leads(E.WAITING, Lets.QUEUE),
    (E.WAITING, A.TAKE_TURN): Leads(E.WAITING, Lets.QUEUE),
    (E.WAITING, A.OFFER): Leads(E.OFFERED, Lets.HAND_ON, by_clock=True),
    (E.WAITING, A.LEAVE): Leads(E.LEFT, Lets.GO_ON, by_clock=True),
    (E.OFFERED, A.ACCEPT): Leads(E.ACTIVE, Lets.GO_ON),
    (E.OFFERED, A.DECLINE): Leads(E.LEFT, Lets.GO_ON),
    (E.OFFERED, A.LAPSE): Leads(E.INTEREST, Lets.GO_ON, by_person=False, by_clock=True),
    (E.OFFERED, A.LEAVE): Leads(E.LEFT, Lets.GO_ON, by_clock=True),
    (E.ACTIVE, A.PAUSE): Leads(E.PAUSED, Lets.GO_ON),
    (E.ACTIVE, A.COMPLETE): Leads(E.COMPLETED, Lets.GO_ON),
    (E.ACTIVE, A.LEAVE): Leads(E.LEFT, Lets.GO_ON, by_clock=True),
    (E.PAUSED, A.RESUME): Leads(E.ACTIVE, Lets.GO_ON),
    (E.PAUSED, A.LEAVE): Leads(E.LEFT, Lets.GO_ON, by_clock=True),
    (E.COMPLETED, A.CORRECT): Leads(E.ACTIVE, Lets.GO_ON),
}
"""An enrolment begins in INTEREST by the act ASK, where the track lets QUEUE."""


class IllegalMove(Refused):
    """It is not where this act begins: somebody was faster, or it is over."""

    message = lazy_("Det har hänt något sedan du öppnade sidan. Ladda om och se hur det ligger.")


class NotNow(Refused):
    """The state of the track does not let it happen."""

    message = lazy_("Jobbspåret tar inte emot det just nu. Se hur spåret ligger.")


def after_track(state: T, act: TrackAct, *, is_person: bool) -> T:
    """Where the act leads a track. Raises IllegalMove where the table has no such move."""
    if (state, act) not in TRACK_MOVES or is_person is (act in BY_ITSELF):
        raise IllegalMove
    return TRACK_MOVES[state, act]


def after_enrolment(state: E, act: EnrolmentAct, track: T, *, is_person: bool) -> E:
    """Where the act leads an enrolment. Raises IllegalMove, or NotNow where the track is shut."""
    leads = ENROLMENT_MOVES.get((state, act))
    if leads is None or not (leads.by_person if is_person else leads.by_clock):
        raise IllegalMove
    demand(track, leads.needs)
    return leads.to


def demand(track: T, what: Lets) -> None:
    """Raise NotNow where the state of the track does not let it happen."""
    if what not in LETS[track]:
        raise NotNow


def acts_from(state: E, track: T) -> tuple[EnrolmentAct, ...]:
    """What a person may do with an enrolment now, in the order of the table."""
    return tuple(
        act
        for (at, act), leads in ENROLMENT_MOVES.items()
        if at is state and leads.by_person and leads.needs in LETS[track]
    )
