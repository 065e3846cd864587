"""Records from files: JSON Lines, a JSON list, one object or a page, plain or gzipped.

A file is read as a stream: memory holds one record and one buffer, however large the file is.
What a file is, is told by its content and never by its name.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from gzip import BadGzipFile
from itertools import count
from pathlib import Path
from typing import Any

from foundation.errors import Refused
from foundation.json_streams import DECODER, LONGEST, JsonStream, has_list_under, listed_under
from foundation.textfiles import OnBytes, TextFile, opened
from foundation.translating import _

HEAD = 16
PAGES = ("items", "hits", "content")
"""Where a page keeps its records: NAV's feed, JobTech's search, and NAV's older search."""

BROKEN = (ValueError, RecursionError, EOFError, zlib.error, BadGzipFile)


class Unreadable(Refused):
    """The file cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object, numbered from 1: by line in JSON Lines, else by place in the list."""

    number: int
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A row that is no JSON object, and why, in words for the person who has the file."""

    number: int
    reason: str


Row = Record | BadRecord
Rows = Iterator[Row]


def read_records(path: Path, *, on_bytes: OnBytes | None = None) -> Rows:
    """Read the records of a file one by one; a broken line is told of, and reading goes on.

    A list or a page that breaks off is told of too, after the records before the break.
    `on_bytes` is given the number of bytes that were read from the file since the last call.
    Raises Unreadable where the file cannot be opened, or holds something else than text.
    """
    try:
        with opened(path) as text:
            read = _reader_for(text, path)
        with opened(path, on_bytes) as text:
            yield from read(text)
    except (BadGzipFile, EOFError, zlib.error) as error:
        raise Unreadable(_("Filen %(name)s är inte en hel gzip-fil.", name=path.name)) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Unreadable(
            _("Filen %(name)s går inte att läsa: %(why)s", name=path.name, why=why)
        ) from error


def _reader_for(text: TextFile, path: Path) -> Callable[[TextFile], Rows]:
    """Tell from its beginning how a file is to be read."""
    start = text.tell()
    if b"\0" in text.peek(HEAD)[:HEAD]:
        raise Unreadable(_("Filen %(name)s är inte text i UTF-8.", name=path.name))
    first = _next_line(text)
    if first.startswith(b"["):
        return partial(_streamed, values=JsonStream.values)
    if not first.startswith(b"{"):
        return _lines
    second = _next_line(text)
    text.seek(start)
    if _is_page(text):
        return partial(_streamed, values=partial(listed_under, names=PAGES))
    return _lines if _is_lines(first, second) else partial(_streamed, values=_itself)


def _next_line(text: TextFile) -> bytes:
    """The next line that is not blank, without the space around it; at most LONGEST bytes."""
    try:
        while line := text.readline(LONGEST):
            if line.strip():
                return line.strip()
    except (EOFError, zlib.error):
        pass  # said again, with its number, when the records are read
    return b""


def _is_page(text: TextFile) -> bool:
    try:
        return has_list_under(JsonStream(text), PAGES)
    except BROKEN:
        return False  # said again, with its number, when the records are read


def _is_lines(first: bytes, second: bytes) -> bool:
    """Tell JSON Lines, whose first line may be broken, from an object over several lines."""
    if isinstance(_row(1, first), Record):
        return True
    return second.startswith(b"{") and not first.endswith((b"[", b":"))


def _lines(text: TextFile) -> Rows:
    """Read one record a line."""
    for number in count(1):
        try:
            line = text.readline(LONGEST)
            if too_long := len(line) == LONGEST and not line.endswith(b"\n"):
                _skip_line(text)
        except (EOFError, zlib.error):
            yield BadRecord(number, _("Filen är avbruten här."))
            return
        if too_long:
            yield BadRecord(number, _("Raden är längre än 8 MB."))
        elif line.strip():
            yield _row(number, line)
        elif not line:
            return


def _skip_line(text: TextFile) -> None:
    while (rest := text.readline(LONGEST)) and not rest.endswith(b"\n"):
        pass


def _row(number: int, line: bytes) -> Row:
    try:
        return _checked(number, DECODER.decode(line.decode().strip()))
    except BROKEN:
        return BadRecord(number, _("Raden är inte giltig JSON."))


def _streamed(text: TextFile, values: Callable[[JsonStream], Iterator[Any]]) -> Rows:
    """Read the records that `values` takes out of a text, again and again until it ends."""
    stream, numbers = JsonStream(text), count(1)
    number = next(numbers)
    try:
        while stream.peek():
            for value in values(stream):
                yield _checked(number, value)
                number = next(numbers)
    except BROKEN:
        yield BadRecord(number, _("Filen är trasig eller avbruten här."))


def _itself(stream: JsonStream) -> Iterator[Any]:
    yield stream.value()


def _checked(number: int, content: Any) -> Row:
    if isinstance(content, dict):
        return Record(number, content)
    return BadRecord(number, _("Det här är inte ett JSON-objekt."))
