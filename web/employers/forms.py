"""The forms of the staff's pages about employers."""

from flask_wtf import FlaskForm
from wtforms import SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange
from wtforms.widgets import CheckboxInput, ListWidget

from employers.models import ContactWay, MentorTraining
from foundation.translating import lazy_
from web.employers.wording import TOPICS, TRAINING, WAYS
from web.fields import (
    ButtonsField,
    ChoiceField,
    DayField,
    NumberField,
    VersionField,
    line,
    text,
    tidy,
)


class SomeField(SelectMultipleField):
    """A choice of many as checkboxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ContactForm(FlaskForm):
    """A contact with an employer; never anything about a youth."""

    made_on = DayField(lazy_("När"))
    way = ButtonsField(lazy_("Hur"), default=ContactWay.PHONE, choices=lambda: list(WAYS.items()))
    topics = SomeField(lazy_("Vad det gällde"), choices=lambda: list(TOPICS.items()))
    note = text(lazy_("Anteckning om arbetsgivaren"), most=2_000)
    next_on = DayField(lazy_("Nästa kontakt"))


class OwnerForm(FlaskForm):
    """Who owns the relation; nobody is a choice too."""

    owner = ChoiceField(lazy_("Vem håller i kontakten?"), choices=[])


class MergeForm(FlaskForm):
    """Which of two is kept."""

    keep = ButtonsField(
        lazy_("Vilken ska vara kvar?"),
        [DataRequired(lazy_("Välj vilken som ska vara kvar."))],
        choices=[],
    )


class MentorForm(FlaskForm):
    """A mentor at an employer."""

    version = VersionField()
    name = StringField(
        lazy_("Namn"),
        [DataRequired(lazy_("Skriv mentorns namn.")), Length(max=120)],
        filters=[tidy],
    )
    reached_at = line(lazy_("Telefon eller e-post"))
    training = ButtonsField(
        lazy_("Utbildning"),
        default=MentorTraining.ASKED,
        choices=lambda: [(code, word) for code, (word, _kind) in TRAINING.items()],
    )
    trained_on = DayField(lazy_("Utbildad den"))
    most_youths = NumberField(lazy_("Högst så här många samtidigt"), default=1)

    def __init__(self, **rest: object) -> None:
        super().__init__(**rest)
        between = NumberRange(1, 20, lazy_("Ange ett antal mellan 1 och 20."))
        self.most_youths.validators = [InputRequired(lazy_("Ange ett antal.")), between]
