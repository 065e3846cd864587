"""Choosing a password: by invitation, when it is forgotten, or by wish."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts import letters, links, passwords, queries, service
from accounts.models import LinkPurpose
from accounts.permissions import SIGN_IN_BY_PASSWORD
from foundation import clock
from foundation.translating import _
from web import guards, limits
from web.addresses import public_url
from web.db import session
from web.guards import public, staff_only
from web.limits import limiter
from web.signin import sessions, throttles
from web.signin.blueprint import bp
from web.signin.forms import AddressForm, ChangePasswordForm, NewPasswordForm


@bp.route("/sign-in/forgot-password", methods=["GET", "POST"])
@limiter.limit(limits.MAIL, methods=["POST"])
@limiter.limit(throttles.MAIL_PER_ACCOUNT, methods=["POST"], key_func=throttles.account("email"))
@public
def forgot_password() -> ResponseReturnValue:
    """Mail a link to a member of staff; everybody else gets the same page and no letter."""
    form = AddressForm()
    if not form.validate_on_submit():
        return render_template("signin/forgot_password.html", form=form)
    user = queries.by_email(session, form.email.data or "")
    if user is not None and user.active and user.role in SIGN_IN_BY_PASSWORD:
        url = public_url()
        letters.send_link(session, user, LinkPurpose.RESET, public_url=url, now=clock.now())
        session.commit()
    return redirect(url_for(".link_sent"))


@bp.route("/sign-in/password/<token>", methods=["GET", "POST"])
@limiter.limit(limits.SIGN_IN, deduct_when=throttles.spent)
@public
def choose_password(token: str) -> ResponseReturnValue:
    """Choose a password with a mailed link. The link signs nobody in: a code may be asked for."""
    now, form = clock.now(), NewPasswordForm()
    if not form.validate_on_submit():
        found = links.find(session, token, links.PASSWORD, now=now)
        return render_template("signin/choose_password.html", form=form, user=found.user)
    user = links.redeem(session, token, links.PASSWORD, now=now).user
    service.confirm(session, user, now=now)
    passwords.choose(session, user, form.password.data or "", now=now)
    session.commit()
    flash(_("Lösenordet är valt. Logga in med det."), "success")
    return redirect(url_for(".index"))


@bp.route("/account/password", methods=["GET", "POST"])
@limiter.limit(limits.SIGN_IN, methods=["POST"], deduct_when=throttles.failed)
@staff_only
def change_password() -> ResponseReturnValue:
    """Change one's own password; other browsers are signed out, and a letter tells of it."""
    form, user, now = ChangePasswordForm(), guards.user(), clock.now()
    if form.validate_on_submit():
        if passwords.is_right(user, form.current.data or ""):
            passwords.choose(session, user, form.password.data or "", now=now)
            url = public_url()
            letters.tell_of_new_password(session, user, public_url=url, now=now)
            sessions.begin(user, way="password", now=now)
            session.commit()
            flash(_("Lösenordet är bytt. Andra webbläsare är utloggade."), "success")
            return redirect(url_for(".account"))
        form.current.errors = [_("Lösenordet stämmer inte.")]
    return render_template("signin/change_password.html", form=form)
