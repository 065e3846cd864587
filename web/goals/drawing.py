"""Charts as shapes, worked out on the server: a bullet for a goal, and lines over days or dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor

from foundation.translating import number, short_day
from goals.frozen import Curve, FrozenGoal, Line, Point
from goals.measures.base import Unit

WIDTH, HEIGHT = 640.0, 260.0
LEFT, RIGHT, TOP, BOTTOM = 76.0, 16.0, 14.0, 40.0
"""The room around a chart's lines for its numbers."""
SMALL_WIDTH, SMALL_HEIGHT, EDGE = 160.0, 36.0, 4.0


@dataclass(frozen=True, slots=True)
class Bullet:
    """A goal as a bar against a mark, all in per cent of the width."""

    bar_from: float
    bar_width: float
    target: float
    baseline: float | None
    zero: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line: its name, its path, and where it ends; `style` tells it from the others."""

    name: str
    style: int
    path: str
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines with the numbers at their sides; `target_y` where there is something to reach."""

    lines: tuple[Drawn, ...]
    marks_y: tuple[tuple[float, str], ...]
    marks_x: tuple[tuple[float, str], ...]
    target_y: float | None = None
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT


def bullet(goal: FrozenGoal) -> Bullet | None:
    """The goal's bullet; None where its figure is not told."""
    value = goal.told.value
    if value is None:
        return None
    known = [each for each in (value, goal.target, goal.baseline, 0.0) if each is not None]
    low, high = min(known), max(known)
    if goal.unit == Unit.SHARE:
        low, high = 0.0, 100.0
    else:
        room = (high - low or 1.0) * 0.08
        low, high = low - (room if low < 0 else 0), high + room

    def at(number: float) -> float:
        return round(100 * (number - low) / (high - low), 2)

    ends = sorted((at(0), at(value)))
    baseline = None if goal.baseline is None else at(goal.baseline)
    return Bullet(ends[0], round(ends[1] - ends[0], 2), at(goal.target), baseline, at(0))


def spark(goal: FrozenGoal) -> Chart | None:
    """The goal's trend in small, with its target; None where there are not two points."""
    if len(goal.trend) < 2:
        return None
    values = [point.value for point in goal.trend]
    scale = _Scale.over([point.on.toordinal() for point in goal.trend], [*values, goal.target, 0.0])
    box = _Box(EDGE, SMALL_WIDTH - EDGE, EDGE, SMALL_HEIGHT - EDGE)
    line = _drawn("", 0, _dated(goal.trend), scale, box, dots=1)
    target = box.y(scale, goal.target)
    return Chart((line,), (), (), target, SMALL_WIDTH, SMALL_HEIGHT, EDGE, SMALL_WIDTH - EDGE)


def over_time(lines: Sequence[tuple[str, Sequence[Point]]], target: float | None) -> Chart | None:
    """Lines over dates; None where there is not a point."""
    days = [point.on for _name, points in lines for point in points]
    if not days:
        return None
    values = [point.value for _name, points in lines for point in points]
    scale = _Scale.over(
        [day.toordinal() for day in days], [*values, *([] if target is None else [target]), 0.0]
    )
    return _chart([(name, _dated(points)) for name, points in lines], scale, target, _dates(scale))


def beside(goal: FrozenGoal) -> list[tuple[str, Sequence[Point]]]:
    """The goal's own line, and the part of the series beside it that is of the same days."""
    found: list[tuple[str, Sequence[Point]]] = [(goal.name, goal.trend)]
    if goal.beside and goal.trend:
        first = goal.trend[0].on.replace(day=1, month=1)
        found.append((goal.beside.name, [p for p in goal.beside.points if p.on >= first]))
    return found


def of_series(line: Line) -> Chart | None:
    """A series from elsewhere."""
    return over_time([(line.name, line.points)], None)


def of_curves(curves: Sequence[Curve]) -> Chart | None:
    """The shares by day after registration; None where nothing is told."""
    told = [each for each in curves if each.points]
    if not told:
        return None
    scale = _Scale(0.0, 90.0, 0.0, 100.0)
    lines = [(each.name, [(float(x), y) for x, y in each.points]) for each in told]
    return _chart(lines, scale, None, [(x, str(x)) for x in (0, 30, 60, 90)], per_cent=True)


def side_by_side(curves: Sequence[Curve]) -> list[tuple[int, list[float | None]]]:
    """Each day with the share of every curve; None for a day that a curve does not tell."""
    days = sorted({day for each in curves for day, _share in each.points})
    return [(day, [dict(each.points).get(day) for each in curves]) for day in days]


@dataclass(frozen=True, slots=True)
class _Scale:
    """From which number to which the two sides go."""

    first: float
    last: float
    low: float
    high: float

    @classmethod
    def over(cls, across: Sequence[float], values: Sequence[float]) -> "_Scale":
        step = _step(max(values) - min(values))
        low, high = floor(min(values) / step) * step, ceil(max(values) / step) * step
        first, last = min(across), max(across)
        return cls(first, last if last > first else first + 1, low, high if high > low else low + 1)

    @property
    def steps(self) -> list[float]:
        """The numbers at the side, about five of them."""
        step = _step(self.high - self.low)
        return [self.low + step * n for n in range(round((self.high - self.low) / step) + 1)]


@dataclass(frozen=True, slots=True)
class _Box:
    """Where the lines are drawn."""

    left: float = LEFT
    right: float = WIDTH - RIGHT
    top: float = TOP
    bottom: float = HEIGHT - BOTTOM

    def x(self, scale: _Scale, value: float) -> float:
        share = (value - scale.first) / (scale.last - scale.first)
        return round(self.left + share * (self.right - self.left), 1)

    def y(self, scale: _Scale, value: float) -> float:
        share = (value - scale.low) / (scale.high - scale.low)
        return round(self.bottom - share * (self.bottom - self.top), 1)


def _step(span: float) -> float:
    """A round step that gives about four."""
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000, 5_000, 20_000):
        if span / step <= 5:
            return float(step)
    return span / 4


def _chart(
    lines: Sequence[tuple[str, Sequence[tuple[float, float]]]],
    scale: _Scale,
    target: float | None,
    marks_x: Sequence[tuple[float, str]],
    *,
    per_cent: bool = False,
) -> Chart:
    box = _Box()
    drawn = [_drawn(name, turn, points, scale, box) for turn, (name, points) in enumerate(lines)]
    unit = " %" if per_cent else ""
    return Chart(
        tuple(each for each in drawn if each.path),
        tuple((box.y(scale, step), f"{number(step)}{unit}") for step in scale.steps),
        tuple((box.x(scale, value), label) for value, label in marks_x),
        None if target is None else box.y(scale, target),
    )


def _drawn(
    name: str,
    turn: int,
    points: Sequence[tuple[float, float]],
    scale: _Scale,
    box: _Box,
    *,
    dots: int | None = None,
) -> Drawn:
    """A line through the points, with a dot on each or on the last ones."""
    at = [(box.x(scale, x), box.y(scale, y)) for x, y in points]
    path = " ".join(f"{'L' if number else 'M'}{x} {y}" for number, (x, y) in enumerate(at))
    return Drawn(name, turn, path, tuple(at if dots is None else at[-dots:]))


def _dated(points: Sequence[Point]) -> list[tuple[float, float]]:
    return [(float(point.on.toordinal()), point.value) for point in points]


def _dates(scale: _Scale) -> list[tuple[float, str]]:
    """The first and the last day, by name."""
    ends = (scale.first, scale.last)
    return [(each, short_day(date.fromordinal(int(each)))) for each in ends]
