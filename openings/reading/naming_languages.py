"""Where a text names languages that somebody is to speak, and which of them go together."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from openings.reading.patterns import either

_STEMS = {
    "sv": r"svenska?|swedish",
    "no": r"norska?|norwegian",
    "en": r"engelska?|english",
    "de": r"tyska?|german",
    "da": r"danska?|danish",
    "fi": r"finska?|finnish",
    "fr": r"franska?|french",
    "es": r"spanska?|spanish",
    "nl": r"nederländska|nederlandsk|dutch",
    "pl": r"polska?|polish",
    "ar": r"arabiska?|arabic",
    "so": r"somaliska?|somali",
    "ru": r"ryska|russisk|russian",
    "et": r"estniska?|estisk|estonian",
    "uk": r"ukrainska?|ukrainian",
    "sq": r"albanska?|albanian",
    "nordic": r"skandinavis[kc]\w*|scandinavian|nordisk\w*",
}
_NORDIC = frozenset({"sv", "no", "da", "nordic"})
"""Who speaks one of these is understood in the others: of several, the first named is asked for."""

_ABILITY = r"(?:s|a|e)?[-‑]?(?:kunskap|kunnskap|kunnig|ferdighet|språklig|talande|språk)\w*"
_AFTER = r"""
    i (?:tal|tale|skrift|både|såväl|så väl|ord)  muntli\w+  munnleg  skriftli\w+  skriv\w+  språk\w*
    både  såväl  så väl  er\b  är\b  krävs  kreves  krav  flyt\w+  obehindrat  på  väl  bra  godt
    gott  minst  nivå  til\b  tilsvarende  motsvarande  in\b  is\b  both  language  för att  for å
    slik at  så att  tal\b  kommunik\w+  kommunis\w+  fram\w*still\w*  formul\w+  skill  fluent
    communicat\w+  speak\w*  as\b  då\b  som\b  eftersom  vilket  which  with\b  utan\b  uten\b
    that\b  written  verbal\w*  orally  tala\w*  talende  meriter\w*  ønskelig  fordel
    (?:och|og|and|samt|eller|or|men|but) (?:\w+ ){0,3}(?:språk|tal\b|skrift|muntli|munnleg)
    """
_NAMED = re.compile(
    "|".join(rf"(?P<{code}>\b(?:{stem})(?:{_ABILITY}|\b))" for code, stem in _STEMS.items())
)
_IS_ABILITY = re.compile(rf"\w+?{_ABILITY}")
_GOES_ON = re.compile(rf"\s*(?:$|[.,;:()/&!?–-]|\b[abc][12]\b|{either(_AFTER)})")
"""What follows a language, but seldom an adjective: not "svenska kunder"."""

_OR = re.compile(r"/|eller|alternativt|\bor\b")
_TOGETHER = re.compile(
    r"\W*(?:(?:og|och|and|samt|eller|or|alternativt|gärna|gjerne|även|også|både|men|god\w*|bra"
    r"|mycket|meget|svært|flytende|flytande|annet|annat|et|ett|i|på|kunskaper|helst|noe|grund\w+|grunn\w+|språk|language)\W+){0,6}"
)


class Named(NamedTuple):
    """A language, as an ISO 639-1 code, and where it is named."""

    code: str
    start: int
    end: int


def languages_in(plain: str) -> Iterator[Named]:
    """Find the languages of a text in lower case; where any one of several will do, none of them.

    Any Scandinavian language is Norwegian, or Swedish where it is said in Swedish.
    """
    for group in _groups(plain, list(_NAMED.finditer(plain))):
        if not any(_is_spoken(plain, each) for each in group):
            continue
        named = [_named(each) for each in group]
        between = plain[named[0].end : named[-1].start]
        if len(named) == 1 or not _OR.search(between):
            yield from named
        elif _NORDIC.issuperset(str(each.lastgroup) for each in group):
            yield named[0]


def _groups(plain: str, found: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The languages that are named together: "svenska, norska eller engelska"."""
    groups = [[each] for each in found[:1]]
    for one, other in pairwise(found):
        if _TOGETHER.fullmatch(plain, one.end(), other.start()):
            groups[-1].append(other)
        else:
            groups.append([other])
    return groups


def _is_spoken(plain: str, found: re.Match[str]) -> bool:
    return bool(_IS_ABILITY.fullmatch(found[0]) or _GOES_ON.match(plain, found.end()))


def _named(found: re.Match[str]) -> Named:
    code = str(found.lastgroup)
    if code == "nordic":
        code = "sv" if found[0].startswith(("skandinaviska", "skandinaviskt")) else "no"
    return Named(code, *found.span())
