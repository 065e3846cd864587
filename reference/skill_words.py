"""Words of skills: cut out of a text, folded so that spellings meet, and freed of endings."""

import re
from functools import lru_cache

from reference.words import SISTERS

# A word, or a mark that no name reaches across.
WORD = re.compile(r"[^\W_][\w+#]*|[.,;:!?()\[\]|•·*–—…\n]")
# One ending falls, and at least five letters stay; none from "traktor", "tekniker", "arbeider".
ENDING = re.compile(
    r"(?<=\w{5})(?:orna|arna|erna|ade|ede|ane|ene|ad|an|ar|at|en|et|te|a|e|t"
    r"|(?<!t)or|(?<!ik)(?<!arbeid)er)$"
)
GENITIVE_OR_PLURAL = re.compile(r"(?<=\w{4})(?<!s)s$")
DOUBLE = re.compile(r"(?<=\w{3})([^\W\d_aeiouyåäö])\1$")

# Words that look like an inflected form of a name, and mean something else.
UNBENT = frozenset(
    """
    apoteker armer bilmekaniker canvas designer designers electronic excels fleksibelt flexibelt
    flexible flislegger fokusera fokuserar fokusere fokuserer handled håndverker innkjøper
    losses markedsfører motivera motiveras positive positivt prioriterad prioriterade
    prioriteras prioriterte rapporterar rapporterer referat renholder representative
    representatives retailer retailers saksbehandler samarbeide samarbete samarbeten samarbetet
    servera serverar städare sveiser tannpleier utreder vänligen
    """.translate(SISTERS).split()
)

# Articles and the like, which may stand inside any name: "arbeta i ett team".
FILLERS = frozenset(
    """
    en ett et ei den det the an min mitt mina mine din ditt dina dine sin sitt sina sine
    vår vårt våra våre my your our mycket väldigt riktigt veldig svärt meget very
    """.translate(SISTERS).split()
)

# What people say around a skill: that they have it, how well, and from where.
AROUND = frozenset(
    """
    jag är har ha haft kan kunna kunnat vill gillar bra duktig på att av i inom från med om för som
    till vid den de och erfarenhet erfarenheter erfaren kunskap kunskaper kunnig kännedom van vana
    god goda gott grundläggande viss lite stor hög förmåga kompetens färdighet färdigheter
    gått jobbat arbetat jobb arbete år flera några tidigare
    jeg er hatt kunne flink til å fra innen erfaring kunnskap kunnskaper kjennskap kjennskaper vant
    gode godt litt noe evne ferdighet ferdigheter bestått arbeid jobbet arbeidet og
    am have has had can able good at to of in with for from and experience experienced knowledge
    skill skills basic some great ability year years work worked
    """.translate(SISTERS).split()
)


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return a word in lower case, Norwegian letters as their Swedish sisters, without accents."""
    return word.casefold().translate(SISTERS)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return what the inflected forms of a word share, and nothing for a filler."""
    plain = folded(word)
    if plain in FILLERS:
        return ""
    if plain in UNBENT:
        return plain
    bare = GENITIVE_OR_PLURAL.sub("", plain)
    return DOUBLE.sub(r"\1", ENDING.sub("", DOUBLE.sub(r"\1", bare)))


def stems(text: str) -> list[str]:
    """Return the stems of a text's words and the marks between them, in order."""
    return list(filter(None, map(stem, WORD.findall(text))))


def words_of(text: str) -> list[str]:
    """Return the folded words of a text, without marks."""
    return [folded(word) for word in WORD.findall(text) if word[0].isalnum()]


def telling(text: str) -> list[str]:
    """Return the folded words that name the skill itself, or all where none does."""
    words = words_of(text)
    return [each for each in words if each not in AROUND and each not in FILLERS] or words
