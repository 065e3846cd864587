"""Published reports: no sign-in, no person, and so free to be kept by caches on the way."""

from uuid import UUID

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from foundation.translating import speaking
from goals import queries
from web.db import session
from web.goals.views import around
from web.guards import public
from web.limits import READING, limiter

bp = Blueprint("public_results", __name__, url_prefix="/public/results")

KEPT_FOR = 3600
"""Seconds that a cache may show a page without asking: a report taken down is gone within that."""


@bp.get("")
@public
@limiter.limit(READING)
def index() -> ResponseReturnValue:
    """The reports there are."""
    reports = queries.published(session)
    return cached(render_template("public_results/index.html", reports=reports))


@bp.get("/<uuid:report_id>")
@public
@limiter.limit(READING)
def show(report_id: UUID) -> ResponseReturnValue:
    """One report, in the language that it was written in."""
    report = queries.get_published(session, report_id)
    with speaking(report.language):
        page = render_template(
            "public_results/show.html",
            report=report,
            told=report.content,
            programme=report.programme,
            **around(),
        )
    return cached(page)


def cached(page: str) -> ResponseReturnValue:
    """The page with what a cache needs: how long it is good for, and a tag to ask by.

    The page has no frame of its reader's, so it is the same for everybody.
    """
    answer = make_response(page)
    answer.cache_control.public, answer.cache_control.max_age = True, KEPT_FOR
    answer.add_etag()
    return answer.make_conditional(request)
