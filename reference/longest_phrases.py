"""Finds known phrases in a row of words, in one pass, the longest at each place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

Meaning = TypeVar("Meaning")


class Found(NamedTuple, Generic[Meaning]):
    """A phrase that stands at `words[first:end]`, and what it means."""

    first: int
    end: int
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """Phrases by their first word, the longest first; of the same phrase twice the first counts."""

    def __init__(self, phrases: Iterable[tuple[Sequence[str], Meaning]]) -> None:
        """Arrange phrases, each a row of words with a meaning; empty ones are passed over."""
        meanings: dict[tuple[str, ...], Meaning] = {}
        for words, meaning in phrases:
            if words:
                meanings.setdefault(tuple(words), meaning)
        by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase in sorted(meanings, key=lambda phrase: (-len(phrase), phrase)):
            by_first.setdefault(phrase[0], []).append((phrase, meanings[phrase]))
        self.by_first: Mapping[str, Sequence[tuple[tuple[str, ...], Meaning]]] = by_first

    def found_in(self, words: Sequence[str]) -> Iterator[Found[Meaning]]:
        """Yield the phrases in a row of words, from left to right; they never overlap."""
        at = 0
        while at < len(words):
            found = self._at(words, at)
            if found:
                yield found
            at = found.end if found else at + 1

    def _at(self, words: Sequence[str], first: int) -> Found[Meaning] | None:
        for phrase, meaning in self.by_first.get(words[first], ()):
            end = first + len(phrase)
            if tuple(words[first:end]) == phrase:
                return Found(first, end, meaning)
        return None
