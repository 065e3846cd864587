"""An employer's openings as a list and one by one, and the steps of each."""

from collections.abc import Callable
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _, zone
from openings import queries, service
from openings.checks import NotReady, gaps
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningState
from openings.queries import Filters
from web.db import session
from web.employer_openings import reaching
from web.employer_openings.blueprint import bp
from web.employer_openings.counts import COUNTERS, columns, counted
from web.guards import employers_only, user
from web.lists import page_of
from web.openings import advising, presenting, switching, wording


@bp.get("")
@employers_only
def index() -> ResponseReturnValue:
    """The employer's openings, newest first: all of them, or those in one state."""
    asked = request.args.get("state")
    state = OpeningState(asked) if asked in list(OpeningState) else None
    page = page_of(queries.listed(user(), Filters(state=state)).options(*queries.IN_LISTS))
    return render_template(
        "employer_openings/index.html",
        page=page,
        counters=COUNTERS,
        counter_columns=columns(),
        figures=counted(session, page.rows),
        counts=queries.count_by_state(session, user()),
        state=state,
        words=wording,
        today=clock.local_date(clock.now(), zone()),
    )


@bp.get("/<uuid:opening_id>")
@employers_only
def preview(opening_id: UUID) -> ResponseReturnValue:
    """The opening as a caseworker sees it, with what is missing and the steps from here."""
    opening = _own(opening_id)
    today = clock.local_date(clock.now(), zone())
    return render_template(
        "employer_openings/preview.html",
        opening=opening,
        shown=presenting.shown(opening, with_people=True),
        figures=counted(session, [opening]).get(opening.id, []),
        reach=reaching.told(opening) if opening.state is not OpeningState.CLOSED else None,
        advice=advising.told(OpeningFacts.of(opening), opening.advice_aside),
        missing=gaps(OpeningFacts.of(opening), today=today),
    )


@bp.post("/<uuid:opening_id>/publish")
@employers_only
def publish(opening_id: UUID) -> ResponseReturnValue:
    """Show a draft to caseworkers."""
    done = _("Platsen är publicerad. Nu ser handläggarna den.")
    return _take(service.publish, _own(opening_id), done)


@bp.post("/<uuid:opening_id>/pause")
@employers_only
def pause(opening_id: UUID) -> ResponseReturnValue:
    """Take an opening out of sight for a while."""
    done = _("Platsen är pausad. Ingen ser den förrän du visar den igen.")
    return _take(service.pause, _own(opening_id), done)


@bp.post("/<uuid:opening_id>/resume")
@employers_only
def resume(opening_id: UUID) -> ResponseReturnValue:
    """Show a paused opening again."""
    return _take(service.resume, _own(opening_id), _("Platsen syns för handläggarna igen."))


@bp.post("/<uuid:opening_id>/advice")
@employers_only
def set_advice_aside(opening_id: UUID) -> ResponseReturnValue:
    """Not be told again of one piece of advice about the opening's words."""
    opening = _own(opening_id)
    key = request.form.get("key", "")
    service.set_advice_aside(session, opening, key, by=user(), now=clock.now())
    session.commit()
    return redirect(url_for("employer_openings.preview", opening_id=opening.id))


@bp.post("/<uuid:opening_id>/public")
@employers_only
def show_to_world(opening_id: UUID) -> ResponseReturnValue:
    """Open the opening's page to anybody, or take it away again."""
    return switching.switched(_own(opening_id), "employer_openings.preview")


@bp.route("/<uuid:opening_id>/close", methods=["GET", "POST"])
@employers_only
def close(opening_id: UUID) -> ResponseReturnValue:
    """Ask once, then end the opening for good."""
    opening = _own(opening_id)
    if request.method == "POST":
        return _take(service.close, opening, _("Platsen är stängd. Tack för att du öppnade den!"))
    return render_template("employer_openings/close.html", opening=opening)


@bp.post("/<uuid:opening_id>/copy")
@employers_only
def copy(opening_id: UUID) -> ResponseReturnValue:
    """Begin a draft with the same words."""
    draft = service.copy(session, _own(opening_id), by=user(), now=clock.now())
    session.commit()
    flash(_("Här är en kopia som nytt utkast. Fyll i nya datum."), "success")
    return redirect(url_for("employer_openings.edit", opening_id=draft.id))


@bp.post("/<uuid:opening_id>/again")
@employers_only
def offer_again(opening_id: UUID) -> ResponseReturnValue:
    """Begin a draft with the same words for the next term."""
    draft = service.offer_again(session, _own(opening_id), by=user(), now=clock.now())
    session.commit()
    flash(
        _("Här är platsen igen som nytt utkast. Datumen är flyttade, kontrollera dem."), "success"
    )
    return redirect(url_for("employer_openings.edit", opening_id=draft.id))


@bp.route("/<uuid:opening_id>/discard", methods=["GET", "POST"])
@employers_only
def discard(opening_id: UUID) -> ResponseReturnValue:
    """Ask once, then throw a draft away."""
    opening = _own(opening_id)
    if request.method == "GET":
        return render_template("employer_openings/discard.html", opening=opening)
    service.discard(session, opening, by=user(), now=clock.now())
    session.commit()
    flash(_("Utkastet är borttaget."), "success")
    return redirect(url_for("employer_openings.index"))


def _own(opening_id: UUID) -> Opening:
    return queries.get_visible(session, opening_id, to=user())


def _take(step: Callable[..., Opening], opening: Opening, done: str) -> ResponseReturnValue:
    """Take a step; where something is missing, go to the form that points it out."""
    try:
        step(session, opening, by=user(), now=clock.now())
    except NotReady:
        return redirect(url_for("employer_openings.edit", opening_id=opening.id, gaps=1))
    session.commit()
    flash(done, "success")
    return redirect(url_for("employer_openings.preview", opening_id=opening.id))
