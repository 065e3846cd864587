"""Offering to hand over a youth, and answering such an offer."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from web import guards
from web.addresses import public_url
from web.agencies.blueprint import bp
from web.agencies.forms import DeclineForm, HandOverForm
from web.agencies.presenting import back_to, plain_form, today, visible
from web.agencies.wording import DECLINED, STATES
from web.db import session
from web.guards import caseworkers_only
from web.youths.viewing import noted
from youths import queries
from youths.agencies import handovers, offers
from youths.agencies.models import DeclineReason, Ground, HandoverState


@bp.route("/youths/<uuid:youth_id>/hand-over", methods=["GET", "POST"])
@caseworkers_only
def hand_over(youth_id: UUID) -> ResponseReturnValue:
    """Ask a colleague to be responsible; nothing changes before she has said yes."""
    youth, form = visible(youth_id), HandOverForm()
    people = offers.receivers(session, youth)
    offered = {f"{each.team.id}/{each.user.id}": each for each in people}
    form.to.choices = [(key, _named(each)) for key, each in offered.items()]
    if form.validate_on_submit():
        to = offered[form.to.data]
        handovers.offer(
            session,
            youth,
            to.user,
            to.team,
            form.message.data,
            ground=Ground(form.ground.data),
            today=today(),
            public_url=public_url(),
            by=guards.user(),
            now=clock.now(),
        )
        session.commit()
        said = _("%(name)s är tillfrågad. Ansvaret ligger kvar till ett ja.", name=to.user.name)
        flash(said, "success")
        return back_to(youth)
    owner = youth.responsible.name
    return plain_form(
        form,
        youth,
        _("Lämna över %(alias)s", alias=youth.alias),
        _("Nu är %(name)s ansvarig, och förblir det tills någon har sagt ja.", name=owner),
        _("Fråga"),
        {
            "to": _("En kollega i teamet, eller i ett annat team eller på en annan myndighet."),
            "message": _("Bara den du frågar läser det. Skriv inget om hälsa."),
        },
    )


def _named(receiver: offers.Receiver) -> str:
    agency = receiver.agency.name if receiver.agency else ""
    return ", ".join(filter(None, (receiver.user.name, agency, receiver.team.name)))


@bp.route("/handovers/<uuid:handover_id>", methods=["GET", "POST"])
@caseworkers_only
def handover(handover_id: UUID) -> ResponseReturnValue:
    """Read an offer; the receiver says yes with a button, or no with a reason."""
    me = guards.user()
    made, form = offers.get_for(session, handover_id, me), DeclineForm()
    is_receiver = made.to_id == me.id
    if is_receiver and form.validate_on_submit():
        why, words, url = DeclineReason(form.why.data), form.words.data or "", public_url()
        handovers.decline(session, made, why, words, public_url=url, by=me, now=clock.now())
        session.commit()
        flash(_("Ditt nej är framfört. Ansvaret ligger kvar där det låg."), "success")
        return redirect(url_for(".waiting"))
    is_known = queries.is_visible(session, made.youth_id, to=me)
    if is_known:
        noted(made.youth, "youth.handover_viewed")
    return render_template(
        "agencies/handover.html",
        handover=made,
        form=form,
        is_known=is_known,
        is_open=made.state is HandoverState.OFFERED,
        is_receiver=is_receiver,
        state=STATES[made.state],
        declined=DECLINED,
    )


@bp.post("/handovers/<uuid:handover_id>/accept")
@caseworkers_only
def accept_handover(handover_id: UUID) -> ResponseReturnValue:
    """Become responsible."""
    me = guards.user()
    made = offers.get_for(session, handover_id, me)
    youth = handovers.accept(session, made, public_url=public_url(), by=me, now=clock.now())
    session.commit()
    flash(_("Du är ansvarig för %(alias)s från nu.", alias=youth.alias), "success")
    return redirect(url_for("youths.show", youth_id=youth.id))


@bp.post("/handovers/<uuid:handover_id>/withdraw")
@caseworkers_only
def withdraw_handover(handover_id: UUID) -> ResponseReturnValue:
    """Take an offer back."""
    made = offers.get_open(session, handover_id)
    handovers.withdraw(session, made, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Frågan är återtagen. Ansvaret ligger kvar."), "success")
    return back_to(made.youth)
