"""Job tracks matched like openings: by how they fit a youth, and by what they open for her.

A track is read and compared as an opening is, with the same reasons. What it opens is counted by
the ranker: the openings that would fit her well with what the track gives and do not without it,
in both cases as somebody who wants that work. Only the tracks, or youths, that fit best are
counted for, so that a page takes no longer than the one of what would open more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.models import User
from foundation import clock
from foundation.translating import zone
from jobtracks import queries
from jobtracks.checks import Whole
from jobtracks.enrolments.models import Enrolment, EnrolmentState
from jobtracks.models import Cohort, JobTrack
from matching.explanation import Match
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from matching.possibilities import opened_between
from openings.models import Opening
from suggestions.facts import seeker_of
from suggestions.ranking import matcher_on
from suggestions.track_facts import after, vacancies_of, wanting, ways_through
from youths.models import Youth
from youths.queries import Filters, listed

MOST_TRACKS = 3
MOST_YOUTHS = 8
COUNTED_TRACKS = 6
COUNTED_YOUTHS = 12
"""Of so many that fit best, it is counted what the track opens."""

LABELS = ("strong", "good", "possible")


@dataclass(frozen=True, slots=True)
class Opens:
    """What a track opens: how many openings, and how many of them in Norway."""

    count: int = 0
    in_norway: int = 0


@dataclass(frozen=True, slots=True)
class TrackFor:
    """A track beside a youth: why it fits, and what it opens."""

    whole: Whole
    youth: Youth
    match: Match
    opens: Opens

    @property
    def track(self) -> JobTrack:
        return self.whole.track


def tracks_for(session: Session, youth: Youth, *, now: datetime) -> list[TrackFor]:
    """At most three published tracks that fit a youth and that she is not on, the best first."""
    known = _on_already(session, [youth.id])
    readable = session.exec(queries.readable()).all()
    wholes = [
        each for each in queries.wholes(session, readable) if (each.track.id, youth.id) not in known
    ]
    if not wholes:
        return []
    matcher = _matcher(session, now)
    seeker = seeker_of(youth)
    matches = _best_of(_over(matcher, wholes).rank(seeker, limit=len(wholes) * 10))
    fitting = [each for each in wholes if str(each.track.id) in matches]
    fitting.sort(key=lambda each: _first(matches[str(each.track.id)]))
    first = fitting[:COUNTED_TRACKS]
    opens = _opens(session, matcher, [(seeker, each) for each in first])
    found = [
        TrackFor(each, youth, matches[str(each.track.id)], opened)
        for each, opened in zip(first, opens, strict=True)
    ]
    return _useful(found)[:MOST_TRACKS]


def youths_for(session: Session, track: JobTrack, user: User, *, now: datetime) -> list[TrackFor]:
    """At most eight of the track's team whom the person may see, who would gain most by it."""
    people = session.exec(listed(user, Filters()).where(Youth.team_id == track.team_id)).all()
    known = _on_already(session, [each.id for each in people])
    youths = {str(each.id): each for each in people if (track.id, each.id) not in known}
    if not youths:
        return []
    [whole] = queries.wholes(session, [track])
    matcher = _matcher(session, now)
    seekers = {key: seeker_of(each) for key, each in youths.items()}
    tracks = _over(matcher, [whole])
    matches: dict[str, Match] = {}
    for vacancy in vacancies_of(track):
        for match in tracks.rank_seekers(vacancy.id, seekers.values(), limit=len(seekers)):
            best = matches.get(match.seeker_id)
            if best is None or match.score > best.score:
                matches[match.seeker_id] = match
    first = sorted(matches.values(), key=_first)[:COUNTED_YOUTHS]
    opens = _opens(session, matcher, [(seekers[each.seeker_id], whole) for each in first])
    found = [
        TrackFor(whole, youths[match.seeker_id], match, opened)
        for match, opened in zip(first, opens, strict=True)
    ]
    return _useful(found)[:MOST_YOUTHS]


def _over(matcher: OpeningMatcher, wholes: Iterable[Whole]) -> OpeningMatcher:
    """A ranker of tracks, by what the ranker of openings has learnt."""
    return matcher.over([each for whole in wholes for each in vacancies_of(whole.track)])


def _best_of(matches: Iterable[Match]) -> Mapping[str, Match]:
    """Each track's best occupation for the seeker, by the track's id."""
    best: dict[str, Match] = {}
    for match in matches:
        best.setdefault(match.vacancy_id.partition(":")[0], match)
    return best


def _first(match: Match) -> tuple[float, str, str]:
    return (-match.score, match.vacancy_id, match.seeker_id)


def _useful(found: Iterable[TrackFor]) -> list[TrackFor]:
    """How well it fits goes first, then what it opens; what is merely possible must open some."""
    kept = [each for each in found if each.match.label != LABELS[-1] or each.opens.count]
    return sorted(
        kept,
        key=lambda each: (
            LABELS.index(each.match.label),
            -each.opens.count,
            *_first(each.match),
        ),
    )


def _opens(
    session: Session, matcher: OpeningMatcher, pairs: Sequence[tuple[Seeker, Whole]]
) -> list[Opens]:
    """What each track opens for each seeker, by the way through it that opens most."""
    steps: list[tuple[Seeker, Seeker]] = []
    owner: list[int] = []
    for at, (seeker, whole) in enumerate(pairs):
        before = wanting(seeker, whole.track)
        for way in ways_through(whole):
            steps.append((before, after(before, whole.track, way)))
            owner.append(at)
    most: list[tuple[str, ...]] = [()] * len(pairs)
    for at, opened in zip(owner, opened_between(matcher, steps), strict=True):
        most[at] = max(most[at], opened, key=len)
    norwegian = _in_norway(session, {each for opened in most for each in opened})
    return [Opens(len(each), len(norwegian.intersection(each))) for each in most]


def _in_norway(session: Session, ids: Iterable[str]) -> set[str]:
    """Which of these openings are in Norway."""
    wanted = [UUID(each) for each in ids]
    if not wanted:
        return set()
    rows = select(Opening.id).where(col(Opening.country) == "NO", col(Opening.id).in_(wanted))
    return {str(each) for each in session.exec(rows)}


def _on_already(session: Session, youth_ids: Sequence[UUID]) -> set[tuple[UUID, UUID]]:
    """Which tracks these youths are or were on, by track and youth; who left may come back."""
    rows = (
        select(Cohort.track_id, Enrolment.youth_id)
        .join(Enrolment)
        .where(
            col(Enrolment.youth_id).in_(youth_ids),
            col(Enrolment.state) != EnrolmentState.LEFT,
        )
    )
    return set(session.exec(rows).all())


def _matcher(session: Session, now: datetime) -> OpeningMatcher:
    today = clock.local_date(now, zone())
    return matcher_on(session.get_bind(), on=today)
