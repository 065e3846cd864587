"""Words and skills as whole numbers, so that their sums are the same in whatever order.

TF-IDF and the cosine: G. Salton and C. Buckley, "Term-weighting approaches in automatic text
retrieval", Information Processing & Management 24 (1988), with 1 + ln(tf). Each text's weights
have length 1 and are then rounded to 255ths; what is lost is far below a point.
"""

from math import ceil, log

import numpy as np
from numpy.typing import NDArray

from matching.comparisons.judging import WHOLE
from matching.counted import Counted
from matching.learnt import Learnt
from matching.notes import Notes
from matching.numbering import Numbers
from matching.rows import Rows

FINEST = 255
MOST_TIMES = 1000
SQUARES = 2.0**20
"""Squares are summed in whole parts this small, so that the order of terms changes nothing."""
MENTION, COMMON = 250, 3.0

ONE_PLUS_LOG = np.array([0.0, *(1 + log(times) for times in range(1, MOST_TIMES + 1))])


def weigh_texts(counted: Counted, learnt: Learnt) -> Rows[np.uint8]:
    """Weigh every text's terms, by their learnt numbers.

    Terms never learnt count for its length, and are not kept.
    """
    unknown = len(learnt.terms)
    rows = np.repeat(np.arange(len(counted.starts) - 1), np.diff(counted.starts))
    terms = counted.numbers
    raw = ONE_PLUS_LOG[np.minimum(counted.counts, MOST_TIMES)] * learnt.rarities[terms]
    squares = np.rint(raw**2 * SQUARES)
    sums = np.bincount(rows, squares, minlength=len(counted.starts) - 1)
    lengths = np.sqrt(sums / SQUARES)
    weights = np.rint(FINEST * raw / lengths[rows]).astype(np.uint8)
    kept = (terms < unknown) & (weights > 0)
    return Rows.of(rows[kept], terms[kept], weights[kept], len(lengths))


def weigh_query(counted: dict[int, int], learnt: Learnt) -> NDArray[np.int64]:
    """Weigh a query's terms, given by number in ascending order with how often each is told."""
    terms = np.fromiter(counted, dtype=np.int64, count=len(counted))
    times = np.fromiter(counted.values(), dtype=np.int64, count=len(counted))
    raw = ONE_PLUS_LOG[np.minimum(times, MOST_TIMES)] * learnt.rarities[terms]
    length = np.sqrt(np.bincount(np.zeros(len(raw), np.intp), raw**2, minlength=1))
    return np.rint(FINEST * raw / length).astype(np.int64)


def weigh_skills(notes: Notes, learnt: Learnt, known: Numbers[str]) -> Rows[np.int16]:
    """Weigh every vacancy's skills, shape (m, 2): asked for, and only spoken of, in thousandths.

    What is asked for adds up to the whole, each skill by its need and its rarity; rounded up, so
    that who has them all has the whole. A skill that is spoken of counts for a quarter at most.
    """
    rows, skills, values = [], [], []
    for row, (asked, spoken) in enumerate(zip(notes.asked, notes.spoken, strict=True)):
        worth = {
            each: need * learnt.rarity(learnt.asked.get(each, 0)) for each, need in asked.items()
        }
        whole = sum(sorted(worth.values()))
        for skill, part in worth.items():
            rows.append(row)
            skills.append(known.of(skill))
            values.append((ceil(WHOLE * part / whole), 0))
        for skill in spoken:
            rare = learnt.rarity(learnt.spoken.get(skill, 0))
            rows.append(row)
            skills.append(known.of(skill))
            values.append((0, int(MENTION * min(1.0, rare / COMMON))))
    return Rows.of(
        np.array(rows, dtype=np.int64),
        np.array(skills, dtype=np.int64),
        np.array(values, dtype=np.int16).reshape(-1, 2),
        len(notes.asked),
    )
