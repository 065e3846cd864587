"""Where a free text, an ad or a profile, speaks of skills."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reference.longest_phrases import Phrases
from reference.phrases_in_many import PhrasesInMany
from reference.pieces import Pieces, Stretches
from reference.skill_vocabulary import Skill, false_friends, skills
from reference.skill_words import WORD, stem, stems


class Mention(NamedTuple):
    """A skill that a text speaks of, and where: `text[start:end]` is what is written."""

    code: str
    start: int
    end: int


def found_in(text: str) -> tuple[Skill, ...]:
    """Return the skills that a text speaks of, each once, in the order of their appearance."""
    found = (each.meaning for each in _phrases().found_in(stems(text)))
    return tuple({each.code: each for each in found if each}.values())


def found_in_many(pieces: Pieces, cut: Stretches) -> list[tuple[str, ...]]:
    """Return for each of many texts what `found_in` returns for one, by code."""
    found = _phrases_in_many().found_in(pieces.read(_SkillWords, cut))
    return [tuple(dict.fromkeys(each.code for each in skills if each)) for skills in found]


class _SkillWords:
    """Reads pieces as the words that names of skills are made of."""

    def __call__(self, piece: str) -> Sequence[int]:
        return _phrases_in_many().numbers_of(stems(piece))


def mentions(text: str) -> tuple[Mention, ...]:
    """Return every place where a text speaks of a skill, from left to right."""
    words = [(each, bare) for each in WORD.finditer(text) if (bare := stem(each.group()))]
    places = [place for place, _ in words]
    return tuple(
        Mention(each.meaning.code, places[each.first].start(), places[each.end - 1].end())
        for each in _phrases().found_in([bare for _, bare in words])
        if each.meaning
    )


@cache
def _phrases() -> Phrases[Skill | None]:
    return Phrases(_names_in_text())


@cache
def _phrases_in_many() -> PhrasesInMany[Skill | None]:
    return PhrasesInMany(_phrases())


def _names_in_text() -> Iterator[tuple[list[str], Skill | None]]:
    """List what may be found in a running text; false friends hide the names within them."""
    for each in skills():
        alone = list(map(stems, each.alone))
        for name in each.names:
            if stems(name) not in alone:
                yield stems(name), each
    for phrase in false_friends():
        yield stems(phrase), None
