"""How a youth's search area has changed, and by whom."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlmodel import Field, Relationship

from accounts.models import User
from foundation.db import Row, UtcDateTime, code, document
from youths.models import Youth


class Origin(StrEnum):
    """Where a search area came from. The first two are what later ones are measured against.

    The last two are the youth's own, on her own page.
    """

    REGISTERED = "registered"
    KNOWN_BEFORE = "known_before"
    CHANGED = "changed"
    UNDONE = "undone"
    MERGED = "merged"
    OWN = "own"
    OWN_UNDONE = "own_undone"


BY_HERSELF = frozenset({Origin.OWN, Origin.OWN_UNDONE})
BASELINES = frozenset({Origin.REGISTERED, Origin.KNOWN_BEFORE})


class SearchArea(Row, table=True):
    """A youth's search area from a moment on; the latest is the one in her record.

    Rows are only ever added. `KNOWN_BEFORE` is what stood in the record when the history began.
    `is_limited` tells whether Sweden was limited at all, and stays when the kilometres are let
    go for a youth with protected identity. `by` is None where another system told it, or
    she herself, where two rows were merged, and at the beginning of the history.
    """

    __tablename__: ClassVar[str] = "search_area"

    youth_id: UUID = Field(foreign_key="youth.id", index=True, ondelete="CASCADE")
    origin: Origin = code(Origin)
    max_commute_km: int | None = None
    counties: list[str] = document(list[str], default=list)
    countries: list[str] = document(list[str], default=list)
    is_limited: bool
    from_at: datetime = Field(sa_type=UtcDateTime)
    by_id: UUID | None = Field(default=None, foreign_key="user.id")

    youth: Youth = Relationship()
    by: User | None = Relationship()
