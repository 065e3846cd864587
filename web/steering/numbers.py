"""Counts for the steering group: how many, never who.

A count of one to four people could point somebody out, so it is not given, and neither is a sum
from which it could be worked out.
"""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from accounts import queries as accounts
from events.numbers import Numbers, held
from foundation.translating import FEWEST_SHOWN
from jobtracks.enrolments import numbers as track_numbers
from jobtracks.enrolments.numbers import TrackNumbers
from openings import queries as openings
from openings.models import Source
from placements import lead_times
from placements.lead_times import LeadTimes
from suggestions.caseload import count_by_team


@dataclass(frozen=True, slots=True)
class TeamNumbers:
    """How a team stands. None for a count that is not shown because it is small."""

    name: str
    municipality: str
    youths: int | None
    with_accepted: int | None
    waits: LeadTimes
    tracks: TrackNumbers


@dataclass(frozen=True, slots=True)
class OpeningNumbers:
    """What may be applied for right now, by where it was published."""

    here: int
    elsewhere: int


def of_teams(session: Session, *, today: date) -> list[TeamNumbers]:
    """Every team by name: its youths, how long they waited for the first things, its tracks."""
    teams = accounts.teams(session)
    youths = count_by_team(session)
    with_accepted = count_by_team(session, only_accepted=True)
    waits = lead_times.of_teams(session, [team.id for team in teams], today=today)
    tracks = track_numbers.of_teams(session)
    return [
        TeamNumbers(
            name=team.name,
            municipality=team.municipality,
            youths=_shown(youths.get(team.id, 0)),
            with_accepted=_shown(with_accepted.get(team.id, 0)),
            waits=waits[team.id],
            tracks=tracks.get(team.id, TrackNumbers()),
        )
        for team in teams
    ]


def of_events(session: Session) -> list[tuple[str, Numbers]]:
    """What each team has held of each kind of event, under the team's name."""
    teams = accounts.teams(session)
    names = {team.id: team.name for team in teams}
    return [(names[each.team_id], each) for each in held(session, teams)]


def of_openings(session: Session) -> OpeningNumbers:
    """How many openings are published, here in the portal and by feeds from elsewhere."""
    counts = openings.count_by_source(session)
    here = counts.pop(Source.PORTAL, 0)
    return OpeningNumbers(here, sum(counts.values()))


def _shown(count: int) -> int | None:
    return None if 0 < count < FEWEST_SHOWN else count
