"""The Norwegian unit groups of STYRK-08 by which Norwegian titles and ads are coded."""

from functools import cache
from typing import NamedTuple

from reference.tables import rows


class StyrkGroup(NamedTuple):
    """A unit group of STYRK-08 and what it is called in bokmål."""

    code: str
    label_nb: str


@cache
def styrk_groups() -> tuple[StyrkGroup, ...]:
    """Return all groups in the order of their codes."""
    named = (StyrkGroup(row["styrk08"], row["label_nb"]) for row in rows("styrk_groups.csv"))
    return tuple(sorted(named))
