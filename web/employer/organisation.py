"""The organisation: what it says about itself, who asks to join, and inviting colleagues.

The page counts colleagues and never names them; only a person who asks to be let in is named, to
those who answer.
"""

from dataclasses import dataclass
from uuid import UUID

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.service import AddressWrong
from employers import joining, queries, service
from employers.models import Employer, EmployerKind, Workplace
from employers.numbers import OrganizationNumber
from foundation import clock
from foundation.translating import _
from openings import service as openings
from web.db import session
from web.employer.blueprint import bp
from web.employer.forms import KINDS, InvitationForm, OrganisationForm
from web.guards import employers_only, user
from web.limits import MAIL, limiter
from web.openings import wording
from web.signin import throttles


@dataclass(frozen=True, slots=True)
class Own:
    """An employer that the person acts for, as the page shows it."""

    employer: Employer
    number: OrganizationNumber
    workplaces: list[Workplace]
    colleagues: int


@bp.get("/organisation")
@employers_only
def organisation() -> ResponseReturnValue:
    """Every employer that the person acts for, nearly always one, and who asks to join."""
    return render_template(
        "employer/organisation.html",
        owned=[_owned(employer) for employer in queries.employers_of(session, user())],
        requests=queries.requests_to(session, user()),
        kinds=KINDS,
        words=wording,
    )


@bp.route("/organisation/<uuid:employer_id>/edit", methods=["GET", "POST"])
@employers_only
def change(employer_id: UUID) -> ResponseReturnValue:
    """Change what the employer says about itself."""
    employer = queries.get_own(session, employer_id, of=user())
    workplace = next(iter(queries.workplaces_of(session, employer)), None)
    form = OrganisationForm(data=_as_written(employer, workplace))
    if form.validate_on_submit():
        service.describe(session, employer, _said(form), by=user(), now=clock.now())
        openings.take_name(session, employer)
        session.commit()
        flash(_("Uppgifterna om er är sparade."), "success")
        return redirect(url_for(".organisation"))
    return render_template("employer/change.html", form=form, employer=employer)


@bp.route("/organisation/<uuid:employer_id>/invite", methods=["GET", "POST"])
@limiter.limit(MAIL, methods=["POST"])
@limiter.limit(throttles.MAIL_PER_ACCOUNT, methods=["POST"], key_func=throttles.account("email"))
@employers_only
def invite(employer_id: UUID) -> ResponseReturnValue:
    """Let a colleague in by her address."""
    employer = queries.get_own(session, employer_id, of=user())
    form = InvitationForm()
    if form.validate_on_submit():
        try:
            joining.invite(
                session,
                employer,
                email=form.email.data,
                name=form.name.data,
                by=user(),
                public_url=current_app.config["SETTINGS"].public_url,
                now=clock.now(),
            )
        except AddressWrong as refusal:
            form.email.errors = [str(refusal)]
        else:
            session.commit()
            flash(_("Inbjudan är på väg med mejl."), "success")
            return redirect(url_for(".organisation"))
    return render_template("employer/invite.html", form=form, employer=employer)


@bp.post("/requests/<uuid:request_id>/approve")
@limiter.limit(MAIL, methods=["POST"])
@employers_only
def approve(request_id: UUID) -> ResponseReturnValue:
    """Let in a person who has asked."""
    asked = queries.get_request(session, request_id, to=user())
    public_url = current_app.config["SETTINGS"].public_url
    joining.approve(session, asked, by=user(), public_url=public_url, now=clock.now())
    session.commit()
    flash(_("Er nya kollega har fått ett mejl om att det är klart."), "success")
    return redirect(url_for(".organisation"))


@bp.post("/requests/<uuid:request_id>/decline")
@employers_only
def decline(request_id: UUID) -> ResponseReturnValue:
    """Keep out a person who has asked."""
    asked = queries.get_request(session, request_id, to=user())
    joining.decline(session, asked, by=user(), now=clock.now())
    session.commit()
    flash(_("Förfrågan är avböjd. Ångrar du dig kan du bjuda in personen."), "success")
    return redirect(url_for(".organisation"))


def _owned(employer: Employer) -> Own:
    return Own(
        employer,
        OrganizationNumber(employer.country, employer.organization_number),
        queries.workplaces_of(session, employer),
        queries.count_colleagues(session, employer),
    )


def _as_written(employer: Employer, workplace: Workplace | None) -> dict[str, object]:
    facts: dict[str, object] = {
        "name": employer.name,
        "kind": employer.kind,
        "website": employer.website,
        "about": employer.about,
    }
    if workplace:
        facts["place"] = f"{workplace.country}-{workplace.municipality}"
        facts["street_address"] = workplace.street_address
        facts["accessibility"] = workplace.accessibility
    return facts


def _said(form: OrganisationForm) -> service.Organisation:
    country, _dash, municipality = form.place.data.partition("-")
    return service.Organisation(
        name=form.name.data,
        kind=EmployerKind(form.kind.data),
        website=form.website.data or None,
        about=form.about.data,
        country=country,
        municipality=municipality,
        street_address=form.street_address.data or None,
        accessibility=form.accessibility.data,
    )
