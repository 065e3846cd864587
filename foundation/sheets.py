"""Tables from and to the files of spreadsheet programs: CSV and Excel (xlsx).

A file is told by its content. CSV may be UTF-8 or Windows-1252, with semicolon, comma or tab.
What is written never begins a cell with a formula (CWE-1236).
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from foundation.errors import Refused
from foundation.translating import _, lazy_

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv"
ZIP = b"PK\x03\x04"
MOST_UNPACKED = 60 * 1024 * 1024
"""The most bytes that an Excel file may unpack to: a small file can hold a lot of nothing."""

DELIMITERS = ";\t,"
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
Row = Sequence[object]


class NoSheet(Refused):
    """The file is no table that we can read."""

    message = lazy_(
        "Filen går inte att läsa. Spara den som CSV eller Excel (xlsx) och försök igen."
    )


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row under the headings: its number in the file, and its cells by heading, as text."""

    number: int
    cells: dict[str, str]


def read_sheet(content: bytes, *, most: int) -> list[SheetRow]:
    """Read the rows under the first row, which holds the headings; empty rows are passed over.

    Raises NoSheet for what is no table, for none, and for more than `most` rows.
    """
    lines = _excel(content) if content.startswith(ZIP) else _csv(content)
    headings: list[str] | None = None
    rows: list[SheetRow] = []
    for number, cells in enumerate(lines, 1):
        if headings is None:
            headings = [cell.strip() for cell in cells]
            continue
        found = {name: _bare(cell) for name, cell in zip(headings, cells, strict=False) if name}
        if any(found.values()):
            rows.append(SheetRow(number, found))
        if len(rows) > most:
            raise NoSheet(_("Filen har fler än %(most)s rader. Dela den i flera.", most=most))
    if not rows:
        raise NoSheet(_("Filen har inga rader under rubrikerna."))
    return rows


def _csv(content: bytes) -> Iterator[list[str]]:
    text = _decoded(content)
    if "\0" in text:
        raise NoSheet
    heading = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=heading.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise NoSheet from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _excel(content: bytes) -> Iterator[list[str]]:
    """The first sheet of a workbook; formulas count by what they last came to."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise NoSheet
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield [_text(cell) for cell in row]
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        IndexError,
        SyntaxError,  # what broken XML is called
        EOFError,
        OSError,
    ) as error:
        raise NoSheet from error


def _bare(cell: str) -> str:
    """A cell without the apostrophe that `_safe` puts before it."""
    guarded = cell.startswith("'") and cell[1:].startswith(FORMULAS)
    return (cell[1:] if guarded else cell).strip()


def _text(cell: object) -> str:
    """A cell as one would write it in a CSV file."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def as_csv(headings: Row, rows: Iterable[Row]) -> bytes:
    """Write a table as CSV that Excel opens rightly in the Nordic countries."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerows([_safe(cell) for cell in row] for row in (headings, *rows))
    return file.getvalue().encode("utf-8-sig")


def as_excel(sheets: Sequence[tuple[str, Row, Iterable[Row]]]) -> bytes:
    """Write tables as the sheets (name, headings, rows) of a workbook."""
    book = Workbook(write_only=True)
    for name, headings, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.append([_safe(cell) for cell in headings])
        for row in rows:
            sheet.append([_safe(cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _safe(cell: object) -> object:
    """A text that a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(cell, str) and cell.startswith(FORMULAS):
        return "'" + cell
    return "" if cell is None else cell
