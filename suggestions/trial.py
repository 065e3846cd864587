"""Other weights tried beside those in force, before anybody decides: counts, and no persons.

Both rank the same openings for the same youths. Nobody is shown what the new ones suggest, and
nothing is written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

import numpy as np
from pydantic import TypeAdapter
from sqlmodel import Session, col, select

from foundation import clock
from foundation.translating import zone
from matching import evaluation
from matching.evaluation import Comparison, Run
from matching.explanation import Label, Match, label_for, points
from matching.facts import Seeker
from matching.matcher import OpeningMatcher
from matching.weights import Weights
from suggestions.facts import seeker_of
from suggestions.ranking import matcher_on
from suggestions.weights import thousandths_of
from youths.models import Youth
from youths.queries import is_active

FIRST = 10
"""How many openings of each youth are compared: what she is likely to look at."""

MOST_COMPARED = 500
SEED = 20_261_123

STRENGTH: Mapping[Label, int] = {"possible": 0, "good": 1, "strong": 2}

NOTHING_TO_COMPARE = Comparison(seekers=0, overlap=1.0, likeness=1.0, labels={})


@dataclass(frozen=True, slots=True)
class Trial:
    """What would change between two sets of weights, in thousandths by name.

    Of all `active` youths those in the `sample` were asked about, and the `youths` who had any
    opening at all are compared: their first suggestions, `suggestions` in all. `kept` is the share
    of these that stay and `likeness` how alike their order is, both 1 where nothing changes. Of
    the suggestions that stay, some are called `stronger` or `weaker`; `other_first` counts the
    youths who get another suggestion on top.
    """

    before: dict[str, int]
    after: dict[str, int]
    active: int
    sample: int
    youths: int
    suggestions: int
    kept: float
    likeness: float
    stronger: int
    weaker: int
    other_first: int

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote. Raises pydantic's ValidationError for anything else."""
        return TypeAdapter(cls).validate_python(written)

    def to_json(self) -> dict[str, Any]:
        """Write it as JSON's own kinds of values."""
        return asdict(self)


def compare(session: Session, weights: Weights, *, now: datetime) -> Trial:
    """Try weights on active youths, a sample of them where they are many."""
    in_force = matcher_on(session.get_bind(), on=clock.local_date(now, zone()))
    active = session.exec(select(Youth.id).where(is_active()).order_by(col(Youth.id))).all()
    sample = _sample(active)
    rows = select(Youth).where(col(Youth.id).in_(sample)).order_by(col(Youth.id))
    seekers = [seeker_of(youth) for youth in session.exec(rows)]
    before, after = _both(in_force, in_force.weighing(weights), seekers)
    seen = evaluation.compare(before, after, k=FIRST) if before.matches else NOTHING_TO_COMPARE
    pairs = [(before.matches[each], after.matches[each]) for each in before.matches]
    return Trial(
        before=thousandths_of(in_force.weights),
        after=thousandths_of(weights),
        active=len(active),
        sample=len(sample),
        youths=seen.seekers,
        suggestions=sum(map(len, before.matches.values())),
        kept=round(seen.overlap, 4),
        likeness=round(seen.likeness, 4),
        stronger=_relabelled(seen, towards=1),
        weaker=_relabelled(seen, towards=-1),
        other_first=sum(one[0].vacancy_id != other[0].vacancy_id for one, other in pairs),
    )


def _sample(ids: Sequence[UUID]) -> list[UUID]:
    """Draw from ordered ids by lot; the same ids give the same draw."""
    drawn = np.random.default_rng(SEED).permutation(len(ids))[:MOST_COMPARED]
    return [ids[at] for at in drawn]


def _both(one: OpeningMatcher, other: OpeningMatcher, seekers: Sequence[Seeker]) -> tuple[Run, Run]:
    """Let both answer for those who have any opening; the rules are the same, so both have it."""
    found = [
        (seeker.id, _matches(seeker, first), _matches(seeker, second))
        for seeker, first, second in zip(
            seekers, one.best(seekers, FIRST), other.best(seekers, FIRST), strict=True
        )
        if first and second
    ]
    return Run({id_: first for id_, first, _ in found}), Run({id_: then for id_, _, then in found})


def _matches(seeker: Seeker, best: Sequence[tuple[str, int]]) -> tuple[Match, ...]:
    """The matches without their reasons, which nobody is going to read."""
    return tuple(Match(seeker.id, id_, points(score), label_for(score)) for id_, score in best)


def _relabelled(seen: Comparison, *, towards: int) -> int:
    """Count the suggestions that stay and are called stronger (1) or weaker (-1) than before."""
    return sum(
        count
        for (old, new), count in seen.labels.items()
        if old and new and (STRENGTH[new] - STRENGTH[old]) * towards > 0
    )
