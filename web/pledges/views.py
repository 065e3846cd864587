"""Pledges as a list, and each one on a page that is fit for a meeting."""

from collections.abc import Callable
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from employers import directory
from employers import queries as employers
from employers.models import Employer
from foundation import clock
from foundation.translating import _, zone
from openings import pledge_counts, pledges
from openings.models import OpeningKind, Pledge
from openings.pledges import ChangedMeanwhile, PeriodWrong, PledgeFacts
from web.db import session
from web.employer.forms import tell_what_differs
from web.guards import employers_and_caseworkers, signed_in, user
from web.lists import page_of
from web.openings import wording
from web.pledges import history
from web.pledges.blueprint import bp
from web.pledges.forms import PledgeForm

PAGE_SIZE = 25


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    """The pledges that the person may see, and how far each has come."""
    page = page_of(pledges.visible_to(user()), PAGE_SIZE)
    return render_template(
        "pledges/index.html",
        page=page,
        kept=pledge_counts.kept_of(session, page.rows),
        words=wording,
        today=clock.local_date(clock.now(), zone()),
    )


@bp.get("/<uuid:pledge_id>")
@signed_in
def show(pledge_id: UUID) -> ResponseReturnValue:
    """One pledge: promised, offered and filled in large figures, then unit by unit."""
    pledge = pledges.get_visible(session, pledge_id, to=user())
    return render_template(
        "pledges/show.html",
        pledge=pledge,
        kept=pledge_counts.kept_of(session, [pledge])[pledge.id],
        units=pledge_counts.kept_by_unit(session, pledge),
        history=history.of(session, pledge),
        may_change=pledges.may_change(session, pledge, user()),
        words=wording,
        today=clock.local_date(clock.now(), zone()),
    )


@bp.route("/of/<uuid:employer_id>/new", methods=["GET", "POST"])
@employers_and_caseworkers
def new(employer_id: UUID) -> ResponseReturnValue:
    """Make a pledge, as its owner or together with her."""
    employer = owned_or_met(employer_id)
    form = PledgeForm()
    del form.version
    if form.validate_on_submit() and (facts := _facts(form)):
        made: list[Pledge] = []

        def save() -> None:
            made.append(pledges.make(session, employer, facts, by=user(), now=clock.now()))

        if _saved(form, save):
            flash(_("Löftet är inskrivet."), "success")
            return redirect(url_for(".show", pledge_id=made[0].id))
    return render_template("pledges/form.html", form=form, employer=employer, pledge=None)


@bp.route("/<uuid:pledge_id>/edit", methods=["GET", "POST"])
@employers_and_caseworkers
def edit(pledge_id: UUID) -> ResponseReturnValue:
    """Promise something else; the page keeps what it was."""
    pledge = pledges.get_changeable(session, pledge_id, by=user())
    form = PledgeForm(data={**_as_written(pledge), "version": pledge.updated_at})
    status = 200
    if form.validate_on_submit() and (facts := _facts(form)):
        seen_at = form.version.data

        def save() -> None:
            now = clock.now()
            pledges.change(session, pledge, facts, seen_at=seen_at, by=user(), now=now)

        try:
            if _saved(form, save):
                flash(_("Löftet är ändrat."), "success")
                return redirect(url_for(".show", pledge_id=pledge.id))
        except ChangedMeanwhile as refusal:
            tell_what_differs(form, _as_written(pledge), refusal)
            form.version.data, status = pledge.updated_at, 409
    page = render_template("pledges/form.html", form=form, employer=pledge.employer, pledge=pledge)
    return page, status


@bp.route("/<uuid:pledge_id>/end", methods=["GET", "POST"])
@employers_and_caseworkers
def end(pledge_id: UUID) -> ResponseReturnValue:
    """Ask once, then end a pledge; it stays to be seen."""
    pledge = pledges.get_changeable(session, pledge_id, by=user())
    if request.method == "GET":
        return render_template("pledges/end.html", pledge=pledge)
    pledges.end(session, pledge, by=user(), now=clock.now())
    session.commit()
    flash(_("Löftet är avslutat."), "success")
    return redirect(url_for(".show", pledge_id=pledge.id))


def owned_or_met(employer_id: UUID) -> Employer:
    """The employer, for its owner and for caseworkers. Raises NotFound otherwise."""
    if user().is_staff:
        return directory.get(session, employer_id)
    return employers.get_owned(session, employer_id, by=user())


def _saved(form: PledgeForm, save: Callable[[], None]) -> bool:
    try:
        save()
    except PeriodWrong as refusal:
        form.ends_on.errors = [str(refusal)]
        return False
    session.commit()
    return True


def _facts(form: PledgeForm) -> PledgeFacts | None:
    """What the form says, or None where a day is missing, which the form then tells."""
    starts_on, ends_on = form.starts_on.data, form.ends_on.data
    if starts_on is None or ends_on is None:
        for field in (form.starts_on, form.ends_on):
            field.errors = [] if field.data else [_("Skriv en dag.")]
        return None
    return PledgeFacts(
        promised=form.promised.data or 0,
        kind=OpeningKind(form.kind.data) if form.kind.data else None,
        starts_on=starts_on,
        ends_on=ends_on,
        note=form.note.data,
    )


def _as_written(pledge: Pledge) -> dict[str, object]:
    names = ("promised", "kind", "starts_on", "ends_on", "note")
    return {name: getattr(pledge, name) for name in names}
