"""The feed of public openings, in the addresses and the shape of JobStream: JSON Lines, no key.

Off unless the installation says `PUBLIC_FEED=yes`. An opening is in it only where its page is open
to the world.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, abort, current_app, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.settings import Settings
from foundation.translating import zone
from openings import feed
from openings.feed import Window
from web.db import session
from web.guards import public
from web.limits import FEED, limiter

bp = Blueprint("feed", __name__, url_prefix="/v2")

JSON_LINES = "application/jsonl"


@bp.get("/snapshot")
@public
@limiter.limit(FEED)
def snapshot() -> ResponseReturnValue:
    """Every public opening as it is now."""
    _demand_switched_on()
    today = clock.local_date(clock.now(), zone())
    return _streamed(feed.snapshot(session, on=today))


@bp.get("/stream")
@public
@limiter.limit(FEED)
def stream() -> ResponseReturnValue:
    """What has become public, changed or gone after `updated-after`, up to `updated-before`."""
    _demand_switched_on()
    now = clock.now()
    after, before = _moment("updated-after"), _moment("updated-before", now)
    if after is None or before is None:
        told = {"error": "updated-after (and updated-before) must be like 2026-11-23T08:00:00"}
        return told, 400
    today = clock.local_date(now, zone())
    return _streamed(feed.changes(session, Window(after, before), on=today))


def _demand_switched_on() -> None:
    settings: Settings = current_app.config["SETTINGS"]
    if not settings.public_feed:
        abort(404)


def _moment(name: str, if_missing: datetime | None = None) -> datetime | None:
    """A moment of the address, on the wall here where it names no zone; None where it is none."""
    if name not in request.args:
        return if_missing
    try:
        found = datetime.fromisoformat(request.args[name].replace(" ", "+"))
        return (found if found.tzinfo else found.replace(tzinfo=zone())).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _streamed(ads: Iterable[dict[str, Any]]) -> Response:
    """One ad a line, each with the address of its page, sent as it is read."""
    settings: Settings = current_app.config["SETTINGS"]

    def lines() -> Iterator[str]:
        for ad in ads:
            if not ad["removed"]:
                page = url_for("public_openings.show", opening_id=ad["id"])
                ad["webpage_url"] = settings.public_url + page
            yield json.dumps(ad, ensure_ascii=False) + "\n"

    return Response(stream_with_context(lines()), mimetype=JSON_LINES)
