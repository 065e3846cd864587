"""Invented histories of youths: plain lists of what happened when, and the same as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st
from sqlmodel import Session

from accounts.models import Agency, AgencyKind, Team, User
from foundation.translating import HOME
from jobtracks.enrolments.models import Enrolment, EnrolmentState
from jobtracks.enrolments.models import Why as LeftWhy
from jobtracks.models import Cohort, JobTrack
from openings.models import Opening, OpeningKind
from placements.models import Introduction, Stage
from placements.work.models import Outcome, Placement
from tests.factories import NOW, make_caseworker, make_opening, make_team, make_youth
from youths.agencies.models import AgencyStatus
from youths.goal_facts.models import Answer, FactKind, GoalFact
from youths.search_areas.models import Origin, SearchArea

BEGAN = date(2026, 1, 1)
"""The first day of the period that the histories are about."""
LAST = 300
DAYS = st.integers(min_value=-20, max_value=LAST)
HOME_ONLY: tuple[str, ...] = ("SE",)
NORWAY_TOO: tuple[str, ...] = ("SE", "NO")


@dataclass(frozen=True, slots=True)
class Placed:
    """A placement: from when, in what, and how and after how many days it ended."""

    day: int
    in_a_job: bool
    lasted: int | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Life:
    """What happened with a youth; days count from the beginning of the period."""

    team: int
    registered: int
    immigrant: bool | None
    placed: tuple[Placed, ...]
    left_a_track: tuple[tuple[int, LeftWhy], ...]
    areas: tuple[tuple[int, bool], ...]
    had_support: bool | None
    support: tuple[tuple[int, bool], ...]
    statuses: tuple[tuple[int, str], ...]


def on(days: int) -> date:
    """The date so many days from the beginning of the period."""
    return BEGAN + timedelta(days=days)


def noon(days: int) -> datetime:
    """Noon on the wall of that day."""
    return datetime.combine(on(days), time(12), tzinfo=HOME)


placed = st.builds(
    Placed,
    DAYS,
    st.booleans(),
    st.none() | st.integers(min_value=0, max_value=60),
    st.sampled_from(Outcome),
)


def _by_day(values: Any) -> Any:
    """Up to three things on days of their own, the first one first."""
    return st.dictionaries(DAYS, values, max_size=3).map(lambda found: tuple(sorted(found.items())))


lives = st.builds(
    Life,
    team=st.integers(0, 1),
    registered=DAYS,
    immigrant=st.none() | st.booleans(),
    placed=st.lists(placed, max_size=2).map(tuple),
    left_a_track=_by_day(st.sampled_from(LeftWhy)),
    areas=_by_day(st.booleans()),
    had_support=st.none() | st.booleans(),
    support=_by_day(st.booleans()),
    statuses=_by_day(st.sampled_from(["registered", "in_programme", "working", "ended"])),
)
histories = st.lists(lives, max_size=7)


class Writer:
    """Writes histories to the database, with what they need around them."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.people: list[tuple[Team, User]] = []
        for _number in range(2):
            team = make_team(session)
            self.people.append((team, make_caseworker(session, team)))
        self.employment = Agency(name="Arbetsförmedlingen", kind=AgencyKind.EMPLOYMENT_SERVICE)
        self.openings = {
            True: make_opening(session, kind=OpeningKind.JOB),
            False: make_opening(session, kind=OpeningKind.WORK_PLACEMENT),
        }
        team, by = self.people[0]
        track = JobTrack(
            team_id=team.id, title="Spår", contact_id=by.id, state_since=NOW,
            created_at=NOW, updated_at=NOW,
        )  # fmt: skip
        session.add_all([self.employment, track])
        session.flush()
        self.cohort = Cohort(track_id=track.id, starts_on=BEGAN, seats=10)
        session.add(self.cohort)
        session.flush()

    def write(self, history: Sequence[Life]) -> None:
        """Every life as rows."""
        for life in history:
            team, by = self.people[life.team]
            youth = make_youth(self.session, by, team_id=team.id, registered_on=on(life.registered))
            rows = [
                *self._answers(life, youth.id, by.id),
                *self._areas(life, youth.id),
                *self._statuses(life, youth.id, by.id),
                *self._tracks(life, youth.id),
            ]
            self.session.add_all(rows)
            for each in life.placed:
                self._place(each, youth.id, by.id, self.openings[each.in_a_job])
        self.session.flush()

    def _answers(self, life: Life, youth_id: Any, by_id: Any) -> list[Any]:
        said = {
            FactKind.IMMIGRANT_BACKGROUND: life.immigrant,
            FactKind.INCOME_SUPPORT_AT_START: life.had_support,
        }
        told = [(kind, is_so, life.registered) for kind, is_so in said.items() if is_so is not None]
        told += [(FactKind.INCOME_SUPPORT, is_so, day) for day, is_so in life.support]
        return [
            GoalFact(
                youth_id=youth_id,
                kind=kind,
                answer=Answer.YES if is_so else Answer.NO,
                since=on(day),
                recorded_by_id=by_id,
                recorded_at=NOW,
            )
            for kind, is_so, day in told
        ]

    def _areas(self, life: Life, youth_id: Any) -> list[Any]:
        kept = [(noon(-30), Origin.REGISTERED, HOME_ONLY)]
        kept += [
            (noon(day), Origin.CHANGED, NORWAY_TOO if is_far else HOME_ONLY)
            for day, is_far in life.areas
        ]
        return [
            SearchArea(
                youth_id=youth_id,
                origin=origin,
                max_commute_km=50,
                countries=list(countries),
                is_limited=True,
                from_at=at,
            )
            for at, origin, countries in kept
        ]

    def _statuses(self, life: Life, youth_id: Any, by_id: Any) -> list[Any]:
        return [
            AgencyStatus(
                youth_id=youth_id,
                agency_id=self.employment.id,
                status=status,
                since=on(day),
                by_id=by_id,
                created_at=NOW,
            )
            for day, status in life.statuses
        ]

    def _tracks(self, life: Life, youth_id: Any) -> list[Any]:
        return [
            Enrolment(
                cohort_id=self.cohort.id,
                youth_id=youth_id,
                state=EnrolmentState.LEFT,
                state_since=noon(day),
                in_line_since=noon(-30),
                left_why=why,
                created_at=noon(-30),
            )
            for day, why in life.left_a_track
        ]

    def _place(self, placed: Placed, youth_id: Any, by_id: Any, opening: Opening) -> None:
        way = Introduction(
            youth_id=youth_id,
            opening_id=opening.id,
            started_by_id=by_id,
            started_at=NOW,
            stage=Stage.PLACED if placed.lasted is None else Stage.ENDED,
            stage_since=NOW,
        )
        if placed.lasted is None:  # one that is open for the two at a time
            way.opening_id = make_opening(self.session, kind=opening.kind).id
        self.session.add(way)
        self.session.flush()
        has_ended = placed.lasted is not None
        self.session.add(
            Placement(
                introduction_id=way.id,
                starts_on=on(placed.day),
                ended_on=on(placed.day + (placed.lasted or 0)) if has_ended else None,
                outcome=placed.outcome if has_ended else None,
            )
        )
