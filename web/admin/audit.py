"""The audit log, read by the few who may; that it was read is written down too."""

import re
from datetime import date, datetime, time, timedelta
from uuid import UUID

from flask import current_app, render_template, request

from accounts import audit as log
from accounts import queries
from foundation import clock
from foundation.settings import Settings
from web import db, guards
from web.admin.blueprint import bp
from web.admin.forms import EVERY, AuditSearchForm
from web.guards import administrators_only
from web.lists import page_of

IDENTITY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@bp.get("/audit-log")
@administrators_only
def audit() -> str:
    """Who has seen and changed what, newest first."""
    form = AuditSearchForm(request.args)
    form.action.choices = [EVERY, *((name, name) for name in queries.actions(db.session))]
    wanted = _wanted(form)
    page = page_of(queries.audit_lines(wanted))
    names = queries.names(db.session, {line.actor_id for line in page.rows if line.actor_id})
    _note_reading(form)
    return render_template("admin/audit.html", form=form, page=page, names=names, exactly=_exactly)


def _wanted(form: AuditSearchForm) -> queries.Wanted:
    """What the form asks for. A subject is found by its id, also inside a page's address."""
    who = (form.who.data or "").strip()
    found = IDENTITY.search(form.subject.data or "")
    actors = db.session.exec(queries.people(matching=who)) if who else None
    return queries.Wanted(
        actor_ids=None if actors is None else {user.id for user in actors},
        action=form.action.data or "",
        subject_id=UUID(found[0]) if found else None,
        since=_midnight(form.since.data),
        until=_midnight(form.until.data and form.until.data + timedelta(days=1)),
    )


def _midnight(day: date | None) -> datetime | None:
    """When the day begins on the wall here."""
    settings: Settings = current_app.config["SETTINGS"]
    return datetime.combine(day, time(), tzinfo=settings.timezone) if day else None


def _exactly(moment: datetime) -> str:
    """A moment on the wall here, to the second, as a log needs it."""
    settings: Settings = current_app.config["SETTINGS"]
    return f"{moment.astimezone(settings.timezone):%Y-%m-%d %H:%M:%S}"


def _note_reading(form: AuditSearchForm) -> None:
    """Write down which filters were used, in a session of its own since the page only reads."""
    used = [field.name for field in form if field.data]
    with db.writing_session() as session:
        log.record(
            session,
            by=guards.user(),
            action="audit.viewed",
            subject=None,
            now=clock.now(),
            filters=used,
        )
        session.commit()
