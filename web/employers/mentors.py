"""The register of mentors: a list for the teams, and each mentor at her employer."""

from collections.abc import Callable
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from employers import directory, mentors
from employers.mentors import MentorFacts, TrainedWhen
from employers.models import Mentor, MentorTraining
from employers.service import ChangedMeanwhile
from foundation import clock
from foundation.translating import _
from web.db import session
from web.employer.forms import tell_what_differs
from web.employers.blueprint import bp
from web.employers.forms import MentorForm
from web.employers.wording import TRAINING
from web.guards import caseworkers_only, user
from web.lists import page_of


@bp.get("/mentors")
@caseworkers_only
def list_mentors() -> ResponseReturnValue:
    """Every mentor, or those who have come as far as the address says."""
    asked = request.args.get("training")
    chosen = MentorTraining(asked) if asked in list(MentorTraining) else None
    page = page_of(mentors.listed(training=chosen))
    return render_template("employers/mentors.html", page=page, chosen=chosen, training=TRAINING)


@bp.route("/<uuid:employer_id>/mentors/new", methods=["GET", "POST"])
@caseworkers_only
def new_mentor(employer_id: UUID) -> ResponseReturnValue:
    """Register a mentor at an employer."""
    employer = directory.get(session, employer_id)
    form = MentorForm()
    del form.version

    def save() -> None:
        mentors.add(session, employer, _facts(form), by=user(), now=clock.now())

    if form.validate_on_submit() and _saved(form, save):
        flash(_("Mentorn är inskriven."), "success")
        return redirect(url_for(".show", employer_id=employer.id))
    return render_template("employers/mentor.html", employer=employer, form=form, mentor=None)


@bp.route("/mentors/<uuid:mentor_id>", methods=["GET", "POST"])
@caseworkers_only
def mentor(mentor_id: UUID) -> ResponseReturnValue:
    """Change what is known of a mentor."""
    found = mentors.get(session, mentor_id)
    form = MentorForm(data={**_as_written(found), "version": found.updated_at})

    def save() -> None:
        facts, seen_at = _facts(form), form.version.data
        mentors.change(session, found, facts, seen_at=seen_at, by=user(), now=clock.now())

    status = 200
    try:
        if form.validate_on_submit() and _saved(form, save):
            flash(_("Ändringarna är sparade."), "success")
            return redirect(url_for(".show", employer_id=found.employer_id))
    except ChangedMeanwhile as refusal:
        tell_what_differs(form, _as_written(found), refusal)
        form.version.data, status = found.updated_at, 409
    page = render_template(
        "employers/mentor.html", employer=found.employer, form=form, mentor=found
    )
    return page, status


@bp.route("/mentors/<uuid:mentor_id>/end", methods=["GET", "POST"])
@caseworkers_only
def end_mentor(mentor_id: UUID) -> ResponseReturnValue:
    """Ask once, then take a mentor out of the register."""
    found = mentors.get(session, mentor_id)
    if request.method == "GET":
        return render_template("employers/end_mentor.html", mentor=found)
    mentors.end(session, found, by=user(), now=clock.now())
    session.commit()
    flash(_("%(name)s är inte mentor längre.", name=found.name), "success")
    return redirect(url_for(".show", employer_id=found.employer_id))


def _saved(form: MentorForm, save: Callable[[], None]) -> bool:
    try:
        save()
    except TrainedWhen as refusal:
        form.trained_on.errors = [str(refusal)]
        return False
    session.commit()
    return True


def _facts(form: MentorForm) -> MentorFacts:
    return MentorFacts(
        name=form.name.data or "",
        reached_at=form.reached_at.data,
        training=MentorTraining(form.training.data),
        trained_on=form.trained_on.data,
        most_youths=form.most_youths.data or 1,
    )


def _as_written(found: Mentor) -> dict[str, object]:
    names = ("name", "reached_at", "training", "trained_on", "most_youths")
    return {name: getattr(found, name) for name in names}
