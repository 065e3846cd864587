"""Users: who they are, inviting them, and closing their accounts."""

from uuid import UUID

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts import authenticator, queries, service, teams
from accounts.models import RoleName, Team, User
from accounts.permissions import CASEWORKERS
from foundation import clock
from foundation.settings import Settings
from foundation.translating import _, lazy_
from web import guards, limits
from web.addresses import public_url
from web.admin.blueprint import bp
from web.admin.forms import InviteForm, UserSearchForm
from web.admin.wording import ROLES, state_of
from web.db import session
from web.fields import tidy
from web.guards import administrators_only
from web.limits import limiter
from web.lists import page_of
from youths.agencies.responsibility import demand_handed_over


@bp.get("/users")
@administrators_only
def users() -> str:
    """Everybody with an account, searched and paged."""
    form = UserSearchForm(request.args)
    role = RoleName(form.role.data) if form.role.data in set(RoleName) else None
    page = page_of(queries.people(matching=form.q.data or "", role=role))
    team_names = queries.team_names(session, page.rows)
    return render_template(
        "admin/users.html",
        form=form,
        page=page,
        team_names=team_names,
        roles=ROLES,
        state_of=state_of,
    )


@bp.route("/users/invite", methods=["GET", "POST"])
@limiter.limit(limits.MAIL, methods=["POST"])
@administrators_only
def invite() -> ResponseReturnValue:
    """Invite a member of staff: an account, perhaps a place in a team, and a letter."""
    form = InviteForm()
    named = {team.name: team for team in queries.teams(session)}
    form.team.choices = [("", _("Inget team")), *((name, name) for name in named)]
    if form.validate_on_submit():
        try:
            user = _invite(form, named.get(form.team.data))
        except (service.AddressTaken, service.AddressWrong) as error:
            form.email.errors = [str(error)]
        else:
            session.commit()
            flash(_("Inbjudan till %(email)s är på väg.", email=user.email), "success")
            return redirect(url_for(".users"))
    return render_template("admin/invite.html", form=form)


def _invite(form: InviteForm, team: Team | None) -> User:
    settings: Settings = current_app.config["SETTINGS"]
    return service.invite(
        session,
        email=form.email.data or "",
        name=form.name.data or "",
        role=RoleName(form.role.data),
        language=settings.default_language,
        team=team,
        agency=(form.agency.data or "").strip() or None,
        public_url=settings.public_url,
        by=guards.user(),
        now=clock.now(),
    )


@bp.get("/users/<uuid:user_id>")
@administrators_only
def user(user_id: UUID) -> str:
    """One account, and what may be done with it."""
    person = queries.get_user(session, user_id)
    settings: Settings = current_app.config["SETTINGS"]
    return render_template(
        "admin/user.html",
        person=person,
        role=ROLES[person.role],
        teams=queries.team_names(session, [person])[person.id],
        meets_employers=person.role in CASEWORKERS,
        acquires=person.id in queries.acquirers_among(session, [person.id]),
        agency=teams.home_of(session, person),
        agencies=[each.name for each in teams.agencies(session)],
        since=clock.local_date(person.created_at, settings.timezone),
        state_of=state_of,
    )


STEPS = {
    "disable": (service.disable, lazy_("Kontot är stängt.")),
    "enable": (service.enable, lazy_("Kontot är öppet igen.")),
    "without-code": (authenticator.turn_off, lazy_("Nu räcker lösenordet för att logga in.")),
}
"""What an administrator may do with an account, and the words that say it was done."""


@bp.post('/users/<uuid:user_id>/<any(disable, enable, "without-code"):step>')
@administrators_only
def change_user(user_id: UUID, step: str) -> ResponseReturnValue:
    """Close or open an account, or let somebody in who has lost her telephone."""
    person = queries.get_user(session, user_id)
    act, words = STEPS[step]
    if step == "disable":
        demand_handed_over(session, person, now=clock.now())
    act(session, person, by=guards.user(), now=clock.now())
    session.commit()
    flash(str(words), "success")
    return redirect(url_for(".user", user_id=person.id))


@bp.post("/users/<uuid:user_id>/acquires")
@administrators_only
def acquires(user_id: UUID) -> ResponseReturnValue:
    """Say whether somebody acquires placements in her teams."""
    person = queries.get_user(session, user_id)
    chosen = "acquires" in request.form
    teams.let_acquire(session, person, chosen, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Det är sparat vem som skaffar platser."), "success")
    return redirect(url_for(".user", user_id=person.id))


@bp.post("/users/<uuid:user_id>/agency")
@administrators_only
def agency(user_id: UUID) -> ResponseReturnValue:
    """Say which agency somebody comes from; what she writes belongs to it."""
    person = queries.get_user(session, user_id)
    name = tidy(request.form.get("agency"))[:120]
    if name:
        teams.come_from(session, person, name, by=guards.user(), now=clock.now())
        session.commit()
        flash(_("Det är sparat vilken myndighet personen kommer från."), "success")
    return redirect(url_for(".user", user_id=person.id))


@bp.post("/users/<uuid:user_id>/invite-again")
@limiter.limit(limits.MAIL)
@administrators_only
def invite_again(user_id: UUID) -> ResponseReturnValue:
    """Send a new invitation to somebody who has not used the first."""
    person = queries.get_user(session, user_id)
    url = public_url()
    service.invite_again(session, person, public_url=url, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("En ny inbjudan till %(email)s är på väg.", email=person.email), "success")
    return redirect(url_for(".user", user_id=person.id))
