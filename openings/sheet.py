"""An opening as a row of a spreadsheet: a table of columns, each read and written one way.

A heading may be the column's name or its label in any of our languages, and so may the codes of
closed lists. Several things in a cell have commas between them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from foundation import columns
from foundation.columns import Fault
from foundation.translating import lazy_
from openings import cells
from openings.facts import OpeningFacts
from openings.models import Merits, Needs
from reference import levels, linking, occupations, places

__all__ = ["ALL", "COLUMNS", "REFERENCE", "Column", "Fault", "facts_of", "label_of", "named"]

SURE_OF_TITLE = 0.95
REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Column(columns.Column):
    """A column that is written too; `write` gives what `read` understands."""

    write: Callable[[OpeningFacts], object]


def _same(name: str) -> Callable[[OpeningFacts], object]:
    return lambda facts: getattr(facts, name)


_SEVERAL = lazy_("Flera med komma mellan")
_YES_NO = lazy_("ja, nej eller tomt")
_DAY = lazy_("Som 2027-06-14, eller tomt")

COLUMNS: tuple[Column, ...] = (
    Column("kind", lazy_("Typ"), "job, work_placement, apprenticeship, summer_job",
           cells.coded(lambda: levels.OPENING_KINDS), lambda f: f.kind.value),
    Column("headline", lazy_("Rubrik"), lazy_("Behövs"), cells.line, _same("headline")),
    Column("description", lazy_("Vad får man göra?"), lazy_("Behövs för att publicera"),
           cells.text, _same("description")),
    Column("occupation", lazy_("Yrke"), lazy_("Ett vanligt ord, eller fyra siffror enligt SSYK"),
           cells.line, lambda f: f.occupation_title or f.occupation),
    Column("country", lazy_("Land"), lazy_("SE eller NO; tomt är arbetsgivarens land"),
           cells.country, _same("country")),
    Column("municipality", lazy_("Kommun"), lazy_("Namn eller nummer"),
           cells.line, _same("municipality")),
    Column("street_address", lazy_("Adress"), "", cells.line, _same("street_address")),
    Column("number_of_vacancies", lazy_("Antal platser"), "1–500", cells.number,
           _same("number_of_vacancies")),
    Column("starts_on", lazy_("Första dag"), _DAY, cells.day, _same("starts_on")),
    Column("ends_on", lazy_("Sista dag"), _DAY, cells.day, _same("ends_on")),
    Column("application_deadline", lazy_("Sista ansökningsdag"), _DAY, cells.day,
           _same("application_deadline")),
    Column("scope_min", lazy_("Omfattning, från"), "1–100", cells.number, _same("scope_min")),
    Column("scope_max", lazy_("Omfattning, till"), "1–100", cells.number, _same("scope_max")),
    Column("working_hours", lazy_("Arbetstid"), "", cells.line, _same("working_hours")),
    Column("must_skills", lazy_("Kunskaper som krävs"), _SEVERAL, cells.listed,
           lambda f: ", ".join(f.must_have.skills)),
    Column("must_licences", lazy_("Körkort som krävs"), _SEVERAL, cells.licences,
           lambda f: ", ".join(f.must_have.driving_licences)),
    Column("must_languages", lazy_("Språk som krävs"), "sv B1, en", cells.spoken,
           lambda f: cells.said(f.must_have.languages)),
    Column("must_car", lazy_("Egen bil krävs"), _YES_NO, cells.truth,
           lambda f: cells.truly(f.must_have.own_car)),
    Column("experience_required", lazy_("Erfarenhet krävs"), _YES_NO, cells.truth,
           lambda f: cells.truly(f.experience_required)),
    Column("experience_months", lazy_("Ungefär hur många månader?"), "1–120", cells.number,
           _same("experience_months")),
    Column("education_level", lazy_("Utbildning"), "compulsory, upper_secondary, post_secondary",
           cells.coded(lambda: levels.EDUCATION), _same("education_level")),
    Column("minimum_age", lazy_("Lägsta ålder"), "13–30", cells.number, _same("minimum_age")),
    Column("nice_skills", lazy_("Kunskaper som är bra att ha"), _SEVERAL, cells.listed,
           lambda f: ", ".join(f.nice_to_have.skills)),
    Column("nice_licences", lazy_("Körkort som är bra att ha"), _SEVERAL, cells.licences,
           lambda f: ", ".join(f.nice_to_have.driving_licences)),
    Column("nice_languages", lazy_("Språk som är bra att ha"), "en B1, ar", cells.spoken,
           lambda f: cells.said(f.nice_to_have.languages)),
    Column("nice_experience", lazy_("Erfarenhet av yrket är bra att ha"), _YES_NO, cells.truth,
           lambda f: cells.truly(f.nice_to_have.experience)),
    Column("nice_education", lazy_("Utbildning som är bra att ha"),
           "compulsory, upper_secondary, post_secondary",
           cells.coded(lambda: levels.EDUCATION), lambda f: f.nice_to_have.education_level),
    Column("accessibility", lazy_("Tillgänglighet"), "", cells.text, _same("accessibility")),
    Column("housing", lazy_("Hjälp med bostad"), "", cells.text, _same("housing")),
    Column("supervisor", lazy_("Handledare"), "", cells.line, _same("supervisor")),
)  # fmt: skip
REFERENCE_COLUMN = Column(
    REFERENCE,
    lazy_("Egen beteckning"),
    lazy_("Ert eget nummer på platsen, så att samma rad aldrig blir två platser"),
    cells.line,
    lambda _facts: "",
)
ALL = (REFERENCE_COLUMN, *COLUMNS)
_TABLE = columns.Columns(ALL)

_PLAIN = {each.name for each in fields(OpeningFacts)} - {"kind", "occupation", "country"}
LABEL_OF = {"must_have": "must_skills", "nice_to_have": "nice_skills"}


def named(row: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row by the names of the columns; a heading that means nothing is left out."""
    return _TABLE.named(row)


def facts_of(row: Mapping[str, str], *, country: str) -> tuple[OpeningFacts, list[Fault]]:
    """What the cells of a row say, by the names of the columns, and what could not be read."""
    read: dict[str, Any] = {}
    faults: list[Fault] = []
    for column in COLUMNS:
        try:
            read[column.name] = column.read(row.get(column.name, ""))
        except cells.UnreadableError as error:
            read[column.name] = column.read("")
            faults.append(Fault(str(column.label), str(error)))
    facts = _assembled(read, country=read["country"] or country)
    return _placed(facts), faults


def label_of(fact: str) -> str:
    """The label of the column that a fact is written in."""
    return _TABLE.label_of(LABEL_OF.get(fact, fact))


def _assembled(read: Mapping[str, Any], *, country: str) -> OpeningFacts:
    known = {name: value for name, value in read.items() if name in _PLAIN and value is not None}
    facts = OpeningFacts(
        **known,
        country=country,
        must_have=Needs(
            skills=read["must_skills"],
            driving_licences=read["must_licences"],
            languages=read["must_languages"],
            own_car=bool(read["must_car"]),
        ),
        nice_to_have=Merits(
            skills=read["nice_skills"],
            driving_licences=read["nice_licences"],
            languages=read["nice_languages"],
            experience=bool(read["nice_experience"]),
            education_level=read["nice_education"],
        ),
    )
    if read["kind"]:
        facts = replace(facts, kind=type(facts.kind)(read["kind"]))
    return _occupied(facts, read["occupation"])


def _occupied(facts: OpeningFacts, said: str) -> OpeningFacts:
    """The occupation by its code, or by a title that is clear enough."""
    group = occupations.group(said)
    if group:
        return replace(facts, occupation=group.ssyk, occupation_title=group.label_sv)
    links = linking.link(said, facts.country, limit=1) if said else []
    sure = links[0].ssyk if links and links[0].score >= SURE_OF_TITLE else None
    return replace(facts, occupation=sure, occupation_title=said or None)


def _placed(facts: OpeningFacts) -> OpeningFacts:
    """The municipality by its code or its name; an unknown one is left for the checks to find."""
    if not facts.municipality:
        return replace(facts, municipality=None, street_address=facts.street_address or None)
    found = places.municipality(facts.country, facts.municipality) or places.find_municipality(
        facts.country, facts.municipality
    )
    code = found.code if found else facts.municipality
    return replace(facts, municipality=code, street_address=facts.street_address or None)
