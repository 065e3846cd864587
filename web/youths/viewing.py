"""Who looks at whom: a line in the audit log for every youth that a page shows.

A page that is only read has a session that cannot write, so its lines get one of their own. A form
that comes back with its faults shows her too; then the request's own session writes, because it
holds the lock already.
"""

from collections.abc import Iterable

from flask import request

from accounts import audit
from foundation import clock
from web import db, guards
from youths.models import Youth


def noted(youth: Youth, action: str = "youth.viewed") -> Youth:
    """Log that the signed-in person sees this youth on a page, and return her."""
    noted_list([youth], action)
    return youth


def noted_list(youths: Iterable[Youth], action: str = "youth.listed") -> None:
    """Log that the signed-in person sees each of these youths."""
    by, now = guards.user(), clock.now()
    if request.method in {"GET", "HEAD"}:
        with db.writing_session() as log:
            audit.record_each(log, youths, by=by, action=action, now=now)
            log.commit()
    else:
        audit.record_each(db.session, youths, by=by, action=action, now=now)
        db.session.commit()


def shown_again(youth: Youth) -> Youth:
    """Log that a form came back with its faults and the youth in it, and return her."""
    return noted(youth) if request.method == "POST" else youth
