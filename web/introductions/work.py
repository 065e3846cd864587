"""A placement as it goes on: talks, a longer time, the end and what came of it."""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from foundation import clock
from foundation.errors import Refused
from foundation.translating import _, zone
from placements.letters import ASSESSMENT_PATH
from placements.models import Party
from placements.work import assessing, queries, service
from placements.work.assessing import ask_employer
from placements.work.models import Outcome, Placement
from web import guards
from web.addresses import public_url
from web.db import session
from web.guards import caseworkers_only
from web.introductions import wording
from web.introductions.assessing import answers_in, form_for
from web.introductions.blueprint import bp, done
from web.introductions.forms import EndForm, FollowUpForm, PlanForm, ProlongForm
from web.introductions.views import page_of_one
from web.youths.viewing import noted, shown_again


@bp.post("/introductions/<uuid:introduction_id>/follow-ups")
@caseworkers_only
def plan_follow_up(introduction_id: UUID) -> ResponseReturnValue:
    """Plan one more talk."""
    placement, form = _placement(introduction_id), PlanForm()
    if not form.validate_on_submit():
        shown_again(placement.introduction.youth)
        return page_of_one(placement.introduction, plan=form)
    service.plan_follow_up(session, placement, form.due_on.data, by=guards.user(), now=clock.now())
    return done(placement.introduction, _("Samtalet är inplanerat."))


@bp.route("/follow-ups/<uuid:follow_up_id>", methods=["GET", "POST"])
@caseworkers_only
def follow_up(follow_up_id: UUID) -> ResponseReturnValue:
    """Write down a talk and the attendance since the one before."""
    found = queries.get_follow_up(session, follow_up_id, to=guards.user())
    placement = session.get_one(Placement, found.placement_id)
    form = FollowUpForm(done_on=clock.local_date(clock.now(), zone()))
    if form.validate_on_submit():
        try:
            service.follow_up_done(
                session,
                found,
                done_on=form.done_on.data,
                days_planned=form.days_planned.data,
                days_present=form.days_present.data,
                note=form.note.data,
                by=guards.user(),
                now=clock.now(),
            )
        except service.MoreThanPlanned as refusal:
            form.days_present.errors = [str(refusal)]
        else:
            return done(placement.introduction, _("Uppföljningen är sparad."))
    return _page("introductions/follow_up.html", placement, form)


@bp.route("/introductions/<uuid:introduction_id>/prolong", methods=["GET", "POST"])
@caseworkers_only
def prolong(introduction_id: UUID) -> ResponseReturnValue:
    """Let the placement go on for longer."""
    placement, form = _placement(introduction_id), ProlongForm()
    if form.validate_on_submit():
        try:
            service.prolong(
                session,
                placement,
                form.to.data,
                note=form.note.data,
                by=guards.user(),
                now=clock.now(),
            )
        except service.WrongDay as refusal:
            form.to.errors = [str(refusal)]
        else:
            return done(placement.introduction, _("Placeringen är förlängd."))
    return _page("introductions/prolong.html", placement, form)


@bp.route("/introductions/<uuid:introduction_id>/end", methods=["GET", "POST"])
@caseworkers_only
def end(introduction_id: UUID) -> ResponseReturnValue:
    """End the placement, or change what came of one that has ended."""
    placement = _placement(introduction_id)
    form = EndForm(ended_on=placement.ended_on or clock.local_date(clock.now(), zone()))
    if form.validate_on_submit():
        try:
            _end(placement, form)
        except (service.WrongDay, service.NoVacancyLeft) as refusal:
            _show_at_its_field(form, refusal)
        else:
            return done(placement.introduction, _("Resultatet är sparat."))
    return _page("introductions/end.html", placement, form)


@bp.post("/introductions/<uuid:introduction_id>/assessment-link")
@caseworkers_only
def assessment_link(introduction_id: UUID) -> ResponseReturnValue:
    """Make a link to the youth's own questions; it is shown this once."""
    introduction = _placement(introduction_id).introduction
    token = assessing.link_for_youth(session, introduction, now=clock.now())
    shown_again(introduction.youth)
    return page_of_one(introduction, link=f"{public_url()}{ASSESSMENT_PATH}youth/{token}")


@bp.route("/introductions/<uuid:introduction_id>/assessment", methods=["GET", "POST"])
@caseworkers_only
def assessment(introduction_id: UUID) -> ResponseReturnValue:
    """Write down what the youth says when they talk."""
    placement, form = _placement(introduction_id), form_for(Party.YOUTH)
    if form.validate_on_submit():
        assessing.say(
            session,
            placement,
            Party.YOUTH,
            answers_in(form, Party.YOUTH),
            form.words.data,
            by=guards.user(),
            now=clock.now(),
        )
        return done(placement.introduction, _("Svaren är sparade."))
    return _page("introductions/assessment.html", placement, form)


def _end(placement: Placement, form: EndForm) -> None:
    outcome, by, now = Outcome(form.outcome.data), guards.user(), clock.now()
    if placement.outcome is not None:
        service.correct(session, placement, outcome, by=by, now=now)
        return
    service.end(
        session,
        placement,
        outcome,
        ended_on=form.ended_on.data,
        reason=form.end_reason,
        note=form.note.data,
        by=by,
        now=now,
    )
    ask_employer(session, placement.introduction, public_url=public_url(), now=now)


def _show_at_its_field(form: EndForm, refusal: Refused) -> None:
    field = form.ended_on if isinstance(refusal, service.WrongDay) else form.outcome
    field.errors = [str(refusal)]


def _placement(introduction_id: UUID) -> Placement:
    return queries.get_placement(session, introduction_id, to=guards.user())


def _page(template: str, placement: Placement, form: FlaskForm) -> str:
    introduction = placement.introduction
    noted(introduction.youth, "introduction.viewed")
    return render_template(
        template,
        introduction=introduction,
        youth=introduction.youth,
        opening=introduction.opening,
        placement=placement,
        form=form,
        words=wording,
    )
