"""The forms about a pledge and about a unit of an organisation."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from foundation.translating import language, lazy_
from reference import levels
from web.employer_openings.forms import municipalities
from web.fields import ChoiceField, DayField, VersionField, text, tidy

ANY_KIND = ("", lazy_("Alla slags platser"))


class CountField(IntegerField):
    """A whole number that is needed."""

    def __init__(self, label: str, **rest: Any) -> None:
        needed = InputRequired(lazy_("Ange ett antal."))
        between = NumberRange(1, 5_000, lazy_("Ange ett antal mellan 1 och 5000."))
        super().__init__(label, [needed, between], **rest)


class PledgeForm(FlaskForm):
    """How many placements, of which kind, and when."""

    version = VersionField()
    promised = CountField(lazy_("Antal platser"))
    kind = ChoiceField(
        lazy_("Typ"), choices=lambda: [ANY_KIND, *levels.OPENING_KINDS.choices(language())]
    )
    starts_on = DayField(lazy_("Från och med"))
    ends_on = DayField(lazy_("Till och med"))
    note = text(lazy_("Anteckning om löftet"), most=1_000)


class UnitForm(FlaskForm):
    """A new unit of an organisation."""

    name = StringField(
        lazy_("Enhetens namn"),
        [DataRequired(lazy_("Skriv vad enheten heter.")), Length(max=120)],
        filters=[tidy],
    )
    place = ChoiceField(
        lazy_("Kommun"),
        validators=[DataRequired(lazy_("Välj kommunen där arbetet utförs."))],
        choices=municipalities,
    )


class ParentForm(FlaskForm):
    """Which organisation an employer is a unit of."""

    parent = ChoiceField(lazy_("Ligger under"), choices=[])
