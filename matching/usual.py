"""The usual titles of all occupation groups, and which of their words a headline's word answers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from matching.text import WORD, fold, stem, words
from matching.vocabulary import BEGINS, ENDS, SAME, SAME_STEM, SHORTEST_BEGINNING, SHORTEST_END
from reference.occupations import groups


class Title(NamedTuple):
    """A usual title of a group, and its folded words."""

    ssyk: str
    text: str
    words: tuple[str, ...]


@cache
def usual_titles() -> tuple[Title, ...]:
    """List the usual titles of all groups that keep their words.

    Half of "sommarjobb industri" is no title, so a title with small or empty words is left out.
    """
    told = (
        Title(group.ssyk, text, tuple(words(text)))
        for group in groups()
        for text in group.titles_sv + group.titles_nb
    )
    return tuple(
        each
        for each in told
        if each.words and len(each.words) == len(WORD.findall(fold(each.text)))
    )


@cache
def _by_word() -> Mapping[str, tuple[int, ...]]:
    """Lead from each word to the numbers of the titles that hold it."""
    found = defaultdict[str, dict[int, None]](dict)
    for number, title in enumerate(usual_titles()):
        for word in title.words:
            found[word][number] = None
    return {word: tuple(numbers) for word, numbers in found.items()}


@cache
def _by_stem() -> Mapping[str, tuple[str, ...]]:
    """Lead from each stem to the titles' words that have it."""
    found = defaultdict[str, tuple[str, ...]](tuple)
    for word in _by_word():
        found[stem(word)] += (word,)
    return dict(found)


@lru_cache(20_000)
def meant_by(word: str) -> tuple[tuple[str, int], ...]:
    """List the words of titles that a headline's word answers, each with its grade, best first.

    The same as `likeness` of each of them with the word, without trying them all.
    """
    return tuple(_meant_by(word))


def _meant_by(word: str) -> Iterator[tuple[str, int]]:
    known = _by_word()
    if word in known:
        yield word, SAME
    for other in _by_stem().get(stem(word), ()):
        yield other, SAME_STEM
    for at in range(SHORTEST_BEGINNING, len(word)):
        if word[:at] in known:
            yield word[:at], BEGINS
    for at in range(1, len(word) - SHORTEST_END + 1):
        if word[at:] in known:
            yield word[at:], ENDS
