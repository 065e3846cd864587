"""What a caseworker's desk is made of: whose day it is, and sections with things that wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask import url_for

from accounts.models import User
from suggestions.caseload import Concern, Desk, desk
from web.db import session

FEW = 3
"""How many of each the desk shows, so that a day fits on a screen."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: about whom, what, where, and by when or since when."""

    who: str
    what: str
    url: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind, the most pressing first; `all_url` leads to every one of them."""

    title: str
    items: Sequence[Item]
    all_url: str

    @property
    def first(self) -> Sequence[Item]:
        """Those that the desk shows."""
        return self.items[:FEW]

    @property
    def more(self) -> int:
        """How many there are beyond those."""
        return max(0, len(self.items) - FEW)


@dataclass(frozen=True)
class Day:
    """Whose desk it is, on which day, and what suggestions wait for whom."""

    user: User
    is_team: bool
    today: date

    @cached_property
    def caseload(self) -> Desk:
        """The youths and their suggestions, read once for all sections."""
        return desk(session, self.user, only_mine=not self.is_team, today=self.today)

    @property
    def whose(self) -> str | None:
        """What addresses of lists say about whose youths they show."""
        return "team" if self.is_team else None

    def all_with(self, concern: Concern) -> str:
        """The list of the youths with this concern."""
        return url_for("youths.index", concern=concern, whose=self.whose)
