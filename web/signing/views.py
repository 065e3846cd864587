"""Reading and signing an agreement by a single-use link, without an account.

Opening the link shows nothing and signs nothing, for mail scanners open links; the agreement is
shown when a button is pressed, and signed when a name is typed and another one is.
"""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from accounts import audit
from foundation import clock
from foundation.errors import Refused
from placements import links
from placements.agreements import queries, signing
from placements.agreements.models import Agreement
from placements.links import LinkOver
from placements.models import LinkFor
from web import limits
from web.addresses import public_url
from web.agreements.forms import SignForm
from web.agreements.presenting import shown
from web.db import session
from web.guards import public
from web.limits import limiter

bp = Blueprint("signing", __name__, url_prefix="/sign")


@bp.route("/<token>", methods=["GET", "POST"])
@limiter.limit(limits.SIGN_IN)
@public
def agreement(token: str) -> ResponseReturnValue:
    """A button first; then the agreement with a line for one's name; then thanks."""
    try:
        link = links.find(session, token, LinkFor.SIGN, now=clock.now())
    except LinkOver:
        return render_template("signing/over.html"), 410
    form = SignForm(None)
    if request.method == "GET":
        return render_template("signing/door.html", form=form)
    found = queries.get_agreement(session, link.introduction)
    if "sign" not in request.form:
        return _reading(found, SignForm(None, version=found.updated_at))
    form = SignForm()
    if form.validate_on_submit() and _signed(token, found, form):
        session.commit()
        return render_template("signing/thanks.html", shown=shown(found))
    return _reading(found, form)


def _signed(token: str, agreement: Agreement, form: SignForm) -> bool:
    """Whether the signature was taken; a refusal is shown in the form, and the link still works."""
    try:
        signing.sign_by_link(
            session,
            token,
            form.name.data,
            seen_at=form.version.data,
            public_url=public_url(),
            now=clock.now(),
        )
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        form.version.data = agreement.updated_at
        return False
    return True


def _reading(agreement: Agreement, form: SignForm) -> str:
    """The agreement with its line to sign on; the look is noted."""
    youth = agreement.introduction.youth
    audit.record(session, by=None, action="agreement.viewed", subject=youth, now=clock.now())
    session.commit()
    return render_template(
        "signing/read.html",
        form=form,
        shown=shown(agreement),
        opening=agreement.introduction.opening,
    )
