"""Headings, and how much weight they give to what stands under them.

What stands under "Krav" is demanded, under "Meriterande" useful, and under "Vi erbjuder" neither.
A sentence may lead in to what follows it in the same way: "Vi ser gärna att du har: …".
"""

import re
from typing import NamedTuple

from openings.reading.patterns import either, phrases, plain
from openings.reading.weights import Weight

_LONGEST = 90
_MOST_WORDS = 7
_LONGEST_NAME = 45


class Heading(NamedTuple):
    """What a heading says, plain, and the weight that it gives; None where it gives none."""

    weight: Weight | None = None
    text: str = ""


_BEFORE = (
    r"\W*(?:(?:det|vi|är|er|extra|stort|ett|et|dina?|ditt|våra?|vår|de|formella|formelle|så|andra"
    r"|andre|and|för|for|att|å|tjänsten|stillingen|rollen|der|som|person|personen?) )*"
)
_ALONE = r"(?!.*\b(?:inom|av|i|med|innen|fra|från|som|in|of|with)\b)"
"""Not "Erfarenhet av kassa", which is something asked for rather than a heading."""

_USEFUL = """
    meriterande  merit  önskvärt  bonus  plus  pluss  en fördel  fördel  en fordel  fordel
    ønskelig  ønskeleg  ønsklig  fint om  bra att ha  bra om  kjekt  nice to have  good to have
    preferred  ser gärna  gärna  gjerne  i tillegg er  ytterligare  øvrige  advantage
    bra erfarenhet
"""
_NEITHER = r"""
    (?:arbets|arbeids|hoved)?(?:uppgift|oppgav)  huvudsaklig  sentrale  viktigste  här erbjud
    erbjud  tilby  vad (?:vi )?(?:erbjud|kan vi|gör|innebär|blir)  hva (?:vi )?(?:tilby|kan vi|gjør)
    om (?:oss|tjänst|roll|uppdrag|företag|arbets|stilling|bedrift|jobb|verksamhet|selskap|avdel)
    villkor  ansök  søknad  søk på  kontakt  övrig  arbetsplats  arbetstid  arbeidstid
    lön  lønn  tillträde  varaktighet  stillingen  hos oss  beskriv  ditt uppdrag  uppdraget
    rollen  din roll  your role  your tasks  about  we offer  what we (?:offer|do)
    vårt erbjudande  start  ansvarsområde  information  praktisk  what you(?:'ll| will| get)
    responsibilit  hvorfor  varför  why  dette  det här (?:erb|får|inn|kom|gör|är)
    bakgrunnssjekk  inkludering  mangfold  diversity  how to  ingress  vi kan  därför  derfor
    krav till? (?:ansök|søk)\w*  du erbjuds  du får  du kommer  dina ansvar
"""
_DEMANDED = rf"""
    (?:\w+-?)?krav\w*\b(?! till? ansök| till? søk)  \w*kvalifi  \w*profil\b
    kompetens\w*{_ALONE}  bakgrun\w+{_ALONE}  behörighet  nødvendig  nödvändig
    söker  søker  ser vi  ser at  letar  leter  tror  önskar  ønsker  ønsket  ønskede  ønska
    vem (?:är|söker)  hvem (?:er|søker|ser)  du som  dig som
    du (?:har|är|er|ska|skal|må|måste|behöver|trenger)
    är du  er du  har du  om dig\b  om deg\b  den vi  vi (?:søker|söker|ser)  erfarenheter?{_ALONE}
    personlig  egenskap  trivas  lyckas  lykkes  trives  must  required  requirement
    qualification  who are  who you  you have  you are  what we(?: a|')re  absoluta  essential
    skal?\b  formel  passer  hva (?:vi )?ser  skills  jobba som
    utbildning\w*{_ALONE}  utdann\w*{_ALONE}  erfaring\w*{_ALONE}  språk\w*{_ALONE}
    your (?:profile|background|qualification|competence|experience)  our ideal
"""
_KNOWN = tuple(
    (weight, re.compile(_BEFORE + either(listed)))
    for weight, listed in (
        (Weight.USEFUL, _USEFUL),
        (Weight.NEITHER, _NEITHER),
        (Weight.DEMANDED, _DEMANDED),
    )
)
_LEAD_IN = phrases(
    """
    meriterande  merit\\b  önskvärt  ønskelig  fördel  fordel  fortrinn  plus\\b  pluss\\b
    gärna  gjerne  advantage  bonus  bör\\b  bør\\b
    """
)
_ASKING = phrases(
    r"""
    (?:dig|deg|du|person|kandidat) (?:som|med)\b  (?:att|at|søker) du  du (?:har|är|er|ska|behöver)
    you (?:have|are|to)\b  we need  someone  kandidat\w*  candidate  \w*qualification  \w*kvalifi
    krävs  kreves  krav\b  must\b
    """
)
"""What a line that ends with a colon may say anywhere: "Jobbet passar dig som:"."""


def heading_of(line: str, *, within: Heading, is_bullet: bool) -> Heading | None:
    """The heading that a line is; None for a line that says something itself.

    A heading of an unknown kind ends the one before it, unless it is a bullet `within` that.
    """
    is_named = line.endswith(":") and len(line) <= _LONGEST
    is_short = (
        not is_bullet
        and line[-1] not in ".;"
        and "," not in line
        and len(line.split()) <= _MOST_WORDS
    )
    if not (is_named or is_short):
        return None
    said = plain(line)
    weight = _known(said)
    if weight is None and is_named:
        weight = _asked(said)
    if weight is not None:
        return None if ":" in line[:-1] else Heading(weight, said)
    if is_named and is_bullet:
        return within
    return Heading(None, said) if is_named or line.isupper() else None


def lead_in_of(sentence: str) -> Heading | None:
    """What leads in to the rest of a sentence: "Krav: B-körkort"; None where nothing does."""
    name, colon, _rest = sentence.partition(":")
    if not colon or len(name) > _LONGEST:
        return None
    said = plain(name)
    weight = Weight.USEFUL if _LEAD_IN.search(said) else None
    if weight is None and len(name) <= _LONGEST_NAME:
        weight = _known(said)
    return Heading(weight, said) if weight else None


def _asked(said: str) -> Weight | None:
    if _LEAD_IN.search(said):
        return Weight.USEFUL
    return Weight.DEMANDED if _ASKING.search(said) else None


def _known(said: str) -> Weight | None:
    return next((weight for weight, pattern in _KNOWN if pattern.match(said)), None)
