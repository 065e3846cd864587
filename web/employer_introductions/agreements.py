"""The agreement as an employer reads it, signs it, and keeps it."""

from dataclasses import dataclass
from uuid import UUID

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.errors import Refused
from foundation.translating import _
from placements.agreements import queries, signing
from placements.agreements.models import Agreement, AgreementState
from placements.agreements.signing import Signing
from placements.meetings.models import Meeting
from placements.meetings.queries import meetings_of
from placements.models import SHOWN_TO_EMPLOYER, Introduction, Party
from placements.moving import Actor
from web import guards
from web.addresses import public_url
from web.agreements.files import paper
from web.agreements.forms import SignForm
from web.agreements.presenting import shown
from web.db import session
from web.employer_introductions.blueprint import bp
from web.guards import employers_only
from web.youths.viewing import noted


@dataclass(frozen=True, slots=True)
class Planned:
    """What the page of an introduction leads on to.

    `is_kept` tells that there is nothing to read any more, but a signed copy to keep.
    """

    meetings: list[Meeting]
    agreement: Agreement | None
    is_kept: bool


def planned(introduction: Introduction) -> Planned:
    """The meetings and the agreement of an introduction that the employer may see."""
    is_open = introduction.stage in SHOWN_TO_EMPLOYER
    found = queries.agreement_of(session, introduction)
    is_signed = found is not None and found.state is AgreementState.SIGNED
    is_read = is_open and found is not None and found.state in queries.READ_BY_EMPLOYER
    return Planned(
        meetings_of(session, introduction) if is_open else [],
        found if is_read else None,
        is_signed and not is_read,
    )


@bp.get("/<uuid:introduction_id>/agreement")
@employers_only
def agreement(introduction_id: UUID) -> ResponseReturnValue:
    """What is to be agreed, and who has signed; the look is noted."""
    found = queries.get_read(session, introduction_id, by=guards.user())
    return _page("employer_introductions/agreement.html", found)


@bp.route("/<uuid:introduction_id>/agreement/sign", methods=["GET", "POST"])
@employers_only
def sign_agreement(introduction_id: UUID) -> ResponseReturnValue:
    """Sign for the employer: type one's name, look once more, and sign."""
    found = queries.get_read(session, introduction_id, by=guards.user())
    form = SignForm(version=found.updated_at, name=guards.user().name)
    is_filled_in = form.validate_on_submit()
    if is_filled_in and "confirm" in request.form:
        if _signed(found, form):
            session.commit()
            flash(_("Tack! Din underskrift är sparad."), "success")
            return redirect(url_for(".agreement", introduction_id=introduction_id))
        is_filled_in = False
    template = "employer_introductions/agreement_sign.html"
    return _page(template, found, form=form, is_review=is_filled_in)


@bp.get("/<uuid:introduction_id>/agreement.pdf")
@employers_only
def agreement_paper(introduction_id: UUID) -> Response:
    """What all three have signed: the employer's own copy, also when the placement is over."""
    found = queries.get_kept(session, introduction_id, by=guards.user())
    noted(found.introduction.youth, "agreement.printed")
    return paper(found)


def _signed(agreement: Agreement, form: SignForm) -> bool:
    """Whether the signature was taken; a refusal is shown in the form, and nothing is lost."""
    try:
        signing.sign(
            session,
            agreement,
            Signing(party=Party.EMPLOYER, name=form.name.data),
            seen_at=form.version.data,
            by=Actor(Party.EMPLOYER, guards.user()),
            public_url=public_url(),
            now=clock.now(),
        )
    except Refused as refusal:
        form.form_errors.append(str(refusal))
        return False
    return True


def _page(template: str, agreement: Agreement, **more: object) -> str:
    noted(agreement.introduction.youth, "agreement.viewed")
    return render_template(
        template,
        agreement=agreement,
        introduction=agreement.introduction,
        opening=agreement.introduction.opening,
        shown=shown(agreement),
        **more,
    )
