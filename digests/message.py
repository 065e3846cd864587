"""A digest in words, before it is dressed as html, plain text or a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from re import findall

from foundation.translating import _

MOST_DIGITS = 3
"""An alias such as "Räv 7" or "SÖD-014" may have digits; with more it may be a date of birth."""


class Part(StrEnum):
    """What a letter may hold, each of which a person may leave out of hers."""

    TASKS = "tasks"
    DAY_90 = "day_90"
    SUGGESTIONS = "suggestions"
    WAITING = "waiting"
    WITHOUT = "without"
    OVERLOOKED = "overlooked"
    UNANSWERED = "unanswered"
    SEATS = "seats"
    FEEDS = "feeds"
    INTRODUCTIONS = "introductions"
    EXPIRING = "expiring"
    OPENINGS = "openings"
    MEETINGS = "meetings"
    COLLEAGUES = "colleagues"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Action:
    """A word or two to press, and where that leads. It only ever opens a page."""

    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know, the path of the page where something can be done about it, and more.

    `actions` stand beside it, `details` under it.
    """

    text: str
    path: str
    actions: tuple[Action, ...] = ()
    details: tuple["Line", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind under a heading; `more` leads to those that are left out."""

    part: Part
    title: str
    lines: tuple[Line, ...]
    more: Line | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A whole letter before it is dressed as html or plain text."""

    subject: str
    lead: str
    sections: tuple[Section, ...]
    closing: str


def section(part: Part, title: str, lines: Iterable[Line], *, most: int, rest: str) -> Section:
    """A section of at most so many lines; the rest is counted, and stands in the portal."""
    every = tuple(lines)
    left = len(every) - most
    more = Line(_("+ %(num)s till i Farled", num=left), rest) if left > 0 else None
    return Section(part, title, every[:most], more)


def discreet_name(alias: str) -> str | None:
    """What a letter may call a youth: the alias if it is one word, else the words' initials.

    A name such as "Amina Hassan" becomes "A.H."; a row of digits is never shown.
    """
    words = findall(r"[^\W\d_]+", alias)
    if len(words) == 1 and "@" not in alias and sum(map(str.isdigit, alias)) <= MOST_DIGITS:
        return alias.strip()
    return "".join(f"{word[0].upper()}." for word in words) or None


def called(name: str | None) -> str:
    """A youth in a letter; one with protected identity is not told from others."""
    return name or _("En ungdom")
