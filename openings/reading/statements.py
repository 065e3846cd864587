"""An ad's text as single statements, each with the heading that it stands under."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple, Self

from openings.reading.headings import Heading, heading_of, lead_in_of
from openings.reading.patterns import plain
from openings.reading.weights import Weight

_BULLETS = "-–—•·*●▪◦✓✔>"
_WORDS_OF_A_SENTENCE = 5
"""So long a heading says something itself: "Vi søker deg med tre års erfaring innen:"."""

# Each begins with a character and looks back from there, which is many times faster than
# beginning with a look back.
_WRAPPED = re.compile(r"\n(?<=[^\n]{60}[a-zåäöæø,]\n)(?=[a-zåäöæø])")
_LONE_BULLET = re.compile(rf"[{_BULLETS}](?<=\n.)[ \t]*\n\s*(?=\w)")
_GLUED_BULLET = re.compile(r"[-–•·*](?<=[\w)][?!:.;].)(?=\s)|[•·●▪◦✓✔](?<=\s.)(?=\s)")
_GLUED_SENTENCE = re.compile(r"[.!?](?<=[a-zåäöæø)].)(?=[A-ZÅÄÖÆØ][a-zåäöæø])")
_ABBREVIATIONS = ("gr", "kl", "leg", "ca", "ev", "evt", "t.ex", "f.eks", "bl.a", "inkl", "min")
_BETWEEN_SENTENCES = re.compile(
    r"\s(?<=[.!?…]\s)"
    + "".join(rf"(?<!\b{re.escape(each)}\.\s)" for each in _ABBREVIATIONS)
    + r"\s*(?=[\"”(]?[A-ZÅÄÖÆØ0-9])"
)
_PIECES = re.compile(r"\S.{0,599}(?!\S)|\S{1,600}")
"""Longer ones are texts without full stops, where words far apart have nothing to do together."""


class Statement(NamedTuple):
    """A sentence or a bullet.

    `plain` is the text as patterns see it, `heading` what it stands under, and `following` the
    next statement, plain too, which may take something back ("erfaring kan kompensere").
    """

    text: str
    plain: str
    heading: Heading
    following: str = ""

    @classmethod
    def of(cls, text: str, weight: Weight | None = None) -> Self:
        """A statement by itself, under a heading of the given weight."""
        return cls(text, plain(text), Heading(weight))


def statements(text: str) -> Iterator[Statement]:
    """Divide a text into its statements, in order."""
    end = Statement.of("")
    for one, other in pairwise(chain(_divided(text), [end])):
        yield one._replace(following=other.plain)


def _divided(text: str) -> Iterator[Statement]:
    heading = Heading()
    for line in _lines(text):
        bare = line.lstrip(f"{_BULLETS} \t+._~").rstrip()
        if not bare:
            continue
        found = heading_of(bare, within=heading, is_bullet=line.lstrip()[0] in _BULLETS)
        heading = found or heading
        if not found or len(bare.split()) >= _WORDS_OF_A_SENTENCE:
            yield from _sentences(bare, heading)


def _lines(text: str) -> list[str]:
    """The lines of a text, as they were before they were wrapped, glued or torn from bullets."""
    text = _WRAPPED.sub(" ", _LONE_BULLET.sub("- ", text))
    text = _GLUED_SENTENCE.sub(r"\g<0> ", _GLUED_BULLET.sub("\n- ", text))
    return text.splitlines()


def _sentences(line: str, heading: Heading) -> Iterator[Statement]:
    """The sentences of a line; what leads in to some of them weighs to the end of the line."""
    for sentence in _BETWEEN_SENTENCES.split(line):
        heading = lead_in_of(sentence) or heading
        for piece in _PIECES.findall(sentence):
            yield Statement(piece, plain(piece), heading)
