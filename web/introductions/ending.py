"""What ends an introduction before anybody is placed, and the call after silence."""

from collections.abc import Callable
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from placements import service
from placements.models import Introduction, Why
from web.addresses import public_url
from web.db import session
from web.guards import caseworkers_only
from web.introductions.blueprint import bp, done, get, me
from web.introductions.forms import PartForm, WithdrawForm
from web.youths.viewing import noted

EndForm = PartForm | WithdrawForm


@bp.route("/introductions/<uuid:introduction_id>/withdraw", methods=["GET", "POST"])
@caseworkers_only
def withdraw(introduction_id: UUID) -> ResponseReturnValue:
    """Ask once, then take the introduction back."""
    introduction, form = get(introduction_id), WithdrawForm()
    if form.validate_on_submit():
        _end(service.withdraw, introduction, form)
        return done(introduction, _("Presentationen är återtagen."))
    return _page("introductions/withdraw.html", introduction, form)


@bp.route("/introductions/<uuid:introduction_id>/part", methods=["GET", "POST"])
@caseworkers_only
def part(introduction_id: UUID) -> ResponseReturnValue:
    """End after a meeting that led no further."""
    introduction, form = get(introduction_id), PartForm()
    if form.validate_on_submit():
        _end(service.part, introduction, form)
        return done(introduction, _("Det är noterat. Fler förslag finns hos ungdomen."))
    return _page("introductions/part.html", introduction, form)


@bp.post("/introductions/<uuid:introduction_id>/called")
@caseworkers_only
def called(introduction_id: UUID) -> ResponseReturnValue:
    """Note that the employer who did not answer has been called."""
    introduction = get(introduction_id)
    service.call_done(session, introduction, by=me(), now=clock.now())
    return done(introduction, _("Bra att du ringde. Det är noterat."))


def _end(step: Callable[..., None], introduction: Introduction, form: EndForm) -> None:
    """Take a step that ends it, with the reason and the note of the form."""
    step(
        session,
        introduction,
        Why(form.why.data),
        note=form.note.data,
        by=me(),
        public_url=public_url(),
        now=clock.now(),
    )


def _page(template: str, introduction: Introduction, form: EndForm) -> str:
    noted(introduction.youth, "introduction.viewed")
    return render_template(
        template,
        introduction=introduction,
        youth=introduction.youth,
        opening=introduction.opening,
        form=form,
    )
