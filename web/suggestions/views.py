"""Suggestions: for one youth, for one opening, why, and the caseworker's answers."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from digests.queries import opinion_on
from foundation import clock
from foundation.translating import _, zone
from openings import queries as openings
from openings.models import Opening
from placements.queries import latest_of
from placements.service import take_back_suggestion
from suggestions import decisions, queries
from suggestions.candidates import candidate, candidates
from suggestions.models import DismissalReason, Suggestion
from suggestions.possibilities import opened_for, questions_for
from suggestions.possibilities import possibilities as possibilities_of
from suggestions.service import propose
from suggestions.tracks import tracks_for
from suggestions.ways import ways_for
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.introductions.wording import stage
from web.mobility.planning import card_for
from web.openings import wording as opening_words
from web.suggestions import presenting
from web.suggestions.asking import to_ask
from web.suggestions.beside import beside
from web.suggestions.forms import DismissForm, LaterForm
from web.suggestions.opening_up import best_of, opening_up
from web.suggestions.track_cards import enrolled_in, track_card
from web.youths.viewing import noted, noted_list
from youths import queries as youths
from youths.models import Youth

bp = Blueprint("suggestions", __name__)


@bp.get("/youths/<uuid:youth_id>/suggestions")
@caseworkers_only
def index(youth_id: UUID) -> ResponseReturnValue:
    """What fits a youth: near home, elsewhere in Sweden, in Norway; what is decided comes last."""
    youth, now = noted(_youth(youth_id), "suggestions.viewed"), clock.now()
    waiting = queries.waiting_for(session, youth.id)
    label, whole = request.args.get("label"), request.args.get("whole")
    return render_template(
        "suggestions/index.html",
        youth=youth,
        overview=presenting.overview(
            youth, waiting, ways_for(session, youth), label=label, whole=whole
        ),
        tracks=[track_card(each) for each in tracks_for(session, youth, now=now)],
        enrolled=enrolled_in(session, youth),
        questions=to_ask(youth, questions_for(session, youth, now=now)),
        best_changes=best_of(opened_for(session, youth, now=now), youth),
        decided=queries.decided_for(session, youth.id),
        decision=presenting.decision,
        on_the_way=latest_of(session, youth.id),
        stage=stage,
    )


@bp.get("/youths/<uuid:youth_id>/possibilities")
@caseworkers_only
def possibilities(youth_id: UUID) -> ResponseReturnValue:
    """What would open more openings for a youth, one change at a time."""
    youth = noted(_youth(youth_id), "suggestions.viewed")
    found = possibilities_of(session, youth, now=clock.now())
    return render_template(
        "suggestions/possibilities.html",
        youth=youth,
        shown=opening_up(found, youth),
        place=opening_words.place,
    )


@bp.get("/openings/<uuid:opening_id>/youths")
@caseworkers_only
def for_opening(opening_id: UUID) -> ResponseReturnValue:
    """Which of the team's youths an opening fits, and what hinders the others."""
    opening = _opening(opening_id)
    found = candidates(session, opening, guards.user(), now=clock.now())
    clear = [each for each in found if each.match and each.match.label != "possible"]
    shown = found if "whole" in request.args or not clear else clear
    noted_list([each.youth for each in shown])
    return render_template(
        "suggestions/for_opening.html",
        opening=opening,
        fitting=[beside(each, opening) for each in shown if each.match],
        hindered=[beside(each, opening) for each in shown if not each.match],
        others=len(found) - len(shown),
        decision=presenting.decision,
    )


@bp.get("/youths/<uuid:youth_id>/openings/<uuid:opening_id>")
@caseworkers_only
def why(youth_id: UUID, opening_id: UUID) -> ResponseReturnValue:
    """The whole sum of a youth and an opening, or what hinders it."""
    youth, opening = noted(_youth(youth_id), "suggestion.viewed"), _opening(opening_id)
    found = candidate(session, youth, opening, guards.user(), now=clock.now())
    return render_template(
        "suggestions/why.html",
        youth=youth,
        opening=opening,
        shown=beside(found, opening, ways_for(session, youth)) if found else None,
        decision=presenting.decision,
        relocation=card_for(youth, opening),
        opinion=opinion_on(session, guards.user(), youth.id, opening.id),
    )


@bp.post("/youths/<uuid:youth_id>/openings/<uuid:opening_id>/accept")
@caseworkers_only
def take_on(youth_id: UUID, opening_id: UUID) -> ResponseReturnValue:
    """Go on with a youth and an opening, whether or not the ranking had proposed it."""
    youth, opening, now = _youth(youth_id), _opening(opening_id), clock.now()
    suggestion = propose(session, youth.id, opening, now=now)
    decisions.accept(session, suggestion, by=guards.user(), now=now)
    return _answered(suggestion, _("Ni går vidare med %(headline)s."))


@bp.post("/suggestions/<uuid:suggestion_id>/accept")
@caseworkers_only
def accept(suggestion_id: UUID) -> ResponseReturnValue:
    """Go on with a suggestion."""
    suggestion = _suggestion(suggestion_id)
    decisions.accept(session, suggestion, by=guards.user(), now=clock.now())
    return _answered(suggestion, _("Ni går vidare med %(headline)s."))


@bp.route("/suggestions/<uuid:suggestion_id>/later", methods=["GET", "POST"])
@caseworkers_only
def later(suggestion_id: UUID) -> ResponseReturnValue:
    """Put a suggestion off to a day to come."""
    suggestion, form, now = _suggestion(suggestion_id), LaterForm(), clock.now()
    if form.validate_on_submit():
        until = form.until(clock.local_date(now, zone()))
        decisions.put_off(session, suggestion, until, by=guards.user(), now=now)
        return _answered(suggestion, _("%(headline)s kommer tillbaka senare."))
    return _ask("suggestions/later.html", suggestion, form)


@bp.route("/suggestions/<uuid:suggestion_id>/dismiss", methods=["GET", "POST"])
@caseworkers_only
def dismiss(suggestion_id: UUID) -> ResponseReturnValue:
    """Turn a suggestion down, and say why."""
    suggestion, form = _suggestion(suggestion_id), DismissForm()
    if form.validate_on_submit():
        reason, note = DismissalReason(form.reason.data), form.note.data or ""
        decisions.dismiss(session, suggestion, reason, note=note, by=guards.user(), now=clock.now())
        return _answered(suggestion, _("%(headline)s är borttagen från förslagen."))
    return _ask("suggestions/dismiss.html", suggestion, form)


@bp.post("/suggestions/<uuid:suggestion_id>/undo")
@caseworkers_only
def take_back(suggestion_id: UUID) -> ResponseReturnValue:
    """Undo a decision."""
    suggestion = _suggestion(suggestion_id)
    take_back_suggestion(session, suggestion, by=guards.user(), now=clock.now())
    return _answered(suggestion, _("%(headline)s är ett förslag igen."))


def _youth(youth_id: UUID) -> Youth:
    return youths.get_visible(session, youth_id, to=guards.user())


def _opening(opening_id: UUID) -> Opening:
    return openings.get_visible(session, opening_id, to=guards.user())


def _suggestion(suggestion_id: UUID) -> Suggestion:
    return queries.get_visible(session, suggestion_id, to=guards.user())


def _ask(template: str, suggestion: Suggestion, form: LaterForm | DismissForm) -> str:
    noted(suggestion.youth, "suggestion.viewed")
    return render_template(template, suggestion=suggestion, youth=suggestion.youth, form=form)


def _answered(suggestion: Suggestion, done: str) -> ResponseReturnValue:
    """Keep the answer, and go back to what else waits for the youth."""
    session.commit()
    flash(done % {"headline": suggestion.opening.headline}, "success")
    return redirect(url_for("suggestions.index", youth_id=suggestion.youth_id))
