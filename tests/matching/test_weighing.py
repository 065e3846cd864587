"""Words and skills as whole numbers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.facts import Requirements, Vacancy
from matching.index import Reader
from matching.learnt import rarity
from matching.rows import Rows
from matching.weighing import FINEST, weigh_query
from tests.matching.making import a_vacancy

steady = settings(deadline=None, derandomize=True)
words = st.lists(st.sampled_from(["truck", "kund", "kök", "städ", "bil"]), max_size=6)
texts = st.lists(words.map(" ".join), min_size=1, max_size=6)
cells = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), unique=True)


def reading(texts: list[str]) -> tuple[Reader, list[Vacancy]]:
    board = [a_vacancy(id=str(at), headline="", text=text) for at, text in enumerate(texts)]
    return Reader.learning(board)[0], board


def dense(rows: Rows[np.uint8], width: int) -> np.ndarray:
    matrix = np.zeros((len(rows.starts) - 1, width))
    matrix[rows.row_of, rows.keys] = rows.values
    return matrix


@steady
@given(cells, st.permutations(range(6)), st.integers(0, 5))
def test_rows_can_be_taken_in_any_order_joined_and_alone(
    found: list[tuple[int, int]], order: list[int], one: int
) -> None:
    row_of, keys = np.array(found, dtype=np.int64).reshape(-1, 2).T
    rows = Rows.of(row_of, keys, np.arange(1, len(found) + 1).astype(np.uint8), 6)
    matrix = dense(rows, 5)
    assert (dense(rows.taken(np.array(order)), 5) == matrix[order]).all()
    assert (dense(rows.only(one), 5) == matrix[[one]]).all()
    assert (dense(Rows.joined([rows, rows]), 5) == np.concatenate([matrix, matrix])).all()
    wanted, weights = np.array([0, 3], dtype=np.int32), np.array([2, 5])
    assert (rows.sums(wanted, weights) == matrix[:, [0, 3]] @ weights).all()


@steady
@given(texts)
def test_a_text_has_length_one_but_for_the_rounding(texts: list[str]) -> None:
    reader, board = reading(texts)
    weights = dense(reader.read(board).texts, len(reader.learnt.terms))
    for text, row in zip(texts, weights, strict=True):
        assert np.linalg.norm(row) == pytest.approx(FINEST if text.split() else 0, abs=2)


@steady
@given(texts, words)
def test_a_text_by_itself_weighs_what_it_weighs_among_the_others(
    texts: list[str], more: list[str]
) -> None:
    reader, board = reading(texts)
    together = dense(reader.read(board).texts, len(reader.learnt.terms))
    for at, vacancy in enumerate(board):
        alone = dense(reader.read([vacancy]).texts, len(reader.learnt.terms))
        assert (alone[0] == together[at]).all()
    before = reader.learnt.read
    reader.read([replace(board[0], text=" ".join(more))])
    assert reader.learnt.read == before


def test_a_rare_term_weighs_more_than_a_common_one() -> None:
    reader, _board = reading(["truck bil", "truck", "truck"])
    known = {term: number for number, term in enumerate(reader.learnt.terms)}
    common, rare = sorted(known, key=lambda term: reader.learnt.rarities[known[term]])
    weights = weigh_query({known[common]: 1, known[rare]: 1}, reader.learnt)
    assert (common, rare) == ("truk", "bil")
    assert weights[0] < weights[1] or known[common] > known[rare]
    assert rarity(3, 3) == 1


def test_who_has_every_skill_that_is_asked_for_has_the_whole() -> None:
    asked = Requirements(skills=("truckkort", "svetsning", "Excel"))
    reader, board = reading([""])
    [vacancy] = [replace(board[0], must_have=asked)]
    needed = reader.read([vacancy]).skills.values[:, 0]
    assert len(needed) == 3
    assert 1000 <= needed.sum() <= 1002
