"""Recognises what belongs to a person in running text: addresses, numbers and names.

Pure rules for Swedish, Norwegian and English advertisements. A name is told by a common given
name with a capitalised word after it. Companies that are named after a person are left alone
where they say what they are ("Hans Holm AB").
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

GIVEN_NAMES = Path(__file__).parent / "data" / "given_names.txt"
PLACES_LIKE_NAMES = frozenset({"Jan Mayen"})

_UPPER = "A-ZÅÄÖØÆÉÜŠŁĆČÇ"
_LOWER = "a-zåäöøæéèüáàíóúñçćčšžłńęą"
WORD = rf"[{_UPPER}][{_LOWER}'’]+(?:-[{_UPPER}]?[{_LOWER}]+)?"
_PARTICLE = r"(?:von|van|de|der|af|al|el|bin|Al|El)"
NAME_REST = rf"(?:\s+(?:{_PARTICLE}[\s-]+)?(?:{WORD}|[{_UPPER}]\.)){{1,3}}"
NAME = WORD + NAME_REST

ADDRESSES = re.compile(
    r"""
      (?:mailto:)?[\w.+%-]+\s?(?:@|\((?:@|at|a|snabel-?a)\)|\[(?:@|at)\])\s?\w[\w-]*(?:\.\w[\w-]*)+
    | [\w%+-]+\.[\w.+%-]+@\w+
    | (?:https?://)?(?:\w+\.)?linkedin\.com/in/[\w%-]+/?
    | (?:https?://)?orcid\.org/[\dX-]+
    """,
    re.VERBOSE | re.IGNORECASE,
)

_MONTH = r"(?:0\d|1[012])"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_COORDINATION_DAY = r"(?:6[1-9]|[78]\d|9[01])"
IDENTITY_NUMBERS = re.compile(
    rf"""
      (?<![\w-])(?:19|20)?\d\d{_MONTH}(?:{_DAY}|{_COORDINATION_DAY})[-+]\d{{4}}(?![\w-])
    | (?<![\w-])(?:19|20)\d\d{_MONTH}(?:{_DAY}|{_COORDINATION_DAY})\d{{4}}(?![\w-])
    | (?<![\w-]){_DAY}{_MONTH}\d\d\s?\d{{5}}(?![\w-])
    """,
    re.VERBOSE,
)
"""Swedish personnummer and samordningsnummer, Norwegian fødselsnummer."""

_BEFORE = r"(?<![\w.,:/–‑+-])(?<!\d[\s\xa0])"
_SPACE = r"[\s\xa0.-]?"
_NOT_TIME = r"(?!\d\d[.:]\d\d(?!\d))"
_NOT_DATE = r"(?!\d{1,2}[./-]\d{1,2}(?:[./-]\s?(?:19|20)?|\s(?:19|20))\d\d(?!\d))"
PHONES = re.compile(
    rf"""(?=[+(\d]|tlf|tel|mob)(?:
      (?<![\w+])(?:\+|00)[1-9]\d{{0,2}}(?:[\s().\-–/\xa0]{{0,3}}\d){{6,12}}
    | {_BEFORE}{_NOT_TIME}{_NOT_DATE}
      0\d{{1,3}}\s?[-–/]?\s?(?:\d{{2,3}}(?:{_SPACE}\d{{2,3}}){{1,3}}|\d{{5,8}})(?![\w-])
    | {_BEFORE}46[\s\xa0.-]7\d(?:{_SPACE}\d){{7}}(?![\w-])
    | {_BEFORE}47[\s\xa0.-][49]\d(?:{_SPACE}\d){{6}}(?![\w-])
    | {_BEFORE}[2-9]\d(?:[\s\xa0]\d\d){{3}}(?![\w-])
    | {_BEFORE}[49]\d\d[\s\xa0]\d\d[\s\xa0]\d\d\d(?![\w-])
    | {_BEFORE}[49]\d{{7}}(?![\w-])
    | \(\d{{3}}\)\s?\d{{3}}-\d{{4}}
    | \b(?:tlf|tel|telefon|mob|mobil)(?:nr|nummer)?[.:]?\s*\(?\d(?:[\s\xa0().\-–/]{{0,3}}\d){{4,11}}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Swedish, Norwegian and international telephone numbers; neither times nor dates."""

COMPANY_WORDS = frozenset(
    {"AB", "AS", "ASA", "HB", "KB", "Ltd", "Inc", "GmbH", "&", "Group", "Gruppen", "Gruppe"}
    | {"Industries", "Systems", "Technologies", "Trucks", "Foundation", "Stiftelse", "Stiftelsen"}
    | {"Fellowship", "University", "Center", "Centre", "Hotel", "Hotell"}
)
NAMES_LIKE_WORDS = frozenset({"Per", "Liv", "Dag", "Are", "Tor", "Stig", "Sten", "Stein", "Sam"})
_SURNAME_ENDING = re.compile(
    r"(?:s[oe]n|berg|gren|str[öø]m|lund|[qk]vist|man|dahl?|stad|vik|haug|nes|lin|borg|stedt)$"
)
ADDRESS_SIGNS = ("@", "(at)", "(a)", "(snabel", "[at]", "linkedin.com/in/", "orcid.org/")
"""One of them stands in every address, in a text that has been folded."""

NUMBER = re.compile(r"\d(?=(?:[\s().\-–/\xa0]{0,3}\d){4})")
"""Five digits near each other, as there are in every identity number and telephone number."""

_FIRST = re.compile(rf"(?<![\w-])({WORD})({NAME_REST})")
PAIRS = re.compile(
    rf"([{_UPPER}][{_LOWER}'’]++(?:-[{_UPPER}]?[{_LOWER}]++)?)"
    rf"(?=\s+(?:{_PARTICLE}[\s-]+)?[{_UPPER}][{_LOWER}'’.])"
)
"""A capitalised word with another after it: every name has such a pair, and most lines none."""


def details(text: str) -> Iterator[tuple[int, int]]:
    """Find addresses, identity numbers and telephone numbers, as places in the text."""
    small = text.casefold()
    if any(sign in small for sign in ADDRESS_SIGNS):
        yield from (match.span() for match in ADDRESSES.finditer(text))
    if NUMBER.search(text):
        for pattern in (IDENTITY_NUMBERS, PHONES):
            yield from (match.span() for match in pattern.finditer(text))


def names(text: str) -> Iterator[tuple[int, int]]:
    """Find names of people by their given name, as places in the text."""
    at = 0
    while match := _FIRST.search(text, at):
        is_person = _is_person(match[0]) and not _goes_on_as_company(text, match.end())
        if is_person:
            yield match.span()
        at = match.end() if is_person else match.end(1)


def _is_person(name: str) -> bool:
    given, *others = name.split()
    if not is_given(given):
        return False
    if given in NAMES_LIKE_WORDS and not _SURNAME_ENDING.search(others[-1]):
        return False
    return name not in PLACES_LIKE_NAMES and COMPANY_WORDS.isdisjoint(others)


def is_given(word: str) -> bool:
    """Whether a capitalised word is, or begins with, a common given name."""
    return re.split(r"[-'’]", word, maxsplit=1)[0] in _given_names()


def _goes_on_as_company(text: str, at: int) -> bool:
    return not COMPANY_WORDS.isdisjoint(text[at : at + 30].split()[:1])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(GIVEN_NAMES.read_text("utf-8").split())
