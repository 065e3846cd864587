"""Where saved indexes lie: the newest is named in a file, so that a reader never finds half of one.

A folder that somebody has open stays readable after it is deleted, as the system keeps its pages.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from uuid import uuid4

from matching.engine.storing import UnreadableIndexError
from matching.explaining import FetchVacancies
from matching.matcher import OpeningMatcher

NEWEST, ABOUT = "newest", "about.json"


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved index: where it lies, and which openings it has read."""

    path: Path
    published: int
    changed_at: datetime | None


def put(
    matcher: OpeningMatcher, folder: Path, *, published: int, changed_at: datetime | None
) -> None:
    """Save an index beside the others, make it the newest, and clear the older ones away."""
    path = folder / uuid4().hex
    path.mkdir(parents=True)
    matcher.save(path)
    moment = changed_at.isoformat() if changed_at else None
    (path / ABOUT).write_text(json.dumps({"published": published, "changed_at": moment}), "utf-8")
    waiting = folder / f"{path.name}.{NEWEST}"
    waiting.write_text(path.name, "utf-8")
    waiting.replace(folder / NEWEST)
    for other in folder.iterdir():
        if other.is_dir() and other != path:
            rmtree(other, ignore_errors=True)


def newest(folder: Path) -> Saved | None:
    """The index that was saved last, if there is one."""
    with suppress(OSError, ValueError, KeyError):
        path = folder / (folder / NEWEST).read_text("utf-8").strip()
        about = json.loads((path / ABOUT).read_text("utf-8"))
        moment = about["changed_at"]
        return Saved(path, about["published"], moment and datetime.fromisoformat(moment))
    return None


def opened(matcher: OpeningMatcher, path: Path, fetch: FetchVacancies) -> bool:
    """Open a saved index; False where other code or another reference wrote it, or it is gone."""
    with suppress(OSError, UnreadableIndexError):
        matcher.open(path, fetch)
        return True
    return False
