"""Where a free text, an ad or a profile, speaks of skills."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reference.longest_phrases import Phrases
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


def _names_in_text() -> Iterator[tuple[list[str], Skill | None]]:
    """List what may be found in a running text; false friends hide the names within them."""
    for each in skills():
        alone = list(map(stems, each.alone))
        for name in each.names:
            if stems(name) not in alone:
                yield stems(name), each
    for phrase in false_friends():
        yield stems(phrase), None
