"""One's own account: language, weekly letter, and ending every session."""

from flask import flash, redirect, render_template, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue

from accounts import audit, links, service
from accounts.models import RoleName
from foundation import clock
from foundation.translating import _, speak
from web import guards
from web.db import session
from web.guards import signed_in
from web.signin import sessions
from web.signin.blueprint import bp
from web.signin.forms import AccountForm

GETS_DIGEST = frozenset({RoleName.EMPLOYER, RoleName.CASEWORKER, RoleName.COORDINATOR})


@bp.route("/account", methods=["GET", "POST"])
@signed_in
def account() -> ResponseReturnValue:
    """How the portal speaks to me, and how I sign in."""
    user = guards.user()
    form = AccountForm(obj=user)
    if user.role not in GETS_DIGEST:
        del form.wants_digest
    if form.validate_on_submit():
        form.populate_obj(user)
        audit.record(session, by=user, action="user.changed", subject=user, now=clock.now())
        session.commit()
        cookie["language"] = user.language
        speak(user.language)
        flash(_("Dina val är sparade."), "success")
        return redirect(url_for(".account"))
    return render_template("signin/account.html", form=form)


@bp.post("/account/sign-out-everywhere")
@signed_in
def sign_out_everywhere() -> ResponseReturnValue:
    """End every session of mine, this one too, and let no letter of before begin another."""
    user, now = guards.user(), clock.now()
    audit.record(session, by=user, action="user.signed_out_all", subject=user, now=now)
    links.cancel_all(session, user, now=now)
    service.end_sessions(session, user)
    session.commit()
    sessions.end()
    flash(_("Du är utloggad överallt."), "success")
    return redirect(url_for("home.index"))
