"""Languages, and how well they are to be known."""

import re
from collections.abc import Iterator
from operator import itemgetter

from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.naming_languages import languages_in
from openings.reading.patterns import phrases
from openings.reading.statements import Statement
from openings.reading.weighing import Span, distance, weight_of
from openings.reading.weights import Weight

_PROFICIENCY = phrases(
    r"""
    i tal\b  tal och  skrift  skriv\w*  munt\w+  munnleg  flyt[ae]n?\w*  obehindrat  \w*kunskap
    \w*kunnskap  \w*ferdighet  behärsk\w+  behersk\w+  \w*språk  förstå\w*  forstå\w*  kommunic\w+
    kommunis\w+  snakk\w+  tala[rs]?\b  prata\w*  uttryck\w+  fram\w*still\w*  formuler\w+  fluen\w+
    spoken  written  speak  writ\w+  nivå  [abc][12]\b  kunna  kan\b  god[at]?\b  bra\b
    proficien\w+  verbal  \w*language  communicat\w+  knowledge  undervisa  formidl\w+
    skandinavisktalande  skills?\b  kommunikasjon\w*  talende  arbeidsspråk
    """
)
_NOT_SPOKEN = phrases(
    r"""
    (?:ansök\w*|cv|brev|søknad\w*|application|apply|resume) (?:\w+ ){0,6}(?:på|in|i|skriv)\b
    (?:lärare|lektor|behörighet|undervisa?|undervisning|ämne\w*|kurs\w*|lærer) (?:i|inom)\b
    courses in  språkopplæring  språkutbildning  svenska som andra
    de[nt]? svenska  norwegian (?:security|law)  is located  finns (?:även )?på  skrivs på  se även
    """
)
_LEVELS = (
    ("A2", phrases(r"grundläggande  grunnleggende  basic  enkel\b  enklare  viss\b")),
    (
        "C1",
        phrases(
            r"""
            flyt[ae]n\w+  obehindrat  fluen\w+  utmärkt\w*  mycket (?:god|bra)\w*  meget god\w*
            svært god\w*  excellent  avancera\w+  professional  fremragende
            """
        ),
    ),
    ("B2", phrases(r"god\w*  bra\b  good\b  behärsk\w+  behersk\w+")),
)
_NAMED_LEVEL = re.compile(r"\b([abc][12])\b")


def _languages(statement: Statement) -> Iterator[Finding]:
    """Read the languages that somebody is to know, and how well."""
    plain = statement.plain
    is_about_speaking = _PROFICIENCY.search(plain) or "språk" in statement.heading.text
    if not is_about_speaking or _NOT_SPOKEN.search(plain):
        return
    named = {each.code: each for each in languages_in(plain)}
    for code, each in named.items():
        place = each.start, each.end
        weight = weight_of(statement, place, otherwise=Weight.DEMANDED)
        value = f"{code} {_level(plain, place)}".rstrip()
        yield Finding(Requirement.LANGUAGE, value, weight, statement.text)


def _level(plain: str, at: Span) -> str:
    """The CEFR level that is named, or that the nearest word for it comes to; empty for none."""
    named = _NAMED_LEVEL.search(plain)
    if named:
        return named[1].upper()
    near = [
        (distance(plain, found.span(), at), level)
        for level, pattern in _LEVELS
        for found in pattern.finditer(plain)
    ]
    return min(near, key=itemgetter(0))[1] if near else ""


LANGUAGES = Reader(
    (
        "svensk", "norsk", "engelsk", "skandinav", "nordisk", "swedish", "norwegian", "english",
        "tysk", "german", "dansk", "danish", "finsk", "finnish", "fransk", "french", "spansk",
        "spanish", "nederl", "dutch", "polsk", "polish", "arabi", "somali", "ryska", "russi",
        "ukrain", "alban", "scandinav",
    ),
    _languages,
)  # fmt: skip
