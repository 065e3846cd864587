"""What may be told of counts of people: nothing of one to four, and nothing to work them out from.

Three ways lead to a small count. It may stand there itself; what is left beside it may be small;
or it may be the difference between a sum and its parts, or between two days. Each is closed here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from foundation.translating import FEWEST_SHOWN
from goals.counting import Figure
from goals.measures.base import Unit

Key = TypeVar("Key")
Day = TypeVar("Day")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as somebody may read it; None for what is not told."""

    numerator: int | None = None
    denominator: int | None = None


def is_few(count: int) -> bool:
    """Whether so many could point somebody out."""
    return 0 < count < FEWEST_SHOWN


def is_safe(figure: Figure, unit: Unit) -> bool:
    """Whether a figure by itself points nobody out, by its counts or by what they leave over.

    Of a change the numerator is no part of the denominator; how far they lie apart is a count of
    people too.
    """
    if unit is Unit.NUMBER:
        return not is_few(figure.numerator)
    counts = (figure.numerator, figure.denominator, abs(figure.rest))
    return not any(is_few(count) for count in counts)


def tell(figure: Figure, unit: Unit) -> Told:
    """One figure that is no part of another: all of it, its denominator alone, or nothing."""
    if is_safe(figure, unit):
        return _whole(figure, unit)
    if unit is not Unit.NUMBER and not is_few(figure.denominator):
        return Told(None, figure.denominator)
    return Told()


def tell_parts(
    parts: Mapping[Key, Figure], total: Figure, unit: Unit
) -> tuple[dict[Key, Told], Told]:
    """Figures that add up to a total, and the total.

    Where a part is not told, so many others are left out that what is missing of the total is of
    at least two parts and points nobody out; in the end the total itself. The smallest go first.
    """
    hidden = {key for key, each in parts.items() if not is_safe(each, unit)}
    smallest = sorted(
        parts, key=lambda key: (parts[key].denominator, parts[key].numerator, str(key))
    )
    while hidden and not _is_covered([parts[key] for key in hidden], unit):
        left = [key for key in smallest if key not in hidden]
        if not left:
            break
        hidden.add(left[0])
    is_total_told = is_safe(total, unit) and (
        not hidden or _is_covered([parts[key] for key in hidden], unit)
    )
    shown = {key: Told() if key in hidden else _whole(each, unit) for key, each in parts.items()}
    return shown, _whole(total, unit) if is_total_told else Told()


def _is_covered(missing: Sequence[Figure], unit: Unit) -> bool:
    """Whether what is missing can be told as a sum without telling anything of one part."""
    together = Figure(sum(f.numerator for f in missing), sum(f.denominator for f in missing))
    return len(missing) > 1 and is_safe(together, unit)


def thinned(
    points: Sequence[tuple[Day, Sequence[Figure]]], unit: Unit
) -> list[tuple[Day, Sequence[Figure]]]:
    """Figures over time between which nobody can be picked out.

    A point holds the figure that is told and those that could be worked out from it. The last one
    is what the page tells anyway. Before it stands only what differs from the next by nobody or
    by at least five, in the numerator, the denominator and what they leave over.
    """
    kept: list[tuple[Day, Sequence[Figure]]] = []
    for day, figures in reversed(points):
        if not all(is_safe(each, unit) for each in figures):
            continue
        after = kept[-1][1] if kept else ()
        if all(_is_apart(one, next_, unit) for one, next_ in zip(figures, after, strict=False)):
            kept.append((day, figures))
    return kept[::-1]


def _is_apart(one: Figure, other: Figure, unit: Unit) -> bool:
    """Whether the difference between two figures points nobody out."""
    steps = [abs(other.numerator - one.numerator)]
    if unit is not Unit.NUMBER:
        steps += [abs(other.denominator - one.denominator), abs(other.rest - one.rest)]
    return not any(is_few(step) for step in steps)


def _whole(figure: Figure, unit: Unit) -> Told:
    return Told(figure.numerator, None if unit is Unit.NUMBER else figure.denominator)
