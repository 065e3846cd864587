"""What is written about an event, and what is within reason."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self

from events.models import Access, Event, EventKind
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from reference import places

LONGEST = timedelta(days=14)
FURTHEST = timedelta(days=730)


class Unfit(Refused):
    """Something about the event cannot be; `field` says what."""

    field = "starts_on"


class TooFarAway(Unfit):
    """So far ahead, a day is a slip of the finger."""

    message = lazy_("Dagen ligger mer än två år bort. Kontrollera året.")


class EndsBeforeStart(Unfit):
    """It ends after it has begun."""

    field = "ends_at"
    message = lazy_("Sluttiden behöver ligga efter starten.")


class TooLong(Unfit):
    """A trip of more than two weeks is a slip of the finger."""

    field = "ends_on"
    message = lazy_("Det får vara högst två veckor. Kontrollera sista dagen.")


class MarketedTooLate(Unfit):
    """Nobody can come who has heard of it afterwards."""

    field = "marketed_on"
    message = lazy_("Marknadsföringen behöver börja senast samma dag som träffen.")


class UnknownPlace(Unfit):
    """A municipality is one of Sweden's or Norway's."""

    field = "municipality"
    message = lazy_("Välj en kommun ur listan.")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """What is written about an event; every field has the name of its column."""

    kind: EventKind
    theme: str
    starts_at: datetime
    ends_at: datetime
    municipality: str
    place: str
    seats: int
    country: str = "SE"
    marketed_on: date | None = None
    access: tuple[Access, ...] = ()
    access_note: str = ""
    words: str = ""
    cost_estimate: int | None = None

    @classmethod
    def of(cls, event: Event) -> Self:
        """What is written now."""
        names = cls.__dataclass_fields__
        return cls(**{name: getattr(event, name) for name in names} | {"access": (*event.access,)})

    def columns(self) -> dict[str, Any]:
        """The facts as they are kept."""
        return asdict(self) | {"access": [*self.access]}

    def in_calendars(self) -> tuple[object, ...]:
        """What stands in somebody's calendar, or decides whether she can come."""
        when = (self.starts_at, self.ends_at)
        return (*when, self.country, self.municipality, self.place, self.theme, self.kind)


def demand_reason(facts: EventFacts, *, now: datetime) -> None:
    """Raise the first Unfit that the facts deserve."""
    if facts.starts_at > now + FURTHEST:
        raise TooFarAway
    if facts.ends_at <= facts.starts_at:
        raise EndsBeforeStart
    if facts.ends_at - facts.starts_at > LONGEST:
        raise TooLong
    if facts.marketed_on and facts.marketed_on > clock.local_date(facts.starts_at, zone()):
        raise MarketedTooLate
    if places.municipality(facts.country, facts.municipality) is None:
        raise UnknownPlace
