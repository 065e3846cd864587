"""Calendar files and PDFs as answers, which no shared cache may keep."""

from flask import Response

from foundation import clock
from placements.agreements.models import Agreement
from placements.agreements.pdf import pdf_of
from placements.meetings.calendar import file_of
from placements.meetings.models import Meeting
from web.agreements.presenting import sheet_of


def calendar_file(meeting: Meeting) -> Response:
    """The meeting for a calendar."""
    return calendar_answer(file_of(meeting))


def calendar_answer(written: str) -> Response:
    """A calendar file, written already."""
    return _file(written, "text/calendar", "farled.ics")


def paper(agreement: Agreement) -> Response:
    """The agreement as a PDF."""
    made = pdf_of(sheet_of(agreement, now=clock.now()))
    return _file(made, "application/pdf", "overenskommelse.pdf")


def _file(content: str | bytes, mimetype: str, name: str) -> Response:
    answer = Response(content, mimetype=mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
