"""Texts, dates and numbers in the reader's language, with or without a web request.

Swedish is the source: the text in the code is the text that is shown, and the catalogues in
`translations/` hold bokmål and English. The language is a context variable, so a letter in
bokmål can be written while a page is shown in Swedish.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from gettext import NullTranslations
from typing import cast
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_timedelta
from babel.numbers import format_decimal
from babel.support import LazyProxy, Translations

from foundation.settings import LANGUAGES, ROOT

SOURCE = "sv"
_language: ContextVar[str] = ContextVar("language", default=SOURCE)
_zone: ContextVar[ZoneInfo | None] = ContextVar("zone", default=None)
HOME = ZoneInfo("Europe/Stockholm")

FEWEST_SHOWN = 5
"""A smaller number of people than this could point somebody out, and is not told."""


def language() -> str:
    """The language that texts are made in right now."""
    return _language.get()


def speak(code: str) -> None:
    """Make texts in this language from here on, in this request or task."""
    _language.set(code if code in LANGUAGES else SOURCE)


def keep_time_in(zone: ZoneInfo) -> None:
    """Show times in this zone from here on."""
    _zone.set(zone)


def zone() -> ZoneInfo:
    """The zone of the clock on the wall, here and now."""
    return _zone.get() or HOME


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Make texts in this language inside the block."""
    token = _language.set(code if code in LANGUAGES else SOURCE)
    try:
        yield
    finally:
        _language.reset(token)


@cache
def _catalogue(code: str) -> NullTranslations:
    if code == SOURCE:
        return NullTranslations()
    return Translations.load(ROOT / "translations", [code])


def catalogue() -> NullTranslations:
    """The catalogue of the language right now, with gettext's usual methods."""
    return _catalogue(language())


def gettext(text: str, /, **facts: object) -> str:
    """`text` in the reader's language, with `%(name)s` filled in from `facts`."""
    translated = catalogue().gettext(text)
    return translated % facts if facts else translated


def ngettext(one: str, many: str, num: int, /, **facts: object) -> str:
    """`one` or `many` as the number asks, with `%(num)s` and `facts` filled in."""
    return catalogue().ngettext(one, many, num) % {"num": number(num), **facts}


def lazy_gettext(text: str, /, **facts: object) -> str:
    """A text that is translated when it is read, for what is made before the reader is known."""
    return cast(str, LazyProxy(gettext, text, enable_cache=False, **facts))


_ = gettext
lazy_ = lazy_gettext


def locale() -> Locale:
    """Babel's locale for the language right now."""
    return Locale.parse({"nb": "nb_NO", "en": "en_GB"}.get(language(), "sv_SE"))


def number(value: float) -> str:
    """A number as it is written here: "12 500"."""
    return format_decimal(value, locale=locale())


def few(count: int) -> str:
    """A number of people as somebody who may not know who they are reads it."""
    if 0 < count < FEWEST_SHOWN:
        return gettext("färre än %(fewest)s", fewest=number(FEWEST_SHOWN))
    return number(count)


def few_or_none(count: int) -> str:
    """A number of people as an employer reads it: whether there is anybody is not told either."""
    return number(count) if count >= FEWEST_SHOWN else f"0–{FEWEST_SHOWN - 1}"


def day(value: date, *, with_year: bool = False) -> str:
    """A date in words: "måndag 23 november"."""
    return format_date(value, "EEEE d MMMM y" if with_year else "EEEE d MMMM", locale=locale())


def short_day(value: date) -> str:
    """A date for a table: "23 nov. 2026"."""
    return format_date(value, "d MMM y", locale=locale())


def moment(value: datetime) -> str:
    """A date and a time on the wall: "måndag 23 november 07:00"."""
    return format_datetime(value, "EEEE d MMMM HH:mm", tzinfo=zone(), locale=locale())


def ago(value: datetime, now: datetime) -> str:
    """How long ago it was: "för 3 dagar sedan"."""
    return format_timedelta(value - now, add_direction=True, locale=locale())
