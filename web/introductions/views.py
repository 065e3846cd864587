"""The list of who is on the way, and the page of one introduction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlmodel import col
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from foundation import clock
from foundation.translating import _, day, zone
from placements import queries
from placements.agreements.queries import agreement_of
from placements.meetings.models import Meeting
from placements.meetings.queries import meetings_of
from placements.meetings.wording import HOWS
from placements.models import Introduction, Stage, Why
from placements.queries import is_open
from placements.work.models import Assessment, FollowUp, Placement
from placements.work.queries import assessments_of, follow_ups_of, placement_of
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.introductions import wording
from web.introductions.assessing import told
from web.introductions.blueprint import bp, get
from web.introductions.forms import ConsentForm, EmployerAnswerForm, PlanForm
from web.lists import page_of
from web.youths.viewing import noted, noted_list
from youths.models import Youth

SOON = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class AtWork:
    """A placement with its talks and what both sides have said."""

    placement: Placement
    follow_ups: list[FollowUp]
    assessments: list[Assessment]


@bp.get("/introductions")
@caseworkers_only
def index() -> ResponseReturnValue:
    """Who is on the way, the most pressing first; narrowed to a stage, or to what is over."""
    chosen = request.args.get("stage", "")
    is_team = request.args.get("whose") == "team"
    page = page_of(_listed(guards.user(), chosen, is_team=is_team))
    noted_list({each.youth_id: each.youth for each in page.rows}.values())
    return render_template(
        "introductions/index.html",
        page=page,
        chosen=chosen,
        is_team=is_team,
        stages=[(stage.value, words) for stage, (words, _kind) in wording.STAGES.items()],
        words=wording,
        today=_today(),
        soon=_today() + SOON,
    )


@bp.get("/introductions/<uuid:introduction_id>")
@caseworkers_only
def show(introduction_id: UUID) -> ResponseReturnValue:
    """Where one introduction stands, what comes next, what has been told, and every step."""
    introduction = get(introduction_id)
    noted(introduction.youth, "introduction.viewed")
    return page_of_one(introduction)


def page_of_one(
    introduction: Introduction,
    *,
    consent: ConsentForm | None = None,
    answer: EmployerAnswerForm | None = None,
    plan: PlanForm | None = None,
    link: str | None = None,
) -> str:
    """The page of an introduction, with the form that was sent in, if one was."""
    meetings = meetings_of(session, introduction)
    return render_template(
        "introductions/show.html",
        introduction=introduction,
        youth=introduction.youth,
        opening=introduction.opening,
        lead=lead(introduction, meetings),
        disclosures=queries.disclosures_of(session, introduction),
        moves=queries.moves_of(session, introduction),
        at_work=at_work(introduction),
        meetings=meetings,
        agreement=agreement_of(session, introduction),
        hows=HOWS,
        consent=consent or ConsentForm(None),
        answer=answer or EmployerAnswerForm(None),
        plan=plan or PlanForm(None),
        link=link,
        told=told,
        words=wording,
        today=_today(),
    )


def at_work(introduction: Introduction) -> AtWork | None:
    """The placement that it led to, if it did."""
    if introduction.stage not in {Stage.PLACED, Stage.ENDED}:
        return None
    placement = placement_of(session, introduction)
    if placement is None:
        return None
    return AtWork(placement, follow_ups_of(session, placement), assessments_of(session, placement))


def lead(introduction: Introduction, meetings: Sequence[Meeting]) -> str:
    """What comes next, in one sentence."""
    planned = [each for each in meetings if not each.cancelled_at]
    due = day(introduction.due_on) if introduction.due_on else ""
    return {
        Stage.ASKED: _("Vänta på svar, senast %(day)s. Inget svar är ett nej.", day=due),
        Stage.CONSENTED: _("Bestäm vad arbetsgivaren får läsa, och presentera."),
        Stage.INTRODUCED: _("Arbetsgivaren svarar senast %(day)s.", day=due),
        Stage.MEETING: _("Mötet är bestämt. Skriv överenskommelsen när ni har setts.")
        if planned
        else _("Arbetsgivaren vill träffas. Bestäm tid och plats."),
        Stage.AGREEMENT: _("Skriv klart överenskommelsen, så att alla tre kan skriva under."),
        Stage.PLACED: _("Följ upp så att det går bra."),
        Stage.ENDED: _("Placeringen är avslutad."),
        Stage.CLOSED: _why_closed(introduction.closed_why),
    }[introduction.stage]


def _why_closed(why: Why | None) -> str:
    return f"{wording.WHYS[why]}." if why else ""


def _listed(user: User, chosen: str, *, is_team: bool) -> SelectOfScalar[Introduction]:
    rows = queries.visible_to(user)
    if not is_team:
        rows = rows.where(col(Youth.responsible_id) == user.id)
    if chosen in set(Stage):
        rows = rows.where(col(Introduction.stage) == chosen)
    else:
        rows = rows.where(is_open())
    pressing = col(Introduction.due_on).asc().nulls_last()
    return rows.order_by(pressing, col(Introduction.stage_since), col(Introduction.id))


def _today() -> date:
    return clock.local_date(clock.now(), zone())
