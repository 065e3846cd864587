"""How soon something happens, where some have waited only a while and others have left.

The estimate is Kaplan and Meier's (1958, J. Am. Stat. Assoc. 53:457): whoever is archived, or has
waited fewer days than the curve shows, counts as long as she was there and not after.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wait:
    """Days waited, and whether it then happened or the waiting was only seen so far."""

    days: int
    happened: bool


def wait(since: date, first: date | None, last_seen: date) -> Wait:
    """The wait from registration to a first thing; what came before it took no days."""
    if first is not None and first <= last_seen:
        return Wait(max(0, (first - since).days), True)
    return Wait(max(0, (last_seen - since).days), False)


def happened_by(waits: Iterable[Wait], days: Sequence[int]) -> list[float]:
    """The estimated share to whom it has happened by each of these days, 0 to 1.

    Where an end of waiting and an event fall on one day the event comes first, as is usual.
    """
    all_waits = list(waits)
    ended = Counter(each.days for each in all_waits)
    events = Counter(each.days for each in all_waits if each.happened)
    moments, shares = [], []
    still, at_risk = 1.0, len(all_waits)
    for day in sorted(ended):
        still *= 1 - events[day] / at_risk
        at_risk -= ended[day]
        moments.append(day)
        shares.append(1 - still)
    found = []
    for day in days:
        number = bisect_right(moments, day)
        found.append(shares[number - 1] if number else 0.0)
    return found
