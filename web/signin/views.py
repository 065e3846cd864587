"""The way in and out: a link for employers, a password and perhaps a code for staff."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_wtf import FlaskForm

from accounts import audit, authenticator, letters, links, passwords, queries, service
from accounts.models import LinkPurpose
from accounts.permissions import SIGN_IN_BY_LINK
from employers import joining
from foundation import clock
from foundation.translating import _
from web import guards, limits
from web.addresses import public_url
from web.db import session
from web.guards import public, signed_in
from web.limits import limiter
from web.signin import sessions, throttles
from web.signin.blueprint import bp
from web.signin.forms import CodeForm, LinkForm, PasswordForm


def _two_ways(link_form: LinkForm | None = None, password_form: PasswordForm | None = None) -> str:
    """The one page to sign in on, with the form that was sent in, if one was."""
    address = guards.own_address(request.args.get("next"))
    return render_template(
        "signin/index.html",
        link_form=link_form or LinkForm(None, prefix="employer", next=address),
        password_form=password_form or PasswordForm(None, prefix="staff", next=address),
    )


@bp.get("/sign-in")
@public
def index() -> ResponseReturnValue:
    """Two ways in on one page; the next step never tells whether the address is known."""
    if current_user.is_authenticated:
        return sessions.lead_on(guards.user(), request.args.get("next"))
    return _two_ways()


@bp.post("/sign-in/staff")
@limiter.limit(limits.SIGN_IN, deduct_when=throttles.failed)
@limiter.limit(
    throttles.PER_ACCOUNT,
    key_func=throttles.account("staff-email"),
    deduct_when=throttles.failed,
)
@public
def password() -> ResponseReturnValue:
    """Staff sign in with a password, and with a code if they have chosen so."""
    form = PasswordForm(prefix="staff")
    if not form.validate_on_submit():
        return _two_ways(password_form=form)
    now, email, next_page = clock.now(), form.email.data or "", form.next.data
    user = passwords.check(session, email, form.password.data or "")
    if user is None:
        return _sign_in_failed(form, email)
    if user.has_authenticator:
        sessions.await_code(user, next_page, now=now)
        return redirect(url_for(".code"))
    sessions.begin(user, way="password", now=now)
    answer = sessions.lead_on(user, next_page)
    session.commit()
    return answer


def _sign_in_failed(form: PasswordForm, email: str) -> str:
    known = queries.by_email(session, email)
    audit.record(session, by=None, action="user.sign_in_failed", subject=known, now=clock.now())
    session.commit()
    form.form_errors.append(
        _("E-postadressen och lösenordet hör inte ihop. Försök igen, eller välj ett nytt lösenord.")
    )
    return _two_ways(password_form=form)


@bp.route("/sign-in/code", methods=["GET", "POST"])
@limiter.limit(
    throttles.CODES, methods=["POST"], key_func=throttles.awaited, deduct_when=throttles.failed
)
@public
def code() -> ResponseReturnValue:
    """The second step: the code that the app shows, or a recovery code."""
    now = clock.now()
    waiting = sessions.who_awaits_code(now=now)
    if waiting is None:
        flash(_("Det gick för lång tid. Börja om här."), "info")
        return redirect(url_for(".index"))
    user, next_page = waiting
    form = CodeForm()
    if form.validate_on_submit():
        try:
            authenticator.spend(session, user, form.code.data or "", now=now)
        except authenticator.CodeWrong as error:
            audit.record(session, by=None, action="user.code_failed", subject=user, now=now)
            session.commit()
            form.code.errors = [str(error)]
        else:
            sessions.begin(user, way="password and code", now=now)
            answer = sessions.lead_on(user, next_page)
            session.commit()
            return answer
    return render_template("signin/code.html", form=form)


@bp.post("/sign-in/employer")
@limiter.limit(limits.MAIL)
@limiter.limit(throttles.MAIL_PER_ACCOUNT, key_func=throttles.account("employer-email"))
@public
def ask_for_link() -> ResponseReturnValue:
    """Mail a link to an employer; everybody else gets the same page and no letter."""
    form = LinkForm(prefix="employer")
    if not form.validate_on_submit():
        return _two_ways(link_form=form)
    user = queries.by_email(session, form.email.data or "")
    if user is not None and user.active and user.role in SIGN_IN_BY_LINK:
        letters.send_link(
            session,
            user,
            LinkPurpose.SIGN_IN,
            public_url=public_url(),
            leads_to=guards.own_address(form.next.data),
            now=clock.now(),
        )
        session.commit()
    return redirect(url_for(".link_sent"))


@bp.get("/sign-in/link-sent")
@public
def link_sent() -> str:
    """Look in the mail: the page that everybody sees who has given an address."""
    return render_template("signin/link_sent.html")


@bp.route("/sign-in/link/<token>", methods=["GET", "POST"])
@limiter.limit(limits.SIGN_IN, deduct_when=throttles.spent)
@public
def link(token: str) -> ResponseReturnValue:
    """A page with a button, since mail scanners open links but press no buttons."""
    now, form = clock.now(), FlaskForm()
    if not form.validate_on_submit():
        found = links.find(session, token, links.SIGN_IN, now=now)
        return render_template("signin/link.html", form=form, purpose=found.purpose)
    spent = links.redeem(session, token, links.SIGN_IN, now=now)
    service.confirm(session, spent.user, now=now)
    joining.confirm(session, spent, public_url=public_url(), now=now)
    sessions.begin(spent.user, way="link", now=now)
    answer = sessions.lead_on(spent.user, spent.leads_to)
    session.commit()
    return answer


@bp.post("/sign-out")
@signed_in
def sign_out() -> ResponseReturnValue:
    """End this session."""
    user = guards.user()
    audit.record(session, by=user, action="user.signed_out", subject=user, now=clock.now())
    session.commit()
    sessions.end()
    flash(_("Du är utloggad."), "success")
    return redirect(url_for("home.index"))
