"""What the pages between agencies have in common: the youth, a plain form, the way back."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from sqlmodel import select

from accounts.models import Agency
from foundation import clock
from foundation.translating import zone
from web import guards
from web.db import session
from web.youths.viewing import noted
from youths import queries
from youths.models import Youth


def today() -> date:
    """The day on the wall."""
    return clock.local_date(clock.now(), zone())


def visible(youth_id: UUID) -> Youth:
    """The youth, if this person may see her. A look is noted; what is done leaves its own line."""
    youth = queries.get_visible(session, youth_id, to=guards.user())
    return noted(youth, "youth.agencies_viewed") if request.method == "GET" else youth


def plain_form(
    form: FlaskForm, youth: Youth, title: str, lead: str, button: str, hints: dict[str, str]
) -> ResponseReturnValue:
    """A page with one form about a youth: every field in its order, with a hint where there is one.

    Sent back with faults it shows her as well, so that look is noted too.
    """
    if request.method == "POST":
        noted(youth, "youth.agencies_viewed")
    return render_template(
        "agencies/form.html",
        form=form,
        youth=youth,
        title=title,
        lead=lead,
        button=button,
        hints=hints,
    )


def back_to(youth: Youth) -> ResponseReturnValue:
    """Back to what the agencies do about her, or to the list if she is not hers to see any more."""
    if not queries.is_visible(session, youth.id, to=guards.user()):
        return redirect(url_for("youths.index"))
    return redirect(url_for("agencies.show", youth_id=youth.id))


def other_agencies(own: UUID | None) -> Sequence[Agency]:
    """Every agency but one's own, by name."""
    rows = select(Agency).order_by(Agency.name)
    return [agency for agency in session.exec(rows) if agency.id != own]


def choices_of(agencies: Sequence[Agency]) -> list[tuple[str, str]]:
    """Agencies as a field offers them."""
    return [(str(agency.id), agency.name) for agency in agencies]


def chosen(rows: Sequence[Any], value: str) -> Any:
    """The row whose id was chosen; a form that is valid has one."""
    return next(row for row in rows if str(row.id) == value)
