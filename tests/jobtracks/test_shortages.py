"""What forecasts say, taken in once however often they come."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, func, select

from foundation.sheets import SheetRow, read_sheet
from jobtracks import shortages
from jobtracks.models import Level, Shortage, Situation
from jobtracks.shortages import MOST_ROWS, NotAForecast, RoundWithoutDate, import_rows
from tests.factories import NOW
from tests.jobtracks.makers import a_shortage

HEADINGS = (
    "yrkesomrade,yb_yrke,ssyk_code_2012,ssyk_text,rekryteringssituation,"
    "jobbmojligheter,prognos_5ar,omgang\n"
)


def table(*lines: str) -> list[SheetRow]:
    return read_sheet((HEADINGS + "\n".join(lines)).encode(), most=MOST_ROWS)


def counted(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Shortage)).one()


def test_a_row_is_a_forecast_and_the_same_file_again_changes_nothing(session: Session) -> None:
    rows = table("Vård,Undersköterskor,5321,Undersköterskor,Brist,stora,öka,2026-2")
    first = import_rows(session, rows, now=NOW)
    again = import_rows(session, rows, now=NOW)
    assert (first.new, again.new, again.unchanged, counted(session)) == (1, 0, 1, 1)
    kept = session.exec(select(Shortage)).one()
    assert (kept.source, kept.round, kept.region) == ("Yrkesbarometern", "2026-2", "")
    assert kept.published_on == date(2026, 7, 1)
    assert (kept.situation, kept.chances, kept.outlook) == (
        Situation.SHORTAGE,
        Level.HIGH,
        Level.HIGH,
    )


def test_a_corrected_row_is_written_over_and_a_round_or_region_stands_beside(
    session: Session,
) -> None:
    import_rows(session, table("Kök,Kockar,5120,Kockar,brist,stora,öka,2026-1"), now=NOW)
    corrected = table("Kök,Kockar,5120,Kockar,balans,medelstora,öka,2026-1")
    assert import_rows(session, corrected, now=NOW).changed == 1
    later = table("Kök,Kockar,5120,Kockar,paradox,stora,öka,2026-2")
    assert import_rows(session, later, now=NOW).new == 1
    assert import_rows(session, later, region="21", now=NOW).new == 1
    newest, *_older = shortages.about(session, ["5120"])
    assert (newest.situation, newest.round) == (Situation.PARADOX, "2026-2")
    first = session.exec(select(Shortage).where(Shortage.round == "2026-1")).one()
    assert first.situation is Situation.BALANCE
    assert shortages.newer_than(session, first) == newest
    assert shortages.newer_than(session, newest) is None


def test_what_makes_no_sense_is_told_row_by_row(session: Session) -> None:
    rows = table(
        "Kök,Kockar,5120,Kockar,brist,stora,öka,2026-1",
        "X,Okänd,9999,Okänd,brist,stora,öka,2026-1",
        "X,Kockar,5120,Kockar,kris,stora,öka,2026-1",
    )
    done = import_rows(session, rows, now=NOW)
    assert (done.new, done.read) == (1, 3)
    assert done.problems == [
        (3, "Yrkesgruppen 9999 finns inte i SSYK 2012."),
        (4, "Läget ”kris” är inget vi känner till."),
    ]


def test_another_table_or_a_round_without_a_date_is_refused(session: Session) -> None:
    with pytest.raises(NotAForecast):
        import_rows(session, read_sheet(b"a,b\n1,2", most=5), now=NOW)
    nameless = table("Kök,Kockar,5120,Kockar,brist,stora,öka,hösten")
    with pytest.raises(RoundWithoutDate):
        import_rows(session, nameless, now=NOW)
    dated = import_rows(session, nameless, published_on=date(2026, 9, 1), now=NOW)
    assert dated.new == 1


def test_a_forecast_is_old_after_a_year(session: Session) -> None:
    kept = a_shortage(session, published_on=date(2026, 1, 1))
    assert not shortages.is_old(kept, date(2027, 1, 1))
    assert shortages.is_old(kept, date(2027, 1, 2))


def test_the_real_barometer_is_read_whole_and_once(session: Session, shared_data: Path) -> None:
    file = shared_data / "bristyrken_yrkesbarometer_national_2026-1.csv"
    rows = read_sheet(file.read_bytes(), most=MOST_ROWS)
    done = import_rows(session, rows, now=NOW)
    assert (done.new, done.problems) == (len(rows), [])
    again = import_rows(session, [replace(row) for row in rows], now=NOW)
    assert (again.new, again.changed, again.unchanged) == (0, 0, len(rows))
