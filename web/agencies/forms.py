"""The forms between agencies: short ones, each with a ground where something is told."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, TextAreaField
from wtforms.validators import DataRequired

from foundation.translating import lazy_
from web.agencies.wording import DECLINED, GROUNDS, OUTCOMES, PURPOSES
from web.fields import ButtonsField, ChoiceField, at_most, text, tidy

WRITE_SOMETHING = lazy_("Skriv något.")
WRITE_A_DAY = lazy_("Skriv dagen som år-månad-dag, till exempel 2026-11-23.")


def _choices(words: Mapping[Any, str]) -> list[tuple[str, str]]:
    return [(StrEnum.__str__(code), label) for code, label in words.items()]


def _demanded(label: str, *, most: int) -> Any:
    return TextAreaField(label, [DataRequired(WRITE_SOMETHING), at_most(most)], filters=[tidy])


def _day(label: str) -> Any:
    return DateField(label, [DataRequired(WRITE_A_DAY)])


def _ground() -> Any:
    return ButtonsField(lazy_("På vilken grund delar du det?"), choices=_choices(GROUNDS))


class HandOverForm(FlaskForm):
    """Whom to ask, and for what."""

    to = ChoiceField(lazy_("Vem frågar du?"))
    message = _demanded(lazy_("Vad är syftet?"), most=1000)
    ground = _ground()


class DeclineForm(FlaskForm):
    """Why not."""

    why = ButtonsField(lazy_("Varför inte?"), choices=_choices(DECLINED))
    words = text(lazy_("Vill du säga något mer?"), most=500)


class NoteForm(FlaskForm):
    """A note of one's own agency."""

    text = _demanded(lazy_("Anteckning"), most=4000)


class ShareForm(FlaskForm):
    """With whom, and on which ground."""

    to = ChoiceField(lazy_("Vilken myndighet får se det?"))
    ground = _ground()


class StatusForm(FlaskForm):
    """Where the youth stands with one's own agency."""

    status = ButtonsField(lazy_("Läge"))
    since = _day(lazy_("Sedan"))
    detail = text(lazy_("Mer för er egen del"), most=500)


class ReferForm(FlaskForm):
    """To whom, and for what."""

    to = ChoiceField(lazy_("Till vilken myndighet?"))
    purpose = ButtonsField(lazy_("För vad?"), choices=_choices(PURPOSES))
    made_on = _day(lazy_("När?"))


class OutcomeForm(FlaskForm):
    """What came of a referral."""

    outcome = ButtonsField(lazy_("Vad blev det?"), choices=_choices(OUTCOMES))
    on = _day(lazy_("När?"))


class AskForm(FlaskForm):
    """A question with a deadline."""

    to = ChoiceField(lazy_("Vem frågar du?"))
    text = _demanded(lazy_("Fråga"), most=1000)
    due_on = _day(lazy_("Svar senast"))
    ground = _ground()


class AnswerForm(FlaskForm):
    """The answer."""

    text = _demanded(lazy_("Svar"), most=2000)
    ground = _ground()


class ConsentForm(FlaskForm):
    """What the youth has answered, and when."""

    answer = ButtonsField(
        lazy_("Vad säger ungdomen?"),
        choices=[
            ("yes", lazy_("Ja, alla i teamet får känna till mig")),
            ("no", lazy_("Nej, bara min handläggares myndighet")),
        ],
    )
    on = _day(lazy_("När svarade ungdomen?"))


class ReassignForm(FlaskForm):
    """Who is responsible from now on."""

    to = ChoiceField(lazy_("Ny ansvarig handläggare"))
