"""Learns from coded titles how much each letter sequence speaks for each code.

Multinomial logistic regression, fitted by stochastic gradient descent. A sequence's step shrinks
with all its gradients so far (J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for
online learning and stochastic optimization", Journal of Machine Learning Research 12, 2011), so
that the rare and telling go on learning when the common have settled. What is learnt by heart
from a title is held back a little, for titles are coded differently by different people (label
smoothing: C. Szegedy et al., "Rethinking the Inception architecture", 2016).
"""

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from reference.letters import Letters
from reference.title_examples import Example, name_of, usualness
from reference.title_model import TitleModel

Weights = NDArray[np.float32]
Compiled = TypeVar("Compiled", bound=Callable[..., object])

ROUNDS = 4
STEP = 2.0
FIRST_GRADIENT = 0.05
HELD_BACK = 0.1
# A code that a title is hardly mistaken for needs no correction.
LEAST_ERROR = 0.001
# Weights nearer to a sequence's middle one than this change no order; without them a model is
# forty times smaller.
LEAST_WEIGHT = 0.25
SEED = 2012


def fit(country: str, known: Sequence[Example]) -> TitleModel:
    """Learn a country's model from titles with codes; a hundred thousand take half a minute.

    The same titles give the same model.
    """
    codes = sorted({each.code for each in known})
    places = {code: place for place, code in enumerate(codes)}
    letters = Letters.of([each.title for each in known])
    weights = _learn(
        letters.matrix([each.title for each in known]),
        np.array([places[each.code] for each in known], dtype=np.int32),
        np.array([each.worth for each in known], dtype=np.float32),
        len(codes),
    )
    weights -= np.median(weights, axis=1, keepdims=True)
    weights[np.abs(weights) < LEAST_WEIGHT] = 0
    usual = np.array(usualness(country, codes), dtype=np.float32)
    return TitleModel(codes, usual, letters, sparse.csr_matrix(weights), name_of(known))


def _learn(
    titles: sparse.csr_matrix, codes: NDArray[np.int32], worth: NDArray[np.float32], count: int
) -> Weights:
    """Return weights, one row per sequence and one column per code."""
    weights = np.zeros((titles.shape[1], count), dtype=np.float32)
    gradients = np.full(titles.shape[1], FIRST_GRADIENT, dtype=np.float32)
    chance = np.random.default_rng(SEED)
    for _ in range(ROUNDS):
        order = chance.permutation(titles.shape[0])
        spelt = (titles.indptr, titles.indices, titles.data)
        _learn_once(order, *spelt, codes, worth, weights, gradients)
    return weights


def _compiled(function: Compiled) -> Compiled:
    """Compile to machine code, kept on disk for the next process."""
    return cast(Compiled, numba.njit(cache=True)(function))


@_compiled
def _learn_once(
    order: NDArray[np.int64],
    starts: NDArray[np.int32],
    places: NDArray[np.int32],
    values: NDArray[np.float32],
    codes: NDArray[np.int32],
    worth: NDArray[np.float32],
    weights: Weights,
    gradients: NDArray[np.float32],
) -> None:
    """Go through the titles once, and move the weights towards the code of each."""
    count = weights.shape[1]
    for title in order:
        error = np.zeros(count, dtype=np.float32)
        for at in range(starts[title], starts[title + 1]):
            row = weights[places[at]]
            for code in range(count):
                error[code] += values[at] * row[code]
        error = np.exp(error - error.max())
        error /= error.sum()
        error -= np.float32(HELD_BACK / count)
        error[codes[title]] -= np.float32(1 - HELD_BACK)
        error *= worth[title]
        square = (error * error).sum()
        mistaken = np.flatnonzero(np.abs(error) > LEAST_ERROR)
        for at in range(starts[title], starts[title + 1]):
            place, value = places[at], values[at]
            gradients[place] += value * value * square
            step = np.float32(STEP) * value / np.sqrt(gradients[place])
            for wrong in mistaken:
                weights[place, wrong] -= step * error[wrong]
