"""The cells of a spreadsheet about openings, beyond those of any table (`foundation.cells`)."""

from collections.abc import Iterable

from foundation.cells import (
    UnreadableError,
    coded,
    day,
    graded,
    line,
    listed,
    number,
    text,
    truly,
    truth,
)
from foundation.translating import _
from openings.models import LanguageNeed
from reference import levels

__all__ = [
    "UnreadableError",
    "coded",
    "country",
    "day",
    "licences",
    "line",
    "listed",
    "number",
    "said",
    "spoken",
    "text",
    "truly",
    "truth",
]

_language = coded(levels.languages)
_level = coded(lambda: levels.CEFR)
_licence = coded(lambda: levels.LICENCES)


def licences(text: str) -> tuple[str, ...]:
    """Several driving licences."""
    return tuple(code for each in listed(text) if (code := _licence(each)))


def spoken(text: str) -> tuple[LanguageNeed, ...]:
    """ "sv B1, en": languages with or without a level."""
    found = graded(text, _language, _level, levels.CEFR.codes)
    return tuple(LanguageNeed(language=language, level=level) for language, level in found)


def said(needs: Iterable[LanguageNeed]) -> str:
    """Languages as `spoken` reads them."""
    return ", ".join(" ".join(filter(None, (each.language, each.level))) for each in needs)


def country(text: str) -> str:
    """The code of a country that we know, or nothing."""
    if text.upper() not in {"", "SE", "NO"}:
        raise UnreadableError(_("Skriv SE eller NO."))
    return text.upper()
