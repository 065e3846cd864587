"""The facts that rules and comparisons read, each under one name, and their numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.comparisons import BY_FACT
from matching.facts import Vacancy
from matching.numbering import Column, Numbers
from matching.rules import RULES

COLUMNS: Mapping[str, Column[Any]] = {
    column.name: column
    for column in (
        *(rule.column for rule in RULES),
        *(compared.column for compared in BY_FACT.values()),
    )
}
PLACE_OF = {name: at for at, name in enumerate(COLUMNS)}

Registers = Mapping[str, Numbers[Any]]
"""For each column, the distinct facts that have been read so far."""


def registers() -> Registers:
    """Begin anew, with nothing read."""
    return {name: Numbers() for name in COLUMNS}


def read(vacancies: Sequence[Vacancy], known: Registers) -> NDArray[np.int32]:
    """Read every column of n vacancies as numbers of facts, shape (n, columns)."""
    facts = np.empty((len(vacancies), len(COLUMNS)), dtype=np.int32)
    for at, (name, column) in enumerate(COLUMNS.items()):
        number_of = known[name].of
        facts[:, at] = [number_of(column.of(vacancy)) for vacancy in vacancies]
    return facts
