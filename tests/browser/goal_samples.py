"""Rows that the pages of goals are visited with."""

from sqlmodel import Session, col, select

from goals.models import Goal, Report
from tests.browser.pages import Ids


def of_goals(session: Session) -> Ids:
    """A programme, the first of its goals, and its report, which everybody may read."""
    goal = session.exec(select(Goal).order_by(col(Goal.turn))).first()
    report = session.exec(select(Report).where(col(Report.published_at).is_not(None))).first()
    assert goal is not None
    assert report is not None
    return {"programme_id": goal.programme_id, "goal_id": goal.id, "report_id": report.id}
