"""The forms about events: what they are, who is invited, who came, and what came of it."""

from collections.abc import Mapping
from datetime import time
from typing import Any

from flask_wtf import FlaskForm
from wtforms.validators import DataRequired, InputRequired, NumberRange, Optional

from events.models import EventKind
from events.wording import KINDS
from foundation.translating import lazy_
from reference import places
from web.events.wording import ACCESS, WANTS
from web.fields import (
    AmountField,
    ButtonsField,
    ChoiceField,
    ClockField,
    DayField,
    VersionField,
    line,
    text,
)
from web.tracks.forms import Count, NeededDay, needed
from web.youths.entries import TicksField

COUNTRIES = {"SE": lazy_("Sverige"), "NO": lazy_("Norge")}


def municipalities() -> list[tuple[str, str]]:
    """Every municipality of both countries, by name; a Norwegian one says so."""
    named = [
        (f"{each.country}-{each.code}", _with_country(each.country, each.name))
        for each in places.municipalities()
    ]
    return sorted(named, key=lambda pair: pair[1].casefold())


def _with_country(country: str, name: str) -> str:
    return name if country == "SE" else f"{name} ({COUNTRIES[country]})"


def _choices(words: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(str(code), said) for code, said in words.items()]


def _rate(label: str, most: int) -> Any:
    """A field for an amount of kronor, or nothing."""
    told = lazy_("Ange ett tal från %(least)s till %(most)s.", least=0, most=most)
    return AmountField(label, [Optional(), NumberRange(0, most, told)])


class NeededTime(ClockField):
    """A time of day that is needed."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, **rest)
        self.validators = [InputRequired(lazy_("Skriv ett klockslag."))]


class EventForm(FlaskForm):
    """What is written about an event."""

    version = VersionField()
    team = ChoiceField(lazy_("Team"), choices=[])
    kind = ButtonsField(
        lazy_("Vad är det?"), default=EventKind.EMPLOYER_MEETING, choices=lambda: _choices(KINDS)
    )
    theme = needed(lazy_("Tema"), lazy_("Skriv temat."), most=80)
    starts_on = NeededDay(lazy_("Dag"))
    starts_at = NeededTime(lazy_("Börjar"))
    ends_at = NeededTime(lazy_("Slutar"))
    ends_on = DayField(lazy_("Sista dagen"))
    municipality = ChoiceField(
        lazy_("Kommun"),
        [DataRequired(lazy_("Välj en kommun ur listan."))],
        choices=lambda: [("", lazy_("Välj kommun")), *municipalities()],
    )
    place = needed(lazy_("Lokal och adress"), lazy_("Skriv var ni ses."), most=160)
    seats = Count(lazy_("Platser för ungdomar"), 1, 500)
    marketed_on = DayField(lazy_("Marknadsförs från"))
    access = TicksField(lazy_("Lokalen"), choices=lambda: _choices(ACCESS))
    access_note = line(lazy_("Mer om tillgängligheten"), most=200)
    words = text(lazy_("Till arbetsgivarna"), most=1_000)


class InviteForm(FlaskForm):
    """Which employers are invited."""

    employers = TicksField(lazy_("Arbetsgivare"), choices=[])


class AskForm(FlaskForm):
    """Which youths are to be asked."""

    youths = TicksField(lazy_("Ungdomar"), choices=[])


class AttendanceForm(FlaskForm):
    """Who came."""

    youths = TicksField(lazy_("Ungdomar som kom"), choices=[])
    employers = TicksField(lazy_("Arbetsgivare som kom"), choices=[])


class InterestForm(FlaskForm):
    """Which employers a youth is interested in."""

    employers = TicksField(lazy_("Intresserad av"), choices=[])


class WantsForm(FlaskForm):
    """What an employer wants afterwards."""

    wants = TicksField(lazy_("Arbetsgivaren vill"), choices=lambda: _choices(WANTS))


class LinkForm(FlaskForm):
    """Which opening came of the event."""

    opening = ChoiceField(lazy_("Plats"), [DataRequired(lazy_("Välj en plats."))], choices=[])


class SeriesForm(FlaskForm):
    """How many meetings, and within which period."""

    goal = Count(lazy_("Antal träffar"), 1, 200)
    starts_on = NeededDay(lazy_("Från och med"))
    ends_on = NeededDay(lazy_("Till och med"))


class TripForm(FlaskForm):
    """Who goes along, whom one visits, and what it costs by the rule of thumb."""

    youths = TicksField(lazy_("Ungdomar som frågas"), choices=[])
    visits = TicksField(lazy_("Arbetsgivare att besöka"), choices=[])
    km = Count(lazy_("Kilometer, tur och retur"), 0, 20_000, needed=False)
    kronor_a_km = _rate(lazy_("Kronor per kilometer"), 1_000)
    nights = Count(lazy_("Nätter"), 0, 13, needed=False)
    persons = Count(lazy_("Personer som sover över"), 0, 500, needed=False)
    kronor_a_night = _rate(lazy_("Kronor per person och natt"), 10_000)
    starts_on = DayField(lazy_("Första dagen"))
    starts_at = ClockField(lazy_("Avresa"), default=time(8))
