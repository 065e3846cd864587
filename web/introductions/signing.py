"""Signatures that pass through the caseworker: her own, somebody else's, and the youth's link."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.errors import Refused
from foundation.translating import _
from placements.agreements import queries, signing
from placements.agreements.models import Agreement
from placements.agreements.signing import Signing
from placements.agreements.wording import SIGNS_FOR
from placements.models import Party
from web import guards
from web.addresses import public_url
from web.agreements.forms import OnBehalfForm, SignForm, VersionForm
from web.agreements.presenting import shown
from web.db import session
from web.guards import caseworkers_only
from web.introductions.agreements import ROOT, page_of
from web.introductions.blueprint import bp, get, me
from web.youths.viewing import noted, shown_again

SIGN_PATH = "/sign/"
OTHERS = (Party.EMPLOYER, Party.YOUTH)


@bp.route(f"{ROOT}/sign", methods=["GET", "POST"])
@caseworkers_only
def sign_agreement(introduction_id: UUID) -> ResponseReturnValue:
    """Sign for the municipality: type one's name, look once more, and sign."""
    found = queries.get_agreement(session, get(introduction_id))
    form = SignForm(version=found.updated_at, name=guards.user().name)
    is_filled_in = form.validate_on_submit()
    if is_filled_in and "confirm" in request.form:
        given = Signing(party=Party.CASEWORKER, name=form.name.data)
        if _signed(found, given, form):
            return _done(found)
        is_filled_in = False
    return _page("introductions/agreement_sign.html", found, form, is_review=is_filled_in)


@bp.route(f"{ROOT}/sign/<party>", methods=["GET", "POST"])
@caseworkers_only
def sign_on_behalf(introduction_id: UUID, party: str) -> ResponseReturnValue:
    """Write down a signature that was given on paper, by phone or at a meeting."""
    if party not in OTHERS:
        abort(404)
    whose = Party(party)
    found = queries.get_agreement(session, get(introduction_id))
    form = OnBehalfForm(version=found.updated_at)
    if form.validate_on_submit():
        given = Signing(party=whose, name=form.name.data, on_behalf=form.why, note=form.note.data)
        if _signed(found, given, form):
            return _done(found)
    return _page("introductions/agreement_on_behalf.html", found, form, whose=str(SIGNS_FOR[whose]))


@bp.post(f"{ROOT}/link")
@caseworkers_only
def link_to_sign(introduction_id: UUID) -> ResponseReturnValue:
    """Make a link that the youth can read and sign by; it is shown this once."""
    found = queries.get_agreement(session, get(introduction_id))
    token = signing.link_for_youth(session, found, now=clock.now())
    shown_again(found.introduction.youth)
    return page_of(found, link=public_url() + SIGN_PATH + token)


def _signed(agreement: Agreement, given: Signing, form: VersionForm) -> bool:
    """Whether the signature was taken; a refusal is shown in the form, and nothing is lost."""
    try:
        signing.sign(
            session,
            agreement,
            given,
            seen_at=form.version.data,
            by=me(),
            public_url=public_url(),
            now=clock.now(),
        )
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return False
    return True


def _done(agreement: Agreement) -> ResponseReturnValue:
    session.commit()
    flash(_("Underskriften är sparad."), "success")
    return redirect(url_for(".agreement", introduction_id=agreement.introduction_id))


def _page(template: str, agreement: Agreement, form: VersionForm, **more: object) -> str:
    introduction = agreement.introduction
    noted(introduction.youth, "agreement.viewed")
    return render_template(
        template,
        introduction=introduction,
        agreement=agreement,
        shown=shown(agreement),
        form=form,
        **more,
    )
