"""An employer signs up. The answer is the same for everyone; what differs is in a letter."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.service import AddressWrong
from employers import joining
from foundation import clock
from foundation.translating import language
from web.addresses import public_url
from web.db import session
from web.employer.blueprint import bp
from web.employer.forms import SignUpForm
from web.guards import public
from web.limits import SIGN_UP, limiter
from web.signin import throttles


@bp.route("/sign-up", methods=["GET", "POST"])
@limiter.limit(SIGN_UP, methods=["POST"])
@limiter.limit(throttles.MAIL_PER_ACCOUNT, methods=["POST"], key_func=throttles.account("email"))
@public
def sign_up() -> ResponseReturnValue:
    """Take down who the employer is and who speaks for it, and mail a link."""
    form = SignUpForm()
    if form.validate_on_submit():
        try:
            joining.sign_up(
                session,
                _application(form),
                public_url=public_url(),
                now=clock.now(),
            )
        except AddressWrong as refusal:
            form.email.errors = [str(refusal)]
        else:
            session.commit()
            return redirect(url_for(".check_mail"))
    return render_template("employer/sign_up.html", form=form)


@bp.get("/sign-up/check-mail")
@public
def check_mail() -> ResponseReturnValue:
    """Ask the person to look in her mail, whoever she is."""
    return render_template("employer/check_mail.html")


def _application(form: SignUpForm) -> joining.Application:
    country, _dash, municipality = form.place.data.partition("-")
    return joining.Application(
        number=form.checked_number,
        organization=form.organization.data,
        country=country,
        municipality=municipality,
        name=form.name.data,
        email=form.email.data,
        language=language(),
    )
