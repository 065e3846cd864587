"""The 400 unit groups of SSYK 2012 with labels, kin in other classifications and titles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reference.labels import Labelled, Terms
from reference.related import apart, relation
from reference.tables import rows

# How near two groups are by the number of leading digits that they share: the same unit
# group, minor group, sub-major group or major group of SSYK 2012.
NEAR_BY_DIGITS = (0.0, 0.15, 0.4, 0.7, 1.0)
SAME_FIELD = 0.2


@dataclass(frozen=True, slots=True)
class OccupationGroup(Labelled):
    """A unit group of SSYK 2012.

    `field` is a code of `fields()`; `isco08` and `styrk08` are the four-digit groups that
    correspond; `regulated_by` names the Swedish authority that authorises who may work;
    `first_job` is true where a person without training or experience can begin. Titles are
    what people write and say, lower case but for names and abbreviations.
    """

    ssyk: str
    label_sv: str
    label_nb: str
    label_en: str
    field: str
    isco08: tuple[str, ...] = ()
    styrk08: tuple[str, ...] = ()
    regulated_by: str | None = None
    first_job: bool = False
    titles_sv: tuple[str, ...] = ()
    titles_nb: tuple[str, ...] = ()


def group(code: str) -> OccupationGroup | None:
    """Return the group of a four-digit SSYK 2012 code, or `None` if there is none."""
    return _by_ssyk().get(code)


def groups() -> tuple[OccupationGroup, ...]:
    """Return all groups in the order of their codes."""
    return tuple(_by_ssyk().values())


def by_styrk08(code: str) -> tuple[OccupationGroup, ...]:
    """Return the groups that a four-digit STYRK-08 code (Norway) corresponds to."""
    return _by_styrk08().get(code, ())


def by_isco08(code: str) -> tuple[OccupationGroup, ...]:
    """Return the groups that a four-digit ISCO-08 code corresponds to."""
    return _by_isco08().get(code, ())


@cache
def fields() -> Terms:
    """Return the 21 occupation fields into which JobTech sorts the groups."""
    return Terms.read("occupation_fields.csv")


@cache
def proximity(a: str, b: str) -> float:
    """Tell how near group `b`, offered, is to group `a`, wanted or practised: 0 to 1, the same.

    The nearer of the taxonomy and `reference.related` counts, except for groups that are
    written to be far apart in life: there the taxonomy has no say. Unknown codes are near
    nothing, not even themselves.
    """
    first, second = group(a), group(b)
    if first is None or second is None:
        return 0.0
    if a == b:
        return 1.0
    far = apart(a, b)
    if far is not None:
        return far
    written = relation(a, b)
    return max(_by_taxonomy(first, second), written.nearness if written else 0.0)


def _by_taxonomy(first: OccupationGroup, second: OccupationGroup) -> float:
    """Tell how near two groups are by SSYK: shared digits count most, a shared field somewhat.

    Military codes begin with 0 like no others.
    """
    shared = next((i for i in range(4) if first.ssyk[i] != second.ssyk[i]), 4)
    near = NEAR_BY_DIGITS[shared]
    return min(1.0, near + SAME_FIELD * (1.0 - near) * (first.field == second.field))


@cache
def _by_ssyk() -> Mapping[str, OccupationGroup]:
    titles_sv, titles_nb = _titles("titles_sv.csv"), _titles("titles_nb.csv")
    return {
        row["ssyk"]: OccupationGroup(
            ssyk=row["ssyk"],
            label_sv=row["label_sv"],
            label_nb=row["label_nb"],
            label_en=row["label_en"],
            field=row["field"],
            isco08=tuple(row["isco08"].split()),
            styrk08=tuple(row["styrk08"].split()),
            regulated_by=row["regulated_by"] or None,
            first_job=row["first_job"] == "1",
            titles_sv=titles_sv[row["ssyk"]],
            titles_nb=titles_nb[row["ssyk"]],
        )
        for row in rows("occupations.csv")
    }


def _titles(table: str) -> Mapping[str, tuple[str, ...]]:
    titles = defaultdict[str, tuple[str, ...]](tuple)
    for row in rows(table):
        titles[row["ssyk"]] += (row["title"],)
    return titles


@cache
def _by_styrk08() -> Mapping[str, tuple[OccupationGroup, ...]]:
    return _inverse((code, group) for group in groups() for code in group.styrk08)


@cache
def _by_isco08() -> Mapping[str, tuple[OccupationGroup, ...]]:
    return _inverse((code, group) for group in groups() for code in group.isco08)


def _inverse(
    pairs: Iterable[tuple[str, OccupationGroup]],
) -> Mapping[str, tuple[OccupationGroup, ...]]:
    found = defaultdict[str, tuple[OccupationGroup, ...]](tuple)
    for code, each in pairs:
        found[code] += (each,)
    return dict(found)
