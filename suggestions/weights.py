"""Which weights the ranking uses: the last that somebody decided on, or those it came with."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts import audit
from accounts.models import User
from foundation.errors import Refused
from foundation.translating import lazy_
from matching.weights import DEFAULT_WEIGHTS, Weights
from suggestions.models import RankingWeights

NAMES = tuple(part.name for part in fields(Weights))
WHOLE = 1000


class WeightsWrong(Refused):
    """Weights share out one whole, and none of them is negative."""

    message = lazy_("Vikterna ska vara noll eller mer och tillsammans bli 100 procent.")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Weights, and the id of the decision; None for those that the ranking came with."""

    weights: Weights
    decision_id: UUID | None = None


def current(session: Session) -> Chosen:
    """The weights in force."""
    latest = col(RankingWeights.made_at).desc(), col(RankingWeights.id)
    row = session.exec(select(RankingWeights).order_by(*latest)).first()
    return Chosen(weights_of(row.thousandths), row.id) if row else Chosen(DEFAULT_WEIGHTS)


def weights_of(thousandths: Mapping[str, int]) -> Weights:
    """Weights from whole thousandths by name; a comparison that is not named weighs nothing.

    Raises WeightsWrong.
    """
    shares = {name: thousandths.get(name, 0) for name in NAMES}
    if min(shares.values()) < 0 or sum(shares.values()) != WHOLE:
        raise WeightsWrong
    return Weights(**{name: share / WHOLE for name, share in shares.items()})


def thousandths_of(weights: Weights) -> dict[str, int]:
    """Weights as whole thousandths by name."""
    return {name: weights.thousandths(name) for name in NAMES}


def decide(
    session: Session,
    weights: Weights,
    *,
    why: str,
    compared: Mapping[str, Any],
    by: User,
    now: datetime,
) -> RankingWeights:
    """Use other weights from now on; the decision stays with its reason and its trial run."""
    row = RankingWeights(
        thousandths=thousandths_of(weights),
        why=why.strip(),
        compared=dict(compared),
        made_by_id=by.id,
        made_at=now,
    )
    session.add(row)
    session.flush()
    audit.record(session, by=by, action="weights.decided", subject=row, now=now)
    return row


def decisions() -> SelectOfScalar[RankingWeights]:
    """Every decision about weights and who made it, latest first."""
    latest = col(RankingWeights.made_at).desc(), col(RankingWeights.id)
    made_by = joinedload(cast("QueryableAttribute[Any]", RankingWeights.made_by))
    return select(RankingWeights).options(made_by).order_by(*latest)
