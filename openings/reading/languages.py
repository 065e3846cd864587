"""Languages, and how well they are to be known."""

import re
from collections.abc import Iterator
from itertools import pairwise

from openings.reading.findings import Finding, Requirement
from openings.reading.patterns import either, phrases
from openings.reading.statements import Statement, Weight, weight_of

_STEMS = {
    "sv": r"svenska?|swedish",
    "no": r"norska?|norwegian",
    "en": r"engelska?|english",
    "de": r"tyska?|german",
    "da": r"danska?|danish",
    "fi": r"finska?|finnish",
    "fr": r"franska?|french",
    "es": r"spanska?|spanish",
    "pl": r"polska?|polish",
    "ar": r"arabiska?|arabic",
    "so": r"somaliska?|somali",
    "ru": r"ryska|russisk|russian",
}
_NORDIC = r"(?:ett |et )?(?:annet |annat )?(?:skandinavis[kc]\w*|nordisk\w*) (?:språk|language)"
_AFTER = (
    r"(?=\s*(?:$|[.,;:()/&!–-]|(?:[ABC][12])\b|"
    + either(
        r"""
        i (?:tal|tale|såväl|både|skrift|och)  och  og  samt  eller  men  muntli\w+  skriftli\w+
        språk\w*  både  såväl  så väl  är  er\b  krävs  kreves  som  flyt\w+  obehindrat  på  väl
        bra  godt  minst  nivå  til\b  tilsvarende  motsvarande  in\b  and\b  is\b  both  language
        alternativt  för  for\b  med\b  tal\b  kommunikas\w+  framstilling\w*
        """
    )
    + "))"
)
_ABILITY = r"(?:s|a|e)?[-‑]?(?:kunskap|kunnskap|ferdighet|språklig|talande|språkkunskap)\w*"
_SPOKEN = re.compile(
    "|".join(
        rf"(?P<{code}>\b(?:{stem})(?:\b{_AFTER}|{_ABILITY}))" for code, stem in _STEMS.items()
    ),
    re.IGNORECASE,
)
_SCANDINAVIAN = re.compile(_NORDIC, re.IGNORECASE)
_PROFICIENCY = phrases(
    r"""
    i tal  tal och  skrift  skriv\w*  munt\w+  flyt[ae]n?\w*  obehindrat  \w*kunskap  \w*kunnskap
    \w*ferdighet  behärsk\w+  behersk\w+  språk  förstå\w*  forstå\w*  kommunic\w+  kommunis\w+
    snakk\w+  tala[rs]?\b  prata\w*  uttryck\w+  framstilling  formuler\w+  fluent  spoken
    written  speak  writ\w+  nivå  [ABC][12]\b  kunna  kan\b  god[at]?\b  proficien\w+  verbal
    \w*language  communicat\w+
    """
)
_ALTERNATIVE = re.compile(
    r"\W+(?:og/eller|och/eller|and/or|eller|alternativt|or)\W+(?:god[at]? )?$", re.IGNORECASE
)
_LEVELS = (
    ("A2", phrases(r"grundläggande  grunnleggende  basic  enkel\b  enklare  viss\b")),
    (
        "C1",
        phrases(
            r"""
            flyt[ae]n\w+  obehindrat  fluent  utmärkt\w*  mycket (?:god|bra)\w*  meget god\w*
            svært god\w*  excellent  avancera\w+  professional
            """
        ),
    ),
    ("B2", phrases(r"god\w*  bra\b  good\b  behärsk\w+  behersk\w+")),
)
_NAMED_LEVEL = re.compile(r"\b([ABC][12])\b")


def languages(statement: Statement) -> Iterator[Finding]:
    """Read the languages that somebody is to know; where any of several will do, none of them."""
    if not _PROFICIENCY.search(statement.text):
        return
    found = list(_SPOKEN.finditer(statement.text))
    free = _choices(statement.text, found)
    level = _level(statement.text)
    for each in found:
        if each not in free:
            weight = weight_of(statement, each.span(), otherwise=Weight.DEMANDED)
            value = f"{each.lastgroup} {level}" if level else str(each.lastgroup)
            yield Finding(Requirement.LANGUAGE, value, weight, statement.text)
    nordic = None if found else _SCANDINAVIAN.search(statement.text)
    if nordic:
        weight = weight_of(statement, nordic.span(), otherwise=Weight.DEMANDED)
        code = "sv" if "skandinaviskt" in nordic[0].casefold() else "no"
        yield Finding(Requirement.LANGUAGE, code, weight, statement.text)


def _choices(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The languages of which any one will do."""
    chosen: list[re.Match[str]] = []
    for one, other in pairwise(found):
        if one.lastgroup != other.lastgroup and _ALTERNATIVE.match(text[one.end() : other.start()]):
            chosen += [one, other]
    return chosen


def _level(text: str) -> str | None:
    """The CEFR level that is named, or that the words for it come to."""
    named = _NAMED_LEVEL.search(text)
    if named:
        return named[1]
    return next((level for level, pattern in _LEVELS if pattern.search(text)), None)
