"""Every name of an occupation that the project knows, and the words that hint at one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from reference.occupations import OccupationGroup, groups
from reference.tables import rows
from reference.words import fold

# What labels of a classification say beside the name: "and others".
AND_OTHERS = re.compile(r"\s+(m\.\s?fl\.|m\.\s?m\.|mv\.?|etc\.)$")

# The order of a registered title: after all usual ones.
SELDOM = 99


class KnownTitle(NamedTuple):
    """A title or a telling word as it is written, its language, and the group it leads to.

    `order` is its place among the group's titles in that language, the most usual first.
    `styrk08` is the Norwegian group, where it is known more precisely than by `group`.
    """

    title: str
    language: str
    group: OccupationGroup
    order: int = 0
    styrk08: str = ""

    @property
    def is_seldom(self) -> bool:
        """Whether only a register knows the title."""
        return self.order == SELDOM

    @property
    def styrk08_codes(self) -> tuple[str, ...]:
        """The Norwegian groups that the title may belong to."""
        return (self.styrk08,) if self.styrk08 else self.group.styrk08


@cache
def titles() -> tuple[KnownTitle, ...]:
    """Return the labels and everyday titles of all groups, the most usual first in each."""
    return tuple(known for group in groups() for known in _titles_of(group))


@cache
def registered() -> tuple[KnownTitle, ...]:
    """Return the titles of the registers: correct, but not what most people would say."""
    by_code = {group.ssyk: group for group in groups()}
    tables = (("title_register_sv.csv", ""), ("title_register_nb.csv", "nb"))
    return tuple(
        KnownTitle(
            row["title"],
            row.get("language", language),
            by_code[row["ssyk"]],
            SELDOM,
            row.get("styrk08", ""),
        )
        for table, language in tables
        for row in rows(table)
    )


@cache
def telling_words() -> tuple[KnownTitle, ...]:
    """Return words that hint at a group without being a title of it: tools, places, tasks."""
    by_code = {group.ssyk: group for group in groups()}
    return tuple(
        KnownTitle(row["word"], row["language"], by_code[row["ssyk"]])
        for row in rows("title_words.csv")
    )


def by_spelling(known: Iterable[KnownTitle]) -> Mapping[str, tuple[KnownTitle, ...]]:
    """Sort titles by their folded spelling; several groups may share one."""
    found = defaultdict[str, tuple[KnownTitle, ...]](tuple)
    for each in known:
        found[fold(each.title)] += (each,)
    return dict(found)


def label_of(group: OccupationGroup, language: str) -> str:
    """Return a group's label without the "and others" of the classification."""
    return AND_OTHERS.sub("", group.label(language))


def _titles_of(group: OccupationGroup) -> Iterator[KnownTitle]:
    for language, own in (("sv", group.titles_sv), ("nb", group.titles_nb), ("en", ())):
        for order, title in enumerate((*own, label_of(group, language))):
            yield KnownTitle(title, language, group, order)
