"""Texts as weighted terms, arranged so that a short query touches only the terms it holds.

TF-IDF and the cosine: G. Salton and C. Buckley, "Term-weighting approaches in automatic text
retrieval", Information Processing & Management 24 (1988), with 1 + ln(tf), and the rarity of
`rarity` below. Weights are float32: exact enough for thousandths, half the memory.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from typing import Self

import numpy as np
from numpy.typing import NDArray

from matching.postings import Postings

Analyzer = Callable[[str], Iterable[str]]


def rarity(read: int, frequency: int) -> float:
    """Return the smoothed inverse document frequency, ln((1 + n) / (1 + df)) + 1.

    K. Spärck Jones, "A statistical interpretation of term specificity", Journal of
    Documentation 28 (1972), smoothed as if one more text held every term.
    """
    return log((1 + read) / (1 + frequency)) + 1


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Terms × texts: each text has length 1, so a product with a query is a cosine."""

    analyze: Analyzer
    number_of: Mapping[str, int]
    weights: Postings
    read: int

    @classmethod
    def fit(cls, texts: Sequence[str], analyze: Analyzer) -> Self:
        """Count every text's terms, learn how rare each is, and weigh them."""
        number_of: dict[str, int] = {}
        terms, counts, sizes = array("l"), array("l"), array("l")
        for text in texts:
            counted = Counter(analyze(text))
            terms.extend([number_of.setdefault(term, len(number_of)) for term in counted])
            counts.extend(counted.values())
            sizes.append(len(counted))
        columns = np.repeat(np.arange(len(texts)), np.array(sizes, dtype=np.intp))
        frequency = np.bincount(np.array(terms, dtype=np.intp), minlength=len(number_of))
        rare = np.array([rarity(len(texts), int(each)) for each in frequency])
        weights = (1 + np.log(counts)) * rare[np.array(terms, dtype=np.intp)]
        lengths = np.sqrt(np.bincount(columns, weights**2, minlength=len(texts)))
        shape = (len(number_of), len(texts))
        placed = Postings.of(terms, columns, weights / lengths[columns], shape)
        return cls(analyze, number_of, placed, len(texts))

    def only(self, column: int) -> Self:
        """See one text; how rare each term is among them all stays."""
        return replace(self, weights=self.weights.only(column))

    def rarity(self, term: str) -> float:
        """Return how rare a term is, the highest for an unknown one."""
        number = self.number_of.get(term)
        return rarity(self.read, 0 if number is None else self.weights.frequency(number))

    def texts_with(self, term: str) -> NDArray[np.intp]:
        """Return the columns of the texts that hold a term, ascending."""
        number = self.number_of.get(term)
        return np.empty(0, dtype=np.intp) if number is None else self.weights.where(number)[0]

    def weigh(self, query: Iterable[str]) -> dict[str, float]:
        """Weigh a query's terms in alphabetical order, length 1; unknown terms are left out."""
        counted = Counter(term for term in query if term in self.number_of)
        raw = {term: (1 + log(counted[term])) * self.rarity(term) for term in sorted(counted)}
        length = sum(weight**2 for weight in raw.values()) ** 0.5
        return {term: weight / length for term, weight in raw.items()}

    def cosines(self, query: Mapping[str, float]) -> NDArray[np.float64]:
        """Return every text's cosine with a weighed query, shape (n,).

        Terms are added in the query's order, so that the answer does not depend on the order in
        which texts were read, to the last bit.
        """
        sums = np.zeros(self.weights.size, dtype=np.float32)
        for term, weight in query.items():
            columns, weights = self.weights.where(self.number_of[term])
            sums[columns] += weights * np.float32(weight)
        return sums.astype(np.float64)

    def shared(self, query: Mapping[str, float], column: int) -> dict[str, float]:
        """Return what each of a query's terms adds to one text's cosine, where it adds anything."""
        adds: dict[str, float] = {}
        for term, weight in query.items():
            columns, weights = self.weights.where(self.number_of[term])
            at = int(np.searchsorted(columns, column))
            if at < len(columns) and columns[at] == column:
                adds[term] = weight * float(weights[at])
        return adds
