"""What a programme's page or a report tells, as rows for a spreadsheet.

Everything goes through the told figures, so an export holds nothing that the page does not.
"""

from collections.abc import Iterator

from foundation.translating import _
from goals.frozen import Frozen, TeamTable, ToldFigure

Rows = list[list[object]]
Sheet = tuple[str, list[str], Rows]


def sheets(told: Frozen) -> list[Sheet]:
    """A sheet for each part: its name, its headings and its rows."""
    return [
        (_("Mål"), _goal_headings(), list(_goals(told))),
        (_("Utveckling"), [_("Mål"), _("Dag"), _("Värde")], list(_trends(told))),
        (_("Vägen"), _stage_headings(), list(_stages(told))),
        (_("90 dagar"), [_("Vad"), _("Dag"), _("Andel, %")], list(_curves(told))),
        *((table.name, *_table(table)) for table in told.tables),
        (_("Omvärlden"), [_("Serie"), _("Period"), _("Värde"), _("Källa")], list(_lines(told))),
        (_("Kostnad"), [_("Vad"), _("Kronor")], list(_cost(told))),
    ]


def one_table(told: Frozen) -> tuple[list[str], Rows]:
    """The same in one table for CSV: the part first, then its cells."""
    found: Rows = []
    for name, headings, rows in sheets(told):
        found += [[name, *headings], *([name, *row] for row in rows), []]
    return [_("Del"), _("Innehåll")], found


def _goal_headings() -> list[str]:
    return [
        _("Mål"),
        _("Vilka"),
        _("Period"),
        _("Täljare"),
        _("Nämnare"),
        _("Värde"),
        _("Mål att nå"),
        _("Utgångsläge"),
        _("Ansvarig"),
        _("Så räknas det"),
    ]


def _goals(told: Frozen) -> Iterator[list[object]]:
    for goal in told.goals:
        yield [
            goal.name,
            goal.cohort,
            goal.period,
            *_counts(goal.told),
            goal.target,
            goal.baseline,
            goal.owner,
            goal.definition,
        ]


def _counts(figure: ToldFigure) -> list[object]:
    return [figure.numerator, figure.denominator, figure.value]


def _trends(told: Frozen) -> Iterator[list[object]]:
    for goal in told.goals:
        for point in goal.trend:
            yield [goal.name, point.on.isoformat(), point.value]


def _stage_headings() -> list[str]:
    return [_("Steg"), _("Ungdomar"), _("Andel, %"), _("Dagar, median")]


def _stages(told: Frozen) -> Iterator[list[object]]:
    yield [_("Inskrivna"), told.youths, None, None]
    for stage in told.stages:
        yield [stage.name, stage.youths, stage.share, stage.days]


def _curves(told: Frozen) -> Iterator[list[object]]:
    for curve in told.curves:
        for day, share in curve.points:
            yield [curve.name, day, share]


def _table(table: TeamTable) -> tuple[list[str], Rows]:
    """A count and its denominator for each column."""
    headings = [table.head]
    for name, _unit, _key in table.columns:
        headings += [name, _("%(name)s, av", name=name)]
    found: Rows = []
    for team, figures in table.rows:
        cells: list[object] = [team]
        for figure in figures:
            cells += [figure.numerator, figure.denominator]
        found.append(cells)
    return headings, found


def _lines(told: Frozen) -> Iterator[list[object]]:
    for line in told.lines:
        for point in line.points:
            yield [line.name, point.on.isoformat(), point.value, line.source]


def _cost(told: Frozen) -> Iterator[list[object]]:
    if told.cost:
        yield [_("Budget"), told.cost.budget]
        yield [_("Bidrag"), told.cost.grant_amount]
        yield [_("Budget för varje utfall"), told.cost.per_outcome]
        yield [_("Bidrag för varje utfall"), told.cost.per_outcome_of_grant]
        yield [_("Hittills för varje utfall"), told.cost.so_far_per_outcome]
