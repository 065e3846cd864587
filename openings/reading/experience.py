"""Earlier work, and how many months of it."""

import re
from collections.abc import Iterator

from openings.reading.alternatives import is_compensated
from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.patterns import either, phrases
from openings.reading.statements import Statement
from openings.reading.weighing import is_followed_by_wish, weight_of
from openings.reading.weights import Weight

_MENTION = re.compile(
    r"(?:erfarenhet(?:er)?|erfaring(?:er)?|erfaringsbakgrunn|experience)\b|"
    + either(
        r"""
        (?:har|ha) (?:du |tidigare |tidligere |även )?(?:arbetat|jobbat|jobbet|arbeidet|jobba)\b
        (?:du|tidigare) (?:arbetat|jobbat)\b  vana (?:av|från|inom)\b  branschvana
        (?:du är|är du|du er|er du)(?: [\w/]+){0,3} erfar(?:en|na|ne)\b
        (?:söker|søker)(?: [\w/]+){0,3} erfar(?:en|na|ne)\b
        erfar(?:en|na|ne)(?: [\w/-]+){1,3} s[öø]kes
        looking for(?: [\w/]+){0,3} experienced\b
        """
    )
)
_NOUN = r"\w*(?:erfar\w+|experience)"
_OTHERS = phrases(
    rf"""
    (?:våra?|vårt|våre|deras|andra|sine?|egne|our|their) (?:[\w,-]+ ){{0,6}}{_NOUN}
    (?:får|få|ger|vinna|bygga|skaffa|dela?|utbyta|samla)(?: \w+){{0,3}} {_NOUN}
    (?:får|gir?|dele|utveksle|innhente|share|gain)(?: \w+){{0,3}} {_NOUN}
    (?:utifrån|efter|utefter|baserat på|bygger på|beroende på|enligt|utan)(?: [\w,]+){{0,5}} {_NOUN}
    (?:etter|ut ?fra|basert på|avhengig av|uten)(?: [\w,]+){{0,5}} {_NOUN}
    (?:based on|depending on|lær?\w* av|lär\w* av|bygg[ae] vid\w+ på) (?:\w+ )*{_NOUN}
    (?:dina|olika?|mångfald\w*)(?: [\w,]+){{0,5}} erfarenheter
    (?:ditt|dine|ulike?|forskjellige?|mangfold\w*|tidligere)(?: [\w,]+){{0,5}} erfaring
    (?:different|diverse|user|customer)(?: [\w,]+){{0,5}} experience
    med (?:\d+|över|mer|lång|mange|många|årelang)(?: \w+){{0,3}} \w*erfar
    livserfar\w+  erfaringsutveksling  experience we are  if you have  erfarenhet vi  erfaring vi
    erfarenhet i branschen  lön\b  lönesätt  lønn
    """
)
_SCHOOLING_OR = re.compile(
    r"(?:eller|alternativt|alt\.?|or|and/or|og/eller|och/eller)"
    r"(?:[ ,/]+(?!samt\b|och\b|og\b|and\b|med\b|har\b|av\b)[\w()+-]+){0,6}?[ ,/]+$"
)
_OR_SCHOOLING = phrases(
    r"""
    (?:och/)?eller (?:[\w-]+ ){0,3}(?:utbildning|inblick|kunskap|kompetens|förståelse|studier)
    (?:og/)?eller (?:[\w-]+ ){0,3}(?:utdann\w+|kunnskap|kompetanse|int[er]+esse|formell|fagbrev)
    (?:and/)?or (?:\w+ )?(?:education|interest|degree)
    """
)
_FOR_BEGINNERS = phrases(
    r"""
    nyutdann\w*  nyexaminer\w*  nyutbild\w*  (?:är|er) ny i  ny i (?:din|yrket)
    newly grad\w*  graduates  nybörjare  fersk\w*  både (?:erfar\w+|junior\w*)
    """
)

_NUMBERS = {
    "ett": 1, "en": 1, "et": 1, "one": 1, "två": 2, "to": 2, "two": 2, "tre": 3, "three": 3,
    "fyra": 4, "fire": 4, "four": 4, "fem": 5, "five": 5, "sex": 6, "seks": 6, "six": 6, "sju": 7,
    "åtta": 8, "åtte": 8, "tio": 10, "ti": 10, "ten": 10,
}  # fmt: skip
_LENGTH = re.compile(
    rf"\b(?P<count>\d+|{'|'.join(_NUMBERS)})\+?\s*(?:\(\w+\))?\s*(?:(?:[-–]|till|til|to|/)\s*\d+)?"
    r"\+?\s*(?:eller fler |eller mer )?(?P<unit>års?\b|åren?\b|years?\b|mån\w+|months?\b)"
)
_NOT_OF_WORK = re.compile(
    r"(?:fyllt|fylt|över|over|fylla|senaste|siste|last|past|alternativt|vart|hvert)\s*$"
)
_MOST_MONTHS = 180
_NEAR = 80


def _experience(statement: Statement) -> Iterator[Finding]:
    """Read where earlier work is spoken of, and how many months of it."""
    plain = statement.plain
    if _FOR_BEGINNERS.search(plain) or plain.endswith("?"):
        return
    others = [each.span() for each in _OTHERS.finditer(plain)]
    for found in _MENTION.finditer(plain):
        is_others = any(start <= found.start() < end for start, end in others)
        weight = weight_of(statement, found.span(), otherwise=Weight.NEITHER)
        is_demanded = weight is Weight.DEMANDED
        if is_others or (is_demanded and _may_be_otherwise(statement, found)):
            continue
        length = _months(plain, found.start())
        yield Finding(Requirement.EXPERIENCE, length, weight, statement.text)
        if is_followed_by_wish(plain, found.end()):
            yield Finding(Requirement.EXPERIENCE, "", Weight.USEFUL, statement.text)


def _may_be_otherwise(statement: Statement, found: re.Match[str]) -> bool:
    """Tell whether schooling or the like may stand in the place of experience."""
    before, after = statement.plain[: found.start()], statement.plain[found.end() :]
    is_first = not _MENTION.search(before)
    is_second_way = is_first and bool(_SCHOOLING_OR.search(before + " "))
    return is_second_way or bool(_OR_SCHOOLING.search(after)) or is_compensated(statement)


def _months(plain: str, at: int) -> str:
    """The longest time that stands near a place of the text, in months; empty where none does."""
    lengths = (
        _number(each["count"]) * (1 if each["unit"].startswith("m") else 12)
        for each in _LENGTH.finditer(plain)
        if abs(each.start() - at) <= _NEAR and not _NOT_OF_WORK.search(plain[: each.start()])
    )
    longest = max((each for each in lengths if each <= _MOST_MONTHS), default=0)
    return str(longest) if longest else ""


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


EXPERIENCE = Reader(
    ("erfar", "experience", "arbetat", "jobbat", "jobbet", "arbeidet", "jobba ", "vana "),
    _experience,
)
