"""What a coordinator's digest says of her teams; her own youths follow as in a caseworker's."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from digests.caseworker.content import CaseworkerDigest
from digests.message import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlooked:
    """A youth for whom the week's sharing picked nothing."""

    youth_id: UUID
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """An introduction that an employer has not answered in some days."""

    introduction_id: UUID
    headline: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeSeats:
    """A track that takes in, and how many seats are nobody's."""

    track_id: UUID
    title: str
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A feed that somebody should look at."""

    feed_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorDigest:
    """A coordinator's week: what is stuck in her teams, and her own youths if she has any."""

    overlooked: tuple[Overlooked, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    seats: tuple[FreeSeats, ...] = ()
    feeds: tuple[Trouble, ...] = ()
    own: CaseworkerDigest | None = None

    @property
    def counts(self) -> dict[str, int]:
        """The digest in sums, which is all that is kept of it beside the letter."""
        own = self.own.counts if self.own else {}
        return own | {
            "overlooked": len(self.overlooked),
            "unanswered": len(self.unanswered),
            "seats": sum(each.left for each in self.seats),
            "feeds": len(self.feeds),
        }


def coordinator_digest(
    facts: CoordinatorDigest, own: CaseworkerDigest | None, left_out: Collection[str] = ()
) -> CoordinatorDigest | None:
    """The letter that these facts make, without what is left out, or None where nothing is."""
    digest = CoordinatorDigest(
        overlooked=() if Part.OVERLOOKED in left_out else facts.overlooked,
        unanswered=() if Part.UNANSWERED in left_out else facts.unanswered,
        seats=() if Part.SEATS in left_out else facts.seats,
        feeds=() if Part.FEEDS in left_out else facts.feeds,
        own=own,
    )
    has_any = digest.overlooked or digest.unanswered or digest.seats or digest.feeds or digest.own
    return digest if has_any else None
