"""How the feeds go, for administrators and coordinators; setting them up, for administrators."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from openings.feeds import queries, service
from openings.feeds.models import Feed
from web import guards
from web.db import session
from web.feeds import wording
from web.feeds.forms import FeedForm
from web.guards import administrators_and_coordinators, administrators_only

bp = Blueprint("feeds", __name__, url_prefix="/feeds")

RUNS = 20
"""How many of the last runs a feed's page shows: most of a day."""


@bp.get("")
@administrators_and_coordinators
def index() -> str:
    """Every feed: how it stands, what its last run brought, and when it runs next."""
    now = clock.now()
    standings = queries.standings(session, now=now)
    following = [each for feed in standings if (each := queries.next_run(feed.feed, now=now))]
    return render_template(
        "feeds/index.html",
        standings=standings,
        following=min(following, default=None),
        wording=wording,
    )


@bp.get("/<uuid:feed_id>")
@administrators_and_coordinators
def show(feed_id: UUID) -> str:
    """A feed's last runs."""
    feed = queries.get(session, feed_id)
    runs = queries.runs_of(session, feed, limit=RUNS)
    following = queries.next_run(feed, now=clock.now())
    return render_template(
        "feeds/show.html", feed=feed, runs=runs, following=following, wording=wording
    )


@bp.post("/<uuid:feed_id>/run")
@administrators_and_coordinators
def run(feed_id: UUID) -> ResponseReturnValue:
    """Ask for a run; the clock takes it up."""
    feed = queries.get(session, feed_id)
    service.wish(session, feed, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("%(name)s läses inom en minut.", name=feed.name), "success")
    return redirect(url_for(".index"))


@bp.route("/new", methods=["GET", "POST"])
@administrators_only
def new() -> ResponseReturnValue:
    """Set a feed up."""
    return _edited(None)


@bp.route("/<uuid:feed_id>/edit", methods=["GET", "POST"])
@administrators_only
def edit(feed_id: UUID) -> ResponseReturnValue:
    """Change a feed."""
    return _edited(queries.get(session, feed_id))


def _edited(feed: Feed | None) -> ResponseReturnValue:
    form = FeedForm.of(feed)
    if form.validate_on_submit():
        try:
            _save(form, feed)
        except service.NameTaken as refusal:
            form.name.errors = [str(refusal)]
        except service.OneIsEnough as refusal:
            form.kind.errors = [str(refusal)]
        except service.NoAddress as refusal:
            form.address.errors = [str(refusal)]
        else:
            session.commit()
            flash(_("Flödet är sparat."), "success")
            return redirect(url_for(".index"))
        session.rollback()
    return render_template("feeds/edit.html", form=form, feed=feed)


def _save(form: FeedForm, feed: Feed | None) -> None:
    by, now = guards.user(), clock.now()
    if feed is None:
        service.set_up(session, form.facts(), by=by, now=now)
    else:
        service.change(session, feed, form.facts(feed.kind), by=by, now=now)
