"""Programmes with goals, and youths who have come this far or that."""

from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from accounts.models import RoleName, Team, User
from goals import reports, service
from goals.models import Programme, Report
from goals.service import ProgrammeFacts
from jobtracks.enrolments.models import Enrolment, EnrolmentState
from jobtracks.enrolments.models import Why as LeftWhy
from jobtracks.models import Cohort, JobTrack
from tests.factories import NOW, TODAY, make_caseworker, make_team, make_user, make_youth
from youths.goal_facts.models import Answer, FactKind, GoalFact
from youths.models import Youth

BEGAN = date(2026, 1, 1)


def a_programme(
    session: Session, *, with_esf_goals: bool = True, by: User | None = None, **facts: Any
) -> Programme:
    """A programme of this year, with the preset goals."""
    known: dict[str, Any] = {
        "name": "Högtrycket",
        "starts_on": BEGAN,
        "ends_on": date(2026, 12, 31),
        "budget": 1_000_000,
        "grant_amount": 300_000,
        "funder": "ESF",
    }
    return service.begin(
        session,
        ProgrammeFacts(**(known | facts)),
        with_esf_goals=with_esf_goals,
        by=by or make_user(session, RoleName.COORDINATOR),
        now=NOW,
    )


def a_published_report(session: Session, by: User) -> Report:
    """A report that anybody may read."""
    report = reports.freeze(session, a_programme(session), "Hösten", by=by, now=NOW)
    reports.publish(session, report, by=by, now=NOW)
    return report


class Crowd:
    """Youths of a team, some of whom have found a job."""

    def __init__(self, session: Session, name: str = "A") -> None:
        self.session = session
        self.team: Team = make_team(session, name=name)
        self.by = make_caseworker(session, self.team)
        track = JobTrack(
            team_id=self.team.id, title="Spår", contact_id=self.by.id, state_since=NOW,
            created_at=NOW, updated_at=NOW,
        )  # fmt: skip
        session.add(track)
        session.flush()
        self.cohort = Cohort(track_id=track.id, starts_on=TODAY, seats=100)
        session.add(self.cohort)
        session.flush()

    def of(
        self, count: int, *, in_work: int = 0, days_ago: int = 60, **answers: Answer
    ) -> list[Youth]:
        """So many youths, the first of them in work since a week, with these answers."""
        registered_on = TODAY - timedelta(days=days_ago)
        made = [
            make_youth(self.session, self.by, team_id=self.team.id, registered_on=registered_on)
            for _number in range(count)
        ]
        for youth in made[:in_work]:
            self.session.add(self._found_a_job(youth))
        for youth in made:
            for kind, answer in answers.items():
                self.session.add(
                    GoalFact(
                        youth_id=youth.id,
                        kind=FactKind(kind),
                        answer=answer,
                        since=registered_on,
                        recorded_by_id=self.by.id,
                        recorded_at=NOW,
                    )
                )
        self.session.flush()
        return made

    def _found_a_job(self, youth: Youth) -> Enrolment:
        then = NOW - timedelta(days=7)
        return Enrolment(
            cohort_id=self.cohort.id,
            youth_id=youth.id,
            state=EnrolmentState.LEFT,
            state_since=then,
            in_line_since=then,
            left_why=LeftWhy.FOUND_JOB,
            created_at=then,
        )
