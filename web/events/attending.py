"""Who came, ticked on a phone; and the list on paper."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from events import inviting, queries, states
from events.models import Answer
from events.registrations import queries as registrations
from events.registrations import service as asking
from events.registrations.models import Coming
from events.states import Lets
from foundation import clock
from foundation.translating import _
from web import guards
from web.db import session
from web.events import wording
from web.events.blueprint import bp, done, seen
from web.events.forms import AttendanceForm
from web.guards import caseworkers_only
from web.youths.viewing import noted_list


@bp.route("/<uuid:event_id>/attendance", methods=["GET", "POST"])
@caseworkers_only
def attendance(event_id: UUID) -> ResponseReturnValue:
    """Tick who came, of the youths whom one sees; the team that arranges it ticks employers too."""
    event, user, form = seen(event_id), guards.user(), AttendanceForm()
    states.demand(event.state, Lets.ATTEND)
    people = registrations.of_event(session, event, user)
    is_own = queries.is_owner(session, event, user)
    invitations = queries.invitations_of(session, event) if is_own else []
    form.youths.choices = [(str(each.id), each.youth.alias) for each in people]
    form.employers.choices = [(str(each.id), each.name) for each in invitations]
    if form.validate_on_submit():
        now, ticked = clock.now(), {*(form.youths.data or ()), *(form.employers.data or ())}
        came = [each for each in people if str(each.id) in ticked]
        asking.note_came(session, event, came, among=people, by=user, now=now)
        if is_own:
            there = [each for each in invitations if str(each.id) in ticked]
            inviting.note_came(session, event, there, among=invitations, by=user, now=now)
        return done(event_id, _("Närvaron är sparad."))
    if not form.is_submitted():
        form.youths.data = [
            str(each.id)
            for each in people
            if each.attended or (each.attended is None and each.coming is Coming.REGISTERED)
        ]
        form.employers.data = [
            str(each.id)
            for each in invitations
            if each.attended or (each.attended is None and each.answer is Answer.YES)
        ]
    noted_list([each.youth for each in people])
    return render_template("events/attendance.html", event=event, form=form, words=wording)


@bp.get("/<uuid:event_id>/print")
@caseworkers_only
def on_paper(event_id: UUID) -> ResponseReturnValue:
    """A list to take along: aliases and boxes, and no more. Protected youths are not on paper."""
    event = seen(event_id)
    people = [
        each
        for each in registrations.of_event(session, event, guards.user())
        if each.coming is not Coming.DECLINED
    ]
    shown = [each for each in people if not each.youth.protected_identity]
    noted_list([each.youth for each in shown])
    return render_template(
        "events/print.html",
        event=event,
        people=shown,
        has_more=len(shown) < len(people),
        invitations=[
            each for each in queries.invitations_of(session, event) if each.answer is not Answer.NO
        ],
        words=wording,
    )
