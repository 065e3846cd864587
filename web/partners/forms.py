"""The form about a partner, and its facts both ways."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import FieldList, Form, FormField

from events.partners.models import Function, PartnerKind
from events.partners.service import PartnerFacts
from foundation.translating import lazy_
from reference import places
from web.events.forms import municipalities
from web.fields import ChoiceField, VersionField, line, text
from web.tracks.forms import needed

MOST_FUNCTIONS = 8

KINDS: Mapping[PartnerKind, str] = {
    PartnerKind.MUNICIPALITY: lazy_("Kommun"),
    PartnerKind.EMPLOYMENT_SERVICE: lazy_("Arbetsförmedling"),
    PartnerKind.SOCIAL_INSURANCE: lazy_("Försäkringskassa"),
    PartnerKind.SCHOOL: lazy_("Skola"),
    PartnerKind.OTHER: lazy_("Annan"),
}


def county_name(code: str | None) -> str:
    """What a Swedish county is called."""
    found = places.county("SE", code) if code else None
    return found.name if found else ""


class FunctionRow(Form):
    """A function at the partner."""

    role = line(lazy_("Funktion"), most=80)
    address = line(lazy_("Funktionens e-post"), most=120)
    phone = line(lazy_("Telefon"), most=40)


class PartnerForm(FlaskForm):
    """What is written about a partner."""

    version = VersionField()
    name = needed(lazy_("Namn"), lazy_("Skriv vad partnern heter."), most=120)
    kind = ChoiceField(lazy_("Slag"), choices=lambda: list(KINDS.items()))
    municipality = ChoiceField(
        lazy_("Kommun"), default="", choices=lambda: [("", lazy_("Ingen")), *municipalities()]
    )
    functions = FieldList(FormField(FunctionRow), min_entries=3, max_entries=MOST_FUNCTIONS)
    note = text(lazy_("Om samarbetet"), most=1_000)


def facts_from(form: PartnerForm) -> PartnerFacts:
    """What a valid form says; where there is a municipality, its county follows from it."""
    country, _dash, code = (form.municipality.data or "SE-").partition("-")
    place = places.municipality(country, code)
    rows = (row.data for row in form.functions)
    return PartnerFacts(
        name=form.name.data,
        kind=PartnerKind(form.kind.data),
        country=country,
        county=place.county if place and country == "SE" else None,
        municipality=code or None,
        functions=tuple(
            Function(role=row["role"], address=row["address"], phone=row["phone"])
            for row in rows
            if row["role"] or row["address"] or row["phone"]
        ),
        note=form.note.data or "",
    )


def data_from(facts: PartnerFacts) -> dict[str, Any]:
    """What stands in the form for these facts, with a row more to write in."""
    where = f"{facts.country}-{facts.municipality}" if facts.municipality else ""
    rows: list[dict[str, str]] = [each.model_dump() for each in facts.functions]
    return {
        "name": facts.name,
        "kind": facts.kind,
        "municipality": where,
        "functions": [*rows, {}][:MOST_FUNCTIONS],
        "note": facts.note,
    }
