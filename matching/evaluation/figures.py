"""The measures for many seekers at once, one value a seeker, so that rankers can be paired."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matching.evaluation.measures import hit_at, ndcg_at, precision_at

Rankings = Mapping[str, Sequence[str]]
"""Ranked ids, best first and each once, by the id of whom or what they were ranked for."""

Judgements = Mapping[str, Mapping[str, float]]
"""By seeker, the grade of each opening that somebody has judged; 0 is no fit at all."""

GOOD = 2.0
"""The least grade that counts as relevant: 1 is possible, 2 good, 3 just right."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One value for each judged seeker, in the order of the judgements.

    `judged` is the share of the places looked at whose opening has a grade. An opening without
    one counts as no fit, so a low share means that the other figures are too low, and that there
    is more to judge.
    """

    ndcg: tuple[float, ...]
    precision: tuple[float, ...]
    hits: tuple[float, ...]
    judged: tuple[float, ...]


def figures_of(
    rankings: Rankings,
    judgements: Judgements,
    *,
    depth: int = 10,
    top: int = 5,
    least: float = GOOD,
) -> Figures:
    """Measure nDCG and the judged share at `depth`, precision and hits at `top`.

    A seeker who has judgements and no ranking was shown nothing. What is relevant to precision
    and hits has at least the grade `least`.
    """
    ranked = {seeker: rankings.get(seeker, ()) for seeker in judgements}
    relevant = {
        seeker: {opening for opening, grade in grades.items() if grade >= least}
        for seeker, grades in judgements.items()
    }
    return Figures(
        ndcg=tuple(ndcg_at(depth, ranked[each], judgements[each]) for each in judgements),
        precision=tuple(precision_at(top, ranked[each], relevant[each]) for each in judgements),
        hits=tuple(hit_at(top, ranked[each], relevant[each]) for each in judgements),
        judged=tuple(_share(ranked[each][:depth], judgements[each]) for each in judgements),
    )


def _share(shown: Sequence[str], grades: Mapping[str, float]) -> float:
    """Return the share of what was shown that has a grade; 1 where nothing was shown."""
    return sum(each in grades for each in shown) / len(shown) if shown else 1.0
