"""The weights as an administrator reads and writes them: words, the form, and the trial's seal."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from flask import current_app
from flask_wtf import FlaskForm
from itsdangerous import BadSignature, URLSafeTimedSerializer
from pydantic import ValidationError
from wtforms import Field, HiddenField, SubmitField, TextAreaField
from wtforms.validators import ValidationError as Mistake
from wtforms.widgets import TextInput

from foundation.translating import _, few, lazy_, number
from matching.weights import Weights
from suggestions.trial import Trial
from suggestions.weights import NAMES, WHOLE, weights_of
from web.fields import at_most, tidy
from web.security import WORKING_DAY

PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]))?\s*%?")
LONGEST_WHY = 1_000

COMPARISONS: Mapping[str, tuple[str, str]] = {
    "occupation": (lazy_("Yrket"), lazy_("Är yrket det som ungdomen vill ha, eller nära det?")),
    "wish": (lazy_("Egna ord"), lazy_("Står det som ungdomen önskar i annonsens rubrik?")),
    "experience": (
        lazy_("Erfarenhet"),
        lazy_("Har ungdomen gjort samma sak förut, eller något likt?"),
    ),
    "skills": (lazy_("Kunskaper"), lazy_("Kan ungdomen det som annonsen nämner?")),
    "text": (lazy_("Annonsens text"), lazy_("Handlar texten om det som ungdomen berättar om?")),
    "distance": (
        lazy_("Avståndet"),
        lazy_("Ligger platsen nära hemmet, eller i ett län som är valt?"),
    ),
    "first_job": (lazy_("Första jobbet"), lazy_("Passar platsen den som inte har jobbat förut?")),
    "requirements": (lazy_("Kraven"), lazy_("Vet vi att ungdomen uppfyller det som krävs?")),
    "freshness": (lazy_("Ny annons"), lazy_("Är det kort tid sedan platsen kom ut?")),
}
"""What each weight is called, and what its comparison looks at."""


def percent(thousandths: int) -> str:
    """A weight as it is read and written: 75 is "7,5"."""
    return number(thousandths / 10)


class ShareField(Field):
    """Percent with at most one decimal, kept as whole thousandths."""

    widget = TextInput()

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        found = PERCENT.fullmatch("".join(valuelist).strip())
        self.data = int(found[1]) * 10 + int(found[2] or 0) if found else None
        if self.data is None or self.data > WHOLE:
            raise ValueError(
                _("Skriv ett tal från 0 till 100 med högst en decimal, till exempel 7,5.")
            )

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else percent(self.data)


def _share(name: str) -> Any:
    label, hint = COMPARISONS[name]
    return ShareField(label, description=hint)


class WeightsForm(FlaskForm):
    """Other weights than those in force. `tested` carries the last trial along, sealed."""

    occupation = _share("occupation")
    wish = _share("wish")
    experience = _share("experience")
    skills = _share("skills")
    text = _share("text")
    distance = _share("distance")
    first_job = _share("first_job")
    requirements = _share("requirements")
    freshness = _share("freshness")
    why = TextAreaField(lazy_("Varför?"), [at_most(LONGEST_WHY)], filters=[tidy])
    tested = HiddenField()
    use = SubmitField()

    @property
    def shares(self) -> list[ShareField]:
        """The fields of the weights."""
        return [self[name] for name in NAMES]

    @property
    def total(self) -> int | None:
        """What the weights add up to, in thousandths, if all can be read."""
        written = [field.data for field in self.shares if not field.errors]
        return sum(written) if len(written) == len(NAMES) else None

    def weights(self) -> Weights:
        """The weights of a form that has been found right."""
        return weights_of({field.name: field.data for field in self.shares})

    def trial(self, in_force: Mapping[str, int]) -> Trial | None:
        """The trial that came along, if it is of these very weights beside those in force."""
        written = {field.name: field.data for field in self.shares}
        with suppress(BadSignature, ValidationError):
            signed = _seal().loads(self.tested.data or "", max_age=WORKING_DAY.seconds)
            trial = Trial.from_json(signed)
            return trial if (trial.before, trial.after) == (in_force, written) else None
        return None

    def bring(self, trial: Trial) -> None:
        """Let a trial come along with the form."""
        self.tested.data = _seal().dumps(trial.to_json())

    def validate(self, extra_validators: Any = None) -> bool:
        """Check that the weights make one whole, and are others than before."""
        is_right = super().validate(extra_validators)
        self.form_errors = list(self._wrong_together())
        return is_right and not self.form_errors

    def validate_why(self, field: Field) -> None:
        """Ask for a reason from the moment that the weights are to be used."""
        if self.use.data and not field.data:
            raise Mistake(_("Skriv varför vikterna ändras. Det står kvar i historiken."))

    def _wrong_together(self) -> Iterator[str]:
        if self.total is not None and self.total != WHOLE:
            yield _(
                "Vikterna blir %(total)s procent tillsammans. De ska bli 100.",
                total=percent(self.total),
            )
        if all(field.data == field.object_data for field in self.shares):
            yield _("Det är de vikter som redan gäller. Ändra något först.")


def _seal() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="weights-trial")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a trial: what was counted, how to read it, and the count."""

    name: str
    meaning: str
    value: str


def figures_of(trial: Trial) -> list[Figure]:
    """A trial in words; a number of youths that could point somebody out is not told."""
    of_all = number(trial.suggestions)
    return [
        Figure(_("Ungdomar som har jämförts"), _who(trial), few(trial.youths)),
        Figure(
            _("Förslag som är kvar"),
            _("Av de tio första förslagen för varje ungdom."),
            _share_of(trial.kept),
        ),
        Figure(
            _("Samma ordning"),
            _("100 procent är precis samma ordning. De översta räknas mest."),
            _share_of(trial.likeness),
        ),
        Figure(
            _("Får ett starkare ord"),
            _("Till exempel från Möjlig till God."),
            _("%(count)s av %(all)s förslag", count=number(trial.stronger), all=of_all),
        ),
        Figure(
            _("Får ett svagare ord"),
            _("Till exempel från Stark till God."),
            _("%(count)s av %(all)s förslag", count=number(trial.weaker), all=of_all),
        ),
        Figure(
            _("Får ett annat förslag överst"),
            _("Det första som handläggaren ser."),
            _("%(count)s av %(all)s ungdomar", count=few(trial.other_first), all=few(trial.youths)),
        ),
    ]


def changes_of(trial: Trial) -> list[str]:
    """The weights that differ, from what to what in percent."""
    return [
        _(
            "%(name)s från %(before)s till %(after)s",
            name=COMPARISONS[name][0],
            before=percent(trial.before[name]),
            after=percent(trial.after[name]),
        )
        for name in NAMES
        if trial.before[name] != trial.after[name]
    ]


def _who(trial: Trial) -> str:
    if trial.sample < trial.active:
        return _(
            "De som har någon plats att få föreslagen, av %(sample)s som är lottade bland "
            "%(active)s aktiva. Det är samma ungdomar varje gång.",
            sample=number(trial.sample),
            active=number(trial.active),
        )
    return _("Alla aktiva som har någon plats att få föreslagen.")


def _share_of(share: float) -> str:
    return _("%(share)s procent", share=number(round(share * 100, 1)))
