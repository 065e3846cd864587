"""What is agreed about a meeting, and what is within reason."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from foundation.errors import Refused
from foundation.translating import lazy_, zone
from placements.meetings.models import How, Meeting

EARLIEST, LATEST = time(6), time(21)
FURTHEST = timedelta(days=120)
SHORTEST, LONGEST = 10, 480
"""How long a meeting may be, in minutes: from a short call to a day's visit."""


class Unfit(Refused):
    """Something about the meeting cannot be; `field` says what."""

    field = "day"


class IsOver(Unfit):
    """Nobody meets in the past."""

    message = lazy_("Tiden har redan varit. Välj en tid som kommer.")


class TooFarAway(Unfit):
    """So far ahead, a day is a slip of the finger."""

    message = lazy_("Dagen ligger mer än fyra månader bort. Kontrollera året och månaden.")


class AtNight(Unfit):
    """Nobody meets at night."""

    field = "at"
    message = lazy_("Välj en tid mellan 06:00 och 21:00.")


class WrongLength(Unfit):
    """Too short for a talk, or longer than a day."""

    field = "minutes"
    message = lazy_("Skriv mellan 10 och 480 minuter.")


class NoPlace(Unfit):
    """Where people meet in the room or on video, they must know where."""

    field = "place"
    message = lazy_("Skriv adressen, eller länken till videomötet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """A meeting as it is agreed, with its day and time as on the clock on the wall."""

    day: date
    at: time
    minutes: int
    how: How
    place: str = ""
    ask_for: str = ""
    directions: str = ""
    message: str = ""

    @classmethod
    def of(cls, meeting: Meeting) -> "MeetingFacts":
        """The facts of a meeting that exists."""
        local = meeting.starts_at.astimezone(zone())
        return cls(
            day=local.date(),
            at=local.time(),
            minutes=meeting.minutes,
            how=meeting.how,
            place=meeting.place,
            ask_for=meeting.ask_for,
            directions=meeting.directions,
            message=meeting.message,
        )

    @property
    def starts_at(self) -> datetime:
        """The moment it begins, in UTC."""
        return datetime.combine(self.day, self.at, tzinfo=zone()).astimezone(UTC)


def demand_reason(facts: MeetingFacts, *, now: datetime) -> None:
    """Raise the first Unfit that the facts deserve."""
    if not EARLIEST <= facts.at <= LATEST:
        raise AtNight
    if facts.starts_at <= now:
        raise IsOver
    if facts.starts_at > now + FURTHEST:
        raise TooFarAway
    if not SHORTEST <= facts.minutes <= LONGEST:
        raise WrongLength
    if facts.how is not How.PHONE and not facts.place:
        raise NoPlace
