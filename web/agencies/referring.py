"""Referrals between agencies, and what came of them."""

from uuid import UUID

from flask import flash
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from web import guards
from web.agencies.blueprint import bp
from web.agencies.forms import OutcomeForm, ReferForm
from web.agencies.presenting import (
    back_to,
    choices_of,
    chosen,
    other_agencies,
    plain_form,
    today,
    visible,
)
from web.db import session
from web.guards import caseworkers_only
from youths.agencies import referrals
from youths.agencies.models import Referral, ReferralOutcome, ReferralPurpose
from youths.agencies.seeing import demand_agency


@bp.route("/youths/<uuid:youth_id>/refer", methods=["GET", "POST"])
@caseworkers_only
def refer(youth_id: UUID) -> ResponseReturnValue:
    """Record a referral, and say at once if it is not the first."""
    youth, me, form = visible(youth_id), guards.user(), ReferForm(made_on=today())
    agencies = other_agencies(demand_agency(session, me, youth))
    form.to.choices = choices_of(agencies)
    if form.validate_on_submit() and form.made_on.data:
        to = chosen(agencies, form.to.data)
        try:
            made = referrals.refer(
                session,
                youth,
                to,
                purpose=ReferralPurpose(form.purpose.data),
                made_on=form.made_on.data,
                today=today(),
                by=me,
                now=clock.now(),
            )
        except referrals.NotYetMade as refused:
            form.made_on.errors = [str(refused)]
        else:
            session.commit()
            _tell_how_often(referrals.all_of(session, youth), made.to_agency_id, to.name)
            return back_to(youth)
    return plain_form(
        form,
        youth,
        _("Skicka vidare %(alias)s", alias=youth.alias),
        _("Räcker det med en fråga? Då slipper ungdomen ett möte till."),
        _("Spara hänvisningen"),
        {"purpose": _("Bara syftet. Skriv aldrig varför på annat sätt.")},
    )


def _tell_how_often(made: list[Referral], to: UUID, name: str) -> None:
    times = referrals.times_within(made, to, max(each.made_on for each in made))
    if times < 2:
        flash(_("Hänvisningen är sparad."), "success")
        return
    days = referrals.WINDOW.days
    said = _(
        "Det är gång nummer %(times)s till %(agency)s på %(days)s dagar. Prata ihop er.",
        times=times,
        agency=name,
        days=days,
    )
    flash(said, "info")


@bp.route("/referrals/<uuid:referral_id>/outcome", methods=["GET", "POST"])
@caseworkers_only
def conclude(referral_id: UUID) -> ResponseReturnValue:
    """Write down what came of a referral from or to one's own agency."""
    referral = referrals.get_own(session, referral_id, of=guards.user())
    youth, form = visible(referral.youth_id), OutcomeForm(on=today())
    if form.validate_on_submit() and form.on.data:
        outcome = ReferralOutcome(form.outcome.data)
        try:
            referrals.conclude(
                session,
                referral,
                outcome,
                on=form.on.data,
                today=today(),
                by=guards.user(),
                now=clock.now(),
            )
        except referrals.NotYetMade as refused:
            form.on.errors = [str(refused)]
        else:
            session.commit()
            flash(_("Utfallet är sparat."), "success")
            return back_to(youth)
    lead = _("Till %(agency)s", agency=referral.to_agency.name)
    return plain_form(
        form, youth, _("Vad blev det av hänvisningen?"), lead, _("Spara utfallet"), {}
    )
