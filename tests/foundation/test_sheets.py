"""Tables are read as spreadsheet programs write them, and written so that nothing in them runs."""

import io
import zipfile
from datetime import date

import pytest

from foundation.sheets import NoSheet, SheetRow, as_csv, as_excel, read_sheet

HEADINGS = ["Rubrik", "Antal", "Dag"]
ROWS: list[list[object]] = [["Kock, lunch", 2, date(2027, 1, 11)], ["=1+1", None, "-"]]
READ = [
    SheetRow(2, {"Rubrik": "Kock, lunch", "Antal": "2", "Dag": "2027-01-11"}),
    SheetRow(3, {"Rubrik": "=1+1", "Antal": "", "Dag": "-"}),
]


def test_what_is_written_is_read_again_and_no_cell_is_a_formula() -> None:
    assert read_sheet(as_csv(HEADINGS, ROWS), most=9) == READ
    assert read_sheet(as_excel([("Platser", HEADINGS, ROWS)]), most=9) == READ
    assert b"'=1+1" in as_csv(HEADINGS, ROWS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_as_it_comes(encoding: str, delimiter: str) -> None:
    text = f"Rubrik{delimiter}Kommun\r\n\r\nKöksbiträde{delimiter}Söderhamn\r\n{delimiter}\r\n"
    [row] = read_sheet(text.encode(encoding), most=9)
    assert row == SheetRow(3, {"Rubrik": "Köksbiträde", "Kommun": "Söderhamn"})


def zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Rubrik\r\n",
        b"\x00\x01\x02",
        b"PK\x03\x04 broken",
        zipped("hello.txt", b"no workbook"),
        zipped("xl/worksheets/sheet1.xml", b"0" * 70_000_000),
        as_excel([("Tom", ["Rubrik"], [])]),
    ],
    ids=["empty", "headings", "binary", "broken", "zip", "bomb", "no rows"],
)
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(NoSheet):
        read_sheet(content, most=9)


def test_more_rows_than_allowed_are_refused() -> None:
    with pytest.raises(NoSheet, match="fler än 3 rader"):
        read_sheet(as_csv(["Rubrik"], [["Kock"]] * 4), most=3)
