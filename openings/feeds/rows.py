"""From the lines of a JobStream to what they tell: pure, so that any process can do it."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, NoReturn

from foundation.translating import _
from openings.feeds.scope import Scope
from openings.models import Source
from openings.sources import jobtech
from openings.sources.base import Ad, Outside, Problem, RowRefused, Statement
from openings.storing import Told
from openings.taking import remember_fingerprint

BATCH = 500
READER = b"1"
"""Raised when rows are read otherwise than before, so that every row is read anew."""

_ID = re.compile(rb'"id"\s*:\s*(?:"([^"\\]{1,200})"|(\d{1,18}))')

Numbered = tuple[int, bytes]
Parser = Callable[[dict[str, Any]], Statement]


@dataclass(frozen=True, slots=True)
class Reader:
    """How rows are read: within which scope, and for a neighbour under ids of its own."""

    scope: Scope = field(default_factory=Scope)
    neighbour: str | None = None

    def source_id(self, row_id: str) -> str:
        """What an ad of this feed is called here."""
        return f"{self.neighbour}:{row_id}" if self.neighbour else row_id

    @property
    def source(self) -> Source:
        """The source that ads of this feed have."""
        return Source.NEIGHBOUR if self.neighbour else Source.JOBTECH

    def told_by(self, content: dict[str, Any]) -> Statement:
        """What a row says. Raises RowRefused."""
        statement = jobtech.parse(content)
        if self.neighbour:
            known_as = self.source_id(statement.source_id)
            statement = replace(statement, source=Source.NEIGHBOUR, source_id=known_as)
        statement = within(self.scope, statement)
        if isinstance(statement, Ad):
            remember_fingerprint(statement)
        return statement


@dataclass(slots=True)
class Parsed:
    """What a batch of lines tells, what was refused, and which ads the lines are about.

    `nameless` counts refused lines of which nobody can say what ad they are about.
    """

    told: list[tuple[int, Told]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    nameless: int = 0


def within(scope: Scope, statement: Statement) -> Statement:
    """The statement, or the news that an ad is outside what is taken in."""
    if not isinstance(statement, Ad) or scope.has(
        statement.country, statement.county, statement.occupation
    ):
        return statement
    return Outside(
        source=statement.source,
        source_id=statement.source_id,
        source_updated_at=statement.source_updated_at,
    )


def batched(lines: Iterator[bytes], size: int = BATCH) -> Iterator[list[Numbered]]:
    """Lines that say something, numbered from 1, in lists that fit in memory."""
    left = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    while batch := list(islice(left, size)):
        yield batch


def hash_of(line: bytes) -> str:
    """The same for a row that came before, and was read in the same way."""
    return hashlib.blake2b(line.strip(), digest_size=16, key=READER).hexdigest()


def parse(lines: Sequence[Numbered], reader: Reader) -> Parsed:
    """Read lines; what cannot be read is told of by number and stops nothing."""
    parsed = Parsed()
    for number, line in lines:
        try:
            statement = reader.told_by(_content(line))
        except RowRefused as refusal:
            parsed.problems.append((number, str(refusal)))
            _name(parsed, line, reader)
        else:
            parsed.told.append((number, Told(statement, hash_of(line))))
            parsed.ids.append(statement.source_id)
    return parsed


def _content(line: bytes) -> dict[str, Any]:
    try:
        content = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise RowRefused(_("Raden är inte giltig JSON.")) from error
    if not isinstance(content, dict):
        raise RowRefused(_("Det här är inte ett JSON-objekt."))
    return content


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _name(parsed: Parsed, line: bytes, reader: Reader) -> None:
    """A line that is broken still says that its ad is there."""
    found = _ID.search(line)
    if found:
        row_id = (found[1] or found[2]).decode("utf-8", "replace")
        parsed.ids.append(reader.source_id(row_id))
    else:
        parsed.nameless += 1
