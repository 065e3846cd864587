"""A youth's own weekly letter: her yes, as her caseworker writes it down, and it on paper."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from digests.youth import news, wording
from foundation import clock
from foundation.translating import _, speaking, zone
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.own_letters.forms import OwnLetterForm
from web.youths.viewing import noted
from youths import belonging, queries
from youths.models import Youth
from youths.own_letters import service
from youths.own_letters.models import LetterWay, OwnLetter

bp = Blueprint("own_letters", __name__, url_prefix="/youths")


@bp.route("/<uuid:youth_id>/own-letter", methods=["GET", "POST"])
@caseworkers_only
def agree(youth_id: UUID) -> ResponseReturnValue:
    """Write down that she wants the letter, and how; or see what was written."""
    youth, now = _youth(youth_id), clock.now()
    kept = belonging.only(session, OwnLetter, youth)
    today = clock.local_date(now, zone())
    form = OwnLetterForm(
        obj=kept,
        data=None if kept else {"way": LetterWay.PAPER, "language": "sv", "agreed_on": today},
    )
    if form.validate_on_submit() and form.agreed_on.data:
        service.agree(
            session,
            youth,
            address=form.wanted_address,
            language=form.language.data,
            on=form.agreed_on.data,
            by=guards.user(),
            now=now,
        )
        session.commit()
        flash(_("Det är sparat att ungdomen vill ha brevet."), "success")
        return redirect(url_for(".agree", youth_id=youth.id))
    return render_template("own_letters/agree.html", youth=youth, kept=kept, form=form)


@bp.post("/<uuid:youth_id>/own-letter/end")
@caseworkers_only
def end(youth_id: UUID) -> ResponseReturnValue:
    """Write down that she does not want it any more; her address is forgotten."""
    youth = _youth(youth_id)
    service.end(session, youth, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Ungdomen får inget mer brev, och adressen är borttagen."), "success")
    return redirect(url_for(".agree", youth_id=youth.id))


@bp.get("/<uuid:youth_id>/own-letter/paper")
@caseworkers_only
def paper(youth_id: UUID) -> ResponseReturnValue:
    """This week's letter, to print. Only for who has said yes."""
    youth, now = _youth(youth_id), clock.now()
    kept = belonging.only(session, OwnLetter, youth)
    if kept is None:
        return redirect(url_for(".agree", youth_id=youth.id))
    found = news.openings(session, youth, now - news.A_WEEK)
    with speaking(kept.language):
        message = wording.message(found) if found else None
    return render_template("own_letters/paper.html", youth=youth, message=message)


def _youth(youth_id: UUID) -> Youth:
    """The youth, if this person may see her. A look is noted."""
    youth = queries.get_visible(session, youth_id, to=guards.user())
    return noted(youth, "own_letter.viewed") if request.method == "GET" else youth
