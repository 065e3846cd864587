"""The units of an organisation: adding one, and putting an employer below another."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from employers import directory, units
from foundation import clock
from foundation.translating import _
from web.db import session
from web.guards import caseworkers_only, employers_and_caseworkers, user
from web.pledges.blueprint import bp
from web.pledges.forms import ParentForm, UnitForm
from web.pledges.views import owned_or_met


@bp.route("/units/of/<uuid:employer_id>/new", methods=["GET", "POST"])
@employers_and_caseworkers
def new_unit(employer_id: UUID) -> ResponseReturnValue:
    """Add a unit below an organisation; its owners own the unit too."""
    parent = owned_or_met(employer_id)
    form = UnitForm()
    if form.validate_on_submit():
        country, _dash, municipality = form.place.data.partition("-")
        units.add(
            session,
            parent,
            name=form.name.data or "",
            country=country,
            municipality=municipality,
            by=user(),
            now=clock.now(),
        )
        session.commit()
        flash(_("Enheten är tillagd."), "success")
        return redirect(_page_of(parent.id))
    return render_template(
        "pledges/unit.html", form=form, employer=parent, page=_page_of(parent.id)
    )


@bp.route("/units/<uuid:employer_id>/parent", methods=["GET", "POST"])
@caseworkers_only
def parent(employer_id: UUID) -> ResponseReturnValue:
    """Say which organisation an employer is a unit of, or that it is of none."""
    employer = directory.get(session, employer_id)
    possible = {str(each.id): each for each in units.possible_parents(session, employer)}
    form = ParentForm(parent=str(employer.parent_id or ""))
    form.parent.choices = [
        ("", _("Ingen annan")),
        *((key, each.name) for key, each in possible.items()),
    ]
    if form.validate_on_submit():
        chosen = possible.get(form.parent.data)
        units.put_below(session, employer, chosen, by=user(), now=clock.now())
        session.commit()
        flash(_("Det är sparat var enheten hör hemma."), "success")
        return redirect(_page_of(employer.id))
    return render_template(
        "pledges/parent.html", form=form, employer=employer, page=_page_of(employer.id)
    )


def _page_of(employer_id: UUID) -> str:
    """Where the person reads about the employer."""
    if user().is_staff:
        return url_for("employers.show", employer_id=employer_id)
    return url_for("employer.organisation")
