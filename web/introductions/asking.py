"""Asking the youth, and writing down what she says."""

from uuid import UUID

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from placements import asking
from placements.models import Way
from suggestions import queries as suggestions
from web import guards
from web.addresses import public_url
from web.db import session
from web.guards import caseworkers_only
from web.introductions.blueprint import bp, done, get, me
from web.introductions.forms import ConsentForm
from web.introductions.views import page_of_one
from web.youths.viewing import shown_again

CONSENT_PATH = "/consent/"


@bp.post("/suggestions/<uuid:suggestion_id>/ask")
@caseworkers_only
def ask(suggestion_id: UUID) -> ResponseReturnValue:
    """Ask the youth whether she wants to be introduced for what was taken further."""
    suggestion = suggestions.get_visible(session, suggestion_id, to=guards.user())
    introduction = asking.ask(session, suggestion, by=guards.user(), now=clock.now())
    return done(introduction, _("Frågan är noterad. Skriv in svaret här när det kommer."))


@bp.post("/introductions/<uuid:introduction_id>/consent")
@caseworkers_only
def consent(introduction_id: UUID) -> ResponseReturnValue:
    """Write down a yes or a no, and how it was given."""
    introduction, form = get(introduction_id), ConsentForm()
    if not form.validate_on_submit():
        shown_again(introduction.youth)
        return page_of_one(introduction, consent=form)
    is_given = request.form.get("says") == "yes"
    by = me(Way(form.way.data))
    asking.record_answer(session, introduction, is_given=is_given, by=by, now=clock.now())
    if is_given:
        session.commit()
        flash(_("Ja! Nu väljer du vad arbetsgivaren får läsa."), "success")
        return redirect(url_for(".introduce", introduction_id=introduction.id))
    return done(introduction, _("Svaret är noterat. Ingen har fått veta något."))


@bp.post("/introductions/<uuid:introduction_id>/link")
@caseworkers_only
def link_for_youth(introduction_id: UUID) -> ResponseReturnValue:
    """Make a link that the youth can answer by; it is shown this once."""
    introduction = get(introduction_id)
    token = asking.link_for_youth(session, introduction, now=clock.now())
    shown_again(introduction.youth)
    return page_of_one(introduction, link=public_url() + CONSENT_PATH + token)
