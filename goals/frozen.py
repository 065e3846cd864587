"""The shape of what a report keeps: words and figures, as they are to be read for good.

Counts are kept as they were told, so that a report holds nothing that its reader may not know.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Something with nothing in it that changes."""

    model_config = ConfigDict(frozen=True)


class ToldFigure(Part):
    """A figure as it was told: None where a count was too small to be told."""

    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None


class Point(Part):
    """A figure on a day."""

    on: date
    value: float


class TeamFigure(Part):
    """What a team adds to a figure."""

    team: str
    told: ToldFigure


class Line(Part):
    """Figures over time, with what they are called, of what unit and from where."""

    name: str
    unit: str
    source: str = ""
    points: tuple[Point, ...] = ()


class TeamTable(Part):
    """Teams or groups beside each other: the name, unit and place of definition of each column.

    `head` says what the rows are, and the last row is the total.
    """

    name: str
    head: str = ""
    columns: tuple[tuple[str, str, str], ...] = ()
    rows: tuple[tuple[str, tuple[ToldFigure, ...]], ...] = ()


class FrozenGoal(Part):
    """A goal: what it is called and how it is counted, in words, and how it stood.

    `key` is the goal's id and `measure` its code, for the pages that link to what is alive.
    """

    key: str
    measure: str
    name: str
    definition: str
    counted: str
    out_of: str
    cohort: str
    period: str
    owner: str
    unit: str
    baseline: float | None = None
    baseline_source: str = ""
    target: float
    fewer: bool = False
    told: ToldFigure
    is_reached: bool | None = None
    teams: tuple[TeamFigure, ...] = ()
    trend: tuple[Point, ...] = ()
    beside: Line | None = None


class Stage(Part):
    """How many have come to a stage, and in how many days half of them did; `key` is its code."""

    key: str
    name: str
    youths: int | None
    share: int | None
    days: int | None = None


class Curve(Part):
    """The estimated share with something by each day after registration."""

    name: str
    youths: int
    points: tuple[tuple[int, float], ...] = ()


class Cost(Part):
    """Money in whole kronor; what one outcome costs is None where the outcomes are not told."""

    budget: int
    grant_amount: int
    funder: str = ""
    share_of_time: float
    outcomes: int | None = None
    per_outcome: int | None = None
    per_outcome_of_grant: int | None = None
    so_far_per_outcome: int | None = None


class Frozen(Part):
    """All that a report tells."""

    goals: tuple[FrozenGoal, ...] = ()
    youths: int | None = None
    stages: tuple[Stage, ...] = ()
    curves: tuple[Curve, ...] = ()
    lines: tuple[Line, ...] = ()
    tables: tuple[TeamTable, ...] = ()
    cost: Cost | None = None
