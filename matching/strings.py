"""Many sorted strings in one piece of memory, which may be a file shared by all processes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from reference.compiling import compiled, inlined


@dataclass(frozen=True, eq=False)
class Strings:
    """UTF-8 letters end to end, and where each string starts (one more than there are strings).

    UTF-8 sorts as the characters do, so strings are found by halving.
    """

    letters: NDArray[np.uint8]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, strings: Iterable[str]) -> Self:
        """Lay strings end to end, in their order."""
        encoded = [each.encode() for each in strings]
        starts = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)), out=starts[1:])
        starts.flags.writeable = False  # as in a file: what is compiled is so once for both
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, at: int) -> str:
        return self._letters(at).decode()

    def __iter__(self) -> Iterator[str]:
        """Read all, in one go."""
        letters, starts = self.letters.tobytes(), self.starts.tolist()
        for at, start in enumerate(starts[:-1]):
            yield letters[start : starts[at + 1]].decode()

    def first_from(self, string: str) -> int:
        """Return the place of the first of the sorted strings that does not come before one."""
        wanted, low, high = string.encode(), 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._letters(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, string: str) -> int | None:
        """Return where a string stands among the sorted ones, or `None`."""
        at = self.first_from(string)
        return at if at < len(self) and self[at] == string else None

    def find_all(self, strings: Sequence[str]) -> NDArray[np.int32]:
        """Return where each of many strings stands, -1 for one that is not there; shape (m,)."""
        wanted = Strings.of(strings)
        return _places(self.letters, self.starts, wanted.letters, wanted.starts)

    def beginning(self, letters: str) -> range:
        """Return the places of the sorted strings that begin with some letters."""
        start = stop = self.first_from(letters)
        while stop < len(self) and self[stop].startswith(letters):
            stop += 1
        return range(start, stop)

    def _letters(self, at: int) -> bytes:
        """Return one string as it lies here."""
        letters, starts = self._views
        return bytes(letters[starts[at] : starts[at + 1]])

    @cached_property
    def _views(self) -> tuple[memoryview, memoryview]:
        """The same memory, seen so that single elements are read fast."""
        return self.letters.data, self.starts.data


@compiled
def _places(
    letters: NDArray[np.uint8],
    starts: NDArray[np.int64],
    wanted: NDArray[np.uint8],
    wanted_starts: NDArray[np.int64],
) -> NDArray[np.int32]:
    """Find strings by halving, every one of them as `Strings.find` does."""
    places = np.full(len(wanted_starts) - 1, -1, np.int32)
    for one in range(len(places)):
        low, high = 0, len(starts) - 1
        while low < high:
            middle = (low + high) >> 1
            order = _compared(letters, starts, middle, wanted, wanted_starts, one)
            if order == 0:
                places[one] = middle
                break
            if order < 0:
                low = middle + 1
            else:
                high = middle
    return places


@inlined
def _compared(
    letters: NDArray[np.uint8],
    starts: NDArray[np.int64],
    one: int,
    others: NDArray[np.uint8],
    other_starts: NDArray[np.int64],
    other: int,
) -> int:
    """Return less than 0, 0 or more, as one string comes before, is or comes after another."""
    at, stop = starts[one], starts[one + 1]
    there, end = other_starts[other], other_starts[other + 1]
    while at < stop and there < end:
        if letters[at] != others[there]:
            return -1 if letters[at] < others[there] else 1
        at += 1
        there += 1
    return int((stop - at) - (end - there))
