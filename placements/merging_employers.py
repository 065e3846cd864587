"""Merges two rows for one employer, with all that refers to it in every package."""

from datetime import datetime

from sqlmodel import Session

from accounts.models import User
from employers import merging
from employers.models import Employer
from events import belonging as of_events
from jobtracks import belonging as of_tracks
from openings import belonging as of_openings

BELONGING = (of_openings, of_tracks, of_events)
"""The packages that have rows about an employer; each has MOVED and `move`."""


def merge(
    session: Session, duplicate: Employer, kept: Employer, *, by: User, now: datetime
) -> None:
    """Let `kept` have all that `duplicate` has, in one transaction.

    Raises what `employers.merging.merge` raises.
    """
    merging.merge(session, duplicate, kept, by=by, now=now)
    for package in BELONGING:
        package.move(session, duplicate, kept)
