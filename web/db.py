"""The request's database session: one a request, committed by the view, closed at the end."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Flask, current_app, g, has_request_context, request
from sqlmodel import Session
from werkzeug.local import LocalProxy

from foundation.db import engine_from, reading
from foundation.settings import Settings
from suggestions.ranking import keep_in

View = TypeVar("View", bound=Callable[..., Any])
Sessions = Callable[[bool], Session]
"""Opens a session; the argument says whether it will only read."""


def sessions_of(settings: Settings) -> Sessions:
    """Sessions on the database that the settings name."""
    engine = engine_from(settings.database_url)
    keep_in(settings.index, engine)
    reader = reading(engine)
    return lambda reads_only: Session(reader if reads_only else engine)


def only_reads(view: View) -> View:
    """Mark a view that answers a form without saving anything, so that it waits for no writer."""
    view.only_reads = True  # type: ignore[attr-defined]  # the label that `_reads_only` reads
    return view


def _reads_only() -> bool:
    if not has_request_context():
        return False
    view = current_app.view_functions.get(request.endpoint or "")
    return request.method in {"GET", "HEAD", "OPTIONS"} or hasattr(view, "only_reads")


def _current() -> Session:
    if "session" not in g:
        g.session = current_app.extensions["sessions"](_reads_only())
    return cast(Session, g.session)


session: Session = cast(Session, LocalProxy(_current))


def writing_session() -> Session:
    """A session of its own for what must be written while a page is only read."""
    return cast(Session, current_app.extensions["sessions"](False))


def register(app: Flask, sessions: Sessions) -> None:
    """Give the app its database."""
    app.extensions["sessions"] = sessions
    app.teardown_appcontext(_close)


def _close(_error: BaseException | None) -> None:
    opened = g.pop("session", None)
    if opened is not None:
        opened.close()
