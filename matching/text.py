"""Words made comparable: folded, without small words, inflections and ad boilerplate.

Swedish and Norwegian spell much the same words a little differently (frisör, frisør; kock,
kokk), so folding brings the two together instead of keeping one vocabulary for each.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from matching.stopwords import STOP_WORDS

WORD = re.compile(r"[^\W\d_]+[+#]*")
DOUBLED = re.compile(r"([bdfgklmnprst])\1")
ENDINGS = re.compile(
    r"(?<=....)(?:arnas|ernas|ornas|arna|erna|orna|erne|enes|ene|ere|ens|ets|en|et|er|ar|or|na|as|es|[aes])$"
)

BOILERPLATE_SHARE = 0.02
BOILERPLATE_LEAST = 12
BOILERPLATE_LENGTH = 25


def fold(text: str) -> str:
    """Lower the letters and spell æ, ø as ä, ö."""
    lowered = unicodedata.normalize("NFC", text).casefold()
    return lowered.replace("æ", "ä").replace("ø", "ö")


SILENT = frozenset(map(fold, STOP_WORDS))


def words(text: str) -> list[str]:
    """Split text into folded words that carry meaning, in order."""
    return [word for word in WORD.findall(fold(text)) if word not in SILENT]


@lru_cache(20_000)
def stem(word: str) -> str:
    """Cut common Nordic inflections and doubled letters: butiken, butikken and butik are one."""
    return DOUBLED.sub(r"\1", ENDINGS.sub("", word).replace("ck", "k"))


@lru_cache(100_000)
def term_of(word: str) -> str:
    """Return a folded word's term, or an empty string for a word that says nothing."""
    return "" if len(word) < 2 or word in SILENT else stem(word)


def terms_of(text: str) -> list[str]:
    """Turn text into terms, in order."""
    return [term for word in WORD.findall(fold(text)) if (term := term_of(word))]


def boilerplate(texts: Sequence[str]) -> frozenset[str]:
    """Find the lines that so many ads repeat that they cannot be about the work."""
    counts = Counter(line for text in texts for line in set(_lines(text)))
    least = max(BOILERPLATE_LEAST, BOILERPLATE_SHARE * len(texts))
    return frozenset(line for line, count in counts.items() if count >= least)


def without(lines: frozenset[str], text: str) -> str:
    """Leave out the given lines of a text."""
    return "\n".join(line for line in text.splitlines() if line.strip() not in lines)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines long enough to be recognised as somebody's standing text."""
    for line in text.splitlines():
        if len(stripped := line.strip()) >= BOILERPLATE_LENGTH:
            yield stripped
