"""The cells of a spreadsheet about openings: what each kind of cell may say, and how it is written.

Every reader raises UnreadableError, in words that tell what should stand there.
"""

from collections.abc import Callable, Iterable
from datetime import date

from foundation.translating import _
from openings.models import LanguageNeed
from reference import levels
from reference.labels import Terms

LONGEST_LINE, LONGEST_TEXT = 120, 10_000
YES = frozenset({"ja", "yes", "x", "1", "true", "sant"})
NO = frozenset({"nej", "nei", "no", "0", "false", "falskt", "usant"})


class UnreadableError(ValueError):
    """A cell that cannot be understood; the message says what it should be."""


def line(text: str) -> str:
    """A short text."""
    return _at_most(text, LONGEST_LINE)


def text(text: str) -> str:
    """A long text."""
    return _at_most(text, LONGEST_TEXT)


def _at_most(text: str, most: int) -> str:
    if len(text) > most:
        raise UnreadableError(_("Texten är för lång. Den får ha %(max)d tecken.", max=most))
    return text.replace("\0", "")


def number(text: str) -> int | None:
    """A whole number, or nothing."""
    if not text:
        return None
    if not text.removesuffix("%").strip().isdecimal() or len(text) > 6:
        raise UnreadableError(_("Skriv ett heltal med siffror."))
    return int(text.removesuffix("%"))


def day(text: str) -> date | None:
    """A day, or nothing."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        hint = _("Skriv dagen som år-månad-dag, till exempel 2027-06-14.")
        raise UnreadableError(hint) from error


def truth(text: str) -> bool | None:
    """Yes, no, or nothing."""
    said = text.casefold()
    if said and said not in YES | NO:
        raise UnreadableError(_("Skriv ja eller nej, eller lämna tomt."))
    return said in YES if said else None


def listed(text: str) -> tuple[str, ...]:
    """Several short texts, each once."""
    parts = (part.strip() for part in text.replace("\n", ",").replace(";", ",").split(","))
    return tuple(dict.fromkeys(line(part) for part in parts if part))


def coded(terms: Callable[[], Terms]) -> Callable[[str], str | None]:
    """A reader of one code of a closed list, or its label in any language."""

    def read(text: str) -> str | None:
        if not text:
            return None
        for term in terms():
            called = (term.code, term.label_sv, term.label_nb, term.label_en)
            if text.casefold() in (name.casefold() for name in called):
                return term.code
        usual = ", ".join(term.code for term in list(terms())[:8])
        raise UnreadableError(
            _(
                "Vi känner inte igen ”%(text)s”. Skriv till exempel %(usual)s.",
                text=text[:40],
                usual=usual,
            )
        )

    return read


_language = coded(levels.languages)
_level = coded(lambda: levels.CEFR)
_licence = coded(lambda: levels.LICENCES)


def licences(text: str) -> tuple[str, ...]:
    """Several driving licences."""
    return tuple(code for each in listed(text) if (code := _licence(each)))


def spoken(text: str) -> tuple[LanguageNeed, ...]:
    """ "sv B1, en": languages with or without a level."""
    found = []
    for each in listed(text):
        name, _space, level = each.rpartition(" ")
        if name and level.casefold() in {code.casefold() for code in levels.CEFR.codes}:
            found.append(LanguageNeed(language=_language(name) or "", level=_level(level)))
        else:
            found.append(LanguageNeed(language=_language(each) or ""))
    return tuple(found)


def said(needs: Iterable[LanguageNeed]) -> str:
    """Languages as `spoken` reads them."""
    return ", ".join(" ".join(filter(None, (each.language, each.level))) for each in needs)


def truly(value: bool | None) -> str:
    """A truth as `truth` reads it."""
    return "" if value is None else "ja" if value else "nej"


def country(text: str) -> str:
    """The code of a country that we know, or nothing."""
    if text.upper() not in {"", "SE", "NO"}:
        raise UnreadableError(_("Skriv SE eller NO."))
    return text.upper()
