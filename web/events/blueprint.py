"""The blueprint that every staff page about an event hangs on, and how its pages begin and end."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from events import queries
from events.models import Event
from web import guards
from web.db import session

bp = Blueprint("events", __name__, url_prefix="/events")


def own(event_id: UUID) -> Event:
    """The event, if it is of a team of the signed-in person's. Raises NotFound."""
    return queries.get_owned(session, event_id, by=guards.user())


def seen(event_id: UUID) -> Event:
    """The event, if the signed-in person may read it. Raises NotFound."""
    return queries.get_visible(session, event_id, to=guards.user())


def done(event_id: UUID, words: str, anchor: str | None = None) -> ResponseReturnValue:
    """Keep what was done, and go back to the page of the event."""
    session.commit()
    flash(words, "success")
    return redirect(url_for("events.show", event_id=event_id, _anchor=anchor))
