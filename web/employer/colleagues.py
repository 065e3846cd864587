"""Who may act for an organisation: letting in, roles, and what goes to another when one leaves."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.models import User
from accounts.service import AddressWrong
from employers import colleagues, joining, queries
from employers.models import Colleague, ColleagueRole
from foundation import clock
from foundation.translating import _
from openings import belonging, supervising
from web.addresses import public_url
from web.db import session
from web.employer.blueprint import bp
from web.employer.forms import HeirForm, InvitationForm, RoleForm
from web.employer.wording import ROLES
from web.guards import employers_only, user
from web.limits import MAIL, limiter
from web.signin import throttles


@bp.route("/organisation/<uuid:employer_id>/invite", methods=["GET", "POST"])
@limiter.limit(MAIL, methods=["POST"])
@limiter.limit(throttles.MAIL_PER_ACCOUNT, methods=["POST"], key_func=throttles.account("email"))
@employers_only
def invite(employer_id: UUID) -> ResponseReturnValue:
    """Let a colleague in by her address."""
    employer = queries.get_owned(session, employer_id, by=user())
    form = InvitationForm()
    if form.validate_on_submit():
        try:
            joining.invite(
                session,
                employer,
                email=form.email.data,
                name=form.name.data,
                role=ColleagueRole(form.role.data),
                by=user(),
                public_url=public_url(),
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
    joining.approve(session, asked, by=user(), public_url=public_url(), now=clock.now())
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


@bp.route("/colleagues/<uuid:colleague_id>", methods=["GET", "POST"])
@employers_only
def colleague(colleague_id: UUID) -> ResponseReturnValue:
    """What a colleague may do, chosen by an owner; a supervisor's openings go to another."""
    tie = queries.get_colleague(session, colleague_id, to=user())
    queries.get_owned(session, tie.employer_id, by=user())
    form = RoleForm(role=tie.role)
    if form.validate_on_submit():
        role = ColleagueRole(form.role.data)
        colleagues.choose_role(session, tie, role, by=user(), now=clock.now())
        if role not in queries.MAY_ACT:
            _hand_over(tie, to=_heirs(tie)[0])
        session.commit()
        flash(
            _("Nu är %(name)s %(role)s.", name=tie.user.name, role=str(ROLES[role]).lower()),
            "success",
        )
        return redirect(url_for(".organisation"))
    return render_template("employer/colleague.html", tie=tie, form=form)


@bp.route("/colleagues/<uuid:colleague_id>/end", methods=["GET", "POST"])
@employers_only
def end_access(colleague_id: UUID) -> ResponseReturnValue:
    """Ask once who takes over, then end a colleague's access, or one's own."""
    tie = queries.get_colleague(session, colleague_id, to=user())
    openings = belonging.contacts_openings(session, tie.employer_id, tie.user)
    heirs = _heirs(tie)
    form = HeirForm()
    form.heir.choices = [(str(heir.id), heir.name) for heir in heirs]
    if request.method == "POST" and (not openings or form.validate_on_submit()):
        colleagues.end_access(session, tie, by=user(), now=clock.now())
        supervising.let_go(session, tie.employer_id, tie.user)
        if openings:
            _hand_over(tie, to=next(heir for heir in heirs if str(heir.id) == form.heir.data))
        session.commit()
        flash(_("%(name)s är inte med längre.", name=tie.user.name), "success")
        return redirect(url_for(".organisation"))
    return render_template(
        "employer/end_access.html", tie=tie, form=form, openings=openings, is_own=tie.user == user()
    )


def _heirs(tie: Colleague) -> list[User]:
    """Who can take over from the colleague: the one who asks first, if she may act herself."""
    others = [one for one in queries.actors_at(session, tie.employer_id) if one.id != tie.user_id]
    return sorted(others, key=lambda one: one.id != user().id)


def _hand_over(tie: Colleague, *, to: User) -> None:
    belonging.hand_over(
        session, tie.employer_id, leaving=tie.user, to=to, by=user(), now=clock.now()
    )
