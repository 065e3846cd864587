"""What would open more openings for a youth, as her page of possibilities says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foundation.translating import ngettext
from matching.possibilities import Change, Opened
from openings.models import Opening
from suggestions import wording
from suggestions.possibilities import Possibility, home_county
from youths.models import Youth

FIRST_COUNTIES = 5
MOST_TOLD = 3
COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Way:
    """A change in words, how many openings it would open, and the first of them."""

    words: str
    more: str
    count: int
    first: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class OpeningUp:
    """What opens most first; counties by themselves; and last what opens nothing."""

    steps: list[Way]
    counties: list[Way]
    more_counties: list[Way]
    in_vain: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether no change opens anything."""
        return not (self.steps or self.counties)


def opening_up(found: Sequence[Possibility], youth: Youth) -> OpeningUp:
    """Put a youth's possibilities into words, in their order."""
    home, useful = home_county(youth), [each for each in found if each.count]
    counties = [_way(each, home) for each in useful if _is_county(each.change)]
    return OpeningUp(
        steps=[_way(each, home) for each in useful if not _is_county(each.change)],
        counties=counties[:FIRST_COUNTIES],
        more_counties=counties[FIRST_COUNTIES:],
        in_vain=_in_vain([each.change for each in found if not each.count]),
    )


def best_of(opened: Iterable[Opened], youth: Youth) -> list[tuple[str, str]]:
    """The changes that open most, each with how much it opens; one county at most."""
    home = home_county(youth)
    useful = [each for each in opened if each.count]
    county = next((each for each in useful if _is_county(each.change)), None)
    chosen = [each for each in useful if each is county or not _is_county(each.change)]
    return [(_words(each.change, home), _more(each.count)) for each in chosen[:MOST_TOLD]]


def _way(found: Possibility, home: str | None) -> Way:
    return Way(_words(found.change, home), _more(found.count), found.count, found.first)


def _words(change: Change, home: str | None) -> str:
    return wording.change(change.code, change.facts, home=home)


def _more(count: int) -> str:
    return ngettext("%(num)s plats till", "%(num)s platser till", count)


def _is_county(change: Change) -> bool:
    return change.code == COUNTY


def _in_vain(changes: Sequence[Change]) -> list[str]:
    """What opens nothing, to stand inside a sentence; counties are only counted."""
    steps = [_inside(_words(each, None)) for each in changes if not _is_county(each)]
    if counties := len(changes) - len(steps):
        one, many = "en flytt till %(num)s annat län", "en flytt till något av %(num)s andra län"
        steps.append(ngettext(one, many, counties))
    return steps


def _inside(sentence: str) -> str:
    """The beginning of a sentence as it stands inside one."""
    return sentence[:1].lower() + sentence[1:]
