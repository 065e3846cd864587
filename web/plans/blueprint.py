"""The blueprint that every page about a plan hangs on, and how its pages begin and end."""

from uuid import UUID

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from web import guards
from web.db import session
from web.youths.viewing import noted
from youths import queries
from youths.models import Youth

bp = Blueprint("plans", __name__, url_prefix="/youths")


def get(youth_id: UUID) -> Youth:
    """The youth, if this person may see her. A look is noted; what is done leaves its own line."""
    youth = queries.get_visible(session, youth_id, to=guards.user())
    return noted(youth, "plan.viewed") if request.method == "GET" else youth


def done(youth: Youth, words: str, endpoint: str = "plans.show") -> ResponseReturnValue:
    """Keep what was done, and go back to a page of the youth."""
    session.commit()
    flash(words, "success")
    return redirect(url_for(endpoint, youth_id=youth.id))
