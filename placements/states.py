"""The life of an introduction as one table: who may take which step from where, to where."""

from enum import StrEnum
from typing import NamedTuple

from foundation.errors import Refused
from foundation.translating import lazy_
from placements.models import Party, Stage

Y, E, C, T = Party.YOUTH, Party.EMPLOYER, Party.CASEWORKER, Party.CLOCK


class Step(StrEnum):
    """What somebody does, or what a deadline that has passed does."""

    ASK = "ask"
    CONSENT = "consent"
    REFUSE = "refuse"
    LAPSE = "lapse"
    INTRODUCE = "introduce"
    WELCOME = "welcome"
    POSTPONE = "postpone"
    TURN_DOWN = "turn_down"
    GIVE_UP = "give_up"
    DRAFT = "draft"
    DROP_DRAFT = "drop_draft"
    PART = "part"
    PLACE = "place"
    PROLONG = "prolong"
    END = "end"
    BREAK_OFF = "break_off"
    CORRECT = "correct"
    WITHDRAW = "withdraw"


class Leads(NamedTuple):
    """Where a step leads, and whose it may be."""

    to: Stage
    by: frozenset[Party]


def _leads(to: Stage, *by: Party) -> Leads:
    return Leads(to, frozenset(by))


MOVES: dict[tuple[Stage, Step], Leads] = {
    (Stage.ASKED, Step.CONSENT): _leads(Stage.CONSENTED, Y, C),
    (Stage.ASKED, Step.REFUSE): _leads(Stage.CLOSED, Y, C),
    (Stage.ASKED, Step.LAPSE): _leads(Stage.CLOSED, T),
    (Stage.CONSENTED, Step.INTRODUCE): _leads(Stage.INTRODUCED, C),
    (Stage.INTRODUCED, Step.WELCOME): _leads(Stage.MEETING, E, C),
    (Stage.INTRODUCED, Step.POSTPONE): _leads(Stage.INTRODUCED, E, C),
    (Stage.INTRODUCED, Step.TURN_DOWN): _leads(Stage.CLOSED, E, C),
    (Stage.INTRODUCED, Step.GIVE_UP): _leads(Stage.CLOSED, T),
    (Stage.MEETING, Step.DRAFT): _leads(Stage.AGREEMENT, C),
    (Stage.MEETING, Step.PART): _leads(Stage.CLOSED, E, Y, C),
    (Stage.AGREEMENT, Step.DROP_DRAFT): _leads(Stage.MEETING, C, T),
    (Stage.AGREEMENT, Step.PART): _leads(Stage.CLOSED, E, Y, C),
    (Stage.AGREEMENT, Step.PLACE): _leads(Stage.PLACED, E, Y, C),
    (Stage.PLACED, Step.PROLONG): _leads(Stage.PLACED, C),
    (Stage.PLACED, Step.END): _leads(Stage.ENDED, C),
    (Stage.PLACED, Step.BREAK_OFF): _leads(Stage.ENDED, C),
    (Stage.ENDED, Step.CORRECT): _leads(Stage.ENDED, C),
    (Stage.ASKED, Step.WITHDRAW): _leads(Stage.CLOSED, C, Y, T),
    (Stage.CONSENTED, Step.WITHDRAW): _leads(Stage.CLOSED, C, Y, T),
    (Stage.INTRODUCED, Step.WITHDRAW): _leads(Stage.CLOSED, C, Y, T),
    (Stage.MEETING, Step.WITHDRAW): _leads(Stage.CLOSED, C, Y, T),
    (Stage.AGREEMENT, Step.WITHDRAW): _leads(Stage.CLOSED, C, Y, T),
}
"""An introduction begins in ASKED by the step ASK."""


class IllegalStep(Refused):
    """The introduction is not where this step begins: somebody was faster, or it is over."""

    message = lazy_("Det har hänt något sedan du öppnade sidan. Ladda om och se hur det ligger.")


def after(stage: Stage, step: Step, party: Party) -> Stage:
    """Where the step leads. Raises IllegalStep where the table has no such step for the party."""
    leads = MOVES.get((stage, step))
    if leads is None or party not in leads.by:
        raise IllegalStep
    return leads.to
