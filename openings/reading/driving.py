"""Driving licences, and a car of one's own."""

import re
from collections.abc import Iterator

from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.patterns import phrases
from openings.reading.statements import Statement
from openings.reading.weighing import weight_of
from openings.reading.weights import Weight
from reference import levels

_CLASS = r"(?:AM|A1|A2|A|B96|BE|B|C1E|C1|CE|C|D1E|D1|DE|D)"
_JOINED = r"\s?[-‑–]?\s?(?:/|,|och|og|eller|and|or|samt)\s?[-‑–]?\s?"
_CLASSES = rf"(?P<classes>{_CLASS}(?:{_JOINED}{_CLASS})*)"
_NAME = (
    r"(?i:(?:bil)?körkort(?:et)?|før[ea]r?kort(?:et)?|(?:bil)?sertifikat(?:et)?(?= bil| kl| for)"
    r"|bilsertifikat|driv(?:ing|er['’]?s?) licen[cs]e)"
)
_BETWEEN = r"(?i:\s*(?:med|för|for|av|behörighet|klasse?|kl|typ|kategori|category|class)\b\.?)*"
_LICENCES = (
    re.compile(rf"(?<!\w){_CLASSES}\s?[-‑–]?\s?(?:{_NAME}|sertifikat)(?!\w)"),
    re.compile(rf"(?<!\w){_NAME}{_BETWEEN}[\s(:]*{_CLASSES}(?!\w|[-‑]\w)"),
    re.compile(rf"(?<![\w-]){_NAME}(?!\w)"),
)
_EITHER = re.compile(r"/|eller|\bor\b")
_NO_DEMAND = phrases(
    r"(?:ta|ditt|betala\w*|hjälp\w*|få|til) (?:\w+ )?(?:[a-d]e?-?)?(?:körkort|førerkort)"
)
_CAR = phrases(
    r"""
    egen bil\b  own car\b  access to (?:a |your own )?car\b
    (?:tillgång till|tilgang til|disponer\w*|har|ha|og|och|with|an?) (?:\w+ )?bil\b
    """
)
_LENT = phrases(
    r"""
    tjänstebil  firmabil  servicebil  bil i (?:tjänsten|utdelning)  får (?:du )?(?:\w+ )?tillgång
    erbjud  tilbyr  vår\w* bil  förmånsbil  med bil\b  arbetsbil  company car
    """
)


def _driving_licences(statement: Statement) -> Iterator[Finding]:
    """Read the classes that are spoken of; a licence without a class is B."""
    if _NO_DEMAND.search(statement.plain):
        return
    for pattern in _LICENCES:
        places = list(pattern.finditer(statement.text))
        for found in places:
            weight = weight_of(statement, found.span(), otherwise=Weight.DEMANDED)
            for licence in _classes(found.groupdict().get("classes") or "B"):
                yield Finding(Requirement.DRIVING_LICENCE, licence, weight, statement.text)
        if places:
            return


def _own_car(statement: Statement) -> Iterator[Finding]:
    """Read whether a car of one's own is spoken of, not one that the employer lends."""
    found = _CAR.search(statement.plain)
    if found and not _LENT.search(statement.plain):
        weight = weight_of(statement, found.span(), otherwise=Weight.NEITHER)
        yield Finding(Requirement.OWN_CAR, "", weight, statement.text)


def _classes(listed: str) -> list[str]:
    """The classes of a list: all of them, or the easiest where any will do."""
    named = [each for each in levels.LICENCES.codes if re.search(rf"\b{each}\b", listed)]
    return named[:1] if _EITHER.search(listed) else named


DRIVING_LICENCES = Reader(
    ("körkort", "førerkort", "førarkort", "førekort", "sertifikat", "licence", "license"),
    _driving_licences,
)
OWN_CAR = Reader((" bil", " car"), _own_car)
