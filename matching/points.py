"""From what was found to points, in whole thousandths: for one number, or arrays of them.

The engine compiles these very functions, so that there is one formula and not two.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Whole = TypeVar("Whole", int, NDArray[np.int64])

FULL_LIKENESS_BITS = 14
"""An ordinary ad about just the right thing reaches a cosine of about 0.25, in 255ths squared."""

MOST_BY_MENTION = 600


def for_text(likeness: Whole, most: int) -> Whole:
    """Give points for a sum of products of term weights, each in 255ths."""
    points: Whole = np.minimum(most, likeness * most >> FULL_LIKENESS_BITS)
    return points


def for_skills(asked: Whole, spoken: Whole, most: int) -> Whole:
    """Join what is had of the skills asked for and of those spoken of, as independent signs."""
    missing = 1000 - np.minimum(1000, asked)
    unsaid = 1000 - np.minimum(MOST_BY_MENTION, spoken)
    points: Whole = most * (1_000_000 - missing * unsaid) // 1_000_000
    return points


def for_phrase(share: Whole, worth: Whole | int, most: int) -> Whole:
    """Give points for a share of a phrase and the worth of the phrase."""
    points: Whole = most * share * worth // 1_000_000
    return points


def for_each_met(asked: Whole, most: int) -> Whole:
    """Divide the points for requirements over all that is asked: the worth of each."""
    each: Whole = most // np.maximum(asked, 1)
    return each
