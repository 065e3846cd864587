"""How long a track takes: what is planned from its steps, beside what has really happened.

Steps of one turn go on side by side, so a turn is as long as the longest of them; the turns of a
part follow on each other. After the choice only the steps of the chosen path count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from jobtracks.enrolments.models import StepTaken
from jobtracks.models import Part, Path, TrackStep

WEEK = 7


@dataclass(frozen=True, slots=True)
class Planned:
    """A step with the days that it is planned for, and the days that it really had, if begun."""

    step: TrackStep
    starts_on: date
    ends_on: date
    taken: StepTaken | None = None

    @property
    def weeks_taken(self) -> float | None:
        """How many weeks it took; None while it goes on, and where it has not begun."""
        if self.taken is None or self.taken.ended_on is None:
            return None
        return round(((self.taken.ended_on - self.taken.started_on).days + 1) / WEEK, 1)

    @property
    def weeks_over(self) -> float | None:
        """How many weeks longer than planned it took; below zero where it was shorter."""
        taken = self.weeks_taken
        return None if taken is None else round(taken - self.step.weeks, 1)


def turns(steps: Iterable[TrackStep]) -> list[list[TrackStep]]:
    """Steps of one part and path by turn, each turn with what goes on side by side."""
    in_turn = sorted(steps, key=lambda step: (step.turn, step.title, str(step.id)))
    return [list(group) for _turn, group in groupby(in_turn, key=lambda step: step.turn)]


def steps_of(steps: Iterable[TrackStep], part: Part, path: Path | None = None) -> list[TrackStep]:
    """The steps of a part; after the choice, those that are for a path."""
    own = [step for step in steps if step.part is part]
    return [step for step in own if path is None or step.path in {None, path}]


def weeks(steps: Iterable[TrackStep]) -> int:
    """How many weeks steps of one part and path take, turn after turn."""
    return sum(max(step.weeks for step in turn) for turn in turns(steps))


def planned(
    steps: Sequence[TrackStep],
    starts_on: date,
    *,
    path: Path | None,
    taken: Iterable[StepTaken] = (),
) -> list[Planned]:
    """The steps from a day on: all before the choice, and after it those of the path.

    Where no path is chosen, nothing is planned after the choice.
    """
    really = {each.step_id: each for each in taken}
    in_turn = turns(steps_of(steps, Part.BEFORE))
    if path is not None:
        in_turn += turns(steps_of(steps, Part.AFTER, path))
    found, at = [], starts_on
    for turn in in_turn:
        for step in turn:
            last = at + timedelta(weeks=step.weeks, days=-1)
            found.append(Planned(step, at, last, really.get(step.id)))
        at += timedelta(weeks=max(step.weeks for step in turn))
    return found
