"""What a youth herself says of where she looks, on her own page, and how she takes it back.

Her history tells that it was she. There is no user behind her page, so nobody else stands there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from sqlmodel import Session

from youths import service
from youths.facts import YouthFacts
from youths.models import Youth
from youths.search_areas import queries, widening
from youths.search_areas.extent import NORWAY
from youths.search_areas.models import Origin, SearchArea
from youths.search_areas.widening import NothingToUndo


@dataclass(frozen=True, slots=True)
class Wished:
    """Where she would work: so far from home (no limit without kilometres), there, and Norway."""

    max_commute_km: int | None
    counties: tuple[str, ...]
    norway: bool

    @classmethod
    def of(cls, youth: Youth) -> Self:
        """What stands in her record."""
        return cls(youth.max_commute_km, tuple(youth.counties), NORWAY in youth.countries)


def change(
    session: Session, youth: Youth, wished: Wished, *, seen: datetime, now: datetime
) -> bool:
    """Write down what she wishes; false where it stood there before.

    The kilometres of a youth with protected identity stay unknown. Raises ChangedMeanwhile.
    """
    before = YouthFacts.of(youth)
    abroad = [each for each in before.countries if each != NORWAY]
    facts = replace(
        before,
        max_commute_km=None if youth.protected_identity else wished.max_commute_km,
        counties=wished.counties,
        countries=(*abroad, NORWAY) if wished.norway else tuple(abroad),
    )
    changed = service.change(
        session, youth, facts, seen_at=seen, by=None, now=now, area_from=Origin.OWN
    )
    return bool(changed)


def undo(session: Session, youth: Youth, *, seen: datetime, now: datetime) -> None:
    """Take her own latest change back. Raises NothingToUndo or ChangedMeanwhile."""
    if not can_undo(queries.history(session, youth)):
        raise NothingToUndo
    widening.undo(session, youth, seen=seen, by=None, now=now, area_from=Origin.OWN_UNDONE)


def can_undo(rows: Sequence[SearchArea]) -> bool:
    """Whether the latest of her areas came by a change of her own."""
    return widening.can_undo(rows) and rows[-1].origin is Origin.OWN
