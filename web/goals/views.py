"""How a programme stands, how each goal is counted, and the same as a spreadsheet."""

from datetime import date
from uuid import UUID

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from accounts.permissions import ADMINISTRATORS, COORDINATORS
from accounts.queries import teams
from foundation import clock
from foundation.sheets import CSV_TYPE, XLSX_TYPE, as_csv, as_excel
from foundation.translating import FEWEST_SHOWN, zone
from goals import paper, queries, sheets, wording
from goals.frozen import Line
from goals.overview import goal_told, overview, series_told
from goals.standing import Reader, statements
from web import guards
from web.db import session
from web.goals import drawing
from web.goals.blueprint import bp
from web.goals.files import file_of
from web.guards import staff_only

MAY_SET = COORDINATORS | ADMINISTRATORS
"""Who sets goals, makes reports and takes series in."""


@bp.get("")
@staff_only
def index() -> str:
    """The programme that began last, or the one that the address names."""
    programmes = queries.programmes(session)
    if not programmes:
        return render_template("goals/none.html", may_set=may_set())
    asked = request.args.get("programme")
    programme = next((each for each in programmes if str(each.id) == asked), programmes[0])
    told = overview(session, programme, today=today())
    return render_template(
        "goals/index.html",
        programme=programme,
        programmes=programmes,
        told=told,
        may_set=may_set(),
        **around(),
    )


@bp.get("/programmes/<uuid:programme_id>/export.<kind>")
@staff_only
def export(programme_id: UUID, kind: str) -> ResponseReturnValue:
    """What the programme's page tells, as CSV or Excel."""
    told = overview(session, queries.get_programme(session, programme_id), today=today())
    if kind == "csv":
        return file_of(as_csv(*sheets.one_table(told)), CSV_TYPE, "mal.csv")
    if kind != "xlsx":
        abort(404)
    return file_of(as_excel(sheets.sheets(told)), XLSX_TYPE, "mal.xlsx")


@bp.get("/definitions")
@staff_only
def definitions() -> str:
    """How every measure is counted, in words."""
    return render_template(
        "goals/definitions.html",
        measures=wording.MEASURES,
        stages=wording.STAGES,
        reached=wording.REACHED,
        fewest=FEWEST_SHOWN,
    )


@bp.get("/<uuid:goal_id>")
@staff_only
def show(goal_id: UUID) -> str:
    """One goal: its definition, its question to the database, its figure, and how that came."""
    goal, everyone = queries.get_goal(session, goal_id), teams(session)
    lines: dict[UUID, Line] = series_told(session) if goal.beside_id else {}
    reader = Reader(session, [team.id for team in everyone], today=today())
    told = goal_told(reader.standing(goal), everyone, lines)
    return render_template(
        "goals/show.html",
        goal=goal,
        told=told,
        queries=[
            (str(wording.QUERIES[name]), text)
            for name, text in statements(goal, session.get_bind().dialect)
        ],
        may_set=may_set(),
        **around(),
    )


def today() -> date:
    """The date on the wall."""
    return clock.local_date(clock.now(), zone())


def may_set() -> bool:
    """Whether this person may set goals."""
    return guards.user().role in MAY_SET


def around() -> dict[str, object]:
    """What the templates of goals draw and word with."""
    return {
        "drawing": drawing,
        "wording": wording,
        "paper": paper,
        "fewest": FEWEST_SHOWN,
    }
