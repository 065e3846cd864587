"""One page about a youth: what each agency does, what waits, and what has been shared."""

from uuid import UUID

from flask import flash, render_template
from flask.typing import ResponseReturnValue

from accounts.models import RoleName
from foundation import clock
from foundation.translating import _
from web import guards
from web.agencies.blueprint import bp
from web.agencies.forms import ConsentForm
from web.agencies.presenting import back_to, plain_form, today, visible
from web.agencies.wording import GROUNDS, OUTCOMES, PURPOSES, TODOS
from web.db import session
from web.guards import caseworkers_only
from web.youths.viewing import noted_list
from youths.agencies import (
    consent,
    notes,
    offers,
    questions,
    referrals,
    statuses,
)
from youths.agencies.seeing import agency_in
from youths.agencies.waiting import HANDOVERS, tasks
from youths.models import Youth


@bp.get("/youths/<uuid:youth_id>")
@caseworkers_only
def show(youth_id: UUID) -> ResponseReturnValue:
    """What this person may see of what the agencies do about a youth."""
    youth, me = visible(youth_id), guards.user()
    return render_template(
        "agencies/show.html",
        youth=youth,
        today=today(),
        has_agency=agency_in(session, me, youth.team_id) is not None,
        may_offer=me.id == youth.responsible_id or me.role is RoleName.COORDINATOR,
        handover=offers.open_for(session, youth),
        statuses=statuses.statuses_for(session, youth, me),
        referrals=referrals.referrals_for(session, youth, me),
        questions=questions.questions_for(session, youth, me),
        notes=notes.notes_for(session, youth, me),
        window=referrals.WINDOW.days,
        grounds=GROUNDS,
        purposes=PURPOSES,
        outcomes=OUTCOMES,
    )


@bp.get("/waiting")
@caseworkers_only
def waiting() -> ResponseReturnValue:
    """What waits between this person and her colleagues, and who has been sent round."""
    me, day = guards.user(), today()
    found = tasks(session, me, today=day)
    sent = referrals.repeated(session, me, today=day)
    shown: dict[UUID, Youth] = {each.youth.id: each.youth for each in found if each.youth}
    shown |= {each.youth.id: each.youth for each in sent}
    noted_list(shown.values())
    return render_template(
        "agencies/waiting.html",
        tasks=found,
        repeated=sent,
        todos=TODOS,
        handovers=HANDOVERS,
        window=referrals.WINDOW.days,
        coordinates=me.role is RoleName.COORDINATOR,
    )


@bp.route("/youths/<uuid:youth_id>/consent", methods=["GET", "POST"])
@caseworkers_only
def record_consent(youth_id: UUID) -> ResponseReturnValue:
    """Write down what the youth has answered about being known to the whole team."""
    youth, me = visible(youth_id), guards.user()
    form = ConsentForm(on=today())
    if form.validate_on_submit() and form.on.data:
        is_given = form.answer.data == "yes"
        consent.answer(session, youth, is_given=is_given, on=form.on.data, by=me, now=clock.now())
        session.commit()
        flash(_("Svaret är antecknat."), "success")
        return back_to(youth)
    return plain_form(
        form,
        youth,
        _("Får hela teamet känna till dig?"),
        _("Berätta vilka myndigheter som finns i teamet. Svaret går att ändra när som helst."),
        _("Anteckna svaret"),
        {"answer": _("Vid nej tas också det tillbaka som är delat med samtycke.")},
    )
