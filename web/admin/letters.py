"""Letters: which wait, which have left, which never arrived. What they say is shown in demos."""

from uuid import UUID

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts import audit
from foundation import bounces, clock, outbox
from foundation.errors import NotFound
from foundation.outbox import LetterState, QueuedLetter
from foundation.translating import _
from web import guards
from web.admin.blueprint import bp
from web.admin.forms import LetterSearchForm
from web.admin.wording import LETTER_STATES, why
from web.db import session
from web.guards import administrators_only
from web.lists import page_of


@bp.get("/letters")
@administrators_only
def letters() -> str:
    """Every letter, newest first."""
    form = LetterSearchForm(request.args)
    state = LetterState(form.state.data) if form.state.data in set(LetterState) else None
    page = page_of(outbox.letters(state=state, address=form.q.data or ""))
    return render_template(
        "admin/letters.html",
        form=form,
        page=page,
        states=LETTER_STATES,
        counts=outbox.count_by_state(session),
        marked=session.exec(bounces.marked()).all(),
        why=why,
    )


@bp.get("/letters/<uuid:letter_id>")
@administrators_only
def letter(letter_id: UUID) -> str:
    """What a letter says, its links included: only where all people are invented."""
    if not current_app.config["SETTINGS"].demo:
        raise NotFound
    return render_template("admin/letter.html", letter=_get(letter_id), states=LETTER_STATES)


@bp.post("/letters/<uuid:letter_id>/retry")
@administrators_only
def try_letter_again(letter_id: UUID) -> ResponseReturnValue:
    """Put a letter that was given up back in the queue."""
    queued, now = _get(letter_id), clock.now()
    outbox.try_again(queued, now=now)
    audit.record(session, by=guards.user(), action="letter.retried", subject=queued, now=now)
    session.commit()
    flash(_("Brevet ligger i kön igen."), "success")
    return redirect(url_for(".letters"))


@bp.post("/letters/addresses/lift")
@administrators_only
def lift_mark() -> ResponseReturnValue:
    """Let letters go to an address again; it is in the body, for an address is about a person."""
    now = clock.now()
    bounces.lift(session, request.form.get("address", ""))
    audit.record(session, by=guards.user(), action="address.lifted", subject=None, now=now)
    session.commit()
    flash(_("Adressen får brev igen."), "success")
    return redirect(url_for(".letters"))


def _get(letter_id: UUID) -> QueuedLetter:
    found = session.get(QueuedLetter, letter_id)
    if found is None:
        raise NotFound
    return found
