"""Counts looks at the pages of openings; who looked is not kept."""

from flask import request

from foundation import clock
from foundation.translating import zone
from openings import viewing
from openings.models import Opening
from web import db


def noted(opening: Opening) -> Opening:
    """Count that this opening's page is opened, and return it. A script's HEAD is no look."""
    if request.method == "GET":
        with db.writing_session() as counting:
            today = clock.local_date(clock.now(), zone())
            viewing.note_view(counting, opening, on=today)
            counting.commit()
    return opening
