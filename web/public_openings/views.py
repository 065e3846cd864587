"""Openings that anybody may read: a list with a search, a page each, and the list for robots."""

from datetime import date
from uuid import UUID

from flask import Blueprint, Response, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from sqlmodel import col

from foundation import clock
from foundation.settings import Settings
from foundation.translating import zone
from openings import public as domain
from openings.models import Opening
from openings.queries import IN_LISTS, Filters
from web.db import session
from web.guards import public
from web.limits import READING, limiter
from web.lists import page_of
from web.openings import presenting, viewing, wording
from web.public_openings.filters import PublicFilterForm
from web.public_openings.posting import job_posting

bp = Blueprint("public_openings", __name__, url_prefix="/public/openings")

MOST_IN_SITEMAP = 50_000
"""What the sitemap protocol (sitemaps.org) allows in one file."""


@bp.get("")
@public
@limiter.limit(READING)
def index() -> ResponseReturnValue:
    """Everything that employers here show to the world, narrowed by the address."""
    form = PublicFilterForm(request.args)
    filters = form.filters()
    return render_template(
        "public_openings/index.html",
        form=form,
        page=page_of(domain.readable(filters, on=_today()).options(*IN_LISTS)),
        is_narrowed=filters != Filters(),
        words=wording,
    )


@bp.get("/<uuid:opening_id>")
@public
@limiter.limit(READING)
def show(opening_id: UUID) -> ResponseReturnValue:
    """One opening, without the people in it; one that is no longer open says so kindly."""
    try:
        opening = domain.get_readable(session, opening_id, on=_today())
    except domain.NoLongerOpen:
        return render_template("public_openings/gone.html"), 410
    if not current_user.is_authenticated:
        viewing.noted(opening)
    told = domain.without_persons(opening)
    shown = presenting.shown(told, with_people=False)
    return render_template(
        "public_openings/show.html",
        shown=shown,
        website=opening.employer.website if opening.employer else None,
        address=_address(opening_id),
        posting=job_posting(told, opening.employer, url=_address(opening_id)),
    )


@bp.get("/sitemap.xml")
@public
@limiter.limit(READING)
def sitemap() -> ResponseReturnValue:
    """The addresses of all pages, with the day of the last change, for search engines."""
    readable = domain.readable(Filters(), on=_today()).limit(MOST_IN_SITEMAP)
    rows = session.execute(readable.with_only_columns(col(Opening.id), col(Opening.updated_at)))
    pages = [(_address(id_), clock.local_date(changed_at, zone())) for id_, changed_at in rows]
    body = render_template("public_openings/sitemap.xml", pages=pages)
    return Response(body, mimetype="application/xml")


def _today() -> date:
    return clock.local_date(clock.now(), zone())


def _address(opening_id: UUID) -> str:
    """The whole address of an opening's page, at the installation's own address."""
    settings: Settings = current_app.config["SETTINGS"]
    return settings.public_url + url_for("public_openings.show", opening_id=opening_id)
