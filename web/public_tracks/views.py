"""Published tracks for whoever looks for a way to work: a list, and a page each to print."""

from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import zone
from jobtracks import checks, queries, schedule
from jobtracks.models import Part, Path
from web.db import session
from web.guards import public
from web.limits import READING, limiter
from web.lists import page_of
from web.tracks import content, wording

bp = Blueprint("public_tracks", __name__, url_prefix="/public/tracks")


@bp.get("")
@public
@limiter.limit(READING)
def index() -> ResponseReturnValue:
    """Every track that may be read."""
    page = page_of(queries.readable())
    return render_template(
        "public_tracks/index.html",
        page=page,
        rooms=queries.rooms(session, page.rows),
        words=wording,
    )


@bp.get("/<uuid:track_id>")
@public
@limiter.limit(READING)
def show(track_id: UUID) -> ResponseReturnValue:
    """One track: what the work is, the way there, when it begins, who wants people."""
    track = queries.get_readable(session, track_id)
    today = clock.local_date(clock.now(), zone())
    whole = checks.whole(session, track)
    cohorts = queries.cohorts_of(session, track)
    return render_template(
        "public_tracks/show.html",
        track=track,
        parts=content.parts(whole.steps),
        weeks_before=schedule.weeks(schedule.steps_of(whole.steps, Part.BEFORE)),
        has_choice=any(step.part is Part.AFTER for step in whole.steps),
        paths=tuple(Path),
        cohorts=[each for each in cohorts if each.is_open and each.starts_on >= today],
        employers=sorted({each.employer.name for each in whole.letters if each.ends_on >= today}),
        words=wording,
    )
