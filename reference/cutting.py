"""Cuts letters into pieces at spaces and line breaks, and numbers the distinct ones: compiled.

The table is one of linear probing, never more than half full.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from reference.compiling import compiled, inlined

SPACE, LINE_BREAK = ord(" "), ord("\n")
FREE = -1

Letters = NDArray[np.uint8]
Numbers = NDArray[np.int32]
Whole = NDArray[np.int64]


@compiled
def most_pieces(letters: Letters, texts: int) -> int:
    """Return a number of pieces that is not exceeded."""
    most = texts
    for at in range(len(letters)):
        if letters[at] == SPACE:
            most += 1
        elif letters[at] == LINE_BREAK:
            most += 2
    return most


@inlined
def piece_at(letters: Letters, at: int, stop: int) -> tuple[int, Any]:
    """Return where a piece ends, and its letters mixed into one number, alike for like pieces.

    A line break is a piece by itself. The number is the FNV-1a hash of 64 bits by G. Fowler,
    L. C. Noll and K.-P. Vo (RFC 9923), folded to 31 bits.
    """
    first, told = at, np.uint64(14695981039346656037)
    while at < stop and letters[at] != SPACE:
        if letters[at] == LINE_BREAK:
            if at > first:
                break
            stop = at + 1
        told = (told ^ np.uint64(letters[at])) * np.uint64(1099511628211)
        at += 1
    return at, np.int64((told ^ (told >> np.uint64(32))) & np.uint64(0x7FFFFFFF))


@inlined
def slot_of(
    table: Numbers,
    known: Letters,
    starts: Whole,
    letters: Letters,
    first: int,
    end: int,
    told: Any,
) -> Any:
    """Return the place in the table that holds a piece, or a free one for it."""
    slot = told & (len(table) - 1)
    while table[slot] != FREE:
        start, size = starts[table[slot]], end - first
        if starts[table[slot] + 1] - start == size:
            same = 0
            while same < size and known[start + same] == letters[first + same]:
                same += 1
            if same == size:
                break
        slot = (slot + 1) & (len(table) - 1)
    return slot


@inlined
def enlarged(table: Numbers, known: Letters, starts: Whole, count: int) -> Numbers:
    """Return a table twice as large with the same pieces."""
    larger = np.full(2 * len(table), FREE, np.int32)
    for number in range(count):
        _end, told = piece_at(known, starts[number], starts[number + 1])
        slot = told & (len(larger) - 1)
        while larger[slot] != FREE:
            slot = (slot + 1) & (len(larger) - 1)
        larger[slot] = number
    return larger


@compiled
def cut(
    letters: Letters, edges: Whole, table: Numbers, known: Letters, starts: Whole, count: int
) -> tuple[Numbers, Whole, Numbers, int]:
    """Number the pieces of texts that stand end to end, after `count` that are known.

    The letters of new ones are put after those in `known`, where there must be room. Returns the
    numbers, where each text's begin, the table and how many pieces are known now.
    """
    most = most_pieces(letters, len(edges))
    numbers, begins = np.empty(most, np.int32), np.zeros(len(edges), np.int64)
    found = 0
    for text in range(len(edges) - 1):
        at, stop = edges[text], edges[text + 1]
        while at < stop:
            if letters[at] == SPACE:
                at += 1
                continue
            end, told = piece_at(letters, at, stop)
            slot = slot_of(table, known, starts, letters, at, end, told)
            if table[slot] == FREE:
                table[slot] = count
                starts[count + 1] = starts[count] + end - at
                known[starts[count] : starts[count + 1]] = letters[at:end]
                count += 1
                if 2 * count > len(table):
                    table = enlarged(table, known, starts, count)
                    slot = slot_of(table, known, starts, letters, at, end, told)
            numbers[found] = table[slot]
            found += 1
            at = end
        begins[text + 1] = found
    return numbers[:found].copy(), begins, table, count


@compiled
def replaced(
    numbers: Numbers, starts: Whole, meant: Numbers, meant_starts: Whole
) -> tuple[Numbers, Whole]:
    """Put what each number means in its place; the rows stay the same."""
    size = 0
    for number in numbers:
        size += meant_starts[number + 1] - meant_starts[number]
    means, begins = np.empty(size, np.int32), np.zeros(len(starts), np.int64)
    found = 0
    for text in range(len(starts) - 1):
        for at in range(starts[text], starts[text + 1]):
            for one in range(meant_starts[numbers[at]], meant_starts[numbers[at] + 1]):
                means[found] = meant[one]
                found += 1
        begins[text + 1] = found
    return means, begins
