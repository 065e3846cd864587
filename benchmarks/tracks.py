"""How long a page waits for what job tracks open, with the demo's tracks and many openings.

Run it with `python -m benchmarks.tracks [OPENINGS] [--collect]`. Each youth of the demo is asked
which tracks suit her, and each track which youths, once before anything is timed; beside it stands
what is asked on the same page of what would open more openings. Times are of the processor. With
`--collect` Python's collector looks through everything now and then, as it does by itself.
"""

import gc
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from sqlmodel import Session, SQLModel, select

from accounts.models import RoleName, User
from benchmarks.installation import NOW, add_openings
from demo.loading import load_once
from foundation.db import engine_from, reading, session_for
from foundation.settings import from_environ
from jobtracks.queries import readable
from suggestions.possibilities import opened_for
from suggestions.ranking import prepare
from suggestions.tracks import tracks_for, youths_for
from web import create_app
from youths.models import Youth

OPENINGS = 10_000


def milliseconds(asked: Callable[[], object]) -> float:
    """How much of a processor's time a question takes."""
    begun = time.process_time()
    asked()
    return 1000 * (time.process_time() - begun)


def tell(what: str, took: Sequence[float]) -> None:
    """Print the spread of some times."""
    print(f"{what:32} {len(took):3} times: median {median(took):5.0f} ms, most {max(took):5.0f} ms")


def main() -> None:
    """Print what each of the three questions takes."""
    collects = "--collect" in sys.argv
    openings = next((int(each) for each in sys.argv[1:] if each.isdecimal()), OPENINGS)
    with TemporaryDirectory() as folder:
        settings = from_environ({}, Path(folder))
        engine = engine_from(settings.database_url)
        SQLModel.metadata.create_all(engine)
        with create_app(settings).app_context(), session_for(engine) as session:
            load_once(session, now=NOW, zone=ZoneInfo("Europe/Stockholm"))
            add_openings(session, openings)
        prepare(engine)
        with Session(reading(engine)) as session:
            youths, tracks = session.exec(select(Youth)).all(), session.exec(readable()).all()
            users = [user for user in session.exec(select(User)) if _coordinates(user)]
            tracks_for(session, youths[0], now=NOW)
            if not collects:
                gc.collect()
                gc.freeze()  # as gunicorn.conf.py does
            print(f"{openings} openings beside the demo's, {len(tracks)} tracks")
            more = [milliseconds(partial(opened_for, session, y, now=NOW)) for y in youths]
            suited = [milliseconds(partial(tracks_for, session, y, now=NOW)) for y in youths]
            gain = [
                milliseconds(partial(youths_for, session, track, user, now=NOW))
                for track in tracks
                for user in users
            ]
        tell("what would open more", more)
        tell("which tracks suit a youth", suited)
        tell("which youths gain by a track", gain)
        engine.dispose()


def _coordinates(user: User) -> bool:
    return user.role is RoleName.COORDINATOR


if __name__ == "__main__":
    main()
