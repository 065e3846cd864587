"""What the clock sets going, and when. Times are on the wall in the installation's zone."""

from dataclasses import asdict
from datetime import timedelta

from background import posting, weekly
from background.resources import Facts, Resources, Task
from foundation import clock
from foundation.db import session_for
from jobtracks import letters as track_letters
from jobtracks import tending as tracks
from openings import service as openings
from openings.feeds import queries as feed_queries
from openings.feeds import running as feeds
from openings.feeds.models import Reach
from placements import merging
from placements import service as placements
from placements.agreements import service as agreements
from placements.agreements import warning
from suggestions import service as suggestions
from suggestions import sharing
from suggestions.ranking import prepare
from youths.agencies import tending as handovers


def close_expired(resources: Resources) -> Facts:
    """Close openings whose last day has passed."""
    with session_for(resources.engine) as session:
        return {"closed": openings.close_expired(session, resources.now())}


def refresh_suggestions(resources: Resources) -> Facts:
    """Rank every youth's openings anew."""
    prepare(resources.engine)
    summary = suggestions.refresh_all(
        resources.engine, now=resources.now(), progress=resources.progress
    )
    return asdict(summary)


def tend_introductions(resources: Resources) -> Facts:
    """Remind of what waits, close what nobody answers, and put aside drafts that lie."""
    public_url, now = resources.settings.public_url, resources.now()
    with session_for(resources.engine) as session:
        tended = placements.tend(session, public_url=public_url, now=now)
        dropped = agreements.tend(session, public_url=public_url, now=now)
        warned = warning.warn(session, public_url=public_url, now=now)
    return asdict(tended) | {"drafts_dropped": dropped, "drafts_warned": warned}


def tend_handovers(resources: Resources) -> Facts:
    """Warn of handovers that nobody has answered, and end those whose time is over."""
    settings, now = resources.settings, resources.now()
    with session_for(resources.engine) as session:
        warned, expired = handovers.tend(
            session,
            today=clock.local_date(now, settings.timezone),
            public_url=settings.public_url,
            now=now,
        )
    return {"warned": warned, "expired": expired}


def tend_tracks(resources: Resources) -> Facts:
    """Let offers of seats lapse that nobody has answered, and hand the seats on."""
    public_url, now = resources.settings.public_url, resources.now()
    with session_for(resources.engine) as session:
        tended, offered = tracks.tend(session, now=now)
        track_letters.seats_are_offered(session, offered, public_url=public_url, now=now)
    return asdict(tended)


def gather_merged(resources: Resources) -> Facts:
    """Bring along what was written about a youth at the moment she was merged into another row."""
    with session_for(resources.engine) as session:
        return {"gathered": merging.gather(session, now=resources.now())}


def share_out_suggestions(resources: Resources) -> Facts:
    """Pick this week's suggestions, so that they are shared out fairly."""
    shared = sharing.share_out(resources.engine, now=resources.now())
    return {"picked": shared.picked, "overlooked": shared.overlooked} if shared else {}


def read_feeds(resources: Resources) -> Facts:
    """Read what is new in every feed, its texts, and look for twins."""
    return feeds.run_due(_reading(resources), Reach.NEWS)


def read_feeds_whole(resources: Resources) -> Facts:
    """Go through all that every source has, and close what it no longer has."""
    return feeds.run_due(_reading(resources), Reach.WHOLE)


def read_wished_feeds(resources: Resources) -> Facts:
    """Read the feeds that somebody has asked for."""
    return feeds.run_wished(_reading(resources))


def _reading(resources: Resources) -> feeds.Reading:
    return feeds.Reading(
        resources.engine,
        nav_token=resources.settings.nav_token,
        now=resources.now,
        processes=feeds.own_processes(),
    )


TASKS = (
    Task("close-expired", "10 0 * * *", close_expired, catch_up=timedelta(hours=24)),
    Task("tend-introductions", "5 6 * * *", tend_introductions, catch_up=timedelta(hours=18)),
    Task("tend-handovers", "15 6 * * *", tend_handovers, catch_up=timedelta(hours=18)),
    Task("tend-tracks", "20 6 * * *", tend_tracks, catch_up=timedelta(hours=18)),
    Task(weekly.REFRESH, "30 4 * * *", refresh_suggestions, catch_up=timedelta(hours=24)),
    Task(weekly.SHARE_OUT, "30 5 * * mon", share_out_suggestions, catch_up=timedelta(hours=48)),
    Task("send-digests", "0 * * * *", weekly.send_digests),
    Task("gather-merged", "*/10 * * * *", gather_merged),
    Task("read-feeds", f"{feed_queries.MINUTE} * * * *", read_feeds, lane="feeds"),
    Task(
        "read-feeds-whole",
        "40 1 * * *",
        read_feeds_whole,
        catch_up=timedelta(hours=24),
        lane="feeds",
    ),
    Task("read-wished-feeds", "* * * * *", read_wished_feeds, lane="feeds", seconds="20"),
    Task("deliver-letters", "* * * * *", posting.deliver_letters, lane="mail", seconds="*/5"),
    Task("read-bounces", "*/5 * * * *", posting.read_bounces, lane="mail"),
)
