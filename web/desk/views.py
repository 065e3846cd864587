"""The desk: what to do next today, the most waited for first."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from accounts.queries import acquirers_among
from employers import contacts
from foundation import clock
from foundation.translating import zone
from placements.waiting import tasks
from suggestions.caseload import desk
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.introductions.wording import TODOS
from web.youths.profile import QUESTIONS
from web.youths.viewing import noted_list
from youths.unknowns import unknowns_of

bp = Blueprint("desk", __name__, url_prefix="/desk")
FIRST = 8


@bp.get("")
@caseworkers_only
def index() -> ResponseReturnValue:
    """One's own youths, or with `?whose=team` the whole team's, by what they wait for."""
    is_team = request.args.get("whose") == "team"
    today = clock.local_date(clock.now(), zone())
    shown = desk(session, guards.user(), only_mine=not is_team, today=today)
    noted_list(shown.people)
    acquires = guards.user().id in acquirers_among(session, [guards.user().id])
    return render_template(
        "desk/index.html",
        desk=shown,
        is_team=is_team,
        contacts=contacts.due(session, guards.user(), on=today) if acquires else [],
        today=today,
        first=FIRST,
        tasks=tasks(session, guards.user(), only_mine=not is_team, today=today),
        todos=TODOS,
        questions={youth.id: str(QUESTIONS[unknowns_of(youth)[0]]) for youth in shown.unknown},
    )
