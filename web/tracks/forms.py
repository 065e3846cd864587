"""The forms about a track, what belongs to it, and who is on it."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, FieldList, Form, FormField, StringField
from wtforms.validators import DataRequired, InputRequired, NumberRange

from foundation.translating import language, lazy_
from jobtracks.models import Mastery, Part
from reference import levels, places
from web.fields import (
    ButtonsField,
    ChoiceField,
    DayField,
    LinesField,
    NumberField,
    VersionField,
    at_most,
    line,
    text,
    tidy,
)
from web.tracks import wording
from web.youths.entries import LanguageRow, LicencesField, OccupationRow, TicksField
from youths.target_groups import LABELS, TargetGroup

NEEDS_DAY = lazy_("Skriv en dag.")
MOST_ROWS = 12


def _choices(words: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(str(code), said) for code, said in words.items()]


def _municipalities() -> list[tuple[str, str]]:
    by_name = sorted(places.municipalities("SE"), key=lambda each: each.name)
    return [("", lazy_("Där teamet finns")), *((each.code, each.name) for each in by_name)]


def needed(label: str, hint: str, *, most: int = 120) -> Any:
    """A line of text that is needed; `hint` says so where it is missing."""
    return StringField(label, [DataRequired(hint), at_most(most)], filters=[tidy])


class NeededDay(DayField):
    """A date that is needed."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, **rest)
        self.validators = [InputRequired(NEEDS_DAY)]


class Count(NumberField):
    """A whole number within a span, needed unless it is said not to be."""

    def __init__(
        self, label: str, least: int, most: int, *, needed: bool = True, **rest: Any
    ) -> None:
        super().__init__(label, **rest)
        told = lazy_("Ange ett tal från %(least)s till %(most)s.", least=least, most=most)
        within = NumberRange(least, most, told)
        first = [InputRequired(lazy_("Ange ett antal."))] if needed else list(self.validators)
        self.validators = [*first, within]


class CompetenceRow(Form):
    """One line of the competence profile."""

    skill = line(lazy_("Det här ska man kunna"), most=80)
    mastery = ChoiceField(
        lazy_("Hur bra"), default=Mastery.GOOD, choices=lambda: _choices(wording.MASTERY)
    )


class TrackForm(FlaskForm):
    """What is written about a track itself."""

    version = VersionField()
    team = ChoiceField(lazy_("Team"), choices=[])
    title = needed(lazy_("Vad heter spåret?"), lazy_("Skriv vad spåret heter."), most=80)
    summary = text(lazy_("Vad är det?"), most=2_000)
    municipality = ChoiceField(lazy_("Kommun"), default="", choices=_municipalities)
    occupations = FieldList(FormField(OccupationRow), min_entries=3, max_entries=MOST_ROWS)
    shortage = ChoiceField(lazy_("Källa om brist"), default="", choices=[])
    profile = FieldList(FormField(CompetenceRow), min_entries=4, max_entries=MOST_ROWS)
    target_groups = TicksField(
        lazy_("För vilka"), choices=lambda: [(g.value, LABELS[g]) for g in TargetGroup]
    )
    contact = ChoiceField(lazy_("Kontakt i teamet"), choices=[])


class StepForm(FlaskForm):
    """A step of a track."""

    part = ButtonsField(lazy_("När"), default=Part.BEFORE, choices=lambda: _choices(wording.PARTS))
    path = ChoiceField(
        lazy_("För vem efter vägvalet"),
        default="",
        choices=lambda: [("", lazy_("Båda vägarna")), *_choices(wording.PATHS)],
    )
    turn = Count(lazy_("Ordning"), 1, 30, default=1)
    kind = ChoiceField(lazy_("Slag"), choices=lambda: _choices(wording.KINDS))
    title = needed(lazy_("Vad heter insatsen?"), lazy_("Skriv vad insatsen heter."), most=80)
    weeks = Count(lazy_("Längd"), 1, 200)
    hours = Count(lazy_("Tid i veckan"), 1, 60, needed=False)
    provider = line(lazy_("Vem håller i det?"))
    prerequisites = text(lazy_("Vad behöver man först?"), most=500)
    skills = LinesField(lazy_("Det här kan man efteråt"))
    languages = FieldList(FormField(LanguageRow), min_entries=2, max_entries=4)
    driving_licences = LicencesField(lazy_("Körkort man får"))
    certificates = LinesField(lazy_("Bevis och intyg man får"))
    education_level = ChoiceField(
        lazy_("Skola man har gått ut"),
        default="",
        choices=lambda: [("", lazy_("Ingen ny")), *levels.EDUCATION.choices(language())],
    )


class CohortForm(FlaskForm):
    """A start of a track."""

    starts_on = NeededDay(lazy_("Startar"))
    seats = Count(lazy_("Antal platser"), 1, 500)
    is_open = BooleanField(lazy_("Tar emot fler"), default=True)


class LetterForm(FlaskForm):
    """An employer's letter of intent."""

    employer = ChoiceField(
        lazy_("Arbetsgivare"), [DataRequired(lazy_("Välj en arbetsgivare."))], choices=[]
    )
    places = Count(lazy_("Antal platser"), 1, 500)
    starts_on = NeededDay(lazy_("Från och med"))
    ends_on = NeededDay(lazy_("Till och med"))


class AgreementForm(FlaskForm):
    """An employer's agreement to the competence profile."""

    employer = ChoiceField(
        lazy_("Arbetsgivare"), [DataRequired(lazy_("Välj en arbetsgivare."))], choices=[]
    )
    agreed_on = NeededDay(lazy_("Godkänd den"))


class NoteForm(FlaskForm):
    """Why something is done with a track."""

    note = line(lazy_("Varför?"), most=500)


class EnrolForm(FlaskForm):
    """Whose interest is noted, in which cohort."""

    youth = ChoiceField(lazy_("Ungdom"), [DataRequired(lazy_("Välj en ungdom."))], choices=[])
    cohort = ChoiceField(lazy_("Omgång"), [DataRequired(lazy_("Välj en omgång."))], choices=[])


class LeaveForm(FlaskForm):
    """Why somebody is not on the track any more."""

    why = ButtonsField(
        lazy_("Varför?"),
        [DataRequired(lazy_("Välj varför."))],
        choices=lambda: [(code, wording.WHYS[code]) for code in wording.CHOSEN_WHYS],
    )
    note = line(lazy_("Anteckning"), most=500)


class BeforeForm(FlaskForm):
    """Why somebody goes before others in the line."""

    why = ButtonsField(
        lazy_("Varför går ungdomen före?"),
        [DataRequired(lazy_("Välj varför."))],
        choices=lambda: _choices(wording.BEFORES),
    )
    note = line(lazy_("Anteckning"), most=500)


class CompleteForm(FlaskForm):
    """The day when somebody had gone through the track."""

    ended_on = NeededDay(lazy_("Sista dagen"))


class StepTakenForm(FlaskForm):
    """When somebody began and ended a step."""

    started_on = NeededDay(lazy_("Började"))
    ended_on = DayField(lazy_("Slutade"))


class PathForm(FlaskForm):
    """The pathway choice."""

    path = ButtonsField(
        lazy_("Vilken väg?"),
        [DataRequired(lazy_("Välj en väg."))],
        choices=lambda: _choices(wording.PATHS),
    )
    chosen_on = NeededDay(lazy_("Valet gjordes"))
    reasons = TicksField(lazy_("Varför?"), choices=lambda: _choices(wording.REASONS))
    took_part = TicksField(lazy_("Vilka var med?"), choices=lambda: _choices(wording.TOOK_PART))
    words = text(lazy_("Med ungdomens egna ord"), most=1_000)
