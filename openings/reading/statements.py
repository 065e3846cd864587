"""An ad's text as single statements, and how much weight the ad gives to what each of them says.

Ads speak in headings and bullets: what stands under "Krav" is demanded, under "Meriterande" it is
useful, and under "Vi erbjuder" it is neither. A word in the statement itself ("krävs", "gärna")
goes before its heading, and the nearest such word before those further away.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from openings.reading.patterns import either, phrases

Span = tuple[int, int]


class Weight(StrEnum):
    """How much what is spoken of matters."""

    DEMANDED = "demanded"
    USEFUL = "useful"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or a bullet, and what the heading above it says; None where there is none."""

    text: str
    heading: Weight | None = None


_LONGEST_HEADING = 70
_BULLET = re.compile(r"^[\s\-–—•·*●▪◦✓✔>]+")
_SENTENCES = re.compile(r"(?<=[.!?…])\s+(?=[\"”(]?[A-ZÅÄÖÆØ][a-zåäöæø ])|\s•\s")

_BEFORE_A_HEADING = (
    r"\W*(?:(?:det|vi|är|er|extra|stort|ett|et|krav|dina?|våra?|de|formella|formelle) )*"
)
_HEADINGS = (
    (
        Weight.USEFUL,
        """
        meriterande  merit  önskvärt  bonus  plus  en fördel  fördel  en fordel  fordel  ønske
        fint om  bra att ha  kjekt å ha  nice to have  good to have  preferred  ser gärna  gärna
        """,
    ),
    (
        Weight.NEITHER,
        """
        (?:arbets|arbeids|hoved)?(?:uppgift|oppgav)  sentrale  viktigste  här erbjud  erbjud
        tilbyr  vad (?:vi )?(?:erbjud|kan|gör|innebär)  hva (?:vi )?(?:tilbyr|kan|gjør)
        om (?:oss|tjänst|roll|uppdrag|företag|arbets|stilling|bedrift|jobb|verksamhet|selskap)
        personlig  villkor  ansök  søk  kontakt  övrig  arbetsplats  arbetstid  arbeidstid  lön
        tillträde  varaktighet  teknik  stillingen  hos oss  beskriv  ditt uppdrag  uppdraget
        rollen  your role  your tasks  about  we offer  what we
        """,
    ),
    (
        Weight.DEMANDED,
        """
        (?:\\w+-?)?krav  kvalifi  kompeten  profil  bakgrun  behörighet  nødvendig
        söker  søker  ser  letar  tror  önskar  ønsker  vem (?:är|söker)  hvem (?:er|søker|ser)
        du som  du (?:har|är|er|ska|skal|bör|må)  är du  er du  har du  om dig  om deg  den vi
        för att  for å  utbildning  utdann  erfarenhet  erfaring  språk  requirements
        qualifications  who are  who you  you have  you are  absoluta
        """,
    ),
)
_KNOWN_HEADINGS = tuple(
    (weight, re.compile(_BEFORE_A_HEADING + either(listed), re.IGNORECASE))
    for weight, listed in _HEADINGS
)

_USEFUL = phrases(
    r"""
    meriter\w+  merit\b  (?:\w+)?fördel\b  fordel\w*  önskvär\w+  önskas\b  ønskelig\w*  ønskes\b
    ønske om  gärna\b(?=.)  gjerne\b(?=.)  helst\b  ett (?:extra |stort )?plus\b  plus(?= om)
    et (?:stort )?pluss\b  bonus  is a plus  vekt\s?legg\w*  vektlagt  premieras  uppskattas
    verdsettes  positivt\b  advantage  preferabl\w+  i första hand  fint om
    (?:inget|inte ett|inte något|ikke et|ikkje eit|ikke noe) (?:absolut\w* |formellt )?krav
    """
)
_OF_WHAT_FOLLOWS = phrases("gärna\\b  gjerne\\b  helst\\b")
"""Words that say something of what follows them only: "erfarenhet, gärna av butik"."""

_DEMANDED = phrases(
    r"""
    krav\b(?! på dig)  kräv(?:s|er)\b  måste\b
    ska(?:l|ll)? (?:ha|vara|kunna|du|være|kunne|beherske)\b
    behöver (?:du )?(?:ha|vara|kunna)\b  förutsätt\w+  forutset\w+  nødvendig\w*  nödvändig\w*
    må\b  kreve[sr]\b  obligatorisk\w*  required\b  must\b  minst\b  minimum\b
    """
)
_DENIED = phrases(
    r"""
    (?:inte|inget|inga|ej|ikke|ikkje|ingen|utan|uten) (?:\w+ ){0,3}(?:krav|kräv\w+|kreve\w+)
    (?:inte|inget|inga|ej|ikke|ikkje|ingen|utan|uten) (?:\w+ ){0,3}(?:nödvändig|nødvendig|behöv)\w*
    behöver inte  trenger ikke  oavsett  uansett  för vissa  for noen  minst en av
    """
)


def statements(text: str) -> Iterator[Statement]:
    """Divide a text into its statements, in order."""
    heading: Weight | None = None
    for line in text.splitlines():
        bare = _BULLET.sub("", line).strip()
        if not bare:
            continue
        found = _heading(bare, is_bullet=bool(_BULLET.match(line)))
        if found is not None:
            heading = found.heading
            rest = bare.partition(":")[2].strip()
            if rest:
                yield Statement(rest, heading)
            continue
        yield from (Statement(one, heading) for one in _SENTENCES.split(bare) if one)


def weight_of(statement: Statement, at: Span, *, otherwise: Weight) -> Weight:
    """Weigh what stands at a place of a statement, by the nearest word that tells, or by heading.

    `otherwise` is for what no word and no heading weighs.
    """
    if _DENIED.search(statement.text):
        return Weight.USEFUL if _USEFUL.search(statement.text) else Weight.NEITHER
    telling = [(each, Weight.DEMANDED) for each in _DEMANDED.finditer(statement.text)]
    telling += [
        (each, Weight.USEFUL)
        for each in _USEFUL.finditer(statement.text)
        if each.start() < at[0] or not _OF_WHAT_FOLLOWS.fullmatch(each[0])
    ]
    near = [(_distance(each.span(), at), weight) for each, weight in telling]
    return min(near)[1] if near else statement.heading or otherwise


def _distance(one: Span, other: Span) -> int:
    """How many letters lie between two places; none where they meet."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _heading(line: str, *, is_bullet: bool) -> Statement | None:
    """The heading that a line is, with the weight it gives; None for a line that says something."""
    name, colon, _rest = line.partition(":")
    is_named = bool(colon) and len(name) <= _LONGEST_HEADING
    is_short = len(line) <= _LONGEST_HEADING and line[-1] not in ".,;"
    if is_bullet or not (is_named or is_short):
        return None
    for weight, pattern in _KNOWN_HEADINGS:
        if pattern.match(name) and (is_named or _looks_like_heading(line)):
            return Statement(line, weight)
    is_other = (is_named and line.endswith(":")) or line.isupper()
    return Statement(line) if is_other else None


def _looks_like_heading(line: str) -> bool:
    return len(line.split()) <= 6
