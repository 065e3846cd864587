"""Where the employer's work is done: adding, changing and taking away workplaces."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from employers import queries, workplaces
from employers.models import Workplace
from employers.service import ChangedMeanwhile
from employers.workplaces import WorkplaceFacts
from foundation import clock
from foundation.translating import _
from openings import belonging
from web.db import session
from web.employer.blueprint import bp
from web.employer.forms import WorkplaceForm, tell_what_differs
from web.guards import employers_only, user


@bp.route("/organisation/<uuid:employer_id>/workplaces/new", methods=["GET", "POST"])
@employers_only
def new_workplace(employer_id: UUID) -> ResponseReturnValue:
    """Add a workplace."""
    employer = queries.get_owned(session, employer_id, by=user())
    form = WorkplaceForm()
    del form.version
    if form.validate_on_submit():
        workplaces.add(session, employer, _facts(form), by=user(), now=clock.now())
        session.commit()
        flash(_("Arbetsstället är tillagt."), "success")
        return redirect(url_for(".organisation"))
    return render_template("employer/workplace.html", form=form, workplace=None, employer=employer)


@bp.route("/workplaces/<uuid:workplace_id>", methods=["GET", "POST"])
@employers_only
def workplace(workplace_id: UUID) -> ResponseReturnValue:
    """Change a workplace."""
    found = queries.get_workplace(session, workplace_id, by=user())
    form = WorkplaceForm(data={**_as_written(found), "version": found.updated_at})
    status = 200
    if form.validate_on_submit():
        seen_at, now = form.version.data, clock.now()
        try:
            workplaces.change(session, found, _facts(form), seen_at=seen_at, by=user(), now=now)
        except ChangedMeanwhile as refusal:
            tell_what_differs(form, _as_written(found), refusal)
            form.version.data, status = found.updated_at, 409
        else:
            session.commit()
            flash(_("Arbetsstället är ändrat."), "success")
            return redirect(url_for(".organisation"))
    page = render_template(
        "employer/workplace.html", form=form, workplace=found, employer=found.employer
    )
    return page, status


@bp.route("/workplaces/<uuid:workplace_id>/remove", methods=["GET", "POST"])
@employers_only
def remove_workplace(workplace_id: UUID) -> ResponseReturnValue:
    """Ask once, then take a workplace away where no opening lies."""
    found = queries.get_workplace(session, workplace_id, by=user())
    if request.method == "GET":
        return render_template("employer/remove_workplace.html", workplace=found)
    belonging.demand_unused(session, found)
    workplaces.remove(session, found, by=user(), now=clock.now())
    session.commit()
    flash(_("Arbetsstället är borttaget."), "success")
    return redirect(url_for(".organisation"))


def _as_written(found: Workplace) -> dict[str, object]:
    return {
        "name": found.name,
        "place": f"{found.country}-{found.municipality}",
        "street_address": found.street_address,
        "accessibility": found.accessibility,
    }


def _facts(form: WorkplaceForm) -> WorkplaceFacts:
    country, _dash, municipality = form.place.data.partition("-")
    return WorkplaceFacts(
        name=form.name.data,
        country=country,
        municipality=municipality,
        street_address=form.street_address.data or None,
        accessibility=form.accessibility.data,
    )
