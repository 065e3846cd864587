"""The blueprint that every page about an introduction hangs on, and how its pages begin."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from placements import queries
from placements.models import Introduction, Party, Way
from placements.moving import Actor
from web import guards
from web.db import session

bp = Blueprint("introductions", __name__)


def get(introduction_id: UUID) -> Introduction:
    """The introduction, if the signed-in person may see its youth. Raises NotFound."""
    return queries.get_visible(session, introduction_id, to=guards.user())


def me(way: Way = Way.PORTAL) -> Actor:
    """The signed-in caseworker as one who takes a step."""
    return Actor(Party.CASEWORKER, guards.user(), way)


def done(introduction: Introduction, words: str) -> ResponseReturnValue:
    """Keep what was done, and go back to the page of the introduction."""
    session.commit()
    flash(words, "success")
    return redirect(url_for("introductions.show", introduction_id=introduction.id))
