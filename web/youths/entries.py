"""Parts of the form about a youth: rows that repeat, and the question that stands before a list.

What nobody has asked and what the answer was "none" to are different facts, so each list begins
with the question which of the two it is.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from wtforms import Field, Form, HiddenField, RadioField, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from foundation.translating import _, language, lazy_
from reference import levels, linking, occupations
from reference.linking import Found
from web.fields import ChoiceField, NumberField, line

USUAL_LICENCES = ("AM", "A1", "A2", "A", "B", "BE", "C", "CE")


class Answer(StrEnum):
    """How much is known about a list."""

    UNKNOWN = "unknown"
    NONE = "none"
    SOME = "some"

    @classmethod
    def to(cls, known: Sequence[Any] | None) -> "Answer":
        """The answer that a list in the record stands for."""
        if known is None:
            return cls.UNKNOWN
        return cls.SOME if known else cls.NONE


class AnswerField(RadioField):
    """Not asked yet, none, or what is written below. Something written counts as told."""

    def __init__(self, label: str, *, none: str, some: str, **rest: Any) -> None:
        choices = [
            (Answer.UNKNOWN, lazy_("Vet inte än")),
            (Answer.NONE, none),
            (Answer.SOME, some),
        ]
        super().__init__(label, choices=choices, default=Answer.UNKNOWN, **rest)

    def known(self, written: Sequence[Any]) -> tuple[Any, ...] | None:
        """What the answer and what is written below say together."""
        is_unknown = self.data == Answer.UNKNOWN and not written
        return None if is_unknown else tuple(written)

    def agrees_with(self, written: Sequence[Any]) -> bool:
        """Whether the answer goes with what is written below; if not, say how to mend it."""
        if self.data == Answer.NONE and written:
            self.errors = [_("Svaret är nej, men något står under. Ändra det ena.")]
        elif self.data == Answer.SOME and not written:
            self.errors = [_("Fyll i under frågan, eller välj ”Vet inte än”.")]
        return not self.errors


class TicksField(SelectMultipleField):
    """A choice of many, as checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class LicencesField(TicksField):
    """Driving licences: those that are usual among the young, and any that is held already."""

    def __init__(self, label: str, **rest: Any) -> None:
        super().__init__(label, choices=self._named, **rest)

    def _named(self) -> list[tuple[str, str]]:
        named = {*USUAL_LICENCES, *(self.object_data or ()), *(self.raw_data or ())}
        return levels.LICENCES.choices(language(), only=named)


def within(field: Field, least: int, most: int) -> None:
    """Refuse a number outside a span, which may be empty. Raises ValidationError."""
    if field.data is not None and not least <= field.data <= most:
        said = _("Skriv ett tal från %(least)s till %(most)s.", least=least, most=most)
        raise ValidationError(said)


class OccupationRow(Form):
    """An occupation that the youth wants, chosen from a list while one writes."""

    title = line(lazy_("Yrke"))
    code = HiddenField()

    offered: Sequence[Found] = ()
    """Where it is not clear what was meant: the groups to choose from."""

    def validate(self, extra_validators: Any = None) -> bool:
        """Without scripts nothing has been chosen: take a clear title, or offer what is near."""
        if not super().validate(extra_validators):
            return False
        if not self.title.data:
            self.code.data = ""
        elif occupations.group(self.code.data or "") is None:
            return self._look_up(self.title.data)
        return True

    def _look_up(self, words: str) -> bool:
        found = linking.suggest(words, language())
        exact = {each.ssyk for each in found if each.title.casefold() == words.casefold()}
        if len(exact) == 1:
            self.code.data = exact.pop()
            return True
        self.offered = tuple({each.ssyk: each for each in reversed(found)}.values())[::-1]
        unclear = _("Vilket yrke menar du? Välj ett av dem under.")
        unknown = _("Vi känner inte igen yrket. Skriv det med egna ord i stället.")
        self.title.errors = [unclear if found else unknown]
        return False


class ExperienceRow(Form):
    """Earlier work: what, and for how long."""

    title = line(lazy_("Vad har du gjort?"))
    months = NumberField(lazy_("Antal månader"))

    def validate_months(self, field: Field) -> None:
        """Keep to what a working life can hold."""
        within(field, 0, 600)


def _languages() -> list[tuple[str, str]]:
    return [("", lazy_("Välj språk")), *levels.languages().choices(language())]


def _language_levels() -> list[tuple[str, str]]:
    return [("", lazy_("Vet inte än")), *levels.CEFR.choices(language())]


class LanguageRow(Form):
    """A language, and how well the youth knows it."""

    language = ChoiceField(lazy_("Språk"), default="", choices=_languages)
    level = ChoiceField(lazy_("Nivå"), default="", choices=_language_levels)


def _regulated() -> list[tuple[str, str]]:
    named = (
        (each.ssyk, each.label(language())) for each in occupations.groups() if each.regulated_by
    )
    return [("", lazy_("Välj yrke")), *sorted(named, key=lambda choice: choice[1])]


class AuthorisationRow(Form):
    """A regulated occupation that the youth may work in."""

    code = ChoiceField(lazy_("Yrke"), default="", choices=_regulated)
