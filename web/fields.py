"""Fields of forms beyond those of WTForms: tidy texts, and errors that say what to do."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from re import split
from typing import Any

from markupsafe import Markup, escape
from wtforms import (
    DateField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields.choices import Choice
from wtforms.form import BaseForm
from wtforms.validators import Length, Optional, ValidationError
from wtforms.widgets import Select, TextInput

from foundation.translating import _, lazy_


def tidy(text: str | None) -> str:
    """What was written, without blanks around it or a NUL, which no database takes."""
    return (text or "").replace("\0", "").strip()


def at_most(most: int) -> Length:
    """The validator of a text's length."""
    return Length(max=most, message=lazy_("Texten är för lång. Den får ha %(max)d tecken."))


def line(label: str, *, most: int = 120, **rest: Any) -> Any:
    """A field for one line of text."""
    return StringField(label, [at_most(most)], filters=[tidy], **rest)


def text(label: str, *, most: int, **rest: Any) -> Any:
    """A field for several lines of text."""
    return TextAreaField(label, [at_most(most)], filters=[tidy], **rest)


class NumberField(IntegerField):
    """A whole number, or nothing."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, [Optional()], **rest)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        try:
            super().process_formdata(list(valuelist))
        except ValueError as error:
            raise ValueError(_("Skriv ett heltal med siffror.")) from error


class DayField(DateField):
    """A date, or nothing."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, [Optional()], **rest)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        try:
            super().process_formdata(list(valuelist))
        except ValueError as error:
            hint = _("Skriv dagen som år-månad-dag, till exempel 2027-06-14.")
            raise ValueError(hint) from error


class ClockField(TimeField):
    """A time of day, or nothing."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, [Optional()], **rest)

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        try:
            super().process_formdata(list(valuelist))
        except ValueError as error:
            raise ValueError(_("Skriv klockslaget som 13:30.")) from error


class AmountField(Field):
    """A number that may have decimals, written with a comma or a point, or nothing."""

    widget = TextInput()

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.written = tidy("".join(valuelist))
        try:
            self.data = float(self.written.replace(",", ".")) if self.written else None
        except ValueError as error:
            raise ValueError(_("Skriv ett tal, till exempel 37,5.")) from error

    def _value(self) -> str:
        """What was written, also where it is no number; else the number that it began with."""
        written = getattr(self, "written", None)
        if written is not None:
            return str(written)
        return "" if self.data is None else f"{self.data:g}".replace(".", ",")


class DaysField(TextAreaField):
    """Several dates, one a line; `data` is a tuple of them in their order."""

    data: Any

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.written = tidy("\n".join(valuelist))
        lines = [each for each in split(r"[\s,;]+", self.written) if each]
        try:
            self.data = tuple(sorted({date.fromisoformat(each) for each in lines}))
        except ValueError as error:
            hint = _("Skriv en dag på varje rad, till exempel 2027-06-14.")
            raise ValueError(hint) from error

    def _value(self) -> str:
        """What was written, also where it is no date; else the dates that it began with."""
        written = getattr(self, "written", None)
        return str(written) if written is not None else "\n".join(map(str, self.data or ()))


class LinesField(TextAreaField):
    """Several short things, one a line or with commas between."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, [at_most(2_000)], filters=[tidy], **rest)

    @property
    def lines(self) -> tuple[str, ...]:
        """What was written, thing by thing, without repeats."""
        parts = (part.strip(" -•*\t\r") for part in split(r"[\n,;]", self.data or ""))
        return tuple({part.casefold(): part for part in parts if part}.values())


class QuickSelect(Select):
    """The same list as WTForms makes; a page has seven hundred municipalities to choose among."""

    @classmethod
    def render_option(cls, choice: Choice, **attributes: Any) -> Markup:
        """An option as WTForms writes it, by a shorter way where it has no attributes."""
        if choice.render_kw or attributes:
            return Markup(super().render_option(choice, **attributes))  # noqa: S704  # made there
        chosen = "selected " if choice.selected else ""
        label = escape(choice.label or choice.value)
        return Markup(f'<option {chosen}value="{escape(choice.value)}">{label}</option>')  # noqa: S704  # escaped


class ChoiceField(SelectField):
    """A choice of one that says in our own words when the value is on no list."""

    widget = QuickSelect()

    def pre_validate(self, form: BaseForm) -> None:
        try:
            super().pre_validate(form)
        except ValidationError as error:
            raise ValidationError(_("Välj ett av alternativen i listan.")) from error


class ButtonsField(ChoiceField, RadioField):
    """The same as radio buttons."""

    widget = RadioField.widget


class VersionField(Field):
    """The moment at which the row was last changed, carried along unseen.

    A text field that is not shown, rather than a hidden one, so that a draft kept in the browser
    brings back the version that it was written on.
    """

    widget = TextInput()

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        try:
            self.data = datetime.fromisoformat("".join(valuelist)).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise ValueError(_("Ladda om sidan och försök igen.")) from error

    def _value(self) -> str:
        return self.data.isoformat() if self.data else ""
