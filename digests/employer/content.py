"""What an employer's digest says, in counts and codes: built from facts, without words.

Youths are only counted, and a count below five is the same as none. A letter goes out only if
something has happened since the last one, or if somebody waits for an answer.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from digests.message import Part
from digests.spans import NONE, Tally
from foundation.translating import FEWEST_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningNews:
    """How many youths an opening may suit, and how many a caseworker has gone on with."""

    opening_id: UUID
    headline: str
    suggested: int = 0
    accepted: int = 0

    @property
    def is_told(self) -> bool:
        """Whether there is any count at all."""
        return bool(self.suggested or self.accepted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An opening that nobody but its employer sees yet."""

    opening_id: UUID
    headline: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiring:
    """A published opening whose last day is near."""

    opening_id: UUID
    headline: str
    last_day: date
    is_new: bool
    can_be_prolonged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """An introduction that waits for the employer's answer, and the last day for it."""

    introduction_id: UUID
    headline: str
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """A meeting with somebody about an opening, or an event that the employer comes to."""

    title: str
    starts_at: datetime
    meeting_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerDigest:
    """An employer's week: who waits, what came of the openings, and what is ahead."""

    introductions: tuple[Introduced, ...] = ()
    requests: Tally = NONE
    expiring: tuple[Expiring, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    news: tuple[OpeningNews, ...] = ()
    drafts: tuple[Draft, ...] = ()
    published: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """The digest in sums, which is all that is kept of it beside the letter."""
        return {
            "introductions": len(self.introductions),
            "requests": self.requests.total,
            "expiring": len(self.expiring),
            "ahead": len(self.ahead),
            "accepted": sum(opening.accepted for opening in self.news),
            "suggested": sum(opening.suggested for opening in self.news),
            "drafts": len(self.drafts),
        }


def employer_digest(facts: EmployerDigest, left_out: Collection[str] = ()) -> EmployerDigest | None:
    """The letter that these facts make, or None where there is nothing to tell.

    `left_out` are the parts that the person does not want; they are no reason for a letter. What
    is told of some few youths would tell that the others have nobody, so small counts are none,
    in the letter and in whether there is one. Openings come by headline, since an order by
    counts would tell of counts that are not shown.
    """
    digest = EmployerDigest(
        introductions=() if Part.INTRODUCTIONS in left_out else facts.introductions,
        requests=NONE if Part.COLLEAGUES in left_out else facts.requests,
        expiring=() if Part.EXPIRING in left_out else facts.expiring,
        ahead=() if Part.MEETINGS in left_out else facts.ahead,
        news=() if Part.OPENINGS in left_out else _shown(facts.news),
        drafts=() if Part.DRAFTS in left_out else facts.drafts,
        published=0 if Part.OPENINGS in left_out else facts.published,
    )
    happened = (
        digest.introductions
        or digest.ahead
        or digest.news
        or digest.requests.new
        or any(draft.is_new for draft in digest.drafts)
        or any(opening.is_new for opening in digest.expiring)
    )
    return digest if happened else None


def _shown(news: Sequence[OpeningNews]) -> tuple[OpeningNews, ...]:
    told = (shown for opening in news if (shown := _told(opening)).is_told)
    return tuple(sorted(told, key=lambda opening: (opening.headline, opening.opening_id)))


def _told(opening: OpeningNews) -> OpeningNews:
    """The opening with the counts that an employer may be told."""
    suggested, accepted = (
        count if count >= FEWEST_SHOWN else 0 for count in (opening.suggested, opening.accepted)
    )
    return replace(opening, suggested=suggested, accepted=accepted)
