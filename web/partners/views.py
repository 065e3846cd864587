"""The directory of partners: read by every caseworker, written by coordinators."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from events.partners import presets, queries, service
from events.partners.models import Partner, PartnerKind
from events.partners.queries import Filters
from events.partners.service import ChangedMeanwhile, KnownAlready, NoAddress, PartnerFacts
from foundation import clock
from foundation.translating import _
from reference import places
from web import guards
from web.db import session
from web.employer.forms import tell_what_differs
from web.fields import tidy
from web.guards import caseworkers_only, coordinators_only
from web.lists import page_of
from web.partners.blueprint import bp
from web.partners.forms import KINDS, PartnerForm, county_name, data_from, facts_from


@bp.get("")
@caseworkers_only
def index() -> ResponseReturnValue:
    """The partners, narrowed to words, a kind or a county."""
    q, kind, county = (tidy(request.args.get(name)) for name in ("q", "kind", "county"))
    filters = Filters(
        words=q,
        kind=PartnerKind(kind) if kind in list(PartnerKind) else None,
        county=county or None,
    )
    return render_template(
        "partners/index.html",
        page=page_of(queries.listed(filters)),
        q=q,
        kind=kind,
        county=county,
        counties=[(code, county_name(code)) for code in queries.counties(session)],
        kinds=KINDS,
        preset=len(presets.municipalities()),
        county_name=county_name,
        municipality=places.municipality,
    )


@bp.post("/preset")
@coordinators_only
def add_preset() -> ResponseReturnValue:
    """Add the municipalities of the counties concerned that are not there yet."""
    added = service.add_preset(session, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("%(count)s kommuner är tillagda.", count=added), "success")
    return redirect(url_for(".index"))


@bp.route("/new", methods=["GET", "POST"])
@coordinators_only
def new() -> ResponseReturnValue:
    """Add a partner."""
    form = PartnerForm()
    del form.version
    if form.validate_on_submit():
        facts = facts_from(form)
        try:
            partner = service.add(session, facts, by=guards.user(), now=clock.now())
        except (KnownAlready, NoAddress) as refusal:
            form.form_errors.append(str(refusal))
        else:
            return _done(_("%(name)s är tillagd.", name=partner.name))
    return render_template("partners/form.html", form=form, partner=None)


@bp.route("/<uuid:partner_id>/edit", methods=["GET", "POST"])
@coordinators_only
def edit(partner_id: UUID) -> ResponseReturnValue:
    """Change what is known of a partner."""
    partner = queries.get(session, partner_id)
    form = PartnerForm(data={**data_from(PartnerFacts.of(partner)), "version": partner.updated_at})
    status = 200
    if form.validate_on_submit():
        try:
            _change(partner, form)
            return _done(_("Ändringarna är sparade."))
        except (KnownAlready, NoAddress) as refusal:
            session.rollback()
            form.form_errors.append(str(refusal))
            status = 409
        except ChangedMeanwhile as refusal:
            theirs = {"name": partner.name, "note": partner.note}
            tell_what_differs(form, theirs, refusal)
            form.version.data, status = partner.updated_at, 409
    return render_template("partners/form.html", form=form, partner=partner), status


@bp.route("/<uuid:partner_id>/remove", methods=["GET", "POST"])
@coordinators_only
def remove(partner_id: UUID) -> ResponseReturnValue:
    """Ask once, then take a partner out of the directory."""
    partner, form = queries.get(session, partner_id), FlaskForm()
    if form.validate_on_submit():
        name = partner.name
        service.remove(session, partner, by=guards.user(), now=clock.now())
        return _done(_("%(name)s är borttagen.", name=name))
    return render_template("partners/remove.html", form=form, partner=partner)


def _change(partner: Partner, form: PartnerForm) -> None:
    service.change(
        session,
        partner,
        facts_from(form),
        seen_at=form.version.data,
        by=guards.user(),
        now=clock.now(),
    )


def _done(words: str) -> ResponseReturnValue:
    session.commit()
    flash(words, "success")
    return redirect(url_for(".index"))
