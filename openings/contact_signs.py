"""Quick signs that people may be named in a text, so that the rest of it is passed over.

Most lines of an ad name nobody. A sign is never missed: where there is none, the rules of
`openings.contacts` would change nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from openings.personal_details import ADDRESS_SIGNS, NUMBER, PAIRS, is_given

_ASKS = (
    r"kontakt\w*|contact\w*|reach\s+out|fråg\w+|undr\w+|questions?|spørsmål\w*|upplysning\w*"
    r"|opplysning\w*|henvend\w*|ring|mejla|maila|mail|e-?post|telefon|tlf|tel|mobil"
    r"|(?:mer|mere|more|ytterligare|närmare|further)\s+inform\w+|fackli\w+|tillitsvalgt\w*"
    r"|(?:prata|tala|snakke|snakk|speak|talk)\s+(?:med|with|to)|rekryteran\w+|vill\s+du\s+veta"
)
CUE = re.compile(rf"\b(?:{_ASKS})\b")
"""Words by which a sentence says whom to turn to, in a text that has been folded."""

_CUE_STEMS = (
    *("kontakt", "contact", "reach", "fråg", "undr", "question", "spørsmål", "upplysning"),
    *("opplysning", "henvend", "ring", "mejla", "mail", "post", "tel", "tlf", "mobil", "inform"),
    *("fackli", "tillitsvalgt", "prata", "tala", "snakk", "speak", "talk", "rekryteran", "veta"),
)
"""At least one of them stands in whatever CUE finds."""

_HEADINGS = ("kontakt", "contact", "fackli", "rekryter", "hiring", "recruiting", "tillitsvalgt")
"""One of them stands in every heading over a list of people."""


def folded(text: str) -> str:
    """A text in which letters are as small as they are to `re.IGNORECASE`; lines stay lines."""
    small = text.casefold()
    return small if text.isascii() else small.replace("ı", "i").replace("i\u0307", "i")


def holds_cue(sentence: str) -> bool:
    """Whether a sentence has a word by which it may say whom to turn to."""
    small = folded(sentence)
    return _any_in(_CUE_STEMS, small) and bool(CUE.search(small))


def names_by_cue(sentence: str) -> bool:
    """Whether a sentence may name somebody by a word that says whom to turn to."""
    return bool(PAIRS.search(sentence)) and holds_cue(sentence)


@dataclass(frozen=True, slots=True)
class Signs:
    """By their number, the lines that may hold a detail or a name, and those that may head a list.

    A line under such a heading may also be a name that nobody has heard.
    """

    private: frozenset[int]
    headings: frozenset[int]

    @classmethod
    def of(cls, text: str, lines: list[str]) -> "Signs":
        """Look through a text for all signs; `lines` are its own."""
        starts = [0, *accumulate(len(line) + 1 for line in lines)]

        def line_at(place: int) -> int:
            return bisect_right(starts, place) - 1

        pairs = [(line_at(match.start()), match[1]) for match in PAIRS.finditer(text)]
        private = {line_at(match.start()) for match in NUMBER.finditer(text)}
        small = folded(text)
        small_lines = small.split("\n")
        private |= _lines_with(_those_in(small, ADDRESS_SIGNS), small_lines)
        asking = _those_in(small, _CUE_STEMS)
        private |= {n for n, word in pairs if is_given(word) or _any_in(asking, small_lines[n])}
        may_be_listed = pairs or private
        headings = _lines_with(_those_in(small, _HEADINGS), small_lines) if may_be_listed else ()
        return cls(frozenset(private), frozenset(headings))

    def __bool__(self) -> bool:
        return bool(self.private or self.headings)


def _those_in(text: str, signs: Sequence[str]) -> list[str]:
    return [sign for sign in signs if sign in text]


def _lines_with(signs: list[str], lines: list[str]) -> set[int]:
    return {n for n, line in enumerate(lines) if _any_in(signs, line)} if signs else set()


def _any_in(signs: Sequence[str], text: str) -> bool:
    return bool(_those_in(text, signs))
