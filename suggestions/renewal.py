"""Brings the undecided suggestions of many youths to what the ranking says now, in few questions.

Everything that somebody has decided is left alone. What is locked is held until the caller's
transaction ends: a decision made meanwhile is either seen here or waits, and is never written
over. Reasons are worked out only for what is new or has changed since it was last written.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, NamedTuple, Self
from uuid import UUID, uuid4

from sqlmodel import Session, col, insert, select, update

from foundation import clock
from foundation.translating import zone
from matching.asking import says_little
from matching.explanation import GOOD_FROM, Match
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from openings.models import Opening
from suggestions.facts import seeker_of
from suggestions.models import Part, Suggestion, SuggestionState
from suggestions.ranking import RANKER
from youths.models import Youth

MOST_A_YOUTH = 40
MOST_POSSIBLE = 10
"""A long tail of merely possible openings would hide the good ones."""
MOST_BY_LITTLE = 3
"""Where hardly anything is known of a youth, a long list would be chance; questions come first."""


@dataclass(frozen=True, slots=True)
class RefreshSummary:
    """What a refresh did, in counts; of those `kept` from before, `changed` were written."""

    youths: int = 0
    new: int = 0
    kept: int = 0
    changed: int = 0
    withdrawn: int = 0
    back: int = 0
    failed: int = 0

    def __add__(self, other: "RefreshSummary") -> "RefreshSummary":
        sums = {f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        return RefreshSummary(**sums)


class Known(NamedTuple):
    """A suggestion as it stands, without what is not needed to compare it."""

    id: UUID
    youth_id: UUID
    opening_id: UUID
    score: float
    state: SuggestionState
    is_current: bool
    is_widening: bool
    ranked_by: str
    refreshed_at: datetime


@dataclass(slots=True)
class Changes:
    """What is to be written for some youths."""

    kept: int = 0
    rewritten: list[dict[str, Any]] = field(default_factory=list)
    made: list[dict[str, Any]] = field(default_factory=list)
    withdrawn: list[UUID] = field(default_factory=list)

    def join(self, other: Self) -> None:
        """Take in another youth's changes."""
        self.kept += other.kept
        self.rewritten += other.rewritten
        self.made += other.made
        self.withdrawn += other.withdrawn


def renew(
    session: Session, youth_ids: Collection[UUID], matcher: OpeningMatcher, *, now: datetime
) -> RefreshSummary:
    """Renew the suggestions of those of these youths that are active, all in one go."""
    youths = _locked(session, youth_ids)
    back = _take_back_what_was_put_off(session, youths, now)
    seekers = {youth.id: seeker_of(youth) for youth in youths}
    ranked = _ranked(matcher, seekers)
    known = _known(session, youths)
    changed_at = _changed_at(session, ranked.values())
    changes = Changes()
    for youth in youths:
        comparison = _Comparison(matcher, seekers[youth.id], youth, changed_at, now)
        changes.join(comparison.changes(ranked[youth.id], known[youth.id]))
    _write(session, changes)
    return RefreshSummary(
        len(youths),
        new=len(changes.made),
        kept=changes.kept,
        changed=len(changes.rewritten),
        withdrawn=len(changes.withdrawn),
        back=back,
    )


def columns_of(match: Match, now: datetime) -> dict[str, Any]:
    """What the ranking says of a match, as a suggestion's columns hold it."""
    return {
        "score": match.score,
        "label": match.label,
        "reasons": [
            Part(code=each.code, points=each.points, facts=dict(each.facts))
            for each in match.reasons
        ],
        "gaps": [Part(code=each.code, facts=dict(each.facts)) for each in match.gaps],
        "questions": [Part(code=each.code, facts=dict(each.facts)) for each in match.questions],
        "ranked_by": RANKER,
        "is_current": True,
        "refreshed_at": now,
    }


def new_columns(match: Match, youth_id: UUID, now: datetime) -> dict[str, Any]:
    """A new suggestion's columns."""
    return {
        "id": uuid4(),
        "youth_id": youth_id,
        "opening_id": UUID(match.vacancy_id),
        "first_suggested_at": now,
        "state": SuggestionState.NEW,
        "note": "",
        "is_widening": False,
        **columns_of(match, now),
    }


@dataclass(frozen=True, slots=True)
class _Comparison:
    """One youth's ranking beside what she has been suggested before."""

    matcher: OpeningMatcher
    seeker: Seeker
    youth: Youth
    changed_at: Mapping[UUID, datetime]
    now: datetime

    def changes(self, ranked: Mapping[UUID, float], known: Sequence[Known]) -> Changes:
        """Tell what has to be written."""
        undecided = [each for each in known if each.state is SuggestionState.NEW]
        widening = self._still_widening(undecided, ranked)
        shown = {**ranked, **widening}
        kept = [each for each in undecided if each.opening_id in shown]
        stale = {each.opening_id: each.id for each in kept if self._is_stale(each, shown)}
        new = shown.keys() - {each.opening_id for each in known}
        matches = self._explained([*stale, *(id_ for id_ in ranked if id_ in new)])
        changes = Changes(kept=len(kept))
        for opening_id, match in matches.items():
            if opening_id in stale:
                changes.rewritten.append({"id": stale[opening_id]} | columns_of(match, self.now))
            else:
                changes.made.append(new_columns(match, self.youth.id, self.now))
        changes.withdrawn += [
            each.id for each in undecided if each.is_current and each.opening_id not in shown
        ]
        return changes

    def _still_widening(
        self, undecided: Iterable[Known], ranked: Collection[UUID]
    ) -> dict[UUID, float]:
        """Those outside her wishes that still stand; the ranking by her wishes has not got them."""
        widening = [
            each.opening_id
            for each in undecided
            if each.is_widening and each.is_current and each.opening_id not in ranked
        ]
        return {id_: match.score for id_, match in self._explained(widening).items()}

    def _is_stale(self, known: Known, shown: Mapping[UUID, float]) -> bool:
        """Whether anything that a suggestion rests on has changed since it was written."""
        changed_at = self.changed_at.get(known.opening_id, known.refreshed_at)
        return (
            not known.is_current
            or known.score != shown[known.opening_id]
            or known.ranked_by != RANKER
            or max(self.youth.updated_at, changed_at) > known.refreshed_at
        )

    def _explained(self, opening_ids: Sequence[UUID]) -> dict[UUID, Match]:
        """Explain some pairs; those that a rule excludes are left out."""
        here = [str(id_) for id_ in opening_ids if str(id_) in self.matcher]
        matches = self.matcher.explain_many(self.seeker, here)
        return {UUID(match.vacancy_id): match for match in matches}


def _locked(session: Session, youth_ids: Collection[UUID]) -> list[Youth]:
    """The active youths as they are now; nobody else renews them until this is committed."""
    rows = select(Youth).where(col(Youth.id).in_(youth_ids), col(Youth.archived_at).is_(None))
    locked = rows.order_by(col(Youth.id)).with_for_update()
    return list(session.exec(locked.execution_options(populate_existing=True)))


def _take_back_what_was_put_off(session: Session, youths: Iterable[Youth], now: datetime) -> int:
    """Make suggestions new again whose day has come; `later_until` tells that they are back."""
    due = (
        update(Suggestion)
        .where(
            col(Suggestion.youth_id).in_([youth.id for youth in youths]),
            col(Suggestion.state) == SuggestionState.LATER,
            col(Suggestion.later_until) <= clock.local_date(now, zone()),
        )
        .values(state=SuggestionState.NEW, decided_by_id=None, decided_at=None)
    )
    return int(session.exec(due).rowcount)


def _ranked(
    matcher: OpeningMatcher, seekers: Mapping[UUID, Seeker]
) -> dict[UUID, dict[UUID, float]]:
    """Each youth's best openings with their scores, as many as are worth suggesting."""
    found = matcher.best(list(seekers.values()), limit=MOST_A_YOUTH)
    return {
        youth_id: dict(_worth_suggesting(seeker, best))
        for (youth_id, seeker), best in zip(seekers.items(), found, strict=True)
    }


def _worth_suggesting(
    seeker: Seeker, best: Sequence[tuple[str, int]]
) -> Iterator[tuple[UUID, float]]:
    """Every strong and good match, and the first few of those that are only possible."""
    possible = MOST_BY_LITTLE if says_little(seeker) else MOST_POSSIBLE
    for opening_id, score in best:
        possible -= score < GOOD_FROM
        if possible >= 0:
            yield UUID(opening_id), score / 1000


def _known(session: Session, youths: Iterable[Youth]) -> Mapping[UUID, list[Known]]:
    """Each youth's suggestions; those that may be written are held until the end."""
    columns = [getattr(Suggestion, name) for name in Known._fields]
    rows = select(*columns).where(col(Suggestion.youth_id).in_([youth.id for youth in youths]))
    by_youth = defaultdict[UUID, list[Known]](list)
    for row in session.execute(rows.with_for_update(of=Suggestion)):
        by_youth[row.youth_id].append(Known(*row))
    return by_youth


def _changed_at(
    session: Session, ranked: Iterable[Mapping[UUID, float]]
) -> Mapping[UUID, datetime]:
    """When each of the ranked openings was last changed."""
    ids = sorted({opening_id for best in ranked for opening_id in best})
    rows = select(Opening.id, Opening.updated_at).where(col(Opening.id).in_(ids))
    return dict(session.exec(rows).all())


def _write(session: Session, changes: Changes) -> None:
    """Write all changes, a statement for each kind."""
    if changes.withdrawn:
        gone = col(Suggestion.id).in_(changes.withdrawn)
        session.exec(update(Suggestion).where(gone).values(is_current=False, picked_for=None))
    if changes.rewritten:
        session.execute(update(Suggestion), changes.rewritten)
    if changes.made:
        session.execute(insert(Suggestion), changes.made)
    for row in session.identity_map.values():
        if isinstance(row, Suggestion):
            session.expire(row)
