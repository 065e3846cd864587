"""Titles made up of a kind of work and a branch: "operatør (bryggeri)", "bryggeriarbetare".

Nobody can list them all, but a classification sorts them by rule: the kind of work says how
high up and of what sort, the branch says which group of that sort. The tables hold both: the
words for each kind of work, the words for each branch, and which group the two lead to. What a
branch does not say itself holds for its whole sector.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reference.tables import rows

# How many words for the kind of work each branch is tried with; they take turns.
HEADS_EACH = 4
# Who has no foreman of his own in a branch is foreman over, and counted among, its workers.
SAME_AS = {"foreman": "worker"}
BETWEEN = "; "
TABLES = {"SE": ("SE", "EN"), "NO": ("NO",)}
JOINED_BY_S = ("ing", "het", "tet", "ion", "skap")


class Composed(NamedTuple):
    """A title of a kind of work in a branch, and the code that the country gives it."""

    title: str
    code: str


@cache
def composed(country: str) -> tuple[Composed, ...]:
    """Return titles for every branch and kind of work: SSYK codes for SE, STYRK-08 for NO.

    Sweden's are followed by English ones, such as Swedish employers write.
    """
    return tuple(each for table in TABLES[country] for each in _compose(table))


def _compose(country: str) -> Iterator[Composed]:
    heads, sectors = _heads(country), _sectors(country)
    turn = 0
    for row in _of(country, "title_branches.csv"):
        codes = {**sectors[row["sector"]], **_codes(row["codes"])}
        for kind, worker in SAME_AS.items():
            codes.setdefault(kind, codes[worker]) if worker in codes else None
        for branch in row["branches"].split(BETWEEN):
            for kind, code in codes.items():
                words = heads.get(kind, ())
                for _ in words[:HEADS_EACH]:
                    turn += 1
                    title = _title(words[turn % len(words)], branch, country)
                    yield from (Composed(title, each) for each in code.split("/"))


def _title(head: str, branch: str, country: str) -> str:
    """Join the two as is done: Swedish in one word, Norwegian with parentheses, English in two."""
    if country == "NO":
        return f"{head} ({branch})"
    if country == "EN":
        return f"{branch} {head}"
    return f"{branch}s{head}" if branch.endswith(JOINED_BY_S) else f"{branch}{head}"


def _heads(country: str) -> Mapping[str, list[str]]:
    return {row["role"]: row["heads"].split(BETWEEN) for row in _of(country, "title_roles.csv")}


def _sectors(country: str) -> Mapping[str, Mapping[str, str]]:
    return {row["sector"]: _codes(row["codes"]) for row in _of(country, "title_sectors.csv")}


def _codes(written: str) -> dict[str, str]:
    """Read "worker=8160 leader=1321"."""
    return dict(pair.split("=") for pair in written.split())


def _of(country: str, table: str) -> Iterator[Mapping[str, str]]:
    return (row for row in rows(table) if row["country"] == country)
