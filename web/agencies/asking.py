"""Asking a colleague of another agency."""

from datetime import timedelta
from uuid import UUID

from flask import flash
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from web import guards
from web.addresses import public_url
from web.agencies.blueprint import bp
from web.agencies.forms import AskForm
from web.agencies.presenting import back_to, chosen, plain_form, today, visible
from web.db import session
from web.guards import caseworkers_only
from youths.agencies import questions
from youths.agencies.models import Ground
from youths.agencies.seeing import demand_agency


@bp.route("/youths/<uuid:youth_id>/ask", methods=["GET", "POST"])
@caseworkers_only
def ask(youth_id: UUID) -> ResponseReturnValue:
    """Ask a colleague something, with a day to answer by."""
    youth, me = visible(youth_id), guards.user()
    demand_agency(session, me, youth)
    people = questions.may_be_asked(session, youth, me)
    form = AskForm(due_on=today() + timedelta(days=questions.USUAL_DAYS))
    form.to.choices = [(str(person.id), person.name) for person in people]
    if form.validate_on_submit() and form.due_on.data:
        try:
            made = questions.ask(
                session,
                youth,
                chosen(people, form.to.data),
                form.text.data,
                ground=Ground(form.ground.data),
                due_on=form.due_on.data,
                today=today(),
                public_url=public_url(),
                by=me,
                now=clock.now(),
            )
        except questions.BadDeadline as refused:
            form.due_on.errors = [str(refused)]
        else:
            session.commit()
            flash(_("%(name)s har fått din fråga.", name=made.to.name), "success")
            return back_to(youth)
    return plain_form(
        form,
        youth,
        _("Fråga en kollega om %(alias)s", alias=youth.alias),
        _("En fråga går ofta fortare än ett möte. Bara era två myndigheter ser den."),
        _("Skicka frågan"),
        {"text": _("Fråga bara efter det som du behöver veta.")},
    )
