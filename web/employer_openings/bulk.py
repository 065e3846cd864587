"""Many openings at once: a table is sent, read through, and taken in; and one's own data out."""

import json
from uuid import UUID

from flask import Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField

from employers import queries as employers
from employers.models import Employer
from foundation import clock
from foundation.sheets import CSV_TYPE, XLSX_TYPE, NoSheet, as_csv, as_excel, read_sheet
from foundation.translating import _, lazy_, ngettext
from openings import exporting, queries, uploads
from openings.bulk import MOST_ROWS, Outcome
from openings.queries import Filters
from openings.sheet import ALL
from web.db import session
from web.employer_openings.blueprint import bp
from web.employer_openings.writing import NoEmployer
from web.fields import ChoiceField
from web.guards import employers_only, user
from web.limits import SIGN_IN, limiter

MOST_SHOWN = 200
OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.NEW: (lazy_("Ny"), "done"),
    Outcome.CHANGED: (lazy_("Ändras"), "waits"),
    Outcome.UNCHANGED: (lazy_("Finns redan"), "neutral"),
    Outcome.REFUSED: (lazy_("Rätta raden"), "expired"),
}


class BulkForm(FlaskForm):
    """A table of openings."""

    employer = ChoiceField(lazy_("Arbetsgivare"))
    file = FileField(lazy_("Fil"))
    publishes = BooleanField(lazy_("Publicera de rader som är kompletta"))

    def begin(self, own: list[Employer]) -> None:
        """Ask whose the openings are where that can be chosen."""
        if len(own) < 2:
            del self.employer
        else:
            self.employer.choices = [(str(each.id), each.name) for each in own]


@bp.route("/bulk", methods=["GET", "POST"])
@employers_only
@limiter.limit(SIGN_IN, methods=["POST"])
def bulk() -> ResponseReturnValue:
    """Send a table; nothing is taken in before it has been read through."""
    own = employers.employers_of(session, user())
    if not own:
        raise NoEmployer
    form = BulkForm()
    form.begin(own)
    if form.validate_on_submit():
        try:
            sent = form.file.data.read() if form.file.data else b""
            rows = read_sheet(sent, most=MOST_ROWS)
        except NoSheet as refusal:
            form.file.errors = [str(refusal)]
        else:
            chosen = form.employer.data if form.employer else None
            employer = next((each for each in own if str(each.id) == chosen), own[0])
            upload = uploads.keep(
                session,
                employer,
                rows,
                publishes=form.publishes.data,
                by=user(),
                now=clock.now(),
            )
            session.commit()
            return redirect(url_for(".review_bulk", upload_id=upload.id))
    return render_template("employer_openings/bulk.html", form=form, most=MOST_ROWS)


@bp.get("/bulk/<uuid:upload_id>")
@employers_only
def review_bulk(upload_id: UUID) -> ResponseReturnValue:
    """What each row would do; the button does it."""
    upload = uploads.get_own(session, upload_id, of=user())
    employers.get_own(session, upload.employer_id, of=user())
    planned = uploads.plan(session, upload, now=clock.now())
    counts = {each: sum(row.outcome is each for row in planned) for each in Outcome}
    return render_template(
        "employer_openings/review_bulk.html",
        upload=upload,
        planned=sorted(planned, key=lambda each: each.outcome is not Outcome.REFUSED),
        counts=counts,
        outcomes=OUTCOMES,
        most=MOST_SHOWN,
    )


@bp.post("/bulk/<uuid:upload_id>/take-in")
@employers_only
def take_in_bulk(upload_id: UUID) -> ResponseReturnValue:
    """Take the table in: every row that can be, as the page before said."""
    upload = uploads.get_own(session, upload_id, of=user())
    employers.get_own(session, upload.employer_id, of=user())
    done = uploads.take_in(session, upload, by=user(), now=clock.now())
    session.commit()
    taken = sum(each.outcome in {Outcome.NEW, Outcome.CHANGED} for each in done)
    flash(ngettext("%(num)s plats är inläst.", "%(num)s platser är inlästa.", taken), "success")
    return redirect(url_for(".index"))


@bp.get("/bulk/template.<kind>")
@employers_only
def template(kind: str) -> ResponseReturnValue:
    """An empty table to fill in; in Excel with a sheet that says what may stand in each column."""
    headings = [str(column.label) for column in ALL]
    if kind == "csv":
        return _file(as_csv(headings, []), CSV_TYPE, "platser.csv")
    if kind != "xlsx":
        abort(404)
    hints = [[str(column.label), column.name, str(column.hint)] for column in ALL]
    words = [_("Kolumn"), _("Kod"), _("Vad som kan stå")]
    book = as_excel([(_("Platser"), headings, []), (_("Så fyller du i"), words, hints)])
    return _file(book, XLSX_TYPE, "platser.xlsx")


@bp.get("/export.<kind>")
@employers_only
def export(kind: str) -> ResponseReturnValue:
    """One's own openings with all their facts, as a table or as JSON."""
    own = session.exec(queries.listed(user(), Filters())).all()
    if kind == "json":
        told = json.dumps(exporting.as_json(own), ensure_ascii=False, indent=1)
        return _file(told.encode(), "application/json", "platser.json")
    headings, rows = exporting.headings(), exporting.rows(own)
    if kind == "csv":
        return _file(as_csv(headings, rows), CSV_TYPE, "platser.csv")
    if kind != "xlsx":
        abort(404)
    return _file(as_excel([(_("Platser"), headings, rows)]), XLSX_TYPE, "platser.xlsx")


def _file(content: bytes, mimetype: str, name: str) -> Response:
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return Response(content, mimetype=mimetype, headers=headers)
