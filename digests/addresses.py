"""Where a letter's links lead: paths of the portal, which is not imported here.

A test holds them against the portal's own routes.
"""

from uuid import UUID

START = "/"
DESK = "/desk"
DIGESTS = "/digests"
ORGANISATION = "/employer/organisation"
OWN_OPENINGS = "/my-openings"
OWN_INTRODUCTIONS = "/my-introductions"
ANSWER = "/answer/"
INTRODUCTIONS = "/introductions"
BEFORE_DAY_90 = "/youths/before-day-90"
YOUTHS = "/youths"
TRACKS = "/tracks"
FEEDS = "/feeds"
STOP = "/letters/stop/"
STOP_OWN = "/letters/stop-own/"
OPINION = "/letters/opinion/"
PROLONG = "/letters/prolong/"


def suggestions(youth_id: UUID) -> str:
    """The suggestions for a youth."""
    return f"/youths/{youth_id}/suggestions"


def suggestion(youth_id: UUID, opening_id: UUID) -> str:
    """An opening beside a youth, with every reason."""
    return f"/youths/{youth_id}/openings/{opening_id}"


def possibilities(youth_id: UUID) -> str:
    """What would open more openings to a youth."""
    return f"/youths/{youth_id}/possibilities"


def first_days(youth_id: UUID) -> str:
    """A youth's first ninety days."""
    return f"/youths/{youth_id}/first-days"


def youth(youth_id: UUID) -> str:
    """A youth's own page."""
    return f"/youths/{youth_id}"


def introduction(introduction_id: UUID) -> str:
    """A caseworker's page about an introduction."""
    return f"/introductions/{introduction_id}"


def track(track_id: UUID) -> str:
    """A job track."""
    return f"/tracks/{track_id}"


def feed(feed_id: UUID) -> str:
    """A feed of openings."""
    return f"/feeds/{feed_id}"


def opening(opening_id: UUID) -> str:
    """An employer's own page about an opening."""
    return f"/my-openings/{opening_id}"


def public_opening(opening_id: UUID) -> str:
    """An opening's page for the world."""
    return f"/public/openings/{opening_id}"


def own_introduction(introduction_id: UUID) -> str:
    """An employer's page about an introduction."""
    return f"/my-introductions/{introduction_id}"


def meeting(meeting_id: UUID) -> str:
    """An employer's page about a meeting."""
    return f"/my-introductions/meetings/{meeting_id}"
