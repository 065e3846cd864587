"""A plan as a file, which no shared cache may keep."""

from flask import Response

from foundation import clock
from foundation.translating import zone
from web.db import session
from youths.models import Youth
from youths.plans import queries
from youths.plans.models import Snapshot
from youths.plans.paper import Sheet, pdf_of


def paper_of(youth: Youth, plan: Snapshot) -> Response:
    """The plan as a PDF, with what the latest joint meeting decided."""
    now = clock.now()
    held = next(iter(queries.meetings_of(session, youth)), None)
    sheet = Sheet(
        alias=youth.alias,
        plan=plan,
        today=clock.local_date(now, zone()),
        made_at=now,
        decision=held.decision if held else "",
        decided_on=held.held_on if held else None,
    )
    answer = Response(pdf_of(sheet), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="plan.pdf"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
