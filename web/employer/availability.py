"""Pausing introductions, or wanting none: one press, and one to take it back."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from employers import availability, queries
from employers.availability import PauseWrong
from employers.models import Employer
from foundation import clock
from foundation.translating import _, day, zone
from web.db import session
from web.employer.blueprint import bp
from web.employer.forms import PauseForm
from web.guards import employers_only, user


@bp.post("/organisation/<uuid:employer_id>/pause")
@employers_only
def pause(employer_id: UUID) -> ResponseReturnValue:
    """Pause for the pressed number of weeks, or until the written day."""
    employer = queries.get_own(session, employer_id, of=user())
    form, now = PauseForm(), clock.now()
    weeks = request.form.get("weeks", type=int)
    until = form.until.data if form.validate_on_submit() else None
    if weeks is not None and 0 < weeks <= 52:
        until = clock.local_date(now, zone()) + timedelta(weeks=weeks)
    if until is None:
        raise PauseWrong
    availability.pause(session, employer, until=until, by=user(), now=now)
    return _done(_("Inga presentationer till och med %(day)s.", day=day(until, with_year=True)))


@bp.post("/organisation/<uuid:employer_id>/resume")
@employers_only
def resume(employer_id: UUID) -> ResponseReturnValue:
    """End the pause."""
    return _take(availability.resume, queries.get_own(session, employer_id, of=user()))


@bp.post("/organisation/<uuid:employer_id>/opt-out")
@employers_only
def opt_out(employer_id: UUID) -> ResponseReturnValue:
    """Take no introductions at all; an owner says so for everybody."""
    employer = queries.get_owned(session, employer_id, by=user())
    availability.opt_out(session, employer, by=user(), now=clock.now())
    return _done(_("Ni tar inte emot presentationer längre. Ni kan ändra er här när ni vill."))


@bp.post("/organisation/<uuid:employer_id>/opt-in")
@employers_only
def opt_in(employer_id: UUID) -> ResponseReturnValue:
    """Take introductions again."""
    return _take(availability.opt_in, queries.get_owned(session, employer_id, by=user()))


def _take(step: Callable[..., None], employer: Employer) -> ResponseReturnValue:
    step(session, employer, by=user(), now=clock.now())
    return _done(_("Ni tar emot presentationer igen."))


def _done(told: str) -> ResponseReturnValue:
    session.commit()
    flash(told, "success")
    return redirect(url_for(".organisation"))
