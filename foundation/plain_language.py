"""How easy a Swedish text is to read, by LIX.

LIX is the mean length of a sentence in words plus the share of long words in percent, where a
long word has more than six letters (Björnsson 1968, "Läsbarhet"). Below 30 is what children's
books have, 30 to 40 is easy prose, and 50 to 60 is what authorities write.
"""

import re
from dataclasses import dataclass

LONG = 6
"""A word of more letters than this counts as long."""

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
END_OF_SENTENCE = re.compile(r"[.!?:]+(?:\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Readability:
    """What LIX is made of."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        """The reading index; a text without words is as easy as can be."""
        if not self.words:
            return 0.0
        return self.words / self.sentences + 100 * self.long_words / self.words


def read(text: str) -> Readability:
    """Count words, sentences and long words.

    A sentence ends with a full stop, a colon, a question or exclamation mark, or its line, so that
    headings and the parts of a list count as sentences of their own.
    """
    sentences = [WORD.findall(part) for part in END_OF_SENTENCE.split(text)]
    words = [word for sentence in sentences for word in sentence]
    return Readability(
        words=len(words),
        sentences=sum(1 for sentence in sentences if sentence),
        long_words=sum(1 for word in words if sum(map(str.isalpha, word)) > LONG),
    )


def lix(text: str) -> float:
    """The reading index of a text."""
    return read(text).lix
