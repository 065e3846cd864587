"""What a weekly digest says, in counts and codes: built from facts, without words or database.

A letter goes out only if something has happened since the last one. It then also tells what
waits, so `Tally` keeps the two apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from re import findall
from uuid import UUID

from foundation.translating import FEWEST_SHOWN

MOST_DIGITS = 3
"""An alias such as "Räv 7" or "SÖD-014" may have digits; with more it may be a date of birth."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are, and how many of them are new since the last letter."""

    total: int = 0
    new: int = 0


NONE = Tally()


@dataclass(frozen=True, slots=True, kw_only=True)
class YouthNews:
    """A youth's suggestions in counts. Without a name she is not to be told from others."""

    youth_id: UUID
    name: str | None
    strong: int = 0
    good: int = 0
    overdue: Tally = NONE
    returned: Tally = NONE
    suggestions: int = 0

    @property
    def is_fresh(self) -> bool:
        """Whether there are suggestions that the last letter did not know."""
        return bool(self.strong or self.good)

    @property
    def waits(self) -> bool:
        """Whether suggestions wait for the caseworker's answer."""
        return bool(self.overdue.total or self.returned.total)


@dataclass(frozen=True, slots=True)
class CaseworkerDigest:
    """A caseworker's week: new suggestions, those that wait, and youths without any."""

    fresh: tuple[YouthNews, ...]
    waiting: tuple[YouthNews, ...]
    without: tuple[YouthNews, ...]

    @property
    def counts(self) -> dict[str, int]:
        """The digest in sums, which is all that is kept of it beside the letter."""
        return {
            "strong": sum(youth.strong for youth in self.fresh),
            "good": sum(youth.good for youth in self.fresh),
            "overdue": sum(youth.overdue.total for youth in self.waiting),
            "returned": sum(youth.returned.total for youth in self.waiting),
            "without": len(self.without),
        }


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


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerDigest:
    """An employer's week: what came of the openings, and what waits. Youths are only counted."""

    news: tuple[OpeningNews, ...] = ()
    requests: Tally = NONE
    drafts: tuple[Draft, ...] = ()
    expiring: tuple[Expiring, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """The digest in sums, which is all that is kept of it beside the letter."""
        return {
            "accepted": sum(opening.accepted for opening in self.news),
            "suggested": sum(opening.suggested for opening in self.news),
            "requests": self.requests.total,
            "drafts": len(self.drafts),
            "expiring": len(self.expiring),
        }


AnyDigest = CaseworkerDigest | EmployerDigest


def discreet_name(alias: str) -> str | None:
    """What a letter may call a youth: the alias if it is one word, else the words' initials.

    A name such as "Amina Hassan" becomes "A.H."; a row of digits is never shown.
    """
    words = findall(r"[^\W\d_]+", alias)
    if len(words) == 1 and "@" not in alias and sum(map(str.isdigit, alias)) <= MOST_DIGITS:
        return alias.strip()
    return "".join(f"{word[0].upper()}." for word in words) or None


def caseworker_digest(youths: Sequence[YouthNews]) -> CaseworkerDigest | None:
    """The caseworker's letter about her youths, or None where nothing has happened."""
    happened = any(youth.is_fresh or youth.overdue.new or youth.returned.new for youth in youths)
    if not happened:
        return None
    return CaseworkerDigest(
        fresh=_most_first(youth for youth in youths if youth.is_fresh),
        waiting=_most_first(youth for youth in youths if youth.waits),
        without=_most_first(youth for youth in youths if not youth.suggestions),
    )


def employer_digest(
    *,
    news: Sequence[OpeningNews],
    requests: Tally,
    drafts: Sequence[Draft],
    expiring: Sequence[Expiring],
) -> EmployerDigest | None:
    """The employer's letter about the openings, or None where nothing has happened.

    A count below five is the same as none, in the letter and in whether there is one: what is told
    of some few would tell that the others have nobody. Openings come by headline, since an order
    by counts would tell of counts that are not shown.
    """
    told = [shown for opening in news if (shown := _told(opening)).is_told]
    happened = (
        told
        or requests.new
        or any(draft.is_new for draft in drafts)
        or any(opening.is_new for opening in expiring)
    )
    if not happened:
        return None
    return EmployerDigest(
        news=tuple(sorted(told, key=lambda opening: (opening.headline, opening.opening_id))),
        requests=requests,
        drafts=tuple(drafts),
        expiring=tuple(expiring),
    )


def _told(opening: OpeningNews) -> OpeningNews:
    """The opening with the counts that an employer may be told."""
    suggested, accepted = (
        count if count >= FEWEST_SHOWN else 0 for count in (opening.suggested, opening.accepted)
    )
    return replace(opening, suggested=suggested, accepted=accepted)


def _most_first(youths: Iterable[YouthNews]) -> tuple[YouthNews, ...]:
    """Those with most to look at first; the rest in a fixed order."""
    return tuple(
        sorted(
            youths,
            key=lambda youth: (
                (-youth.strong, -youth.good, -youth.overdue.total, -youth.returned.total),
                youth.name or "",
                youth.youth_id,
            ),
        )
    )
