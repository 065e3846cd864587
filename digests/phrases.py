"""Phrases that every kind of digest speaks in."""

from collections.abc import Callable

from babel.lists import format_list

from foundation import translating
from foundation.translating import _


def subject_of(what: str) -> str:
    """The subject of a letter: never a name, and never an opening."""
    return _("Veckosammanställning: %(what)s", what=what)


def lead() -> str:
    """The sentence that a letter begins with."""
    return _("Hej! Här är det som är nytt sedan förra brevet, och det som väntar på dig.")


def waits_for_you() -> str:
    """What a subject says where nothing is new."""
    return _("det här väntar på dig")


def and_so(*counted: tuple[Callable[[int], str], int]) -> str:
    """What there is any of, in one phrase: "2 nya starka förslag och 1 nytt gott förslag"."""
    return format_list([words(num) for words, num in counted if num], locale=translating.locale())
