"""How many youths an opening reaches, in words; a person may ask a bounded number of questions.

The bound is kept in memory, as the throttles are: there is one web process (decision 4). It is
counted in different questions, so writing on about the same thing costs nothing (decision 18).
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from foundation import clock
from foundation.translating import _, lazy_, ngettext, number, zone
from matching.explanation import Facts
from openings.models import Opening
from reference import levels
from suggestions.reach import STEP, Widening, question_of, reach_of
from web.db import session
from web.guards import user
from web.openings.wording import named

MOST_A_DAY = 60
"""How many different questions a person may ask in a day; an opening takes a handful."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says: the count in a sentence, and what would let the opening reach more."""

    sentence: str
    widenings: list[str]


class Curiosity:
    """Which questions each person has asked today."""

    def __init__(self) -> None:
        self._day: date | None = None
        self._asked: dict[UUID, set[Hashable]] = defaultdict(set)

    def allows(self, person: UUID, question: Hashable, *, on: date) -> bool:
        """Note a question, and tell whether it may be answered."""
        if self._day != on:
            self._day, self._asked = on, defaultdict(set)
        asked = self._asked[person]
        if question not in asked and len(asked) >= MOST_A_DAY:
            return False
        asked.add(question)
        return True


curiosity = Curiosity()


def told(opening: Opening) -> Told | None:
    """How far an opening reaches as it is written; nothing until it has a place."""
    if opening.municipality is None:
        return None
    now = clock.now()
    if not curiosity.allows(user().id, question_of(opening), on=clock.local_date(now, zone())):
        return Told(_("Du har provat många varianter i dag. Siffran kommer tillbaka i morgon."), [])
    reach = reach_of(session, opening, now=now)
    return Told(_sentence(reach.least), [_widening(each) for each in reach.widenings])


def _sentence(least: int) -> str:
    if least < STEP:
        return _("Färre än fem unga når hit och klarar kraven.")
    return _("Minst %(least)s unga når hit och klarar kraven.", least=number(least))


def _widening(widening: Widening) -> str:
    what = WITHOUT[widening.code](widening.facts)
    more = ngettext("minst %(num)s fler", "minst %(num)s fler", widening.more)
    return f"{what}: {more}"


def _language(facts: Facts) -> str:
    name = named(levels.languages(), str(facts["language"]))
    if facts["level"]:
        return _("Med %(language)s på nivå %(level)s", language=name, level=facts["level"])
    return _("Utan krav på %(language)s", language=name)


WITHOUT: Mapping[str, Callable[[Facts], str]] = {
    "driving_licence": lambda facts: _("Utan körkort %(licence)s", licence=facts["licence"]),
    "own_car": lambda _facts: str(lazy_("Utan krav på egen bil")),
    "language": _language,
    "education": lambda _facts: str(lazy_("Utan krav på utbildning")),
    "age": lambda _facts: str(lazy_("Utan lägsta ålder")),
}
