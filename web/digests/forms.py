"""The form of how a person wants her weekly letter."""

from collections.abc import Collection

from flask_wtf import FlaskForm
from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from digests.choosing import Wishes
from digests.message import Part
from digests.models import DigestChoice
from foundation.translating import _, lazy_
from web.digests.wording import PARTS, weekday
from web.fields import ChoiceField, DayField
from web.language import NAMES


class ChoiceForm(FlaskForm):
    """Day, hour, language, content, and a pause."""

    weekday = ChoiceField(lazy_("Dag"), coerce=int)
    hour = ChoiceField(lazy_("Klockan"), coerce=int)
    language = ChoiceField(lazy_("Språk i brevet"))
    parts = SelectMultipleField(
        lazy_("Vad brevet ska ta upp"),
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    paused_until = DayField(lazy_("Pausa till"))

    @classmethod
    def of(cls, choice: DigestChoice, parts: Collection[Part]) -> "ChoiceForm":
        """The form with what the person has chosen before, and what her letter can hold."""
        form = cls(
            weekday=choice.weekday,
            hour=choice.hour,
            language=choice.language or "",
            parts=[part for part in parts if part not in choice.left_out],
            paused_until=choice.paused_until,
        )
        form.weekday.choices = [(number, weekday(number).capitalize()) for number in range(7)]
        form.hour.choices = [(hour, f"{hour:02d}.00") for hour in range(24)]
        form.language.choices = [("", _("Samma som i Farled")), *NAMES.items()]
        form.parts.choices = [(part.value, str(PARTS[part])) for part in parts]
        return form

    def wishes(self) -> Wishes:
        """What was chosen."""
        offered = [str(choice[0]) for choice in list(self.parts.choices or [])]
        return Wishes(
            weekday=self.weekday.data,
            hour=self.hour.data,
            language=self.language.data or None,
            left_out=[value for value in offered if value not in (self.parts.data or [])],
            paused_until=self.paused_until.data,
        )
