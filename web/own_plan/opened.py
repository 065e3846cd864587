"""Which link this browser has opened: kept in the signed cookie, so that no address holds it.

It is forgotten after a while without use, for the computer may be a library's.
"""

from datetime import datetime, timedelta
from uuid import UUID

from flask import session as cookie

from web.db import session
from youths.plans import links
from youths.plans.links import LinkOver
from youths.plans.models import PersonalLink

KEY = "own_plan"
IDLE = timedelta(hours=2)


def remember(link: PersonalLink, *, now: datetime) -> None:
    """Let this browser come in again for a while."""
    cookie[KEY] = {"link": str(link.id), "until": (now + IDLE).timestamp()}


def current(*, now: datetime) -> PersonalLink:
    """The link that was opened here, if it still works. Raises LinkOver."""
    kept = cookie.get(KEY)
    if not kept or kept["until"] < now.timestamp():
        forget()
        raise LinkOver
    link = links.get(session, UUID(kept["link"]), now=now)
    remember(link, now=now)
    return link


def forget() -> None:
    """Close the page on this browser."""
    cookie.pop(KEY, None)
