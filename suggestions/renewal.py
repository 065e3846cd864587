"""Brings the undecided suggestions of many youths to what the ranking says now, in few questions.

Everything that somebody has decided is left alone. What is locked is held until the caller's
transaction ends: a decision made meanwhile is either seen here or waits, and is never written
over. Reasons are worked out only for what is new or has changed since it was last written.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from foundation import clock
from foundation.translating import zone
from matching.explanation import Match
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from openings.models import Opening, OpeningState
from suggestions.choosing import Choice, choose
from suggestions.comparing import Comparison, Known
from suggestions.facts import seeker_of
from suggestions.models import Suggestion, SuggestionState
from suggestions.writing import Changes, write
from youths.models import Youth


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


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a run over many youths works out once: choices by youth, and when openings changed."""

    choices: Mapping[UUID, Choice] = field(default_factory=dict)
    changed_at: Mapping[UUID, datetime] | None = None


def renew(
    session: Session,
    youth_ids: Collection[UUID],
    matcher: OpeningMatcher,
    *,
    now: datetime,
    ahead: Ahead | None = None,
) -> RefreshSummary:
    """Renew the suggestions of those of these youths that are active, all in one go.

    Who has changed since she was chosen for ahead, or was not, is ranked now.
    """
    ahead = ahead or Ahead()
    youths = _locked(session, youth_ids)
    back = _take_back_what_was_put_off(session, youths, now)
    chosen = _chosen(matcher, {youth.id: seeker_of(youth) for youth in youths}, ahead.choices)
    known = _known(session, youths)
    changed_at = ahead.changed_at or _changes(session, chosen.values(), known.values())
    comparisons = [
        Comparison(
            youth.id, youth.updated_at, chosen[youth.id].openings, known[youth.id], changed_at
        )
        for youth in youths
    ]
    changes = Changes()
    explained = _explained(matcher, comparisons, chosen)
    for comparison, matches in zip(comparisons, explained, strict=True):
        changes.join(comparison.changes(matches, now))
    write(session, changes)
    return RefreshSummary(
        len(youths),
        new=len(changes.made),
        kept=changes.kept,
        changed=len(changes.rewritten),
        withdrawn=len(changes.withdrawn),
        back=back,
    )


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


def _chosen(
    matcher: OpeningMatcher, seekers: Mapping[UUID, Seeker], ahead: Mapping[UUID, Choice]
) -> Mapping[UUID, Choice]:
    """What is worth suggesting to each, as far as it was not chosen ahead for who she still is."""
    still = {
        youth_id: ahead[youth_id]
        for youth_id, seeker in seekers.items()
        if youth_id in ahead and ahead[youth_id].seeker == seeker
    }
    others = [seeker for youth_id, seeker in seekers.items() if youth_id not in still]
    return still | {UUID(each.seeker.id): each for each in choose(matcher, others)}


def _known(session: Session, youths: Iterable[Youth]) -> Mapping[UUID, list[Known]]:
    """Each youth's suggestions; those that may be written are held until the end."""
    columns = [getattr(Suggestion, name) for name in Known._fields]
    rows = select(*columns).where(col(Suggestion.youth_id).in_([youth.id for youth in youths]))
    by_youth = defaultdict[UUID, list[Known]](list)
    for row in session.execute(rows.with_for_update(of=Suggestion)):
        by_youth[row.youth_id].append(Known(*row))
    return by_youth


def _explained(
    matcher: OpeningMatcher, comparisons: Iterable[Comparison], chosen: Mapping[UUID, Choice]
) -> Iterator[dict[UUID, Match]]:
    """Explain what each comparison needs; what a rule excludes, or is gone, is left out."""
    wanted = [
        (chosen[each.youth_id].seeker, [str(opening_id) for opening_id in each.to_explain()])
        for each in comparisons
    ]
    for matches in matcher.explain_each(wanted):
        yield {UUID(match.vacancy_id): match for match in matches}


def _changes(
    session: Session, chosen: Iterable[Choice], known: Iterable[Sequence[Known]]
) -> Mapping[UUID, datetime]:
    """When each of the openings that are or were suggested was last changed."""
    ids = {opening_id for choice in chosen for opening_id in choice.openings}
    ids |= {each.opening_id for theirs in known for each in theirs}
    rows = select(Opening.id, Opening.updated_at).where(col(Opening.id).in_(sorted(ids)))
    return dict(session.exec(rows).all())


def all_changes(session: Session) -> Mapping[UUID, datetime]:
    """When each of the openings that are ranked was last changed."""
    rows = select(Opening.id, Opening.updated_at)
    return dict(session.exec(rows.where(Opening.state == OpeningState.PUBLISHED)).all())
