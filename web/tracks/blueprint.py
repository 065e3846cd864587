"""The blueprint that every staff page about a track hangs on, and how its pages begin and end."""

from collections.abc import Iterable
from uuid import UUID

from flask import Blueprint, current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.settings import Settings
from jobtracks import letters, queries
from jobtracks.enrolments.models import Enrolment
from jobtracks.models import JobTrack
from web import guards
from web.db import session

bp = Blueprint("tracks", __name__, url_prefix="/tracks")


def own(track_id: UUID) -> JobTrack:
    """The track, if it is of a team of the signed-in person's. Raises NotFound."""
    return queries.get_owned(session, track_id, by=guards.user())


def done(track_id: UUID, words: str, anchor: str | None = None) -> ResponseReturnValue:
    """Keep what was done, and go back to the page of the track."""
    session.commit()
    flash(words, "success")
    return redirect(url_for("tracks.show", track_id=track_id, _anchor=anchor))


def tell(offered: Iterable[Enrolment]) -> None:
    """Write to the caseworkers of those who have been offered a seat that came free."""
    settings: Settings = current_app.config["SETTINGS"]
    letters.seats_are_offered(session, offered, public_url=settings.public_url, now=clock.now())
