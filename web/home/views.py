"""The front page, the reader's language, and the two health checks."""

from functools import cache

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from sqlalchemy.exc import SQLAlchemyError

from accounts import service
from foundation import clock
from foundation.settings import LANGUAGES, ROOT
from web import db, guards, pages
from web.guards import public

bp = Blueprint("home", __name__)


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """Lead a signed-in person to her own start, and tell a visitor what this is."""
    if current_user.is_authenticated:
        return redirect(url_for(pages.start_of(guards.user().role)))
    return render_template("home/index.html")


@bp.post("/language")
@public
def language() -> ResponseReturnValue:
    """Keep the chosen language, and go back to the page it was chosen on."""
    chosen = request.form.get("language", "")
    if chosen not in LANGUAGES:
        abort(400)
    session["language"] = chosen
    if current_user.is_authenticated:
        service.choose_language(db.session, guards.user(), chosen, now=clock.now())
        db.session.commit()
    return redirect(guards.own_address(request.form.get("next")) or url_for("home.index"))


@bp.get("/accessibility")
@public
def accessibility() -> str:
    """The accessibility statement that the law asks for."""
    return render_template("home/accessibility.html")


@bp.get("/privacy")
@public
def privacy() -> str:
    """How personal data is handled."""
    return render_template("home/privacy.html")


@bp.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@bp.get("/readyz")
@public
def readyz() -> ResponseReturnValue:
    """The database answers and has the tables of this version; 503 tells what is missing."""
    try:
        revision = MigrationContext.configure(db.session.connection()).get_current_revision()
    except SQLAlchemyError:
        return _not_ready("the database does not answer")
    if revision != _newest_revision():
        return _not_ready(f"the tables are at {revision}, not at {_newest_revision()}")
    return {"status": "ready"}


def _not_ready(why: str) -> ResponseReturnValue:
    return {"status": "not ready", "why": why}, 503


@cache
def _newest_revision() -> str | None:
    """The last migration that this version brings."""
    return ScriptDirectory.from_config(Config(ROOT / "alembic.ini")).get_current_head()
