"""Series from elsewhere, read from a table whose every row says where its figure comes from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from re import fullmatch
from typing import Any

from sqlmodel import Session, col, delete

from accounts import audit
from accounts.models import User
from foundation.cells import UnreadableError, day, line
from foundation.columns import Column, Columns, Fault
from foundation.sheets import SheetRow
from foundation.translating import _, lazy_
from goals import queries
from goals.models import Series, SeriesPoint

MOST_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class PointRow:
    """A row of the table, read: a figure of a series, or what is to be mended in it."""

    number: int
    facts: dict[str, Any]
    faults: tuple[Fault, ...] = ()


def period(text: str) -> date:
    """A year, a month or a day, as the first day of it: "2025", "2025-03", "2025-03-31"."""
    found = fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", text.strip())
    hint = _("Skriv ett år, en månad eller en dag, till exempel 2027 eller 2027-06.")
    if found is None:
        raise UnreadableError(hint)
    year, month, of_month = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, of_month)
    except ValueError as error:
        raise UnreadableError(hint) from error


def figure(text: str) -> float:
    """A number with or without decimals and a per cent sign."""
    bare = text.removesuffix("%").strip().replace(",", ".").replace("−", "-")
    if not fullmatch(r"-?\d{1,9}(\.\d{1,6})?", bare):
        raise UnreadableError(_("Skriv ett tal, till exempel 9,4."))
    return float(bare)


def _needed(read: Callable[[str], Any]) -> Callable[[str], Any]:
    def reader(text: str) -> Any:
        if not text:
            raise UnreadableError(_("Det här behöver stå i varje rad."))
        return read(text)

    return reader


COLUMNS = Columns(
    (
        Column("series", lazy_("Serie"), lazy_("Vad siffrorna gäller"), _needed(line)),
        Column("period", lazy_("Period"), lazy_("År, månad eller dag"), _needed(period)),
        Column("figure", lazy_("Värde"), lazy_("Talet, till exempel 9,4"), _needed(figure)),
        Column("unit", lazy_("Enhet"), lazy_("Till exempel %"), line),
        Column("source", lazy_("Källa"), lazy_("Vem som ger ut siffran"), _needed(line)),
        Column("fetched", lazy_("Hämtat"), lazy_("Dagen den hämtades"), _needed(day)),
    )
)


def read(rows: Iterable[SheetRow]) -> list[PointRow]:
    """Read every row; a figure that stands twice for one period is a fault."""
    found: list[PointRow] = []
    seen: dict[tuple[Any, Any], int] = {}
    for row in rows:
        point = _read_row(row)
        if not point.faults:
            key = (point.facts["series"].casefold(), point.facts["period"])
            first = seen.setdefault(key, row.number)
            if first != row.number:
                words = _("Perioden står redan på rad %(number)s.", number=first)
                point = PointRow(row.number, {}, (Fault(COLUMNS.label_of("period"), words),))
        found.append(point)
    return found


def take_in(session: Session, rows: Sequence[PointRow], *, by: User, now: datetime) -> int:
    """Keep the figures; one that is there for a period is replaced. How many were kept.

    Rows with faults are not to be sent here: a table is taken in whole or not at all.
    """
    known = {each.name.casefold(): each for each in queries.all_series(session)}
    for row in rows:
        series = known.get(row.facts["series"].casefold())
        if series is None:
            unit = row.facts.get("unit") or "%"
            series = Series(name=row.facts["series"], unit=unit)
            session.add(series)
            session.flush()
            known[series.name.casefold()] = series
        _keep(session, series, row)
    session.flush()
    audit.record(session, by=by, action="series.taken_in", subject=None, now=now, figures=len(rows))
    return len(rows)


def remove(session: Session, series: Series, *, by: User, now: datetime) -> None:
    """Let a series and its figures go; reports that show it stay as they are."""
    audit.record(session, by=by, action="series.removed", subject=series, now=now)
    session.delete(series)
    session.flush()


def _keep(session: Session, series: Series, row: PointRow) -> None:
    of_period = delete(SeriesPoint).where(col(SeriesPoint.series_id) == series.id)
    session.exec(of_period.where(col(SeriesPoint.period_on) == row.facts["period"]))
    session.add(
        SeriesPoint(
            series_id=series.id,
            period_on=row.facts["period"],
            figure=row.facts["figure"],
            source=row.facts["source"],
            fetched_on=row.facts["fetched"],
        )
    )


def _read_row(row: SheetRow) -> PointRow:
    cells, facts, faults = COLUMNS.named(row.cells), {}, []
    for column in COLUMNS.columns:
        try:
            facts[column.name] = column.read(cells.get(column.name, ""))
        except UnreadableError as error:
            faults.append(Fault(str(column.label), str(error)))
    return PointRow(row.number, facts, tuple(faults))
