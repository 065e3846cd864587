"""Many sorted strings in one piece of memory, which may be a file shared by all processes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray


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
        starts = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
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
