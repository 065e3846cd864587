"""Who looks at whom: a line in the audit log for every page that shows a youth.

A page that is only read has a session that cannot write, so the line gets one of its own. What
is done to a youth leaves its own line where it is done.
"""

from collections.abc import Iterable

from accounts import audit
from foundation import clock
from web import guards
from web.db import writing_session
from youths.models import Youth


def noted(youth: Youth, action: str = "youth.viewed") -> Youth:
    """Log that the signed-in person sees this youth on a page, and return her."""
    _note(action, youth)
    return youth


def noted_list(youths: Iterable[Youth], action: str = "youths.listed") -> None:
    """Log that the signed-in person sees these youths in a list."""
    _note(action, None, youth_ids=[str(youth.id) for youth in youths])


def _note(action: str, youth: Youth | None, **facts: object) -> None:
    with writing_session() as log:
        audit.record(log, by=guards.user(), action=action, subject=youth, now=clock.now(), **facts)
        log.commit()
