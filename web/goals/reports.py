"""Reports: frozen, on paper, and shown to everybody."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _, speaking
from goals import queries
from goals import reports as domain
from goals.paper import pdf_of
from web import guards
from web.db import session
from web.goals.blueprint import bp
from web.goals.files import file_of
from web.goals.forms import ReportForm
from web.goals.views import around, may_set
from web.guards import administrators_and_coordinators, staff_only


@bp.get("/programmes/<uuid:programme_id>/reports")
@staff_only
def list_reports(programme_id: UUID) -> str:
    """The reports of a programme, and the form that makes one."""
    programme = queries.get_programme(session, programme_id)
    return render_template(
        "goals/reports.html",
        programme=programme,
        reports=queries.reports_of(session, programme),
        form=ReportForm(),
        may_set=may_set(),
    )


@bp.post("/programmes/<uuid:programme_id>/reports")
@administrators_and_coordinators
def freeze(programme_id: UUID) -> ResponseReturnValue:
    """Freeze how the programme stands now."""
    programme, form = queries.get_programme(session, programme_id), ReportForm()
    if not form.validate_on_submit():
        reports = queries.reports_of(session, programme)
        given = {"programme": programme, "reports": reports, "form": form}
        return render_template("goals/reports.html", **given, may_set=True)
    title, by = form.title.data or "", guards.user()
    report = domain.freeze(session, programme, title, by=by, now=clock.now())
    session.commit()
    flash(_("Rapporten är låst. Det som ändras efter i dag flyttar inga siffror i den."), "success")
    return redirect(url_for(".report", report_id=report.id))


@bp.get("/reports/<uuid:report_id>")
@staff_only
def report(report_id: UUID) -> str:
    """One report as it was frozen."""
    found = queries.get_report(session, report_id)
    return render_template(
        "goals/report.html",
        report=found,
        told=found.content,
        programme=found.programme,
        may_set=may_set(),
        **around(),
    )


@bp.get("/reports/<uuid:report_id>/paper")
@staff_only
def report_paper(report_id: UUID) -> ResponseReturnValue:
    """The report as a PDF for a funder, in the language that it was written in."""
    found = queries.get_report(session, report_id)
    with speaking(found.language):
        content = pdf_of(found)
    return file_of(content, "application/pdf", f"rapport-{found.number}.pdf")


@bp.post("/reports/<uuid:report_id>/publish")
@administrators_and_coordinators
def publish(report_id: UUID) -> ResponseReturnValue:
    """Let everybody read the report."""
    found = queries.get_report(session, report_id)
    domain.publish(session, found, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Nu kan alla läsa rapporten."), "success")
    return redirect(url_for(".report", report_id=report_id))


@bp.post("/reports/<uuid:report_id>/take-down")
@administrators_and_coordinators
def take_down(report_id: UUID) -> ResponseReturnValue:
    """Let the report be for staff only again."""
    found = queries.get_report(session, report_id)
    domain.take_down(session, found, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Rapporten är inte längre öppen för alla."), "success")
    return redirect(url_for(".report", report_id=report_id))
