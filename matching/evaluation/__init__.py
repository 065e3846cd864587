"""How good and how fair a ranking is, and what a change of it would mean.

- `measures`: nDCG, precision, hits and others, for one seeker whose relevant openings are known;
- `figures`: the same for many seekers who have judged openings;
- `intervals`: how far a mean, or the difference between two rankers, may be due to chance;
- `violations`: openings that a hard rule excludes and that were shown all the same;
- `exposure`: how much attention each group gets, where somebody authorised supplies the groups;
- `likeness`: how alike two rankings are;
- `shadow`: two rankers on the same seekers, before one replaces the other.

Nothing here takes part in a ranking. Groups come from outside, as a mapping from seeker ids, and
are never kept.
"""

from matching.evaluation.exposure import GroupExposure, exposure_by_group, smallest_share
from matching.evaluation.figures import Figures, Judgements, Rankings, figures_of
from matching.evaluation.intervals import Interval, interval_of, interval_of_difference
from matching.evaluation.likeness import overlap_at, rank_biased_overlap
from matching.evaluation.measures import (
    coverage_at,
    hit_at,
    mean,
    ndcg_at,
    precision_at,
    recall_at,
    reciprocal_rank,
)
from matching.evaluation.shadow import Comparison, Run, compare
from matching.evaluation.violations import Violation, violations

__all__ = [
    "Comparison",
    "Figures",
    "GroupExposure",
    "Interval",
    "Judgements",
    "Rankings",
    "Run",
    "Violation",
    "compare",
    "coverage_at",
    "exposure_by_group",
    "figures_of",
    "hit_at",
    "interval_of",
    "interval_of_difference",
    "mean",
    "ndcg_at",
    "overlap_at",
    "precision_at",
    "rank_biased_overlap",
    "recall_at",
    "reciprocal_rank",
    "smallest_share",
    "violations",
]
