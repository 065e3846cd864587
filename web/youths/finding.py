"""A youth found by some letters of her alias. What is searched for never stands in an address."""

from uuid import UUID

from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from web import guards
from web.db import session
from web.fields import tidy
from web.guards import caseworkers_only
from web.limits import limiter
from web.reference.views import LONGEST_QUESTION, TYPING
from web.youths.blueprint import bp
from web.youths.viewing import noted_list
from youths import queries
from youths.models import Youth

MOST_SUGGESTED, MOST_FOUND = 8, 50


@bp.post("/find")
@caseworkers_only
@limiter.limit(TYPING)
def find() -> ResponseReturnValue:
    """Go to the one that was chosen, or to the only one found; else show who it may be."""
    chosen = _id_of(request.form.get("youth_id", ""))
    if chosen is not None:
        return redirect(url_for(".show", youth_id=chosen), code=303)
    found = _found(MOST_FOUND)
    noted_list(found, "youth.found")
    if len(found) == 1:
        return redirect(url_for(".show", youth_id=found[0].id), code=303)
    return render_template("youths/found.html", found=found, words=_words(), most=MOST_FOUND)


@bp.post("/find/suggest")
@caseworkers_only
@limiter.limit(TYPING)
def suggest() -> ResponseReturnValue:
    """Youths for what somebody has begun to write: `[{code, title, label}]`."""
    found = _found(MOST_SUGGESTED)
    noted_list(found, "youth.found")
    return jsonify(
        [
            {"code": str(each.id), "title": each.alias, "label": each.responsible.name}
            for each in found
        ]
    )


def _words() -> str:
    return tidy(request.form.get("q"))[:LONGEST_QUESTION]


def _found(most: int) -> list[Youth]:
    """Those of one's teams whose alias holds the words; those that begin with them come first."""
    return queries.find(session, guards.user(), _words(), most=most)


def _id_of(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
