"""The form about an opening: a draft may leave anything out, so little is required here."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, cast

from wtforms import (
    BooleanField,
    Field,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectMultipleField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from employers.models import Employer
from foundation.translating import _, language, lazy_
from openings.checks import Problem
from openings.models import OpeningKind
from reference import levels, places
from web.fields import (
    ButtonsField,
    ChoiceField,
    DayField,
    LinesField,
    NumberField,
    VersionField,
    line,
    text,
)
from web.supervisors import SupervisorForm

LICENCES_ASKED_FOR = ("AM", "B", "BE", "C", "CE", "D")

REQUIREMENTS = (
    "must_have_skills",
    "must_have_licences",
    "languages",
    "experience_required",
    "experience_months",
    "education_level",
    "minimum_age",
    "must_have_car",
)
MERITS = (
    "nice_to_have_skills",
    "nice_to_have_experience",
    "nice_to_have_education",
    "nice_to_have_licences",
)
WORKPLACE = ("street_address", "accessibility", "housing", "colleague", "supervisor")
NEED, MERIT = "need", "merit"
FIELD_OF = {
    "occupation": "occupation_title",
    "country": "place",
    "municipality": "place",
    "must_have": "must_have_skills",
    "nice_to_have": "nice_to_have_skills",
}
"""The field where a fact is written, for facts that are called something else."""


def _kinds() -> list[tuple[str, str]]:
    return levels.OPENING_KINDS.choices(language())


def _languages() -> list[tuple[str, str]]:
    return [("", lazy_("Välj språk")), *levels.languages().choices(language())]


def _language_levels() -> list[tuple[str, str]]:
    return [("", lazy_("Ingen viss nivå")), *levels.CEFR.choices(language())]


def _schooling() -> list[tuple[str, str]]:
    return [("", lazy_("Inget särskilt krav")), *_schools()]


def _welcome_schooling() -> list[tuple[str, str]]:
    return [("", lazy_("Spelar ingen roll")), *_schools()]


def _schools() -> list[tuple[str, str]]:
    asked = [code for code in levels.EDUCATION.codes if code != "none"]
    return levels.EDUCATION.choices(language(), only=asked)


def municipalities() -> dict[str, Any]:
    """Every municipality under its county, Sweden first: the choices of a field for a place."""
    return {"": _("Välj kommun"), **_by_county()}


@cache
def _by_county() -> dict[str, dict[str, str]]:
    held = defaultdict[tuple[str, str], dict[str, str]](dict)
    for each in sorted(places.municipalities(), key=lambda each: each.name):
        held[each.country, each.county][f"{each.country}-{each.code}"] = each.name
    counties = (*places.counties("SE"), *places.counties("NO"))
    return {county.name: held[county.country, county.code] for county in counties}


class LicencesField(SelectMultipleField):
    """Driving licences as checkboxes: those that openings usually name, and any named before."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, choices=self._named, **rest)

    def _named(self) -> list[tuple[str, str]]:
        named = {*LICENCES_ASKED_FOR, *(self.object_data or ())}
        return levels.LICENCES.choices(language(), only=named)


class LanguageRow(Form):
    """A language that is asked for, how well, and how much it matters."""

    language = ChoiceField(lazy_("Språk"), choices=_languages, default="")
    level = ChoiceField(lazy_("Nivå"), choices=_language_levels, default="")
    weight = ChoiceField(
        lazy_("Hur viktigt?"),
        default=NEED,
        choices=lambda: [(NEED, lazy_("Krav")), (MERIT, lazy_("Bra att ha"))],
    )


class OpeningForm(SupervisorForm):
    """What an employer says about an opening. `data_from` and `facts_from` know its meaning."""

    employer = ChoiceField(lazy_("Arbetsgivare"))
    kind = ButtonsField(lazy_("Vad erbjuder du?"), choices=_kinds, default=OpeningKind.JOB)
    headline = line(lazy_("Rubrik"))
    occupation_title = line(lazy_("Yrke"))
    occupation = HiddenField()
    occupation_choice = RadioField(lazy_("Vilket yrke ligger närmast?"), validate_choice=False)
    description = text(lazy_("Vad får man göra?"), most=10_000)

    place = ChoiceField(lazy_("Kommun"), choices=municipalities, default="")
    street_address = line(lazy_("Adress"))
    number_of_vacancies = NumberField(lazy_("Antal platser"), default=1)
    starts_on = DayField(lazy_("Första dag"))
    ends_on = DayField(lazy_("Sista dag"))
    scope_min = NumberField(lazy_("Omfattning, från"))
    scope_max = NumberField(lazy_("Omfattning, till"))
    working_hours = line(lazy_("Arbetstid"))
    application_deadline = DayField(lazy_("Sista ansökningsdag"))

    must_have_skills = LinesField(lazy_("Kunskaper som krävs"))
    must_have_licences = LicencesField(lazy_("Körkort som krävs"))
    languages = FieldList(FormField(LanguageRow), min_entries=1, max_entries=12)
    experience_required = ButtonsField(
        lazy_("Erfarenhet"),
        default="",
        choices=lambda: [
            ("", lazy_("Inte bestämt")),
            ("no", lazy_("Behövs inte")),
            ("yes", lazy_("Krävs")),
        ],
    )
    experience_months = NumberField(lazy_("Ungefär hur många månader?"))
    education_level = ChoiceField(lazy_("Utbildning"), choices=_schooling, default="")
    minimum_age = NumberField(lazy_("Lägsta ålder"))
    must_have_car = BooleanField(lazy_("Egen bil krävs"))
    nice_to_have_skills = LinesField(lazy_("Kunskaper som är bra att ha"))
    nice_to_have_experience = BooleanField(lazy_("Erfarenhet av yrket är bra att ha"))
    nice_to_have_education = ChoiceField(
        lazy_("Utbildning som är bra att ha"), choices=_welcome_schooling, default=""
    )
    nice_to_have_licences = LicencesField(lazy_("Körkort som är bra att ha"))

    accessibility = text(lazy_("Hur är det att komma in och röra sig?"), most=1_000)
    housing = text(lazy_("Kan ni hjälpa till med bostad?"), most=500)
    version = VersionField()

    def begin(self, employers: list[Employer]) -> None:
        """Be the form of a new opening, and ask whose it is where that can be chosen."""
        del self.version
        if len(employers) < 2:
            del self.employer
        else:
            self.employer.choices = [(str(each.id), each.name) for each in employers]

    def go_on(self) -> None:
        """Be the form of an opening that exists, whose employer is given."""
        del self.employer

    def point_out(self, problems: Iterable[Problem]) -> None:
        """Show each problem at the field where it is mended."""
        for problem in problems:
            field = self._field_of(problem.field)
            field.errors = [*field.errors, problem.message]

    def labels(self, facts: Iterable[str]) -> list[str]:
        """What the fields of these facts are called on the page."""
        return list(dict.fromkeys(str(self._field_of(fact).label.text) for fact in facts))

    def speaks_of(self, names: Iterable[str]) -> bool:
        """Whether any of these fields says something, or has something to mend."""
        return any(self[name].errors or _says_something(self[name].data) for name in names)

    def _field_of(self, fact: str) -> Field:
        return cast(Field, self[FIELD_OF.get(fact, fact)])


def _says_something(data: Any) -> bool:
    if isinstance(data, list) and data and isinstance(data[0], dict):
        return any(row["language"] for row in data)
    return bool(data)
