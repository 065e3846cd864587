"""One seeker's points for some vacancies, and what they are made of: the readable reference.

The engine must reach the very same scores; here they are added up from the numbers that the
reasons show. All numbers are whole thousandths, so no order of adding matters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching import points
from matching.columns import PLACE_OF
from matching.comparisons import BY_FACT, wish
from matching.comparisons.wish import Answer
from matching.index import Index
from matching.profile import Profile
from matching.query import Query
from matching.rules import RULES
from matching.tables import ASKED_BITS, EXCLUDED, Tables
from matching.titles import UsualTitles
from matching.weights import Weights

Whole = NDArray[np.int64]
MET = (1 << ASKED_BITS) - 1


@dataclass(frozen=True, slots=True)
class Requirements:
    """Which of n vacancies a rule excludes, what each requirement is worth, how many are met."""

    excluded: NDArray[np.bool_]
    each: Whole
    met: Whole

    @classmethod
    def of(cls, index: Index, profile: Profile, tables: Tables, most: int) -> Self:
        """Add up what the rules found."""
        excluded = np.zeros(len(index.facts), dtype=bool)
        cells = np.zeros(len(index.facts), dtype=np.int64)
        for rule, table in zip(RULES, tables.rules, strict=True):
            found = table(profile)[index.facts[:, PLACE_OF[rule.column.name]]]
            excluded |= found == EXCLUDED
            cells += found * (found != EXCLUDED)
        return cls(excluded, points.for_each_met(cells >> ASKED_BITS, most), cells & MET)


@dataclass(frozen=True, slots=True)
class Answers:
    """Points by the name of their weight, and in all, for n vacancies: shape (n,) each."""

    points: Mapping[str, Whole]
    phrases: tuple[Answer, ...]
    requirements: Requirements

    @classmethod
    def of(
        cls,
        index: Index,
        profile: Profile,
        query: Query,
        tables: Tables,
        usual: UsualTitles,
        weights: Weights,
    ) -> Self:
        """Ask every rule and comparison for one seeker."""
        phrases = tuple(wish.best(query, words, usual) for words in index.headlines)
        held = index.skills.sums(query.skills, np.ones(len(query.skills), dtype=np.int64))
        most = {name: weights.thousandths(name) for name in ("text", "skills", "wish")}
        found: dict[str, Whole] = {
            name: tables.points[name](profile)[index.facts[:, PLACE_OF[each.column.name]]].astype(
                int
            )
            for name, each in BY_FACT.items()
        }
        found["text"] = points.for_text(index.texts.sums(query.terms, query.weights), most["text"])
        found["skills"] = points.for_skills(held[:, 0], held[:, 1], most["skills"])
        worth = np.array([(each.share, each.worth) for each in phrases], dtype=np.int64)
        share, value = worth.reshape(-1, 2).T
        found["wish"] = points.for_phrase(share, value, most["wish"])
        asked = Requirements.of(index, profile, tables, weights.thousandths("requirements"))
        return cls(found, phrases, asked)

    @property
    def scores(self) -> Whole:
        """The sum of all points; of excluded vacancies too."""
        start = self.requirements.each * self.requirements.met
        return sum(self.points.values(), start=start)

    def eligible(self) -> NDArray[np.intp]:
        """Return the rows that no rule excludes."""
        return np.flatnonzero(~self.requirements.excluded)
