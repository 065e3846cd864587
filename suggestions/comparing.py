"""What a youth has been suggested before, beside what the ranking says now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matching.explanation import Match
from suggestions.models import SuggestionState
from suggestions.ranking import RANKER
from suggestions.standing import Known
from suggestions.writing import Changes, new_columns, rewritten


@dataclass(frozen=True, slots=True)
class Comparison:
    """One youth's ranking beside what she has been suggested before.

    `ranked` holds what is worth suggesting by her wishes, with scores. `youth_changed_at` and
    `changed_at` tell when she, and each of the openings, was last changed.
    """

    youth_id: UUID
    youth_changed_at: datetime
    ranked: Mapping[UUID, float]
    known: Sequence[Known]
    changed_at: Mapping[UUID, datetime]

    def to_explain(self) -> list[UUID]:
        """List the openings whose reasons are needed: to be written, or to tell if they stand.

        A ranking by her wishes has not got those outside them, so each is looked at by itself.
        """
        new = self.ranked.keys() - {each.opening_id for each in self.known}
        stale = {each.opening_id for each in self._undecided() if self._is_stale(each, self.ranked)}
        widening = [each.opening_id for each in self._undecided() if self._is_beside(each)]
        return [*widening, *(id_ for id_ in self.ranked if id_ in new or id_ in stale)]

    def changes(self, matches: Mapping[UUID, Match], now: datetime) -> Changes:
        """Tell what has to be written, by the matches that were found for what is `to_explain`."""
        beside = (each.opening_id for each in self._undecided() if self._is_beside(each))
        shown = {**self.ranked, **{id_: matches[id_].score for id_ in beside if id_ in matches}}
        before = {each.opening_id for each in self.known}
        kept = [each for each in self._undecided() if each.opening_id in shown]
        return Changes(
            kept=len(kept),
            rewritten=[
                rewritten(each.id, matches[each.opening_id], now)
                for each in kept
                if each.opening_id in matches and self._is_stale(each, shown)
            ],
            made=[
                new_columns(match, self.youth_id, now)
                for opening_id, match in matches.items()
                if opening_id not in before
            ],
            withdrawn=[
                each.id
                for each in self._undecided()
                if each.is_current and each.opening_id not in shown
            ],
        )

    def _undecided(self) -> Iterator[Known]:
        return (each for each in self.known if each.state is SuggestionState.NEW)

    def _is_beside(self, known: Known) -> bool:
        """Whether it was suggested outside her wishes, and by them is not ranked."""
        return known.is_widening and known.is_current and known.opening_id not in self.ranked

    def _is_stale(self, known: Known, shown: Mapping[UUID, float]) -> bool:
        """Whether it is shown, and anything it rests on has changed since it was written."""
        if known.opening_id not in shown:
            return False
        changed_at = self.changed_at.get(known.opening_id, known.refreshed_at)
        return (
            not known.is_current
            or known.score != shown[known.opening_id]
            or known.ranked_by != RANKER
            or max(self.youth_changed_at, changed_at) > known.refreshed_at
        )
