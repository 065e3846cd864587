"""Words of titles: folded so that spellings meet, and freed of what only an ad's headline says."""

import re
from collections.abc import Iterator
from functools import cache

from reference.places import municipalities

WORD = re.compile(r"[^\W_](?:[\w+#]|\.(?=\w))*")
# Norwegian letters become their Swedish sisters, and accents fall: ingeniør meets ingenjör.
SISTERS = str.maketrans("øæéèêáàü", "öäeeeaau")
NUMBER = re.compile(r"\d+([.,:\-–]\d+)?\s*%?")

# After it comes what is sought.
SEEKS = re.compile(
    r"\b(?:söker|søker|seeks|is looking for|leter etter|letar efter)\b", re.IGNORECASE
)
# Before it the work is named, after it comes where, for whom or how.
BREAK = re.compile(
    r"[;:|/!?•–—]|\.(?=\s|$)|\s-\s|"
    r"\b(?:till|hos|på|i|inom|vid|för|med|til|innen|ved|for|som kan|at|in|to|with)\b",
    re.IGNORECASE,
)

# What headlines say besides the occupation.
NOISE = frozenset(
    """
    vi du dig är er att en ett och eller som med i på av till för hos inom vid om från vår vårt
    våra din ditt dina nu snarast omgående direkt start sök söker söks sökes sökas ansök välkommen
    vill jobba arbeta bli ledig lediga tjänst tjänster tjänsten jobb jobbet arbete heltid deltid
    halvtid timmar timanställd timanställning tim visstid tillsvidare tillsvidareanställning
    fast fasta vikariat sommar sommaren sommarjobb sommarvikarie sommarvikarier extrajobb extra
    vikarie vikarier behov behovsanställning säsong erfaren erfarna duktig driven engagerad
    noggrann glad ny nya nyexaminerad senior junior trainee praktik praktikant praktikplats
    lärling lärlingsplats vikarierande biträdande stf tf legitimerad leg certifierad utbildad
    kommun region ab
    og eller som med i på av til for hos innen ved om fra vår vårt våre din ditt dine nå
    snarest er å et søk søker søkes ønsker ønskes ledig ledige stilling stillinger jobbe bli
    fast faste heltid deltid helg helger kveld vikar vikariat vikarer sommerjobb sommervikar
    ferievikar ferievikarer ekstrahjelp ringevikar tilkallingsvikar tilkalling engasjement årsverk
    erfaren dyktig engasjert lærling lærlinger læreplass kommune as
    we are you looking for a an the and or with in at to our your is new job position
    full part time fulltime parttime permanent temporary summer intern internship
    """.translate(SISTERS).split()
)

# Inflected endings, and what stands in their place in the form that titles are written in.
ENDINGS = (
    ("orna", "a"),
    ("arna", ""),
    ("arna", "are"),
    ("erna", ""),
    ("or", "a"),
    ("ar", ""),
    ("er", ""),
    ("en", ""),
    ("n", ""),
    ("e", ""),
    ("s", ""),
)
SHORTEST_STEM = 3


def fold(text: str) -> str:
    """Bring a text to the form in which titles are compared: lower case, words alone."""
    return " ".join(WORD.findall(text.casefold().translate(SISTERS)))


def bare(headline: str) -> str:
    """Free a headline of numbers, places and stock phrases; keep the order of the rest.

    "Vi söker kockar, 100 % heltid, Visby" leaves "kockar", and "Sommarjobb i Visby" nothing.
    """
    return _telling(NUMBER.sub(" ", headline))


def core(headline: str) -> str:
    """Return the part of a headline that names the occupation, freed as in `bare`.

    The work is named before the workplace: "kock" in "Kock till restaurang". It stands after
    who seeks: "Restaurangen söker kock".
    """
    sought = SEEKS.split(headline)[-1]
    parts = (_telling(part) for part in BREAK.split(NUMBER.sub(" ", sought)))
    return next(filter(None, parts), "") or bare(headline)


def _telling(text: str) -> str:
    """Fold a text and keep the words that may tell the occupation."""
    return " ".join(
        word for word in fold(text).split() if word not in NOISE and word not in _place_words()
    )


def uninflected(word: str) -> Iterator[str]:
    """List a word and the dictionary forms that it may be an inflected form of."""
    yield word
    for ending, base in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            yield word.removesuffix(ending) + base


@cache
def _place_words() -> frozenset[str]:
    names = {name for each in municipalities() for name in (each.name, each.seat)}
    return frozenset(fold(name) for name in names if len(name) >= 4)
