"""Tables of columns: what a heading may be called, and how the cells under it are read.

A heading may be the column's name or its label in any of our languages.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from foundation.settings import LANGUAGES
from foundation.translating import speaking


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: the column by its label, and how."""

    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its label, what may stand in it, and how a cell is read.

    `read` raises foundation.cells.UnreadableError.
    """

    name: str
    label: str
    hint: str
    read: Callable[[str], Any]

    def labels(self) -> set[str]:
        """What the column may be called, in lower case."""
        called = {self.name}
        for language in LANGUAGES:
            with speaking(language):
                called.add(str(self.label).casefold())
        return called


class Columns:
    """All the columns that a table may have."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns

    def named(self, row: Mapping[str, str]) -> dict[str, str]:
        """The cells of a row by the columns' names; a heading that means nothing is left out."""
        found = ((self._by_label.get(heading.casefold()), cell) for heading, cell in row.items())
        return {name: cell for name, cell in found if name}

    def label_of(self, name: str) -> str:
        """The label of a column; a name that is none is shown as it is."""
        return next((str(each.label) for each in self.columns if each.name == name), name)

    @cached_property
    def _by_label(self) -> dict[str, str]:
        return {label: column.name for column in self.columns for label in column.labels()}
