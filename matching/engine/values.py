"""Facts as JSON and back: the few kinds that columns hold."""

import json
from collections.abc import Sequence
from dataclasses import astuple, is_dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.comparisons.beginning import Beginning
from matching.comparisons.work import Work
from matching.facts import LanguageLevel
from matching.rules.competence import Task
from matching.rules.dates import AgeLimit, Period
from matching.rules.places import Place

KINDS: dict[str, Any] = {
    kind.__name__: kind for kind in (AgeLimit, Beginning, LanguageLevel, Period, Place, Task, Work)
}
DAY = "day"


def written(values: Sequence[Any]) -> NDArray[np.uint8]:
    """Write facts as the letters of a JSON list."""
    text = json.dumps([_plain(each) for each in values], ensure_ascii=False)
    return np.frombuffer(text.encode(), dtype=np.uint8)


def read(letters: NDArray[np.uint8]) -> list[Any]:
    """Read facts back."""
    return [_whole(each) for each in json.loads(letters.tobytes())]


def _plain(value: Any) -> Any:
    """Turn a fact into what JSON knows; a kind stands before its parts."""
    if isinstance(value, date):
        return {DAY: value.toordinal()}
    if is_dataclass(value) and not isinstance(value, type):
        return {type(value).__name__: [_plain(each) for each in astuple(value)]}
    if isinstance(value, tuple):
        parts = [_plain(each) for each in value]
        return {type(value).__name__: parts} if hasattr(value, "_fields") else parts
    return value


def _whole(plain: Any) -> Any:
    """Turn what JSON knows into a fact."""
    if isinstance(plain, list):
        return tuple(_whole(each) for each in plain)
    if isinstance(plain, dict):
        [(kind, parts)] = plain.items()
        return date.fromordinal(parts) if kind == DAY else KINDS[kind](*map(_whole, parts))
    return plain
