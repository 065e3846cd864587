"""The organisation: what it says about itself, who asks to join, and who the colleagues are.

Those who have been let in see each other by name; the owners also see addresses and who asks.
"""

from dataclasses import dataclass
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from employers import numbers, queries, service
from employers.models import Colleague, ColleagueRole, Employer, EmployerKind, Workplace
from employers.numbers import OrganizationNumber
from employers.units import HAVE_UNITS
from foundation import clock
from foundation.translating import _, zone
from openings import belonging
from web.db import session
from web.employer.blueprint import bp
from web.employer.forms import OrganisationForm, PauseForm, tell_what_differs
from web.employer.wording import KINDS, ROLES
from web.guards import employers_only, user
from web.openings import wording


@dataclass(frozen=True, slots=True)
class Own:
    """An employer that has let the person in, as the page shows it."""

    tie: Colleague
    number: OrganizationNumber | None
    workplaces: list[Workplace]
    colleagues: list[Colleague]

    @property
    def employer(self) -> Employer:
        return self.tie.employer

    @property
    def may_act(self) -> bool:
        return self.tie.role in queries.MAY_ACT

    @property
    def has_units(self) -> bool:
        return self.employer.kind in HAVE_UNITS

    @property
    def is_owner(self) -> bool:
        return self.tie.role is ColleagueRole.OWNER


@bp.get("/organisation")
@employers_only
def organisation() -> ResponseReturnValue:
    """Every employer that has let the person in, nearly always one, and who asks to join."""
    return render_template(
        "employer/organisation.html",
        joined=_joined(),
        requests=queries.requests_to(session, user()),
        kinds=KINDS,
        roles=ROLES,
        pause_form=PauseForm(),
        today=clock.local_date(clock.now(), zone()),
        words=wording,
    )


@bp.route("/organisation/<uuid:employer_id>/edit", methods=["GET", "POST"])
@employers_only
def change(employer_id: UUID) -> ResponseReturnValue:
    """Change what the employer says about itself; of two who do so, the second is told."""
    employer = queries.get_owned(session, employer_id, by=user())
    form = OrganisationForm(data={**_as_written(employer), "version": employer.updated_at})
    if not form.validate_on_submit():
        return render_template("employer/change.html", form=form, employer=employer)
    seen_at = form.version.data
    try:
        service.describe(
            session, employer, _said(form), seen_at=seen_at, by=user(), now=clock.now()
        )
    except service.ChangedMeanwhile as refusal:
        tell_what_differs(form, _as_written(employer), refusal)
        form.version.data = employer.updated_at
        return render_template("employer/change.html", form=form, employer=employer), 409
    belonging.take_name(session, employer)
    session.commit()
    flash(f"employer-{employer.id}", "draft-saved")
    flash(_("Uppgifterna om er är sparade."), "success")
    return redirect(url_for(".organisation"))


def _joined() -> list[Own]:
    """The person's organisations, with what they hold read in one question for all of them."""
    ties = queries.ties_of(session, user())
    ids = [tie.employer_id for tie in ties]
    workplaces = queries.workplaces_at(session, ids)
    colleagues = queries.colleagues_at(session, ids)
    return [
        Own(
            tie,
            numbers.of(tie.employer.country, tie.employer.organization_number),
            workplaces[tie.employer_id],
            colleagues[tie.employer_id],
        )
        for tie in ties
    ]


def _as_written(employer: Employer) -> dict[str, object]:
    return {
        "name": employer.name,
        "kind": employer.kind,
        "website": employer.website,
        "about": employer.about,
    }


def _said(form: OrganisationForm) -> service.Organisation:
    return service.Organisation(
        name=form.name.data,
        kind=EmployerKind(form.kind.data),
        website=form.website.data or None,
        about=form.about.data,
    )
