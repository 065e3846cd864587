"""What a title says about the occupation group, by all the titles that the project knows.

A title is compared by its character n-grams of two to five letters within words (TF-IDF), so
that compounds meet through their parts and misspelt words through what is right in them. Two
views are joined: how near the nearest known titles are, and how well the title fits the profile
of all that is known of a group. Both use the inverse document frequency of K. Spärck Jones,
"A statistical interpretation of term specificity", Journal of Documentation 28 (1972): the
first counts titles as documents, the second groups.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from reference.known_titles import KnownTitle
from reference.occupations import groups
from reference.words import fold

Scores = NDArray[np.float32]
"""One number per occupation group, in the order of `groups()`."""

# A group's nearness is the power mean of its titles': mostly the nearest one, a little the rest.
POWER = 4
# How fast a repeated n-gram loses weight in a group's profile.
SATURATION = 5.0


class TitleIndex:
    """All known titles of both countries, ready to be compared with a new one."""

    def __init__(self, known: Sequence[KnownTitle]) -> None:
        """Index the titles; it takes about a second and is done once."""
        order = {group.ssyk: place for place, group in enumerate(groups())}
        owner = np.array([order[title.group.ssyk] for title in known])
        self._vectorizer = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32
        )
        titles = self._vectorizer.fit_transform(fold(title.title) for title in known)
        ones = np.ones(len(known), dtype=np.float32)
        self._members = sparse.csr_matrix((ones, (owner, np.arange(len(known)))))
        content = self._members @ titles
        spread = np.bincount(content.indices, minlength=content.shape[1])
        self._rarity = np.log((1 + len(order)) / (1 + spread)).astype(np.float32)
        # Kept by n-gram, so that a query touches only the rows of its own n-grams.
        self._titles_by_ngram = titles.T.tocsr()
        self._profiles_by_ngram = self._profiles(content).T.tocsr()

    def scores(self, title: str) -> Scores:
        """Score every group from 0 to 1: the best one by how near its nearest titles are."""
        query = self._vectorizer.transform([fold(title)])
        near = self._nearness(query)
        fit = (query.multiply(self._rarity).tocsr() @ self._profiles_by_ngram).toarray().ravel()
        strength = near.max()
        if not strength or not fit.max():
            return near
        joined = near / strength + fit / fit.max()
        return np.asarray(joined * (min(1.0, strength) / joined.max()), dtype=np.float32)

    def _nearness(self, query: sparse.csr_matrix) -> Scores:
        similar = (query @ self._titles_by_ngram).toarray().ravel()
        total = self._members @ similar**POWER
        return np.asarray(total ** (1 / POWER), dtype=np.float32)

    def _profiles(self, content: sparse.csr_matrix) -> sparse.csr_matrix:
        weighted = content.multiply(SATURATION).log1p().multiply(self._rarity).tocsr()
        length = np.sqrt(weighted.multiply(weighted).sum(axis=1)).A1
        return sparse.diags(1 / length) @ weighted
