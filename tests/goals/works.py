"""Invented work of teams: what they did on which day, as plain values and as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from sqlmodel import Session

from events.models import Event, EventKind, EventState
from jobtracks.models import JobTrack, TrackMove
from openings.models import Pledge
from placements.models import Introduction, Stage
from tests.factories import NOW, make_caseworker, make_employer, make_opening, make_team, make_youth
from tests.goals.histories import DAYS, noon, on

MOVES = ("published", "full", "paused")


@dataclass(frozen=True, slots=True)
class Meeting:
    day: int
    kind: EventKind
    state: EventState
    is_marketed: bool


@dataclass(frozen=True, slots=True)
class Track:
    moves: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Promise:
    day: int
    length: int
    promised: int


@dataclass(frozen=True, slots=True)
class Sent:
    day: int
    answered_after: int | None
    is_outside: bool


Work = Meeting | Track | Promise | Sent
KINDS, STATES = st.sampled_from(EventKind), st.sampled_from(EventState)
works = st.lists(
    st.one_of(
        st.builds(
            Meeting, DAYS, st.sampled_from(EventKind), st.sampled_from(EventState), st.booleans()
        ),
        st.builds(Track, st.lists(st.tuples(DAYS, st.sampled_from(MOVES)), max_size=3).map(tuple)),
        st.builds(Promise, DAYS, st.integers(0, 200), st.integers(1, 50)),
        st.builds(Sent, DAYS, st.none() | st.integers(0, 30), st.booleans()),
    ),
    max_size=8,
)


class WorkWriter:
    """Writes works to the database, as those of one team."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.team = make_team(session)
        self.by = make_caseworker(session, self.team)
        self.employer = make_employer(session)
        self.opening = make_opening(session, self.employer)

    def write(self, some: Sequence[Work]) -> None:
        """Every work as rows."""
        for work in some:
            for row in self._rows(work):
                self.session.add(row)
                self.session.flush()

    def _rows(self, work: Work) -> Iterator[Any]:
        if isinstance(work, Meeting):
            yield self._meeting(work)
        elif isinstance(work, Track):
            yield from self._track(work)
        elif isinstance(work, Promise):
            yield Pledge(
                employer_id=self.employer.id,
                promised=work.promised,
                starts_on=on(work.day),
                ends_on=on(work.day + work.length),
                created_at=NOW,
                updated_at=NOW,
            )
        else:
            yield self._sent(work)

    def _meeting(self, work: Meeting) -> Event:
        starts_at = noon(work.day)
        return Event(
            team_id=self.team.id,
            kind=work.kind,
            theme="Tema",
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
            municipality="2182",
            place="Här",
            seats=5,
            marketed_on=on(work.day) if work.is_marketed else None,
            state=work.state,
            state_since=NOW,
            created_by_id=self.by.id,
            created_at=NOW,
            updated_at=NOW,
        )

    def _track(self, work: Track) -> Iterator[Any]:
        track = JobTrack(
            team_id=self.team.id, title="Spår", contact_id=self.by.id, state_since=NOW,
            created_at=NOW, updated_at=NOW,
        )  # fmt: skip
        yield track
        for day, after in work.moves:
            at = noon(day)
            yield TrackMove(track_id=track.id, at=at, act="x", before="draft", after=after)

    def _sent(self, work: Sent) -> Introduction:
        youth = make_youth(self.session, self.by, team_id=self.team.id)
        after = work.answered_after
        return Introduction(
            youth_id=youth.id,
            opening_id=self.opening.id,
            started_by_id=self.by.id,
            started_at=NOW,
            stage=Stage.CLOSED,
            stage_since=NOW,
            introduced_at=noon(work.day),
            answered_at=None if after is None else noon(work.day + after),
            is_outside=work.is_outside,
        )
