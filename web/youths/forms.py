"""The form about a youth, in sections; only an alias and a date are required."""

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, Field, FieldList, FormField, StringField
from wtforms.validators import DataRequired

from accounts.models import Team, User
from foundation import clock
from foundation.translating import language, lazy_
from reference import levels, places
from web.fields import (
    ChoiceField,
    DayField,
    LinesField,
    NumberField,
    VersionField,
    at_most,
    text,
    tidy,
)
from web.youths import content
from web.youths.entries import (
    AnswerField,
    AuthorisationRow,
    ExperienceRow,
    LanguageRow,
    LicencesField,
    OccupationRow,
    TicksField,
    within,
)
from youths.target_groups import LABELS, NOTED

MOST_ROWS = 30
YOUNGEST, OLDEST = 13, 80
FARTHEST_KM = 2_500


def _target_groups() -> list[tuple[str, str]]:
    return [(group.value, LABELS[group]) for group in NOTED]


def _car() -> list[tuple[str, str]]:
    return [("", lazy_("Vet inte än")), ("no", lazy_("Nej")), ("yes", lazy_("Ja"))]


def _schooling() -> list[tuple[str, str]]:
    return [("", lazy_("Vet inte än")), *levels.EDUCATION.choices(language())]


def _counties() -> list[tuple[str, str]]:
    return [(each.code, each.name) for each in places.counties("SE")]


def _municipalities() -> list[tuple[str, str]]:
    by_name = sorted(places.municipalities("SE"), key=lambda each: each.name)
    return [("", lazy_("Vet inte än")), *((each.code, each.name) for each in by_name)]


def _rows(row: type[Any], least: int) -> Any:
    return FieldList(FormField(row), min_entries=least, max_entries=MOST_ROWS)


class YouthForm(FlaskForm):
    """All that is written down about a youth; `content` knows what it means."""

    alias = StringField(
        lazy_("Alias"),
        [DataRequired(lazy_("Skriv ett alias, till exempel initialer.")), at_most(60)],
        filters=[tidy],
    )
    registered_on = DateField(
        lazy_("Inskriven sedan"),
        [DataRequired(lazy_("Skriv dagen som år-månad-dag, till exempel 2026-11-23."))],
    )
    born = NumberField(lazy_("Födelseår"))
    target_groups = TicksField(lazy_("Målgrupper"), choices=_target_groups)
    protected_identity = BooleanField(lazy_("Har skyddade personuppgifter"))

    wishes = LinesField(lazy_("Vad vill du jobba med?"))
    occupations = _rows(OccupationRow, 3)

    experience_known = AnswerField(
        lazy_("Har du jobbat eller gjort praktik?"), none=lazy_("Nej"), some=lazy_("Ja, det här:")
    )
    experience = _rows(ExperienceRow, 3)
    skills_known = AnswerField(
        lazy_("Vad kan du?"), none=lazy_("Inget särskilt"), some=lazy_("Det här:")
    )
    skills = LinesField(lazy_("Det här kan du"))
    languages_known = AnswerField(
        lazy_("Vilka språk kan du?"), none=lazy_("Inget i listan"), some=lazy_("De här:")
    )
    languages = _rows(LanguageRow, 3)
    licences_known = AnswerField(lazy_("Har du körkort?"), none=lazy_("Nej"), some=lazy_("Ja:"))
    driving_licences = LicencesField(lazy_("Vilka körkort?"))
    own_car = ChoiceField(lazy_("Har du bil att ta dig till jobbet med?"), default="", choices=_car)
    education_level = ChoiceField(
        lazy_("Vilken skola har du gått ut?"), default="", choices=_schooling
    )
    authorised_known = AnswerField(
        lazy_("Har du legitimation för ett yrke?"), none=lazy_("Nej"), some=lazy_("Ja, som:")
    )
    authorised_occupations = _rows(AuthorisationRow, 1)
    about = text(lazy_("Annat som är bra att veta"), most=2000)

    home_municipality = ChoiceField(lazy_("Hemkommun"), default="", choices=_municipalities)
    max_commute_km = NumberField(lazy_("Hur långt kan du åka till jobbet?"))
    counties = TicksField(lazy_("Vilka län kan du flytta till?"), choices=_counties)
    norway = BooleanField(lazy_("Du kan tänka dig att jobba i Norge"))
    available_from = DayField(lazy_("När kan du börja?"))

    def validate_born(self, field: Field) -> None:
        """Keep to years that somebody who looks for work can be born in."""
        this_year = clock.now().year
        within(field, this_year - OLDEST, this_year - YOUNGEST)

    def validate_max_commute_km(self, field: Field) -> None:
        """Keep to distances within the two countries."""
        within(field, 0, FARTHEST_KM)

    def validate(self, extra_validators: Any = None) -> bool:
        """Look at every part, so that all that needs mending is told at once."""
        is_valid = super().validate(extra_validators)
        agrees = [self[question].agrees_with(written) for question, written in content.told(self)]
        return bool(is_valid and all(agrees))


class RegisterForm(YouthForm):
    """A new youth, in which team and with whom."""

    team = ChoiceField(lazy_("Team"))
    responsible = ChoiceField(lazy_("Ansvarig handläggare"))

    def choose_among(self, teams: Sequence[Team], people: Sequence[User]) -> None:
        """Offer the person's own teams and those who work in them."""
        self.team.choices = [(str(each.id), each.name) for each in teams]
        self.responsible.choices = [(str(each.id), each.name) for each in people]


class ChangeForm(YouthForm):
    """A youth who is here already, in the version that was opened."""

    version = VersionField()
