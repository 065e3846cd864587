"""One line of the exchange schema (docs/formats.md): what another system tells about a youth.

A key that is missing, or null, says that the fact is not known. An empty list says that it is
known: there is none. Keys that the schema does not have are passed over, so that nothing comes
in that has no place here.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from foundation.errors import Refused
from foundation.translating import _, lazy_
from reference import levels, occupations, places
from youths.facts import YouthFacts
from youths.models import Experience, LanguageSkill

_IDENTITY_NUMBER = re.compile(r"(?:19|20)?\d{6}[-+ ]?\d{4}|\d{6} ?\d{5}")
_WHAT_IS_WRONG = {
    "missing": lazy_("saknas"),
    "string_type": lazy_("ska vara text"),
    "too_short": lazy_("är tom"),
    "too_long": lazy_("är för lång"),
    "string_unicode": lazy_("innehåller tecken som inte går att spara"),
    "list_type": lazy_("ska vara en lista"),
    "bool_type": lazy_("ska vara true eller false"),
    "bool_parsing": lazy_("ska vara true eller false"),
    "model_type": lazy_("ska vara ett objekt"),
    "greater_than_equal": lazy_("är för litet"),
    "less_than_equal": lazy_("är för stort"),
}


class LineRefused(Refused):
    """A line that cannot be taken in; the message names every field that is wrong, and why."""


def _among(known: Callable[[str], object], hint: str) -> AfterValidator:
    """Accepts a code that `known` finds; otherwise the hint says what would be right."""

    def check(code: str) -> str:
        if not known(code):
            raise ValueError(hint)
        return code

    return AfterValidator(check)


def _tidy(value: str) -> str:
    return "".join(each for each in value if each.isprintable() or each in "\n\t").strip()


def _not_identity(value: str) -> str:
    """An alias or a key must never be a personal identity number."""
    if _IDENTITY_NUMBER.fullmatch(value):
        raise ValueError(lazy_("ser ut som ett personnummer; använd ett alias"))
    return value


def _text_of_number(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, AfterValidator(_tidy), Field(max_length=300)]
LongText = Annotated[str, AfterValidator(_tidy), Field(max_length=10_000)]
Alias = Annotated[Text, AfterValidator(_not_identity), Field(min_length=1)]
Id = Annotated[Alias, BeforeValidator(_text_of_number)]
Occupation = Annotated[
    str, _among(occupations.group, lazy_("ska vara en yrkesgrupp i SSYK 2012, som 5321"))
]
Municipality = Annotated[
    str,
    _among(lambda code: places.municipality("SE", code), lazy_("ska vara en kommunkod, som 2182")),
]
County = Annotated[
    str, _among(lambda code: places.county("SE", code), lazy_("ska vara en länskod, som 21"))
]
Country = Annotated[str, _among(lambda code: code in {"SE", "NO"}, lazy_("ska vara SE eller NO"))]
Licence = Annotated[
    str, _among(levels.LICENCES.get, lazy_("ska vara en körkortsklass, som B eller CE"))
]
Education = Annotated[
    str,
    _among(
        levels.EDUCATION.get,
        lazy_("ska vara none, compulsory, upper_secondary eller post_secondary"),
    ),
]
Language = Annotated[
    str, _among(re.compile(r"[a-z]{2,3}").fullmatch, lazy_("ska vara en språkkod, som sv"))
]
Level = Annotated[
    str, _among(levels.CEFR.get, lazy_("ska vara A1, A2, B1, B2, C1, C2 eller native"))
]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class ExperienceLine(_Part):
    """Work done before."""

    title: Annotated[Text, Field(min_length=1)]
    months: Annotated[int, Field(ge=0, le=600)] | None = None


class LanguageLine(_Part):
    """A language and how well it is spoken."""

    language: Language
    level: Level | None = None


class SearchAreaLine(_Part):
    """Where the youth looks."""

    max_commute_km: Annotated[int, Field(ge=0, le=2_000)] | None = None
    counties: list[County] | None = None
    countries: list[Country] | None = None


class YouthLine(_Part):
    """A youth as another system knows her; every fact but the id may be missing."""

    id: Id
    alias: Alias | None = None
    registered_on: date | None = None
    born: Annotated[int, Field(ge=1930, le=2100)] | None = None
    protected_identity: bool | None = None
    wishes: list[Text] | None = None
    occupations: list[Occupation] | None = None
    skills: list[Text] | None = None
    about: LongText | None = None
    education_level: Education | None = None
    experience: list[ExperienceLine] | None = None
    languages: list[LanguageLine] | None = None
    driving_licences: list[Licence] | None = None
    own_car: bool | None = None
    authorised_occupations: list[Occupation] | None = None
    home_municipality: Municipality | None = None
    search_area: SearchAreaLine | None = None
    available_from: date | None = None

    def told(self) -> dict[str, Any]:
        """What the line does tell, by the names of `YouthFacts`."""
        area = self.search_area or SearchAreaLine()
        facts = {name: getattr(self, name) for name in _SAME_NAMES} | {
            "experience": _each(self.experience, lambda e: Experience(**e.model_dump())),
            "languages": _each(self.languages, lambda e: LanguageSkill(**e.model_dump())),
            "max_commute_km": area.max_commute_km,
            "counties": area.counties,
            "countries": area.countries,
        }
        told = {name: fact for name, fact in facts.items() if fact is not None}
        return {name: tuple(v) if isinstance(v, list) else v for name, v in told.items()}

    def facts(self, *, today: date) -> YouthFacts:
        """A new youth: her id is her alias if she has no other, and she is registered today."""
        otherwise: dict[str, Any] = {"alias": self.id, "registered_on": today}
        return YouthFacts(**(otherwise | self.told()))


_SAME_NAMES = YouthLine.model_fields.keys() - {"id", "experience", "languages", "search_area"}


def _each(values: list[Any] | None, make: Callable[[Any], Any]) -> list[Any] | None:
    return None if values is None else [make(each) for each in values]


def read_line(content: Mapping[str, Any]) -> YouthLine:
    """Read one line. Raises LineRefused, naming every field that is wrong and what is right."""
    try:
        return YouthLine.model_validate(content)
    except ValidationError as error:
        raise LineRefused("; ".join(_in_words(each) for each in error.errors())) from error


def faults_of(content: Mapping[str, Any]) -> tuple[YouthLine | None, list[tuple[str, str]]]:
    """The line, or the name of every field that is wrong with what would be right.

    For a table, whose columns have the names of the fields; those of the search area are its own.
    """
    try:
        return YouthLine.model_validate(content), []
    except ValidationError as error:
        wrong = [(_field(each["loc"]), _wrong(each)) for each in error.errors()]
        return None, list(dict.fromkeys(wrong))


def _field(place: tuple[int | str, ...]) -> str:
    names = [step for step in place if isinstance(step, str)]
    return names[1] if names[0] == "search_area" and len(names) > 1 else names[0]


def _in_words(error: Mapping[str, Any]) -> str:
    """One error as "languages[0].level: ska vara A1 …"; never the value, which may be private."""
    place = "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in error["loc"]
    ).removeprefix(".")
    return f"{place}: {_wrong(error)}"


def _wrong(error: Mapping[str, Any]) -> str:
    kind = str(error["type"])
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind.startswith(("int_", "finite_")):
        return _("ska vara ett heltal")
    if kind.startswith("date_"):
        return _("ska vara ett datum som 2026-01-31")
    return str(_WHAT_IS_WRONG.get(kind, _("går inte att förstå")))
