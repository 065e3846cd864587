"""The agreement as the caseworker writes it: begin, edit, review, open, put aside, print."""

from uuid import UUID

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from employers import queries as employers
from foundation import clock
from foundation.translating import _, zone
from openings.checks import NotReady
from placements.agreements import checks, queries, service, turns, writing
from placements.agreements.models import Agreement
from placements.agreements.prefilling import told_name
from placements.models import Introduction
from placements.terms import terms_of
from web import guards
from web.addresses import public_url
from web.agreements.files import paper
from web.agreements.forms import DropForm, ReviewForm, TermsForm, VersionForm
from web.agreements.presenting import shown
from web.db import session
from web.guards import caseworkers_only
from web.introductions.blueprint import bp, done, get
from web.youths.viewing import noted

ROOT = "/introductions/<uuid:introduction_id>/agreement"


@bp.post(f"{ROOT}/start")
@caseworkers_only
def start_agreement(introduction_id: UUID) -> ResponseReturnValue:
    """Begin a draft with what is known."""
    introduction = get(introduction_id)
    writing.start_draft(session, introduction, by=guards.user(), now=clock.now())
    session.commit()
    return redirect(url_for(".edit_agreement", introduction_id=introduction.id))


@bp.get(ROOT)
@caseworkers_only
def agreement(introduction_id: UUID) -> ResponseReturnValue:
    """The agreement as it stands: terms, who has signed, and what has changed."""
    introduction = get(introduction_id)
    noted(introduction.youth, "agreement.viewed")
    return page_of(queries.get_agreement(session, introduction))


def page_of(agreement: Agreement, *, link: str | None = None) -> str:
    """The page of an agreement, with the youth's link where it has just been made."""
    introduction, today = agreement.introduction, clock.local_date(clock.now(), zone())
    days = terms_of(session, introduction.youth.team_id).draft_days
    is_unfinished = agreement.state in queries.UNFINISHED and introduction.due_on is not None
    return render_template(
        "introductions/agreement.html",
        introduction=introduction,
        agreement=agreement,
        shown=shown(agreement),
        is_stale=is_unfinished and queries.is_stale(agreement.touched_at, days, today=today),
        last_day=queries.last_day(agreement.touched_at, days),
        link=link,
    )


@bp.route(f"{ROOT}/edit", methods=["GET", "POST"])
@caseworkers_only
def edit_agreement(introduction_id: UUID) -> ResponseReturnValue:
    """Write the terms; with `?gaps` the page points out what is missing."""
    introduction = get(introduction_id)
    found = queries.get_agreement(session, introduction)
    version = queries.current(session, found)
    terms, employer_id = version.terms, introduction.opening.employer_id
    form = TermsForm(data={**terms.model_dump(), "version": found.updated_at})
    people = employers.people_at(session, [employer_id] if employer_id else [])
    form.offer_colleagues(people, version.supervisor_id)
    if form.validate_on_submit():
        try:
            _save(found, form)
        except NotReady as refusal:
            form.point_out(refusal.problems)
        except turns.ChangedMeanwhile as refusal:
            return _overtaken(found, form, str(refusal))
        else:
            return _onward(introduction)
    if request.method == "GET" and "gaps" in request.args:
        form.point_out(checks.gaps(terms, today=clock.local_date(clock.now(), zone())))
    return _page("introductions/agreement_edit.html", found, form)


@bp.route(f"{ROOT}/review", methods=["GET", "POST"])
@caseworkers_only
def review_agreement(introduction_id: UUID) -> ResponseReturnValue:
    """Read it once more, as the employer will, and let the three sign."""
    introduction = get(introduction_id)
    found = queries.get_agreement(session, introduction)
    form = ReviewForm(version=found.updated_at)
    if form.validate_on_submit():
        try:
            _open(found, form)
        except service.NameNotAgreed as refusal:
            session.rollback()
            form.name_agreed.errors = [str(refusal)]
        else:
            session.commit()
            return redirect(url_for(".agreement", introduction_id=introduction.id))
    view = shown(found)
    return _page(
        "introductions/agreement_review.html",
        found,
        form,
        shown=view,
        missing=checks.gaps(view.version.terms, today=clock.local_date(clock.now(), zone())),
        is_new_name=told_name(session, introduction) != view.version.terms.name,
    )


@bp.route(f"{ROOT}/drop", methods=["GET", "POST"])
@caseworkers_only
def drop_agreement(introduction_id: UUID) -> ResponseReturnValue:
    """Ask once, then put the agreement aside."""
    found = queries.get_agreement(session, get(introduction_id))
    form = DropForm(version=found.updated_at)
    if form.validate_on_submit():
        service.drop(
            session,
            found,
            seen_at=form.version.data,
            note=form.note.data,
            by=guards.user(),
            public_url=public_url(),
            now=clock.now(),
        )
        return done(found.introduction, _("Överenskommelsen är undanlagd."))
    return _page("introductions/agreement_drop.html", found, form)


@bp.get(f"{ROOT}.pdf")
@caseworkers_only
def agreement_paper(introduction_id: UUID) -> Response:
    """The agreement as a PDF, to sign on paper or to keep."""
    introduction = get(introduction_id)
    noted(introduction.youth, "agreement.printed")
    return paper(queries.get_agreement(session, introduction))


def _save(agreement: Agreement, form: TermsForm) -> None:
    writing.change(
        session,
        agreement,
        form.terms,
        supervisor_id=form.supervisor_id,
        seen_at=form.version.data,
        by=guards.user(),
        now=clock.now(),
    )


def _onward(introduction: Introduction) -> ResponseReturnValue:
    """Keep what was written, and go where the button says."""
    session.commit()
    to = ".review_agreement" if "review" in request.form else ".agreement"
    return redirect(url_for(to, introduction_id=introduction.id))


def _open(agreement: Agreement, form: ReviewForm) -> None:
    service.open_for_signatures(
        session,
        agreement,
        name_agreed=form.name_agreed.data,
        seen_at=form.version.data,
        by=guards.user(),
        public_url=public_url(),
        now=clock.now(),
    )


def _overtaken(agreement: Agreement, form: TermsForm, refusal: str) -> ResponseReturnValue:
    """Show what was written beside the news that somebody was first; saving again decides."""
    session.refresh(agreement)
    form.version.data = agreement.updated_at
    page = _page("introductions/agreement_edit.html", agreement, form, overtaken=refusal)
    return page, 409


def _page(template: str, agreement: Agreement, form: VersionForm, **more: object) -> str:
    introduction = agreement.introduction
    noted(introduction.youth, "agreement.viewed")
    return render_template(
        template,
        introduction=introduction,
        youth=introduction.youth,
        agreement=agreement,
        form=form,
        **more,
    )
