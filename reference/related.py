"""Which work a young person can step to from other work: written facts, by life and not by digits.

A relation has a direction. Who wants or has done the group `ssyk` may well take `other`: a
kitchen assistant often becomes a cook, and who wants to be a police officer can begin as a guard.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from reference.labels import Terms
from reference.tables import rows

KINDS = Terms(
    ("same_tasks", "liknande arbetsuppgifter", "lignende arbeidsoppgaver", "similar tasks"),
    ("same_skills", "samma kunskaper", "samme kunnskaper", "the same skills"),
    ("same_workplace", "samma arbetsplats", "samme arbeidsplass", "the same workplace"),
    ("same_people", "möten med samma människor", "møter med samme folk", "the same people"),
    ("same_tools", "samma maskiner och fordon", "samme maskiner og kjøretøy", "the same tools"),
    ("first_step", "en vanlig väg in", "en vanlig vei inn", "a usual way in"),
    ("next_step", "ett vanligt nästa steg", "et vanlig neste steg", "a usual next step"),
    (
        "can_be_done_by",
        "kan göras med samma bakgrund",
        "kan gjøres med samme bakgrunn",
        "can be done with the same background",
    ),
)
"""Why one group is related to another."""


@dataclass(frozen=True, slots=True)
class Relation:
    """That who wants or has done `ssyk` may do `other`.

    `why` is a code of `KINDS`. `nearness` is about 0.9 for nearly the same work, 0.7 for the same
    skills in another setting, 0.5 for shared tasks or a shared workplace, 0.3 for a mere step.
    """

    ssyk: str
    other: str
    why: str
    nearness: float


def related(ssyk: str) -> tuple[Relation, ...]:
    """Return what is related to a group, the nearest first; nothing for a code without facts."""
    return _by_ssyk().get(ssyk, ())


def relation(a: str, b: str) -> Relation | None:
    """Return the relation from group `a`, wanted or practised, to group `b`, offered."""
    return _by_pair().get((a, b))


def apart(a: str, b: str) -> float | None:
    """Return how near two groups are that stand side by side in SSYK but are far apart in life.

    At most 0.2, in either direction, and `None` for a pair of which nothing such is written.
    Where both a pair and its minor groups are written, the least counts.
    """
    if a[:2] != b[:2]:  # SSYK has them apart already
        return None
    far = _far_apart()
    beginnings = product(_beginnings(a), _beginnings(b))
    return min((far[pair] for pair in beginnings if pair in far), default=None)


def _beginnings(code: str) -> tuple[str, ...]:
    return code[:2], code[:3], code


@cache
def _by_pair() -> Mapping[tuple[str, str], Relation]:
    return {
        (row["ssyk"], row["other"]): Relation(
            row["ssyk"], row["other"], row["why"], float(row["nearness"])
        )
        for row in rows("related_occupations.csv")
        if row["why"]
    }


@cache
def _by_ssyk() -> Mapping[str, tuple[Relation, ...]]:
    found = defaultdict[str, list[Relation]](list)
    for each in _by_pair().values():
        found[each.ssyk].append(each)
    return {
        ssyk: tuple(sorted(relations, key=lambda each: (-each.nearness, each.other)))
        for ssyk, relations in found.items()
    }


@cache
def _far_apart() -> Mapping[tuple[str, str], float]:
    """Return the pairs without a reason, by codes or beginnings of codes, in both directions."""
    far = [
        (row["ssyk"], row["other"], float(row["nearness"]))
        for row in rows("related_occupations.csv")
        if not row["why"]
    ]
    return {pair: near for a, b, near in far for pair in ((a, b), (b, a))}
