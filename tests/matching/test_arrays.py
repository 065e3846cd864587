"""The arrays under the ranking: distinct facts, postings and weighted terms."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.distinct import Distinct
from matching.postings import Postings
from matching.terms import TermIndex, rarity

steady = settings(deadline=None, derandomize=True)
words = st.lists(st.sampled_from(["barn", "lager", "kök", "städ", "bil"]), max_size=6)
texts = st.lists(words.map(" ".join), min_size=1, max_size=6)


@steady
@given(st.lists(st.sampled_from("abc"), min_size=1))
def test_every_row_gets_the_answer_of_its_own_fact(facts: list[str]) -> None:
    distinct = Distinct.of(facts)
    assert len(distinct.values) == len(set(facts))
    assert [distinct.at(row) for row in range(len(facts))] == facts
    assert list(distinct.spread(map(float, distinct.map(ord)))) == [ord(fact) for fact in facts]


def test_each_fact_is_judged_once() -> None:
    judged: list[str] = []
    Distinct.of("abracadabra").map(judged.append)
    assert judged == ["a", "b", "r", "c", "d"]


@steady
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), unique=True), st.integers(0, 5))
def test_one_column_alone_holds_what_it_held_among_the_others(
    cells: list[tuple[int, int]], kept: int
) -> None:
    terms, columns = [term for term, _column in cells], [column for _term, column in cells]
    whole = Postings.of(terms, columns, np.arange(1, len(cells) + 1), (5, 6))
    alone = whole.only(kept)
    for term in range(5):
        in_all, values = whole.where(term)
        assert list(in_all) == sorted(column for each, column in cells if each == term)
        assert list(alone.where(term)[1]) == list(values[in_all == kept])
        assert alone.frequency(term) == whole.frequency(term) == len(in_all)


@steady
@given(texts, words)
def test_a_cosine_is_that_of_the_textbook(texts: list[str], query: list[str]) -> None:
    index = TermIndex.fit(texts, str.split)
    cosines = index.cosines(index.weigh(query))
    for text, cosine in zip(texts, cosines, strict=True):
        one, other = weighed(index, text.split()), weighed(index, query)
        lengths = np.linalg.norm(one) * np.linalg.norm(other)
        expected = one @ other / lengths if lengths else 0.0
        assert cosine == pytest.approx(expected, abs=1e-5)


def weighed(index: TermIndex, terms: list[str]) -> np.ndarray:
    """Weigh a text the slow way, as a dense vector over the terms that were read."""
    return np.array(
        [
            (1 + np.log(terms.count(each))) * index.rarity(each) if each in terms else 0.0
            for each in index.number_of
        ]
    )


@steady
@given(texts, words, st.data())
def test_one_text_alone_has_the_same_cosine_to_the_last_bit(
    texts: list[str], query: list[str], data: st.DataObject
) -> None:
    column = data.draw(st.integers(0, len(texts) - 1))
    index = TermIndex.fit(texts, str.split)
    weights = index.weigh(query)
    assert index.only(column).cosines(weights)[0] == index.cosines(weights)[column]


def test_what_terms_add_sums_to_the_cosine() -> None:
    index = TermIndex.fit(["barn lek lek", "lager truck"], str.split)
    query = index.weigh(["barn", "lek", "truck"])
    assert sum(index.shared(query, 0).values()) == pytest.approx(index.cosines(query)[0])
    assert index.shared(query, 0).keys() == {"barn", "lek"}


def test_a_rare_term_weighs_more_and_an_unknown_one_most() -> None:
    index = TermIndex.fit(["barn lek", "barn", "barn"], str.split)
    assert index.rarity("barn") < index.rarity("lek") < index.rarity("okänt")
    assert rarity(3, 3) == 1


def test_texts_without_words_are_like_nothing() -> None:
    index = TermIndex.fit(["", ""], str.split)
    assert list(index.cosines(index.weigh(["barn"]))) == [0, 0]
