"""Texts cut at spaces and line breaks; what a distinct piece means is found out only once.

Ads say the same words over and over. Cutting and comparing is compiled, and what a piece means to
a reader is found out in plain Python, when it is first met. The pieces are remembered from text
to text until they are too many (`pieces`).
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, pairwise
from threading import Lock, RLock
from typing import NamedTuple, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from reference import cutting

AS_THEY_ARE = "surrogatepass"
MOST_KEPT = 200_000
SMALLEST = 1 << 12

Meaning = Callable[[str], Sequence[int]]
Reader = TypeVar("Reader", bound=Meaning)


class Stretches(NamedTuple):
    """Numbers for n things: those of thing k from `starts[k]` up to `starts[k + 1]`."""

    numbers: NDArray[np.int32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, each: Sequence[Sequence[int]]) -> "Stretches":
        """Lay rows of numbers end to end."""
        starts = np.zeros(len(each) + 1, dtype=np.int64)
        np.cumsum(np.fromiter(map(len, each), np.int64, len(each)), out=starts[1:])
        flat = np.fromiter(chain.from_iterable(each), np.int32, int(starts[-1]))
        return cls(flat, starts)

    def followed_by(self, other: "Stretches") -> "Stretches":
        """Put others after these."""
        return Stretches(
            np.concatenate([self.numbers, other.numbers]),
            np.concatenate([self.starts, self.starts[-1] + other.starts[1:]]),
        )


class Pieces:
    """The distinct pieces of all texts that were cut, numbered, and what they mean to readers.

    A line break is a piece of its own.
    """

    def __init__(self) -> None:
        self._count = 0
        self._table = np.full(SMALLEST, cutting.FREE, dtype=np.int32)
        self._letters = np.empty(0, dtype=np.uint8)
        self._starts = np.zeros(1, dtype=np.int64)
        self._readers: dict[Callable[[], Meaning], Meaning] = {}
        self._meanings: dict[Callable[[], Meaning], Stretches] = {}
        self._turn = RLock()

    def __len__(self) -> int:
        return self._count

    def cut(self, texts: Iterable[str]) -> Stretches:
        """Turn texts into the numbers of their pieces."""
        encoded = [text.encode("utf-8", AS_THEY_ARE) for text in texts]
        letters = np.frombuffer(b"".join(encoded), dtype=np.uint8)
        edges = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
        with self._turn:
            self._make_room(len(letters), cutting.most_pieces(letters, len(edges)))
            numbers, starts, self._table, self._count = cutting.cut(
                letters, edges, self._table, self._letters, self._starts, self._count
            )
        return Stretches(numbers, starts)

    def reader(self, kind: Callable[[], Reader]) -> Reader:
        """Return the one reader of a kind that reads these pieces."""
        with self._turn:
            if kind not in self._readers:
                self._readers[kind] = kind()
                self._meanings[kind] = Stretches.of([])
            return cast(Reader, self._readers[kind])

    def read(self, kind: Callable[[], Meaning], cut: Stretches) -> Stretches:
        """Read texts that were cut: put in each piece's place the numbers that it means."""
        with self._turn:
            reader = self.reader(kind)
            known = self._meanings[kind]
            fresh = self._pieces_from(len(known.starts) - 1)
            if fresh:
                known = known.followed_by(Stretches.of([reader(piece) for piece in fresh]))
                self._meanings[kind] = known
        return Stretches(*cutting.replaced(*cut, *known))

    def _pieces_from(self, number: int) -> list[str]:
        """Return the pieces from a number on."""
        edges = self._starts[number : self._count + 1].tolist()
        letters = self._letters[edges[0] : edges[-1]].tobytes()
        places = pairwise(edges)
        return [
            letters[one - edges[0] : other - edges[0]].decode("utf-8", AS_THEY_ARE)
            for one, other in places
        ]

    def _make_room(self, letters: int, pieces: int) -> None:
        """Make room for what new texts may hold at most; twice that, so that it is seldom done."""
        used = int(self._starts[self._count])
        if used + letters > len(self._letters):
            more = np.empty(2 * letters, dtype=np.uint8)
            self._letters = np.concatenate([self._letters[:used], more])
        if self._count + pieces >= len(self._starts):
            more_starts = np.empty(2 * pieces, dtype=np.int64)
            self._starts = np.concatenate([self._starts[: self._count + 1], more_starts])


_kept: list[Pieces] = [Pieces()]
_keeping = Lock()


def pieces() -> Pieces:
    """Return the pieces that this process knows, begun anew once they are too many."""
    with _keeping:
        if len(_kept[0]) > MOST_KEPT:
            _kept[0] = Pieces()
        return _kept[0]
