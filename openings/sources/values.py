"""Reads values out of rows that may hold anything. None of these functions ever raises."""

import html
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

LONGEST_LINE = 300
LONGEST_TEXT = 60_000
YEARS = range(1990, 2100)

# Control characters, among them NUL that PostgreSQL refuses, and halves of surrogate pairs.
_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_IS_HTML = re.compile(r"(?i)</?(?:p|br|ul|ol|li|div|span|strong|b|i|em|u|a|h[1-6])\b[^<>]*>")
_UNSEEN = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->")
_BREAK = re.compile(r"(?i)<(?:br|/?p|/?div|/?ul|/?ol|/?li|/?tr|/?h[1-6]|/?table|hr)\b[^<>]*>")
_TAG = re.compile(r"(?i)</?[a-z][^<>]*>")

# The beginnings of the months' names in Swedish, Norwegian and English.
_MONTHS = "jan|feb|mar|apr|ma[ijy]|jun|jul|aug|sep|o[kc]t|nov|de[sc]"
_DOTTED_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_WRITTEN_DAY = re.compile(rf"(?i)(\d{{1,2}})\.?\s+({_MONTHS})[a-zé]*\.?\s+(\d{{4}})")

_WIDE = ("  ", " \n", "\n ")
"""More space than is kept."""


def part(value: Any, *names: str) -> Any:
    """Follow names into nested objects; None where the way ends."""
    for name in names:
        is_object = type(value) is dict or isinstance(value, Mapping)  # nearly all are the first
        value = value.get(name) if is_object else None
    return value


def nested(value: Any, *names: str) -> Mapping[str, Any]:
    """The object at the end of the way; an empty one where there is none."""
    found = part(value, *names)
    return found if isinstance(found, Mapping) else {}


def parts(value: Any) -> list[Mapping[str, Any]]:
    """The objects in a list."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def identity(value: Any) -> str:
    """A foreign id as text, whether it came as text or as a number; else empty."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**18:
        return str(value)
    return line(value)


def line(value: Any) -> str:
    """Text on one line, without tags and entities; empty if it is no text."""
    if isinstance(value, str) and value.isprintable() and not _has_markup(value):
        return " ".join(value.split())[:LONGEST_LINE].strip()  # nearly every line is plain
    return " ".join(text(value).split())[:LONGEST_LINE].strip()


def text(value: Any) -> str:
    """Text over several lines, without tags and entities; empty if it is no text."""
    if not isinstance(value, str):
        return ""
    if _has_markup(value):
        if _IS_HTML.search(value):
            value = _TAG.sub("", _BREAK.sub("\n", _UNSEEN.sub("", value)))
        value = html.unescape(value)
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    is_odd = not plain.replace("\n", "").isprintable()
    if is_odd:
        plain = _UNWANTED.sub("", plain)
    if is_odd or any(wide in plain for wide in _WIDE):  # other space than " " is not printable
        plain = "\n".join([" ".join(each.split()) for each in plain.split("\n")])
    return single_spaced(plain)[:LONGEST_TEXT].strip()


def single_spaced(text: str) -> str:
    """A text with at most one empty line between others."""
    return re.sub(r"\n{3,}", "\n\n", text) if "\n\n\n" in text else text


def _has_markup(value: str) -> bool:
    """Whether there may be a tag or an entity."""
    return "<" in value or "&" in value


def truth(value: Any) -> bool | None:
    """A truth value, or None for anything else."""
    return value if isinstance(value, bool) else None


def count(value: Any, *, least: int, most: int) -> int | None:
    """A whole number within limits, also where it came as text ("2", "2 stillinger")."""
    if isinstance(value, str):
        digits = re.match(r"\s*(\d{1,9})(?![\d.,])", value)
        value = int(digits[1]) if digits else None
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and least <= value <= most else None


def moment(value: Any, zone: ZoneInfo) -> datetime | None:
    """A moment in UTC from ISO 8601, taken to be in `zone` where it names none."""
    with suppress(ValueError, OverflowError):
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
        if found is not None and found.year in YEARS:
            return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    return None


def moment_from_milliseconds(value: Any) -> datetime | None:
    """A moment in UTC from milliseconds since 1970."""
    with suppress(ValueError, OverflowError, OSError, TypeError):
        found = datetime.fromtimestamp(value / 1000, UTC)
        return found if found.year in YEARS else None
    return None


def day(value: Any, zone: ZoneInfo) -> date | None:
    """The day in `zone`, from ISO 8601, "31.12.2026" or "31. desember 2026"; else None."""
    found = moment(value, zone)
    if found is not None:
        return found.astimezone(zone).date()
    with suppress(ValueError):
        return _day_in_words(value) if isinstance(value, str) else None
    return None


def _day_in_words(value: str) -> date | None:
    """Raises ValueError for a day that does not exist, such as 31.02.2026."""
    if match := _DOTTED_DAY.search(value):
        number, month, year = (int(each) for each in match.groups())
    elif match := _WRITTEN_DAY.search(value):
        number, year = int(match[1]), int(match[3])
        month = next(
            i for i, name in enumerate(_MONTHS.split("|"), 1) if re.match(name, match[2].lower())
        )
    else:
        return None
    return date(year, month, number) if year in YEARS else None
