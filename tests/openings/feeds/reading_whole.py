"""Reads a feed whole, in a process that a test can kill."""

from uuid import UUID

from foundation.db import engine_from
from openings.feeds.models import Reach
from openings.feeds.running import Reading, run


def read_whole(url: str, feed_id: UUID) -> None:
    """Read it into the database at an address."""
    run(Reading(engine_from(url)), feed_id, Reach.WHOLE)
