"""Driving licences, and a car of one's own."""

import re
from collections.abc import Iterator

from openings.reading.findings import Finding, Requirement
from openings.reading.patterns import phrases
from openings.reading.statements import Statement, Weight, weight_of
from reference import levels

_CLASS = r"(?:AM|A1|A2|A|B96|BE|B|C1E|C1|CE|C|D1E|D1|DE|D)"
_JOINED = r"\s?[-‑–]?\s?(?:/|,|och|og|eller|and|or|samt)\s?[-‑–]?\s?"
_CLASSES = rf"(?P<classes>{_CLASS}(?:{_JOINED}{_CLASS})*)"
_NAME = r"(?i:körkort(?:et)?|førerkort(?:et)?|driv(?:ing|er['’]?s?) licen[cs]e)"
_BETWEEN = r"(?i:\s*(?:med|för|for|av|behörighet|klasse?|kl|typ|kategori|category|class)\b\.?)*"
_LICENCES = (
    re.compile(rf"(?<!\w){_CLASSES}\s?[-‑–]?\s?{_NAME}(?!\w)"),
    re.compile(rf"(?<!\w){_NAME}{_BETWEEN}[\s(:]*{_CLASSES}(?!\w|[-‑]\w)"),
    re.compile(rf"(?<![\w-]){_NAME}(?!\w)"),
)
_EITHER = re.compile(r"/|eller|\bor\b")
_NO_DEMAND = phrases(
    r"(?:ta|ditt|betala\w*|hjälp\w*|få) (?:\w+ )?(?:[A-D]E?-?)?(?:körkort|førerkort)"
)
_CAR = phrases(
    r"""
    egen bil\b  own car\b  access to (?:a |your own )?car\b
    (?:tillgång till|tilgang til|disponera?r?|har|ha|og|och|with|an?) (?:\w+ )?bil\b
    """
)
_LENT = phrases(
    r"""
    tjänstebil  firmabil  servicebil  bil i (?:tjänsten|utdelning)  får (?:du )?(?:\w+ )?tillgång
    erbjud  tilbyr  vår\w* bil  förmånsbil  med bil\b  arbetsbil  company car
    """
)


def driving_licences(statement: Statement) -> Iterator[Finding]:
    """Read the classes that are spoken of; a licence without a class is B."""
    if _NO_DEMAND.search(statement.text):
        return
    for pattern in _LICENCES:
        for found in pattern.finditer(statement.text):
            weight = weight_of(statement, found.span(), otherwise=Weight.DEMANDED)
            for licence in _classes(found.groupdict().get("classes") or "B"):
                yield Finding(Requirement.DRIVING_LICENCE, licence, weight, statement.text)
        if pattern.search(statement.text):
            return


def own_car(statement: Statement) -> Iterator[Finding]:
    """Read whether a car of one's own is spoken of, not one that the employer lends."""
    found = _CAR.search(statement.text)
    if found and not _LENT.search(statement.text):
        weight = weight_of(statement, found.span(), otherwise=Weight.NEITHER)
        yield Finding(Requirement.OWN_CAR, "", weight, statement.text)


def _classes(listed: str) -> list[str]:
    """The classes of a list: all of them, or the easiest where any will do."""
    named = [each for each in levels.LICENCES.codes if re.search(rf"\b{each}\b", listed)]
    return named[:1] if _EITHER.search(listed) else named
