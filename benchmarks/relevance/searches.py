"""Ways to search that anybody could take off the shelf, given the same words as this engine.

Each takes the openings and returns a search: from a seeker to opening ids, the best first. An ad
is its headline, its occupation and its text; a question is all that the seeker says of herself.
None of them knows any rule, unless it is put `within_rules`.
"""

import re
from collections.abc import Callable, Mapping, Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process, utils
from sklearn.feature_extraction.text import TfidfVectorizer

from matching.evaluation import violations
from matching.facts import Seeker, Vacancy
from reference.occupations import group

Search = Callable[[Seeker, int], list[str]]
Likeness = Callable[[Sequence[str]], NDArray[np.float64]]
"""From a seeker's phrases to how like them each ad is, shape (n,)."""

WORD = re.compile(r"\w+")


def phrases(seeker: Seeker) -> list[str]:
    """All that the seeker says: wishes, occupations named and worked in, skills, about herself."""
    named = [known.label_sv for code in seeker.occupations if (known := group(code))]
    done = [each.title for each in seeker.experience or ()]
    said = [*seeker.wishes, *named, *done, *(seeker.skills or ()), seeker.about]
    return [phrase for phrase in said if phrase]


def word_tfidf(vacancies: Sequence[Vacancy]) -> Search:
    """Cosine of TF-IDF over words, by scikit-learn."""
    return _searching(vacancies, _cosine(vacancies, TfidfVectorizer(sublinear_tf=True)))


def char_ngrams(vacancies: Sequence[Vacancy]) -> Search:
    """Cosine of TF-IDF over three to five letters within words, which forgives inflection."""
    weigher = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    return _searching(vacancies, _cosine(vacancies, weigher))


def bm25(vacancies: Sequence[Vacancy]) -> Search:
    """BM25 as in Lucene, by bm25s."""
    retriever = bm25s.BM25()
    retriever.index([_words(_ad(each)) for each in vacancies], show_progress=False)

    def likeness(said: Sequence[str]) -> NDArray[np.float64]:
        known = [word for word in _words(" ".join(said)) if word in retriever.vocab_dict]
        return np.asarray(retriever.get_scores(known) if known else np.zeros(len(vacancies)))

    return _searching(vacancies, likeness)


def rapidfuzz(vacancies: Sequence[Vacancy]) -> Search:
    """The mean likeness of each phrase to a part of headline and occupation, by RapidFuzz.

    The best of RapidFuzz's ways with these youths; whole texts are too long for it.
    """
    heads = [f"{each.headline} {each.occupation_title or ''}" for each in vacancies]

    def likeness(said: Sequence[str]) -> NDArray[np.float64]:
        alike = process.cdist(
            said, heads, scorer=fuzz.partial_ratio, processor=utils.default_process
        )
        return np.asarray(alike.mean(axis=0, dtype=np.float64))

    return _searching(vacancies, likeness)


SEARCHES: Mapping[str, Callable[[Sequence[Vacancy]], Search]] = {
    "word TF-IDF": word_tfidf,
    "BM25": bm25,
    "char n-grams": char_ngrams,
    "RapidFuzz": rapidfuzz,
}


def within_rules(search: Search, vacancies: Sequence[Vacancy]) -> Search:
    """Let a search show only what no hard rule excludes."""

    def allowed(seeker: Seeker, limit: int) -> list[str]:
        found = search(seeker, len(vacancies))
        excluded = {each.vacancy_id for each in violations([seeker], vacancies, {seeker.id: found})}
        return [each for each in found if each not in excluded][:limit]

    return allowed


def _cosine(vacancies: Sequence[Vacancy], weigher: TfidfVectorizer) -> Likeness:
    weights = weigher.fit_transform(_ad(each) for each in vacancies).T.tocsr()

    def likeness(said: Sequence[str]) -> NDArray[np.float64]:
        cosines: NDArray[np.float64] = (weigher.transform([" ".join(said)]) @ weights).toarray()
        return cosines.ravel()

    return likeness


def _searching(vacancies: Sequence[Vacancy], likeness: Likeness) -> Search:
    """Order by likeness, ties by id; what is not like at all is not found."""
    ids = np.array([each.id for each in vacancies])

    def search(seeker: Seeker, limit: int) -> list[str]:
        said = phrases(seeker)
        likes = likeness(said) if said else np.zeros(len(ids))
        best = np.lexsort((ids, -likes))[:limit]
        return [str(ids[row]) for row in best if likes[row] > 0]

    return search


def _ad(vacancy: Vacancy) -> str:
    return f"{vacancy.headline} {vacancy.occupation_title or ''} {vacancy.text}"


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
