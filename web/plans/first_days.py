"""A youth's first ninety days: where she stands, contacts with her, and days that do not count."""

from datetime import date
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.errors import Refused
from foundation.translating import _, zone
from placements.first_days import milestones_of
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.plans.blueprint import bp, done, get
from web.plans.forms import ContactForm, EndPauseForm, PauseForm
from web.plans.wording import PAUSES, WAYS
from web.youths.viewing import noted, shown_again
from youths.first_days import queries, service
from youths.first_days.counting import counted
from youths.first_days.models import Pause, PauseReason, Way, YouthContact
from youths.models import Youth

PAGE = "plans.first_days"


@bp.get("/<uuid:youth_id>/first-days")
@caseworkers_only
def first_days(youth_id: UUID) -> ResponseReturnValue:
    """What has happened since she was registered, and how long there is to day 90."""
    return _page(get(youth_id))


@bp.post("/<uuid:youth_id>/contacts")
@caseworkers_only
def log_contact(youth_id: UUID) -> ResponseReturnValue:
    """Write down a contact."""
    youth, form = get(youth_id), ContactForm()
    if form.validate_on_submit():
        try:
            service.log_contact(
                session,
                youth,
                made_on=form.made_on.data,
                way=Way(form.way.data),
                is_reached=form.reached.data == "yes",
                by=guards.user(),
                now=clock.now(),
            )
        except Refused as refusal:
            form.made_on.errors = [str(refusal)]
        else:
            return done(youth, _("Kontakten är sparad."), PAGE)
    return _page(shown_again(youth), contact=form)


@bp.post("/contacts/<uuid:contact_id>/remove")
@caseworkers_only
def remove_contact(contact_id: UUID) -> ResponseReturnValue:
    """Take back a contact that was wrong."""
    contact = queries.get(session, YouthContact, contact_id, to=guards.user())
    youth = contact.youth
    service.remove_contact(session, contact, by=guards.user(), now=clock.now())
    return done(youth, _("Kontakten är borttagen."), PAGE)


@bp.post("/<uuid:youth_id>/pauses")
@caseworkers_only
def pause(youth_id: UUID) -> ResponseReturnValue:
    """Let some days not count."""
    youth, form = get(youth_id), PauseForm()
    if form.validate_on_submit():
        try:
            service.pause(
                session,
                youth,
                PauseReason(form.reason.data),
                starts_on=form.starts_on.data,
                ends_on=form.ends_on.data,
                by=guards.user(),
                now=clock.now(),
            )
        except service.BeforeRegistered as refusal:
            form.starts_on.errors = [str(refusal)]
        except service.EndsBeforeItBegins as refusal:
            form.ends_on.errors = [str(refusal)]
        else:
            return done(youth, _("Pausen är sparad. De dagarna räknas inte."), PAGE)
    return _page(shown_again(youth), pause=form)


@bp.route("/pauses/<uuid:pause_id>/end", methods=["GET", "POST"])
@caseworkers_only
def end_pause(pause_id: UUID) -> ResponseReturnValue:
    """Say which day was the last one that does not count."""
    found, today = queries.get(session, Pause, pause_id, to=guards.user()), _today()
    form = EndPauseForm(ends_on=found.ends_on or today)
    if form.validate_on_submit():
        by, now = guards.user(), clock.now()
        try:
            service.end_pause(session, found, form.ends_on.data, by=by, now=now)
        except service.EndsBeforeItBegins as refusal:
            form.ends_on.errors = [str(refusal)]
        else:
            return done(found.youth, _("Pausen är ändrad."), PAGE)
    youth = noted(found.youth, "plan.viewed")
    return render_template("plans/end_pause.html", youth=youth, pause=found, form=form, why=PAUSES)


@bp.post("/pauses/<uuid:pause_id>/remove")
@caseworkers_only
def remove_pause(pause_id: UUID) -> ResponseReturnValue:
    """Take back a pause that was wrong, so that its days count again."""
    found = queries.get(session, Pause, pause_id, to=guards.user())
    youth = found.youth
    service.remove_pause(session, found, by=guards.user(), now=clock.now())
    return done(youth, _("Pausen är borttagen. Dagarna räknas igen."), PAGE)


def _page(
    youth: Youth, *, contact: ContactForm | None = None, pause: PauseForm | None = None
) -> str:
    today = _today()
    pauses = queries.pauses_of(session, youth)
    return render_template(
        "plans/first_days.html",
        youth=youth,
        count=counted(youth.registered_on, pauses, today),
        milestones=milestones_of(session, [youth], today=today)[youth.id],
        contacts=queries.contacts_of(session, youth),
        pauses=pauses,
        contact=contact or ContactForm(None, made_on=today),
        pause=pause or PauseForm(None, starts_on=today),
        ways=WAYS,
        why=PAUSES,
        today=today,
    )


def _today() -> date:
    return clock.local_date(clock.now(), zone())
