"""Quick signs that people may be named in a text, so that the rest of it is passed over.

Most lines of an ad name nobody. A sign is never missed: where there is none, the rules of
`openings.contacts` would change nothing.
"""

import re
from dataclasses import dataclass
from typing import Self

from openings.personal_details import NUMBER, given_names_in

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

_ADDRESSES = ("@", "(at", "(a", "(s", "[at", "linkedin", "orcid")
"""One of them stands in every address."""


def folded(text: str) -> str:
    """A text in which letters are as small as they are to `re.IGNORECASE`; lines stay lines."""
    small = text.casefold()
    return small if text.isascii() else small.replace("ı", "i").replace("i\u0307", "i")


def holds_cue(sentence: str) -> bool:
    """Whether a sentence has a word by which it may say whom to turn to."""
    return bool(CUE.search(folded(sentence)))


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that a text has: parts of words that ask, given names, addresses, numbers."""

    stems: list[str]
    names: list[str]
    addresses: list[str]
    has_number: bool
    has_heading: bool

    @classmethod
    def of(cls, text: str) -> Self:
        """Look through a text for all signs."""
        small = folded(text)
        return cls(
            stems=[each for each in _CUE_STEMS if each in small],
            names=given_names_in(text),
            addresses=[each for each in _ADDRESSES if each in small],
            has_number=bool(NUMBER.search(text)),
            has_heading=any(each in small for each in _HEADINGS),
        )

    def may_be_in(self, line: str) -> bool:
        """Whether a line of the text has any of its signs; most lines have none."""
        small = folded(line)
        for signs, text in ((self.stems, small), (self.addresses, small), (self.names, line)):
            for sign in signs:
                if sign in text:
                    return True
        return self.has_number and bool(NUMBER.search(line))

    def within(self, line: str) -> "Signs":
        """Those of the text's signs that one of its lines has."""
        small = folded(line)
        return Signs(
            stems=[each for each in self.stems if each in small],
            names=[each for each in self.names if each in line],
            addresses=[each for each in self.addresses if each in small],
            has_number=self.has_number and bool(NUMBER.search(line)),
            has_heading=self.has_heading and any(each in small for each in _HEADINGS),
        )

    @property
    def may_have_details(self) -> bool:
        """Whether there may be an address or a number."""
        return self.has_number or bool(self.addresses)
