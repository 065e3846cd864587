"""Many youths at once: a table is sent, read through, and taken in."""

from uuid import UUID

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField

from accounts.queries import caseworkers_of, teams_of
from foundation import clock
from foundation.sheets import CSV_TYPE, XLSX_TYPE, NoSheet, as_csv, as_excel, read_sheet
from foundation.translating import _, lazy_, ngettext
from web import guards
from web.db import session
from web.fields import ChoiceField
from web.guards import coordinators_only
from web.limits import SIGN_IN, limiter
from web.youths.blueprint import bp
from web.youths.viewing import noted_list
from youths import bulk as importing
from youths import uploads
from youths.bulk import MOST_ROWS, Outcome
from youths.models import YouthUpload
from youths.sheet import COLUMNS

MOST_SHOWN = 200
OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.NEW: (lazy_("Ny"), "done"),
    Outcome.CHANGED: (lazy_("Ändras"), "waits"),
    Outcome.UNCHANGED: (lazy_("Finns redan"), "neutral"),
    Outcome.ALIKE: (lazy_("Kan finnas redan"), "waits"),
    Outcome.REFUSED: (lazy_("Rätta raden"), "expired"),
}
FIRST_TO_LOOK_AT = (Outcome.REFUSED, Outcome.ALIKE)


class BulkForm(FlaskForm):
    """A table of youths, for which team and with whom."""

    responsible = ChoiceField(lazy_("Ansvarig handläggare"))
    file = FileField(lazy_("Fil"))


@bp.route("/bulk", methods=["GET", "POST"])
@coordinators_only
@limiter.limit(SIGN_IN, methods=["POST"])
def bulk() -> ResponseReturnValue:
    """Send a table; nothing is taken in before it has been read through."""
    form, me = BulkForm(), guards.user()
    places = {
        f"{team.id}/{person.id}": (team, person)
        for team in teams_of(session, me)
        for person in caseworkers_of(session, team.id)
    }
    form.responsible.choices = [(key, f"{p.name}, {t.name}") for key, (t, p) in places.items()]
    if form.validate_on_submit():
        try:
            rows = read_sheet(form.file.data.read() if form.file.data else b"", most=MOST_ROWS)
        except NoSheet as refusal:
            form.file.errors = [str(refusal)]
        else:
            team, person = places[form.responsible.data]
            upload = uploads.keep(session, team, person, rows, by=me, now=clock.now())
            session.commit()
            return redirect(url_for(".review_bulk", upload_id=upload.id))
    return render_template("youths/bulk.html", form=form, most=MOST_ROWS)


@bp.get("/bulk/<uuid:upload_id>")
@coordinators_only
def review_bulk(upload_id: UUID) -> ResponseReturnValue:
    """What each row would do; the button does it."""
    upload = _own(upload_id)
    planned = importing.plan(session, upload.team, uploads.rows_of(upload))
    counts = {each: sum(row.outcome is each for row in planned) for each in Outcome}
    noted_list({youth.id: youth for row in planned for youth in row.alike}.values())
    return render_template(
        "youths/review_bulk.html",
        upload=upload,
        planned=sorted(planned, key=lambda each: each.outcome not in FIRST_TO_LOOK_AT),
        counts=counts,
        outcomes=OUTCOMES,
        most=MOST_SHOWN,
    )


@bp.post("/bulk/<uuid:upload_id>/take-in")
@coordinators_only
def take_in_bulk(upload_id: UUID) -> ResponseReturnValue:
    """Take the table in: every row that can be, and those that are said to be somebody else."""
    upload = _own(upload_id)
    done = importing.take_in(
        session,
        upload.team,
        uploads.rows_of(upload),
        responsible=upload.responsible,
        others={int(number) for number in request.form.getlist("other") if number.isdecimal()},
        by=guards.user(),
        now=clock.now(),
    )
    session.delete(upload)
    session.commit()
    taken = sum(each.outcome in {Outcome.NEW, Outcome.CHANGED} for each in done)
    flash(ngettext("%(num)s ungdom är inläst.", "%(num)s ungdomar är inlästa.", taken), "success")
    return redirect(url_for(".index", whose="team"))


@bp.get("/bulk/template.<kind>")
@coordinators_only
def template(kind: str) -> ResponseReturnValue:
    """An empty table to fill in; in Excel with a sheet that says what may stand in each column."""
    headings = [str(column.label) for column in COLUMNS]
    if kind == "csv":
        return _file(as_csv(headings, []), CSV_TYPE, "ungdomar.csv")
    if kind != "xlsx":
        abort(404)
    hints = [[str(column.label), column.name, str(column.hint)] for column in COLUMNS]
    words = [_("Kolumn"), _("Kod"), _("Vad som kan stå")]
    book = as_excel([(_("Ungdomar"), headings, []), (_("Så fyller du i"), words, hints)])
    return _file(book, XLSX_TYPE, "ungdomar.xlsx")


def _own(upload_id: UUID) -> YouthUpload:
    """A table of one's own, for a team that one still works in."""
    upload = uploads.get_own(session, upload_id, of=guards.user(), now=clock.now())
    if upload.team_id not in {team.id for team in teams_of(session, guards.user())}:
        abort(404)
    return upload


def _file(content: bytes, mimetype: str, name: str) -> Response:
    disposition = f'attachment; filename="{name}"'
    headers = {"Content-Disposition": disposition, "Cache-Control": "no-store"}
    return Response(content, mimetype=mimetype, headers=headers)
