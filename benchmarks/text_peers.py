"""Two libraries for the text part alone: the twenty likest texts in the whole country."""

from collections.abc import Sequence

import bm25s
import numpy as np
from scipy.sparse import csr_array, csr_matrix
from sparse_dot_topn import sp_matmul_topn

from benchmarks.peers import Board, text_matrix
from matching.query import Query


def by_sparse_dot_topn(
    board: Board, texts_by_term: csr_array, queries: Sequence[Query], limit: int
) -> int:
    """Multiply sparse matrices and keep each row's largest; return how many were found."""
    wanted = csr_matrix(text_matrix(board, queries))
    return int(sp_matmul_topn(wanted, csr_matrix(texts_by_term), top_n=limit, sort=True).nnz)


def by_bm25s(index: bm25s.BM25, queries: Sequence[Query], limit: int) -> int:
    """Rank by BM25 over the same terms; return how many were found."""
    terms = [[str(term) for term in query.terms.tolist()] for query in queries]
    found = index.retrieve(terms, k=limit, show_progress=False, n_threads=1)
    return int(np.count_nonzero(found.scores))


def bm25s_index(board: Board) -> bm25s.BM25:
    """Index which terms each text holds."""
    terms = np.array([str(term) for term in range(board.texts.shape[1])], dtype=object)
    told = np.split(terms[board.texts.indices], board.texts.indptr[1:-1])
    index = bm25s.BM25()
    index.index([each.tolist() for each in told], show_progress=False)
    return index
