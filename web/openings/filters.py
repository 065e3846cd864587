"""What the list of openings is narrowed to, read from the address."""

from enum import StrEnum
from typing import TypeVar

from flask import request
from wtforms import Form, HiddenField, SelectField, StringField

from foundation.translating import language, lazy_
from openings.models import OpeningKind, OpeningState, Source
from openings.queries import Filters, Sort
from reference import levels, linking, occupations, places
from web.fields import tidy
from web.openings import wording

ANY = ("", lazy_("Alla"))
EVERY_STATE = "all"
E = TypeVar("E", bound=StrEnum)


def kinds() -> list[tuple[str, str]]:
    """What may be offered, or all of it."""
    return [ANY, *levels.OPENING_KINDS.choices(language())]


def counties() -> list[tuple[str, str]]:
    """Sweden's counties first, then Norway's; a county is keyed by its country too."""
    return [
        ANY,
        *((f"{each.country}-{each.code}", each.name) for each in places.counties("SE")),
        *((f"{each.country}-{each.code}", each.name) for each in places.counties("NO")),
    ]


class FilterForm(Form):
    """The filter bar; a value that is on no list narrows nothing."""

    q = StringField(lazy_("Ord"), filters=[tidy])
    occupation = StringField(lazy_("Yrke"), filters=[tidy])
    occupation_code = HiddenField()
    kind = SelectField(lazy_("Typ"), choices=kinds)
    county = SelectField(lazy_("Län"), choices=counties)
    source = SelectField(lazy_("Källa"), choices=lambda: [ANY, *wording.SOURCES.items()])
    state = SelectField(
        lazy_("Läge"),
        default=OpeningState.PUBLISHED,
        choices=lambda: [
            (OpeningState.PUBLISHED, lazy_("Öppna")),
            (OpeningState.PAUSED, lazy_("Pausade")),
            (OpeningState.CLOSED, lazy_("Stängda")),
            (EVERY_STATE, lazy_("Alla")),
        ],
    )

    def filters(self) -> Filters:
        """The same as the query understands it."""
        county = county_from(self.county.data or "")
        return Filters(
            words=tidy(self.q.data),
            kind=one_of(OpeningKind, self.kind.data),
            state=one_of(OpeningState, self.state.data),
            source=one_of(Source, self.source.data),
            country=county.country if county else None,
            county=county.code if county else None,
            occupation=self.occupation_group(),
            sort=one_of(Sort, request.args.get("sort")) or Sort.NEWEST,
        )

    def occupation_group(self) -> str | None:
        """The chosen group; without scripts, the one that lies nearest what was written."""
        text, code = self.occupation.data, self.occupation_code.data or ""
        if not text:
            return None
        if occupations.group(code):
            return code
        return next((found.ssyk for found in linking.suggest(text, language(), 1)), None)


def county_from(value: str) -> places.County | None:
    """The county behind a choice such as "SE-21"."""
    country, _dash, code = value.partition("-")
    return places.county(country, code)


def one_of(kind: type[E], value: str | None) -> E | None:
    """The code that an address names, or None where it names none of them."""
    return kind(value) if value in list(kind) else None
