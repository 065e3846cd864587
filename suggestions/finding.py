"""What the ranking says now of some youths, beside what each has been suggested before.

A run over many youths asks twice: first without holding anything, which takes the time of ranking
and of working out reasons, and then again under lock, where only what has changed in between is
worked out anew. So nobody who clicks waits for the ranking. Reasons are worked out only for what
is new or has changed since it was last written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from matching.explanation import Match
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from openings.models import Opening, OpeningState
from suggestions.choosing import Choice, choose
from suggestions.comparing import Comparison, Known
from suggestions.facts import seeker_of
from suggestions.models import Suggestion
from suggestions.writing import Changes
from youths.models import Youth
from youths.queries import is_active

Explained = Mapping[UUID, Match | None]
"""Matches by opening; `None` for one that a rule excludes, or that is gone."""


class Found(NamedTuple):
    """One youth's choice beside what she has, and the matches that have to be written out."""

    choice: Choice
    comparison: Comparison
    explained: Explained

    def changes(self, now: datetime) -> Changes:
        """Tell what has to be written."""
        matches = {id_: match for id_, match in self.explained.items() if match is not None}
        return self.comparison.changes(matches, now)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a run over many youths has worked out before: by youth, and when openings changed."""

    choices: Mapping[UUID, Choice] = field(default_factory=dict)
    changed_at: Mapping[UUID, datetime] | None = None
    explained: Mapping[UUID, Explained] = field(default_factory=dict)


def look_ahead(
    session: Session, youth_ids: Sequence[UUID], matcher: OpeningMatcher, ahead: Ahead
) -> Ahead:
    """Work out what there is to write for some youths, and hold nothing."""
    youths = session.exec(select(Youth).where(col(Youth.id).in_(youth_ids), is_active())).all()
    found = {each.comparison.youth_id: each for each in find(session, youths, matcher, ahead)}
    return Ahead(
        {youth_id: each.choice for youth_id, each in found.items()},
        ahead.changed_at,
        {youth_id: each.explained for youth_id, each in found.items()},
    )


def find(
    session: Session,
    youths: Sequence[Youth],
    matcher: OpeningMatcher,
    ahead: Ahead,
    *,
    holding: bool = False,
) -> Iterator[Found]:
    """Choose, compare and explain, as far as it was not done ahead for who a youth still is.

    With `holding`, the suggestions that may be written are locked.
    """
    chosen = _chosen(matcher, {youth.id: seeker_of(youth) for youth in youths}, ahead.choices)
    known = _known(session, youths, holding=holding)
    changed_at = ahead.changed_at or _changes(session, chosen.values(), known.values())
    comparisons = [
        Comparison(
            youth.id, youth.updated_at, chosen[youth.id].openings, known[youth.id], changed_at
        )
        for youth in youths
    ]
    before = [_explained_before(each.youth_id, chosen, ahead) for each in comparisons]
    explained = _explained(matcher, comparisons, chosen, before)
    for comparison, earlier, matches in zip(comparisons, before, explained, strict=True):
        yield Found(chosen[comparison.youth_id], comparison, {**earlier, **matches})


def all_changes(session: Session) -> Mapping[UUID, datetime]:
    """When each of the openings that are ranked was last changed."""
    rows = select(Opening.id, Opening.updated_at)
    return dict(session.exec(rows.where(Opening.state == OpeningState.PUBLISHED)).all())


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


def _known(
    session: Session, youths: Iterable[Youth], *, holding: bool
) -> Mapping[UUID, list[Known]]:
    """Each youth's suggestions; where asked, those that may be written are held until the end."""
    columns = [getattr(Suggestion, name) for name in Known._fields]
    rows = select(*columns).where(col(Suggestion.youth_id).in_([youth.id for youth in youths]))
    if holding:
        rows = rows.with_for_update(of=Suggestion)
    by_youth = defaultdict[UUID, list[Known]](list)
    for row in session.execute(rows):
        by_youth[row.youth_id].append(Known(*row))
    return by_youth


def _explained_before(youth_id: UUID, chosen: Mapping[UUID, Choice], ahead: Ahead) -> Explained:
    """What was explained ahead, unless she was chosen for anew."""
    if chosen[youth_id] is not ahead.choices.get(youth_id):
        return {}
    return ahead.explained.get(youth_id, {})


def _explained(
    matcher: OpeningMatcher,
    comparisons: Sequence[Comparison],
    chosen: Mapping[UUID, Choice],
    before: Sequence[Explained],
) -> Iterator[Explained]:
    """Explain what each comparison needs and was not explained before."""
    wanted = [
        [opening_id for opening_id in comparison.to_explain() if opening_id not in earlier]
        for comparison, earlier in zip(comparisons, before, strict=True)
    ]
    seekers = (chosen[comparison.youth_id].seeker for comparison in comparisons)
    asked = [(seeker, [*map(str, hers)]) for seeker, hers in zip(seekers, wanted, strict=True)]
    for hers, matches in zip(wanted, matcher.explain_each(asked), strict=True):
        found = {UUID(match.vacancy_id): match for match in matches}
        yield {opening_id: found.get(opening_id) for opening_id in hers}


def _changes(
    session: Session, chosen: Iterable[Choice], known: Iterable[Sequence[Known]]
) -> Mapping[UUID, datetime]:
    """When each of the openings that are or were suggested was last changed."""
    ids = {opening_id for choice in chosen for opening_id in choice.openings}
    ids |= {each.opening_id for theirs in known for each in theirs}
    rows = select(Opening.id, Opening.updated_at).where(col(Opening.id).in_(sorted(ids)))
    return dict(session.exec(rows).all())
