"""Writing an opening: the form, its drafts, and what happens when two write at once."""

from collections.abc import Callable
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from employers import queries as employers
from employers.models import Employer
from foundation import clock
from foundation.errors import Refused
from foundation.translating import _, lazy_, zone
from openings import queries, service, supervising
from openings.checks import NotReady, gaps
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningState
from web.db import session
from web.employer_openings import content, occupation
from web.employer_openings.blueprint import bp
from web.employer_openings.forms import MERITS, REQUIREMENTS, WORKPLACE, OpeningForm
from web.employer_openings.starting import facts_for_new
from web.guards import employers_only, user
from web.openings import advising

Save = Callable[[OpeningFacts], Opening]


class NoEmployer(Refused):
    """The person is not, or not yet, let in at any employer."""

    message = lazy_("Du är inte kopplad till någon arbetsgivare än, så du kan inte skriva platser.")


@bp.route("/new", methods=["GET", "POST"])
@employers_only
def new() -> ResponseReturnValue:
    """Begin a draft."""
    own = employers.employers_of(session, user())
    if not own:
        raise NoEmployer
    first, supervisor_id = facts_for_new(session, own[0])
    form = OpeningForm(data=content.data_from(first))
    form.begin(own)
    people = employers.people_at(session, [each.id for each in own])
    form.offer_colleagues(people, supervisor_id)
    key = f"opening-new-{user().id}"

    def save(facts: OpeningFacts) -> Opening:
        employer = _employer_in(form, own)
        draft = service.create_draft(session, employer, facts, by=user(), now=clock.now())
        _choose_supervisor(draft, form)
        return draft

    draft = _written(form, save)
    return _onward(draft, key) if draft else _form_page(form, key)


@bp.route("/<uuid:opening_id>/edit", methods=["GET", "POST"])
@employers_only
def edit(opening_id: UUID) -> ResponseReturnValue:
    """Change an opening; with `?gaps` the page points out what is missing."""
    opening = queries.get_visible(session, opening_id, to=user())
    service.demand_editable(opening)
    facts = OpeningFacts.of(opening)
    form = OpeningForm(data={**content.data_from(facts), "version": opening.updated_at})
    form.go_on()
    at = [opening.employer_id] if opening.employer_id else []
    form.offer_colleagues(employers.people_at(session, at), opening.supervisor_id)
    key = f"opening-{opening.id}"

    def save(facts: OpeningFacts) -> Opening:
        seen_at = form.version.data
        service.change(session, opening, facts, seen_at=seen_at, by=user(), now=clock.now())
        _choose_supervisor(opening, form)
        return opening

    try:
        changed = _written(form, save)
    except service.ChangedMeanwhile as refusal:
        return _overtaken(form, key, opening, refusal)
    if changed:
        return _onward(changed, key)
    if request.method == "GET" and "gaps" in request.args:
        form.point_out(gaps(facts, today=clock.local_date(clock.now(), zone())))
    return _form_page(form, key, opening)


def _choose_supervisor(opening: Opening, form: OpeningForm) -> None:
    chosen = form.supervisor_id
    supervising.choose(session, opening, chosen, by=user(), now=clock.now())


def _written(form: OpeningForm, save: Save) -> Opening | None:
    """What was saved, or None where the form is to be shown, perhaps with what to mend."""
    if not form.validate_on_submit():
        return None
    try:
        return save(content.facts_from(form))
    except NotReady as refusal:
        form.point_out(refusal.problems)
        return None


def _onward(opening: Opening, key: str) -> ResponseReturnValue:
    """Keep what was written, let the browser forget its draft, and go where the button says."""
    session.commit()
    flash(key, "draft-saved")
    preview = url_for("employer_openings.preview", opening_id=opening.id)
    if opening.state is not OpeningState.DRAFT:
        flash(_("Ändringarna är sparade."), "success")
        return redirect(preview)
    if "review" not in request.form:
        flash(_("Utkastet är sparat. Du kan fortsätta när du vill."), "success")
        return redirect(url_for("employer_openings.edit", opening_id=opening.id))
    missing = gaps(OpeningFacts.of(opening), today=clock.local_date(clock.now(), zone()))
    if not missing:
        return redirect(preview)
    return redirect(url_for("employer_openings.edit", opening_id=opening.id, gaps=1))


def _overtaken(
    form: OpeningForm, key: str, opening: Opening, refusal: service.ChangedMeanwhile
) -> ResponseReturnValue:
    """Show what was written beside the news that a colleague was first; nothing is lost.

    The form now carries the colleague's version, so saving once more is a decision.
    """
    flash(key, "draft-saved")
    session.refresh(opening)
    form.version.data = opening.updated_at
    differing = content.facts_from(form).changed_from(OpeningFacts.of(opening))
    page = _form_page(form, key, opening, overtaken=str(refusal), differing=form.labels(differing))
    return page, 409


def _form_page(
    form: OpeningForm,
    key: str,
    opening: Opening | None = None,
    *,
    overtaken: str = "",
    differing: list[str] | None = None,
) -> str:
    occupation.offer_in(form)
    facts = OpeningFacts.of(opening) if opening else OpeningFacts()
    advice = advising.told(facts, opening.advice_aside if opening else ())
    return render_template(
        "employer_openings/form.html",
        form=form,
        key=key,
        opening=opening,
        parts={"requirements": REQUIREMENTS, "merits": MERITS, "workplace": WORKPLACE},
        is_draft=opening is None or opening.state is OpeningState.DRAFT,
        overtaken=overtaken,
        differing=differing or [],
        advice=advising.by_field(advice),
    )


def _employer_in(form: OpeningForm, own: list[Employer]) -> Employer:
    """The employer that was chosen, or the only one."""
    chosen = form.employer.data if form.employer else None
    return next((each for each in own if str(each.id) == chosen), own[0])
