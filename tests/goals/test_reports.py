"""A report says the same for good, whatever happens afterwards."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry
from foundation.translating import speaking
from goals import queries, reports, service
from goals.cost import cost_of
from goals.models import MeasureCode, Report
from goals.overview import overview
from goals.paper import pdf_of
from goals.presets import BUDGET, GRANT
from goals.service import GoalFacts
from tests.conftest import QueryCounter
from tests.factories import NOW, TODAY, make_user
from tests.goals.makers import Crowd, a_programme


def test_what_is_frozen_does_not_move(session: Session) -> None:
    crowd, programme = Crowd(session), a_programme(session)
    crowd.of(20, in_work=8)
    by = make_user(session)
    report = reports.freeze(session, programme, "Hösten", by=by, now=NOW)
    kept = report.content.model_dump_json()
    [goal, *_rest] = queries.goals_of(session, programme)
    crowd.of(20, in_work=20)
    service.remove_goal(session, goal, by=by, now=NOW)
    session.commit()
    session.expire_all()
    again = session.get_one(Report, report.id)
    assert again.content.model_dump_json() == kept
    assert again.content.goals[0].told.numerator == 8
    assert again.content.goals[0].definition
    assert reports.freeze(session, programme, "Våren", by=by, now=NOW).number == 2


def test_a_report_is_read_by_all_only_while_it_is_published(session: Session) -> None:
    by = make_user(session)
    report = reports.freeze(session, a_programme(session), "Hösten", by=by, now=NOW)
    assert queries.published(session) == []
    reports.publish(session, report, by=by, now=NOW)
    assert queries.published(session) == [report]
    reports.take_down(session, report, by=by, now=NOW)
    assert queries.published(session) == []
    lines = select(AuditEntry.action).where(AuditEntry.subject_id == report.id)
    assert set(session.exec(lines)) == {"report.frozen", "report.published", "report.taken_down"}


@pytest.mark.parametrize("language", ["sv", "nb", "en"])
def test_a_report_goes_on_paper(session: Session, language: str) -> None:
    crowd = Crowd(session)
    crowd.of(20, in_work=8)
    with speaking(language):
        by = make_user(session)
        report = reports.freeze(session, a_programme(session), "Hösten", by=by, now=NOW)
        file = pdf_of(report)
    assert file.startswith(b"%PDF")


def test_an_overview_of_many_teams_costs_no_more_questions(
    session: Session, count_queries: QueryCounter
) -> None:
    programme = a_programme(session)
    counts = []
    for name in "AB":
        crowd = Crowd(session, name)
        crowd.of(12, in_work=6)
        session.commit()
        with count_queries() as asked:
            overview(session, programme, today=TODAY)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 45


def test_an_outcome_costs_its_part_of_the_budget_and_of_the_grant(session: Session) -> None:
    esf = a_programme(
        session,
        with_esf_goals=False,
        starts_on=date(2008, 5, 1),
        ends_on=date(2010, 4, 30),
        budget=BUDGET,
        grant_amount=GRANT,
    )
    done = cost_of(esf, 100, on=TODAY)
    assert (done.per_outcome, done.per_outcome_of_grant, done.share_of_time) == (148850, 44100, 1)
    halfway = cost_of(esf, 50, on=date(2009, 4, 30))
    assert halfway.share_of_time == 0.5
    assert halfway.so_far_per_outcome == 148850
    untold = cost_of(esf, None, on=TODAY)
    assert untold.per_outcome is None
    assert cost_of(esf, 0, on=TODAY).per_outcome is None


def test_a_goal_keeps_within_its_programme_and_a_group_is_of_all(session: Session) -> None:
    by = make_user(session)
    programme = a_programme(session, with_esf_goals=False, by=by)
    facts: dict[str, Any] = {
        "measure": MeasureCode.WORK_OR_STUDIES,
        "target": 65.0,
        "owner_id": by.id,
        "starts_on": programme.starts_on,
        "ends_on": programme.ends_on,
    }
    refused: list[tuple[type[Exception], dict[str, Any]]] = [
        (service.EndsBeforeStart, {"ends_on": programme.starts_on - timedelta(days=1)}),
        (service.OutsideProgramme, {"ends_on": programme.ends_on + timedelta(days=1)}),
        (service.NoGroupHere, {"cohort": "women", "team_id": Crowd(session).team.id}),
        (service.NoGroupHere, {"cohort": "women", "measure": MeasureCode.TRACKS}),
        (service.NoGroupHere, {"cohort": "women", "ends_on": date(2026, 6, 30)}),
        (
            service.NoTeamHere,
            {"measure": MeasureCode.PLEDGED_PLACEMENTS, "team_id": Crowd(session, "B").team.id},
        ),
    ]
    for error, wrong in refused:
        with pytest.raises(error):
            service.add_goal(session, programme, GoalFacts(**(facts | wrong)), by=by, now=NOW)
    assert queries.goals_of(session, programme) == []
