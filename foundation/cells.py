"""The cells of a spreadsheet: what each kind of cell may say, and how it is written.

Every reader raises UnreadableError, in words that tell what should stand there.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Protocol

from foundation.translating import _

LONGEST_LINE, LONGEST_TEXT = 120, 10_000
YES = frozenset({"ja", "yes", "x", "1", "true", "sant"})
NO = frozenset({"nej", "nei", "no", "0", "false", "falskt", "usant"})


class Named(Protocol):
    """A code of a closed list with what it is called in our languages."""

    @property
    def code(self) -> str: ...
    @property
    def label_sv(self) -> str: ...
    @property
    def label_nb(self) -> str: ...
    @property
    def label_en(self) -> str: ...


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


def coded(terms: Callable[[], Iterable[Named]]) -> Callable[[str], str | None]:
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


def graded(
    text: str,
    name: Callable[[str], str | None],
    grade: Callable[[str], str | None],
    grades: Collection[str],
) -> list[tuple[str, str | None]]:
    """ "sv B1, en": names, each with or without a grade after it."""
    known = {code.casefold() for code in grades}
    found = []
    for each in listed(text):
        before, _space, after = each.rpartition(" ")
        is_graded = bool(before) and after.casefold() in known
        called, level = (before, grade(after)) if is_graded else (each, None)
        found.append((name(called) or "", level))
    return found


def truly(value: bool | None) -> str:
    """A truth as `truth` reads it."""
    return "" if value is None else "ja" if value else "nej"
