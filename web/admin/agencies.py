"""Agencies that staff come from, and what kind each is. It is first read from the name."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts import teams
from accounts.models import AgencyKind
from foundation import clock
from foundation.translating import _
from web import guards
from web.admin.blueprint import bp
from web.admin.forms import AgencyForm
from web.admin.wording import AGENCIES
from web.db import session
from web.guards import administrators_only


@bp.get("/agencies")
@administrators_only
def agencies() -> str:
    """Every agency, its kind, and how many come from it."""
    return render_template(
        "admin/agencies.html",
        agencies=teams.agencies(session),
        people=teams.people_from(session),
        kinds=AGENCIES,
    )


@bp.route("/agencies/<uuid:agency_id>", methods=["GET", "POST"])
@administrators_only
def agency_kind(agency_id: UUID) -> ResponseReturnValue:
    """Correct what kind of agency it is."""
    agency = teams.get_agency(session, agency_id)
    form = AgencyForm(kind=agency.kind)
    if form.validate_on_submit():
        kind = AgencyKind(form.kind.data)
        teams.set_kind(session, agency, kind, by=guards.user(), now=clock.now())
        session.commit()
        flash(_("Typen för %(name)s är sparad.", name=agency.name), "success")
        return redirect(url_for(".agencies"))
    return render_template("admin/agency.html", agency=agency, form=form)
