"""An authenticator app as the second step of signing in: on, off, and recovery codes."""

from flask import flash, redirect, render_template, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue

from accounts import authenticator as codes
from accounts import passwords
from foundation import clock
from foundation.translating import _
from web import guards, limits
from web.db import session
from web.guards import staff_only
from web.limits import limiter
from web.signin.blueprint import bp
from web.signin.forms import AuthenticatorForm, OwnPasswordForm


@bp.route("/account/authenticator", methods=["GET", "POST"])
@limiter.limit(limits.SIGN_IN, methods=["POST"])
@staff_only
def authenticator() -> ResponseReturnValue:
    """Read a picture with an app, and show by a first code that it worked."""
    form, user = AuthenticatorForm(), guards.user()
    if user.has_authenticator:
        return render_template("signin/authenticator_on.html", form=OwnPasswordForm())
    secret = cookie.setdefault("authenticator", codes.new_secret())
    if form.validate_on_submit() and _knows_password(form):
        try:
            recovery = codes.turn_on(session, user, secret, form.code.data or "", now=clock.now())
        except codes.CodeWrong as error:
            form.code.errors = [str(error)]
        else:
            session.commit()
            del cookie["authenticator"]
            return render_template("signin/recovery_codes.html", codes=recovery)
    set_up = codes.set_up(user, secret)
    return render_template("signin/authenticator_off.html", form=form, set_up=set_up)


@bp.post("/account/authenticator/off")
@limiter.limit(limits.SIGN_IN)
@staff_only
def authenticator_off() -> ResponseReturnValue:
    """Sign in with the password alone from now on."""
    form, user = OwnPasswordForm(), guards.user()
    if form.validate_on_submit() and _knows_password(form):
        codes.turn_off(session, user, by=user, now=clock.now())
        session.commit()
        flash(_("Nu loggar du in med bara lösenord."), "success")
        return redirect(url_for(".account"))
    return render_template("signin/authenticator_on.html", form=form)


@bp.post("/account/authenticator/recovery-codes")
@limiter.limit(limits.SIGN_IN)
@staff_only
def recovery_codes() -> ResponseReturnValue:
    """New recovery codes, shown once."""
    form, user = OwnPasswordForm(), guards.user()
    if user.has_authenticator and form.validate_on_submit() and _knows_password(form):
        recovery = codes.new_recovery_codes(session, user, now=clock.now())
        session.commit()
        return render_template("signin/recovery_codes.html", codes=recovery)
    return render_template("signin/authenticator_on.html", form=form)


def _knows_password(form: OwnPasswordForm) -> bool:
    """Whether the one at the keyboard knows the account's password; if not, the form says so."""
    if passwords.is_right(guards.user(), form.current.data or ""):
        return True
    form.current.errors = [_("Lösenordet stämmer inte.")]
    return False
