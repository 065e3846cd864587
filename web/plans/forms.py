"""What is filled in about a plan, a joint meeting, a contact and a pause."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, FieldList, Form, FormField
from wtforms.validators import DataRequired, InputRequired

from foundation.translating import _, lazy_
from web.fields import ButtonsField, ChoiceField, DayField, VersionField, line, text
from web.plans.wording import PAUSES, WAYS
from youths.first_days.models import PauseReason, Way
from youths.plans import wording
from youths.plans.meetings import MeetingFacts
from youths.plans.models import ActivityKind, NotDone, Present, PresentAs
from youths.plans.service import ActivityFacts

MOST_PRESENT = 15
LONGEST = 2_000


def _choices(words: Mapping[Any, str], first: str | None = None) -> Any:
    """The choices of a closed list, in its order."""
    return lambda: [*([("", first)] if first else []), *((k.value, v) for k, v in words.items())]


def _day(label: str, message: str) -> Any:
    return DateField(label, [InputRequired(message)])


class GoalForm(FlaskForm):
    """The goal, in the version that was opened."""

    goal = text(
        lazy_("Vad vill du?"),
        most=500,
        description=lazy_("Med ungdomens egna ord. Ett mål räcker."),
    )
    version = VersionField()


class ActivityForm(FlaskForm):
    """Something that is done towards the goal."""

    kind = ChoiceField(
        lazy_("Vad är det?"),
        [DataRequired(lazy_("Välj vad det är."))],
        choices=_choices(wording.KINDS, lazy_("Välj")),
        default="",
    )
    what = line(lazy_("Berätta kort"))
    starts_on = DayField(lazy_("Dag, eller första dagen"))
    ends_on = DayField(lazy_("Sista dagen"))
    place = line(lazy_("Var"))
    who_with = line(lazy_("Med vem"))
    version = VersionField()

    @property
    def facts(self) -> ActivityFacts:
        """What a valid form says."""
        return ActivityFacts(
            kind=ActivityKind(self.kind.data),
            what=self.what.data,
            starts_on=self.starts_on.data,
            ends_on=self.ends_on.data,
            place=self.place.data,
            who_with=self.who_with.data,
        )


class Went(StrEnum):
    """How an activity went, as the form asks it."""

    DONE = "done"
    NOT_DONE = "not_done"
    NOT_YET = "not_yet"

    @classmethod
    def of(cls, is_done: bool | None) -> "Went":
        """The answer that stands in the plan."""
        return {True: cls.DONE, False: cls.NOT_DONE, None: cls.NOT_YET}[is_done]

    @property
    def is_done(self) -> bool | None:
        """The same as the plan holds it."""
        return {Went.DONE: True, Went.NOT_DONE: False, Went.NOT_YET: None}[self]


WENT = {
    Went.DONE: lazy_("Det blev av"),
    Went.NOT_DONE: lazy_("Det blev inte av"),
    Went.NOT_YET: lazy_("Vet inte än"),
}


class ReportForm(FlaskForm):
    """How it went, and why not where it did not."""

    went = ButtonsField(lazy_("Hur gick det?"), choices=_choices(WENT), default=Went.DONE.value)
    why_not = ChoiceField(
        lazy_("Varför blev det inte av?"),
        choices=_choices(wording.WHY_NOT, lazy_("Inget skäl")),
        default="",
    )
    version = VersionField()

    @property
    def reason(self) -> NotDone | None:
        """The reason that was chosen, if one was."""
        return NotDone(self.why_not.data) if self.why_not.data else None


class RemoveForm(FlaskForm):
    """A step that is asked about once."""


class PresentRow(Form):
    """One who was there."""

    role = ChoiceField(
        lazy_("Roll"), choices=_choices(wording.ROLES, lazy_("Välj roll")), default=""
    )
    agency = line(lazy_("Från"))

    def validate(self, extra_validators: Any = None) -> bool:
        """An agency alone does not tell who came from it."""
        is_valid = super().validate(extra_validators)
        if self.agency.data and not self.role.data:
            self.role.errors = [_("Välj vilken roll personen hade.")]
            return False
        return bool(is_valid)


class MeetingForm(FlaskForm):
    """A joint meeting: when, who, and what was decided."""

    held_on = _day(lazy_("När träffades ni?"), lazy_("Skriv dagen då ni träffades."))
    present = FieldList(FormField(PresentRow), max_entries=MOST_PRESENT)
    decision = text(lazy_("Vad bestämde ni?"), most=LONGEST)

    @property
    def facts(self) -> MeetingFacts:
        """What a valid form says; rows that were left empty say nothing."""
        rows = (row for row in self.present.data if row["role"])
        return MeetingFacts(
            held_on=self.held_on.data,
            present=tuple(
                Present(role=PresentAs(row["role"]), agency=row["agency"]) for row in rows
            ),
            decision=self.decision.data,
        )


class ContactForm(FlaskForm):
    """A contact: the day, the way, and whether the two reached each other."""

    made_on = _day(lazy_("Dag"), lazy_("Skriv dagen för kontakten."))
    way = ChoiceField(lazy_("Hur?"), choices=_choices(WAYS), default=Way.PHONE.value)
    reached = ButtonsField(
        lazy_("Fick ni kontakt?"),
        choices=lambda: [("yes", lazy_("Ja")), ("no", lazy_("Nej, inte den gången"))],
        default="yes",
    )


class PauseForm(FlaskForm):
    """Days that do not count."""

    reason = ChoiceField(lazy_("Varför?"), choices=_choices(PAUSES), default=PauseReason.WORK.value)
    starts_on = _day(lazy_("Första dagen"), lazy_("Skriv första dagen."))
    ends_on = DayField(lazy_("Sista dagen"))


class EndPauseForm(FlaskForm):
    """Which day was the last one."""

    ends_on = _day(lazy_("Sista dagen"), lazy_("Skriv sista dagen."))
