"""What a seeker's words and skills add to the rows of one block."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching import points
from matching.comparisons.wish import OWN_WORDS
from matching.engine.layout import Hits, Most, Seekers, Segment
from reference.compiling import compiled, inlined

for_skills = inlined(points.for_skills)
for_phrase = inlined(points.for_phrase)

Sums = NDArray[np.int32]


@inlined
def first_at_least(numbers: NDArray[Any], start: int, stop: int, least: int) -> int:
    """Return the first place in an ascending stretch whose number is not below the least."""
    while start < stop:
        middle = (start + stop) >> 1
        if numbers[middle] < least:
            start = middle + 1
        else:
            stop = middle
    return start


@compiled
def add_texts(segment: Segment, seekers: Seekers, block: int, seeker: int, likeness: Sums) -> None:
    """Add the products of term weights for every row that holds a term of the seeker."""
    for one in range(seekers.term_starts[seeker], seekers.term_starts[seeker + 1]):
        term, weight = seekers.terms[one], seekers.weights[one]
        stop = segment.term_starts[term + 1]
        at = first_at_least(segment.term_blocks, segment.term_starts[term], stop, block)
        if at < stop and segment.term_blocks[at] == block:
            start = np.int64(segment.posting_starts[at])
            for place in range(start, start + segment.posting_sizes[at]):
                likeness[segment.holders[place]] += weight * np.int32(segment.weights[place])


@compiled
def add_phrases(
    segment: Segment,
    seekers: Seekers,
    hits: Hits,
    most: Most,
    block: int,
    seeker: int,
    others: Sums,
) -> None:
    """Put in the points of the best phrase for every headline that answers one."""
    start, stop = segment.block_starts[block], segment.block_starts[block + 1]
    for one in range(hits.phrase_starts[seeker], hits.phrase_starts[seeker + 1]):
        phrase = hits.phrases[one]
        end = hits.hit_starts[phrase + 1]
        at = first_at_least(hits.hit_rows, hits.hit_starts[phrase], end, start)
        while at < end and hits.hit_rows[at] < stop:
            found = for_phrase(hits.hit_shares[at], OWN_WORDS, most.wish)
            row = hits.hit_rows[at] - start
            others[row] = max(others[row], found)
            at += 1
    for one in range(seekers.title_starts[seeker], seekers.title_starts[seeker + 1]):
        group, worth = seekers.titles[one], seekers.title_worth[one]
        end = segment.title_starts[group + 1]
        at = first_at_least(segment.title_rows, segment.title_starts[group], end, start)
        while at < end and segment.title_rows[at] < stop:
            found = for_phrase(segment.title_shares[at], worth, most.wish)
            row = segment.title_rows[at] - start
            others[row] = max(others[row], found)
            at += 1


@compiled
def add_skills(
    segment: Segment,
    seekers: Seekers,
    most: Most,
    block: int,
    seeker: int,
    needed: Sums,
    spoken: Sums,
    others: Sums,
) -> None:
    """Sum the shares of skills by row, then turn each row's sums into points, once."""
    start, stop = segment.block_starts[block], segment.block_starts[block + 1]
    first, last = seekers.skill_starts[seeker], seekers.skill_starts[seeker + 1]
    for turn in range(2):
        for one in range(first, last):
            skill = seekers.skills[one]
            if skill + 1 >= len(segment.skill_starts):
                continue
            end = segment.skill_starts[skill + 1]
            at = first_at_least(segment.skill_rows, segment.skill_starts[skill], end, start)
            while at < end and segment.skill_rows[at] < stop:
                row = segment.skill_rows[at] - start
                if turn == 0:
                    needed[row] += segment.needed[at]
                    spoken[row] += segment.spoken[at]
                else:
                    others[row] += for_skills(needed[row], spoken[row], most.skills)
                    needed[row] = 0
                    spoken[row] = 0
                at += 1
