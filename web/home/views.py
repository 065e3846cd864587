"""The front page, the reader's language, and the two health checks."""

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from sqlmodel import text

from foundation.settings import LANGUAGES
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
        guards.user().language = chosen
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
    """The database answers and has the tables of this version."""
    db.session.exec(text("SELECT version_num FROM alembic_version"))  # type: ignore[call-overload]
    return {"status": "ready"}
