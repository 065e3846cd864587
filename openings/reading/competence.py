"""Experience, education and authorisation."""

import re
from collections.abc import Iterator

from openings.reading.findings import NUMBERS, Finding, Requirement, number
from openings.reading.patterns import phrases
from openings.reading.statements import Statement, Weight, weight_of

_EXPERIENCE = phrases(
    r"""
    \w*erfarenhet(?:er|en)?\b  \w*erfaring(?:er|en)?\b  experience\b
    har (?:tidigare |du )?(?:arbetat|jobbat|jobbet|arbeidet)\b
    vana (?:av|att|från|vid|med)\b  van(?:t)? (?:vid|att|til)\b
    """
)
_OTHERS = phrases(
    r"""
    (?:våra?|vårt|deras|företaget\w*|bolaget\w*|lång) (?:\w+ ){0,3}(?:erfarenhet|erfaring)
    (?:får|ger|gir|få|vinna|bygga|skaffa|dela|del av|utbyta|ta del) (?:\w+ ){0,4}erfar
    (?:utifrån|efter|etter|utfra|baserat på|beroende på|avhengig av) (?:\w+ ){0,5}erfar
    dina? (?:\w+ )?erfarenheter?  erfarenhet i branschen  lön  lønn
    """
)
_OF_THE_SEEKER = phrases(
    r"du\b  dig\b  deg\b  you\b  sökande  søker\b  söker\b  den vi  kandidat\w*"
)
_COUNT = rf"(?P<count>\d+|{'|'.join(NUMBERS)})"
_LENGTH = re.compile(
    rf"\b{_COUNT}\+?\s*(?:\(\d+\))?\s*(?:[-–]|till|til|to|/)?\s*\d*\s*"
    r"(?P<unit>års?|åren?|years?|mån\w+)",
    re.IGNORECASE,
)
_MOST_MONTHS = 180

_OTHER_WAY = phrases(
    r"""
    (?:eller|alternativt|or)(?:[ ,]+\w+){0,6}?[ ,]+(?:\w*erfarenhet|\w*erfaring|experience)
    (?:eller|alternativt|or)(?:[ ,]+\w+){0,6}?[ ,]+(?:bakgrund|bakgrunn|realkompetanse)
    (?:annan|annen|annet) (?:relevant )?(?:bakgrunn|bakgrund)  kompenser\w+  erstatt\w+  väger upp
    """
)
_LEVELS = (
    ("compulsory", r"grundskol\w*  grunnskole\w*"),
    (
        "upper_secondary",
        r"""
        gymnasi(?:e\w*|al\w*|um)  fagbrev  svennebrev  videregående  vidaregåande  yrkesbevis
        undersköterskeutbildning  utbildad undersköterska  barnskötar\w*utbildning  fagutdann\w*
        vård- och omsorgs(?:utbildning|program)\w*  fagarbeider\w*  faglært\w*
        yrkesutbildning  yrkesutdann\w*
        """,
    ),
    (
        "post_secondary",
        r"""
        högskol\w*  högre utbildning  universitet\w*  akademisk\w*  civilingenjör\w*  YH\b
        kandidat(?:examen|grad)  magister\w*  master\w*  bachelor\w*  eftergymnasial\w*
        yrkeshögskol\w*  høyskole\w*  høgskole\w*  høg[ae]re utdann\w*  \w*examen\b  degree\b
        høyere (?:\w+ )?utdann\w*  socionom\w*  socialpedagog\w*  fagskole\w*
        (?:ingeniør|sykepleier|lærer)utdann\w*  (?:lärar|sjuksköterske|förskollärar)utbildning
        legitimerad (?:sjuksköterska|läkare|lärare|fysioterapeut|psykolog)
        """,
    ),
)
_SCHOOLING = tuple((level, phrases(listed)) for level, listed in _LEVELS)
_NOT_ASKED_FOR = phrases(
    r"""
    student(?:er)?\b  studera  studier vid  på (?:gymnasie|grundskole)  elever  samarbet  undervis
    handled  avtal  våra?\b  flera\b
    """
)

_AUTHORISED = phrases(
    r"""
    legitimerad\w*  (?:lärar|yrkes|läkar)?legitimation(?:en)?\b  autorisasjon\b(?! for| etter)
    autorisert (?=som|syk|hel|fysi|tann|lege|psyk|verne)  authorised (?=as)
    leg\.? (?=sjuksköterska|lärare|läkare|psykolog)
    """
)
_NO_AUTHORISATION = phrases(
    r"""
    e-legitimation  tjänstelegitimation  bifoga  kontroller  eventuell  giltig legitimation
    uppvisa  sikkerhet  klarer  inkludera  id-handling
    """
)


def experience(statement: Statement) -> Iterator[Finding]:
    """Read whether earlier work is spoken of, and how many months of it."""
    for found in _EXPERIENCE.finditer(statement.text):
        if not (_OTHERS.search(statement.text) or _OTHER_WAY.search(statement.text)):
            length = _months(statement.text, found.start())
            yield Finding(Requirement.EXPERIENCE, length, _of(statement, found), statement.text)
            return


def education(statement: Statement) -> Iterator[Finding]:
    """Read the level of education, the lowest where several are named.

    Where experience may stand in its place, education is no requirement.
    """
    if _OTHER_WAY.search(statement.text) or _NOT_ASKED_FOR.search(statement.text):
        return
    for level, pattern in _SCHOOLING:
        found = pattern.search(statement.text)
        if found:
            yield Finding(Requirement.EDUCATION, level, _of(statement, found), statement.text)
            return


def authorisation(statement: Statement) -> Iterator[Finding]:
    """Read whether authorisation in a regulated occupation is spoken of."""
    found = _AUTHORISED.search(statement.text)
    if found and not _NO_AUTHORISATION.search(statement.text):
        weight = weight_of(statement, found.span(), otherwise=Weight.DEMANDED)
        yield Finding(Requirement.AUTHORISATION, "", weight, statement.text)


def _of(statement: Statement, found: re.Match[str]) -> Weight:
    """Weigh something that counts only where the one who seeks is spoken of."""
    is_hers = bool(_OF_THE_SEEKER.search(statement.text))
    otherwise = Weight.DEMANDED if is_hers else Weight.NEITHER
    return weight_of(statement, found.span(), otherwise=otherwise)


def _months(text: str, at: int) -> str:
    """The length that stands nearest to a place of the text, in months; empty where none does."""
    lengths = sorted(_LENGTH.finditer(text), key=lambda each: abs(each.start() - at))
    for each in lengths:
        months = number(each["count"]) * (1 if each["unit"].casefold().startswith("mån") else 12)
        if months <= _MOST_MONTHS:
            return str(months)
    return ""
