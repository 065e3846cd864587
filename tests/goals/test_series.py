"""Figures from elsewhere come with a source and a day, and a table with faults changes nothing."""

from datetime import date

from sqlmodel import Session

from foundation.sheets import read_sheet
from goals import queries, series
from tests.factories import NOW, make_user

TABLE = """Serie;Period;Värde;Enhet;Källa;Hämtat
Arbetslösa 18–24 år;2025;11,2;%;Arbetsförmedlingen;2026-01-15
Arbetslösa 18–24 år;2026-03;10,4 %;%;Arbetsförmedlingen;2026-04-02
"""


def test_figures_are_kept_with_their_source_and_replaced_by_period(session: Session) -> None:
    by = make_user(session)
    for table, figure in ((TABLE, 11.2), (TABLE.replace("11,2", "9"), 9.0)):
        rows = series.read(read_sheet(table.encode(), most=10))
        assert series.take_in(session, rows, by=by, now=NOW) == 2
        [found] = queries.all_series(session)
        latest, first = queries.points_of(session, [found])[found.id]
        assert (first.period_on, first.figure) == (date(2025, 1, 1), figure)
        assert (latest.period_on, latest.figure) == (date(2026, 3, 1), 10.4)
        assert (latest.source, latest.fetched_on) == ("Arbetsförmedlingen", date(2026, 4, 2))


def test_every_fault_is_told_at_its_row() -> None:
    table = TABLE + (
        "Arbetslösa 18–24 år;2025;12;%;Arbetsförmedlingen;2026-01-15\n"
        "Arbetslösa 18–24 år;i fjol;elva;%;;15 januari\n"
    )
    rows = series.read(read_sheet(table.encode(), most=10))
    faulty = {row.number: [fault.column for fault in row.faults] for row in rows if row.faults}
    assert faulty == {4: ["Period"], 5: ["Period", "Värde", "Källa", "Hämtat"]}
