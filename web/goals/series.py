"""Series from elsewhere: what there is, and a table that is taken in whole or not at all."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.sheets import CSV_TYPE, NoSheet, as_csv, read_sheet
from foundation.translating import _, ngettext
from goals import queries
from goals import series as domain
from goals.models import Series
from goals.series import COLUMNS, PointRow
from web import guards
from web.db import session
from web.goals.blueprint import bp
from web.goals.files import file_of
from web.goals.forms import SeriesForm
from web.guards import administrators_and_coordinators
from web.limits import SIGN_IN, limiter


@bp.route("/series", methods=["GET", "POST"])
@administrators_and_coordinators
@limiter.limit(SIGN_IN, methods=["POST"])
def list_series() -> ResponseReturnValue:
    """Every series, and the form that takes more figures in."""
    form, faulty = SeriesForm(), list[PointRow]()
    if form.validate_on_submit():
        try:
            sent = form.file.data.read() if form.file.data else b""
            rows = domain.read(read_sheet(sent, most=domain.MOST_ROWS))
        except NoSheet as refusal:
            form.file.errors = [str(refusal)]
        else:
            faulty = [row for row in rows if row.faults]
            if not faulty:
                return _taken_in(rows)
    found = queries.all_series(session)
    return render_template(
        "goals/series.html",
        form=form,
        faulty=faulty,
        series=found,
        points=queries.points_of(session, found),
        columns=COLUMNS.columns,
    )


@bp.get("/series/template.csv")
@administrators_and_coordinators
def series_template() -> ResponseReturnValue:
    """An empty table to fill in."""
    headings = [str(column.label) for column in COLUMNS.columns]
    return file_of(as_csv(headings, []), CSV_TYPE, "serier.csv")


@bp.post("/series/<uuid:series_id>/remove")
@administrators_and_coordinators
def remove_series(series_id: UUID) -> ResponseReturnValue:
    """Let a series go."""
    found = session.get(Series, series_id)
    if found is None:
        abort(404)
    domain.remove(session, found, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Serien är borttagen."), "success")
    return redirect(url_for(".list_series"))


def _taken_in(rows: list[PointRow]) -> ResponseReturnValue:
    kept = domain.take_in(session, rows, by=guards.user(), now=clock.now())
    session.commit()
    flash(ngettext("%(num)s siffra är inläst.", "%(num)s siffror är inlästa.", kept), "success")
    return redirect(url_for(".list_series"))
