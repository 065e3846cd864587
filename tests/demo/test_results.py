"""The invented programme has something to tell about every goal, and a report for everybody."""

from zoneinfo import ZoneInfo

from flask import Flask
from sqlmodel import Session

from demo import loading, results
from goals import queries
from goals.overview import overview
from suggestions.caseload import count_by_team
from tests.factories import NOW, TODAY


def test_every_goal_of_the_demo_has_a_figure(app: Flask, session: Session) -> None:
    with app.app_context():
        loading.load_once(session, now=NOW, zone=ZoneInfo("Europe/Stockholm"))
    at_work = count_by_team(session)
    results.set_out(session, now=NOW)
    [programme] = queries.programmes(session)
    told = overview(session, programme, today=TODAY)
    assert [goal.name for goal in told.goals if goal.told.value is None] == []
    assert [stage.name for stage in told.stages if stage.youths is None] == []
    assert [curve.name for curve in told.curves if not curve.points] == []
    assert told.goals[0].beside is not None
    assert len(queries.published(session)) == 1
    assert count_by_team(session) == at_work
