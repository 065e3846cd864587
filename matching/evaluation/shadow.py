"""Two rankers, or one with two sets of weights, on the same seekers, before a change is made.

The new one runs in the shadow of the one in use: nobody is shown what it answers, and whoever
decides sees how much would change, for whom, and for better or worse.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, Self

from matching.evaluation.exposure import GroupExposure, exposure_by_group
from matching.evaluation.figures import Judgements, figures_of
from matching.evaluation.intervals import Interval, interval_of_difference
from matching.evaluation.likeness import overlap_at, rank_biased_overlap
from matching.evaluation.measures import mean
from matching.explanation import Label, Match
from matching.facts import Seeker

LabelChange = tuple[Label | None, Label | None]
"""A label before and after; `None` where the opening is not among those shown."""


class Ranker(Protocol):
    """Whatever ranks openings for a seeker, as `OpeningMatcher` does."""

    def rank(self, seeker: Seeker, limit: int = ...) -> list[Match]:
        """Return the best matches, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Run:
    """What one ranker answered: each seeker's matches, best first."""

    matches: Mapping[str, tuple[Match, ...]]

    @classmethod
    def of(cls, ranker: Ranker, seekers: Iterable[Seeker], *, limit: int = 20) -> Self:
        """Let a ranker answer for every seeker."""
        return cls({each.id: tuple(ranker.rank(each, limit=limit)) for each in seekers})

    def rankings(self) -> dict[str, list[str]]:
        """List each seeker's openings, best first."""
        return {
            seeker: [match.vacancy_id for match in matches]
            for seeker, matches in self.matches.items()
        }

    def seekers_by_opening(self, k: int) -> dict[str, list[str]]:
        """List the seekers whom each opening was suggested to among their first k, best first."""
        suggested = defaultdict(list)
        for matches in self.matches.values():
            for match in matches[:k]:
                suggested[match.vacancy_id].append(match)
        return {
            opening: [m.seeker_id for m in sorted(matches, key=lambda m: (-m.score, m.seeker_id))]
            for opening, matches in sorted(suggested.items())
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a change from one ranker to another would mean.

    `overlap` and `likeness` are means over seekers, 1 where nothing changes. `labels` counts the
    pairs whose label changes among those shown before or after. `ndcg_change` is the other's less
    the one's over the seekers with judgements. Exposure is by group of seekers, in what was
    suggested for each opening.
    """

    seekers: int
    overlap: float
    likeness: float
    labels: Mapping[LabelChange, int]
    ndcg_change: Interval | None = None
    exposure_before: Mapping[str, GroupExposure] = field(default_factory=dict)
    exposure_after: Mapping[str, GroupExposure] = field(default_factory=dict)


def compare(
    one: Run,
    other: Run,
    *,
    k: int = 10,
    judgements: Judgements | None = None,
    group_of: Mapping[str, str] | None = None,
) -> Comparison:
    """Compare the first k of the ranker in use, `one`, with those of the `other` in its shadow.

    Raises `ValueError` when the two have not answered for the same seekers, or for none.
    """
    if one.matches.keys() != other.matches.keys():
        raise ValueError("The two have not ranked for the same seekers.")
    before, after = one.rankings(), other.rankings()
    pairs = [(before[seeker][:k], after[seeker][:k]) for seeker in before]
    return Comparison(
        seekers=len(pairs),
        overlap=mean([overlap_at(k, *pair) for pair in pairs]),
        likeness=mean([rank_biased_overlap(*pair) for pair in pairs]),
        labels=_changed_labels(one, other, k),
        ndcg_change=_ndcg_change(one, other, k, judgements or {}),
        exposure_before=exposure_by_group(one.seekers_by_opening(k), group_of or {}),
        exposure_after=exposure_by_group(other.seekers_by_opening(k), group_of or {}),
    )


def _changed_labels(one: Run, other: Run, k: int) -> Counter[LabelChange]:
    """Count the changes of label among the pairs that are shown before or after."""
    before, after = _labels(one, k), _labels(other, k)
    changes = ((before.get(pair), after.get(pair)) for pair in sorted(before.keys() | after.keys()))
    return Counter(change for change in changes if change[0] != change[1])


def _labels(run: Run, k: int) -> dict[tuple[str, str], Label]:
    """Name the label of each pair that is shown."""
    shown = (match for matches in run.matches.values() for match in matches[:k])
    return {(match.seeker_id, match.vacancy_id): match.label for match in shown}


def _ndcg_change(one: Run, other: Run, k: int, judgements: Judgements) -> Interval | None:
    """Measure the change over the seekers who were ranked for and have judgements, if any."""
    judged = {seeker: judgements[seeker] for seeker in one.matches if seeker in judgements}
    if not judged:
        return None
    before, after = (figures_of(run.rankings(), judged, depth=k).ndcg for run in (one, other))
    return interval_of_difference(after, before)
