"""Between the form about an event and its facts, both ways."""

from datetime import UTC, date, datetime, time
from typing import Any

from wtforms import Form

from events.facts import EventFacts
from events.models import Access, EventKind
from foundation.translating import zone


def facts_from(form: Form, *, cost_estimate: int | None = None) -> EventFacts:
    """What a valid form says about an event, its times as on the clock on the wall."""
    first, last = form["starts_on"].data, form["ends_on"].data or form["starts_on"].data
    country, _dash, municipality = (form["municipality"].data or "").partition("-")
    return EventFacts(
        kind=EventKind(form["kind"].data),
        theme=form["theme"].data,
        starts_at=on_the_wall(first, form["starts_at"].data),
        ends_at=on_the_wall(last, form["ends_at"].data),
        country=country,
        municipality=municipality,
        place=form["place"].data,
        seats=form["seats"].data,
        marketed_on=form["marketed_on"].data,
        access=tuple(Access(each) for each in form["access"].data or ()),
        access_note=form["access_note"].data or "",
        words=form["words"].data or "",
        cost_estimate=cost_estimate,
    )


def data_from(facts: EventFacts) -> dict[str, Any]:
    """What stands in the form for these facts."""
    starts, ends = (each.astimezone(zone()) for each in (facts.starts_at, facts.ends_at))
    return {
        "kind": facts.kind,
        "theme": facts.theme,
        "starts_on": starts.date(),
        "starts_at": starts.time(),
        "ends_at": ends.time(),
        "ends_on": ends.date() if ends.date() != starts.date() else None,
        "municipality": f"{facts.country}-{facts.municipality}",
        "place": facts.place,
        "seats": facts.seats,
        "marketed_on": facts.marketed_on,
        "access": [*facts.access],
        "access_note": facts.access_note,
        "words": facts.words,
    }


def on_the_wall(day: date, at: time) -> datetime:
    """The moment in UTC of a day and a time as on the clock on the wall."""
    return datetime.combine(day, at, tzinfo=zone()).astimezone(UTC)
