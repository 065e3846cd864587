"""What a youth has been suggested before, beside what the ranking says now."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from matching.explanation import Match
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from suggestions.models import SuggestionState
from suggestions.ranking import RANKER
from suggestions.writing import Changes, new_columns, rewritten


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


@dataclass(frozen=True, slots=True)
class Comparison:
    """One youth's ranking beside what she has been suggested before.

    `changed_at` tells when each opening was last changed, and `youth_changed_at` when she was.
    """

    matcher: OpeningMatcher
    seeker: Seeker
    youth_changed_at: datetime
    changed_at: Mapping[UUID, datetime]
    now: datetime

    def changes(self, ranked: Mapping[UUID, float], known: Sequence[Known]) -> Changes:
        """Tell what has to be written."""
        undecided = [each for each in known if each.state is SuggestionState.NEW]
        shown = {**ranked, **self._still_widening(undecided, ranked)}
        kept = [each for each in undecided if each.opening_id in shown]
        stale = {each.opening_id: each.id for each in kept if self._is_stale(each, shown)}
        new = shown.keys() - {each.opening_id for each in known}
        matches = self._explained([*stale, *(id_ for id_ in ranked if id_ in new)])
        changes = Changes(kept=len(kept))
        for opening_id, match in matches.items():
            if opening_id in stale:
                changes.rewritten.append(rewritten(stale[opening_id], match, self.now))
            else:
                changes.made.append(new_columns(match, UUID(self.seeker.id), self.now))
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
            or max(self.youth_changed_at, changed_at) > known.refreshed_at
        )

    def _explained(self, opening_ids: Sequence[UUID]) -> dict[UUID, Match]:
        """Explain some pairs; those that a rule excludes, or that are gone, are left out."""
        if not opening_ids:
            return {}
        matches = self.matcher.explain_many(self.seeker, [str(id_) for id_ in opening_ids])
        return {UUID(match.vacancy_id): match for match in matches}
