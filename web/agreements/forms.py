"""What is filled in about meetings and agreements."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField
from wtforms.validators import DataRequired, Optional

from foundation.translating import lazy_
from openings.checks import Problem
from placements.agreements.models import Insurance, OnBehalf, Terms
from placements.agreements.wording import INSURANCES, REASONS
from placements.meetings.facts import MeetingFacts
from placements.meetings.models import How
from placements.meetings.wording import HOWS
from web.fields import (
    AmountField,
    ButtonsField,
    ClockField,
    DayField,
    DaysField,
    NumberField,
    VersionField,
    line,
    text,
)
from web.supervisors import SupervisorForm

FACTS = tuple(each.name for each in fields(MeetingFacts))
NEEDED = {
    "day": lazy_("Skriv vilken dag ni träffas."),
    "at": lazy_("Skriv vilken tid ni träffas."),
    "minutes": lazy_("Skriv hur länge ni träffas."),
}


class VersionForm(FlaskForm):
    """A single button on what was seen."""

    version = VersionField()


class MeetingForm(VersionForm):
    """When and where people meet."""

    day = DayField(lazy_("Dag"))
    at = ClockField(lazy_("Klockan"))
    minutes = NumberField(lazy_("Längd i minuter"), default=45)
    how = ButtonsField(
        lazy_("Hur träffas ni?"),
        choices=lambda: [(how.value, words) for how, words in HOWS.items()],
        default=How.ON_SITE.value,
    )
    place = line(lazy_("Plats"), most=200)
    ask_for = line(lazy_("Fråga efter"), most=120)
    directions = text(lazy_("Så hittar man dit"), most=500)
    message = text(lazy_("Meddelande till arbetsgivaren"), most=800)

    def validate(self, extra_validators: Any = None) -> bool:
        """Day, time and length are needed, and are said to be so in our own words."""
        is_valid = bool(super().validate(extra_validators))
        for field, message in NEEDED.items():
            if self[field].data is None and not self[field].errors:
                self[field].errors = [str(message)]
                is_valid = False
        return is_valid

    @property
    def facts(self) -> MeetingFacts:
        """What was filled in; only of a valid form."""
        written: dict[str, Any] = {name: self[name].data for name in FACTS}
        return MeetingFacts(**written | {"how": How(self.how.data)})


class OtherTimeForm(VersionForm):
    """Which time would suit the employer better."""

    words = text(lazy_("När passar det bättre?"), most=300)


class TermsForm(SupervisorForm, VersionForm):
    """The terms of an agreement; a draft may leave anything out."""

    name = line(lazy_("Ungdomens namn"), most=80)
    starts_on = DayField(lazy_("Första dag"))
    ends_on = DayField(lazy_("Sista dag"))
    scope = NumberField(lazy_("Omfattning"))
    hours = AmountField(lazy_("Timmar i veckan"))
    schedule = text(lazy_("Dagar och tider"), most=400)
    tasks = text(lazy_("Arbetsuppgifter"), most=2_000)
    goals = text(lazy_("Mål"), most=1_000)
    supervisor_contact = line(lazy_("Så når man handledaren"), most=120)
    insurance = ButtonsField(
        lazy_("Vem försäkrar?"),
        [Optional()],
        choices=lambda: [(each.value, words) for each, words in INSURANCES.items()],
    )
    insurance_words = line(lazy_("Vilken försäkring"), most=200)
    follow_ups = DaysField(lazy_("Dagar för uppföljning"))
    clothes = line(lazy_("Arbetskläder"), most=200)
    travel = line(lazy_("Resor"), most=200)

    def point_out(self, problems: Iterable[Problem]) -> None:
        """Show each problem at the field where it is mended."""
        for problem in problems:
            field = self[problem.field]
            field.errors = [*field.errors, problem.message]

    @property
    def terms(self) -> Terms:
        """What was filled in; only of a valid form."""
        written = {name: self[name].data for name in Terms.model_fields}
        written["supervisor"] = self.supervisor_name
        written["insurance"] = Insurance(self.insurance.data) if self.insurance.data else None
        written["follow_ups"] = self.follow_ups.data or ()
        return Terms(**written)


class ReviewForm(VersionForm):
    """A last look before the three can sign."""

    name_agreed = BooleanField(lazy_("Ungdomen har sagt ja till att namnet står här"))


class SignForm(VersionForm):
    """A signature is one's name, typed."""

    name = line(lazy_("Ditt namn"), most=80)

    def validate(self, extra_validators: Any = None) -> bool:
        """A name is needed."""
        is_valid = bool(super().validate(extra_validators))
        if not self.name.data:
            self.name.errors = [str(lazy_("Skriv ditt namn för att skriva under."))]
        return is_valid and not self.name.errors


class OnBehalfForm(VersionForm):
    """A signature that a caseworker writes down for somebody else."""

    name = line(lazy_("Namn på den som har skrivit under"), most=80)
    reason = ButtonsField(
        lazy_("Hur fick du underskriften?"),
        [DataRequired(lazy_("Välj hur du fick underskriften."))],
        choices=lambda: [(each.value, words) for each, words in REASONS.items()],
    )
    note = text(lazy_("Anteckning"), most=300)

    def validate(self, extra_validators: Any = None) -> bool:
        """A name is needed."""
        is_valid = bool(super().validate(extra_validators))
        if not self.name.data:
            self.name.errors = [str(lazy_("Skriv namnet på den som har skrivit under."))]
        return is_valid and not self.name.errors

    @property
    def why(self) -> OnBehalf:
        """The reason as a code."""
        return OnBehalf(self.reason.data)


class DropForm(VersionForm):
    """Putting a draft aside."""

    note = text(lazy_("Anteckning"), most=300)
