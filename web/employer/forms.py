"""The forms of an employer about itself: signing up, describing, inviting."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, StringField
from wtforms.validators import URL, DataRequired, Email, Length, Optional, ValidationError

from employers import numbers
from employers.models import ColleagueRole
from employers.numbers import OrganizationNumber
from foundation.errors import Refused
from foundation.translating import _, lazy_
from web.employer.wording import KINDS, ROLES_AT_LENGTH
from web.employer_openings.forms import municipalities
from web.fields import ButtonsField, ChoiceField, DayField, VersionField, line, text, tidy


def _needed(label: str, message: str, *, most: int = 120) -> Any:
    validators = [DataRequired(message), Length(max=most)]
    return StringField(label, validators, filters=[tidy])


def _address() -> Any:
    wrong = lazy_("Adressen ser inte ut som en e-postadress. Kontrollera stavningen.")
    validators = [DataRequired(lazy_("Skriv e-postadressen.")), Email(wrong), Length(max=254)]
    return StringField(lazy_("E-postadress"), validators, filters=[tidy])


def _place() -> Any:
    needed = [DataRequired(lazy_("Välj kommunen där arbetet utförs."))]
    return ChoiceField(lazy_("Kommun"), validators=needed, choices=municipalities)


def tell_what_differs(form: FlaskForm, written: Mapping[str, object], refusal: Refused) -> None:
    """Name what differs from the colleague's version; who saves again has been told."""
    for name, value in written.items():
        if (form[name].data or "") != (value or ""):
            form[name].errors = [*form[name].errors, _("En kollega har skrivit något annat här.")]
    form.form_errors.append(f"{refusal} {_('Spara igen om det du har skrivit gäller.')}")


def _role() -> Any:
    return ButtonsField(
        lazy_("Vad ska kollegan få göra?"),
        default=ColleagueRole.RECRUITER,
        choices=lambda: list(ROLES_AT_LENGTH.items()),
    )


class SignUpForm(FlaskForm):
    """A person and her employer, told once."""

    country = ButtonsField(
        lazy_("Var är organisationen registrerad?"),
        default="SE",
        choices=lambda: [("SE", lazy_("Sverige")), ("NO", lazy_("Norge"))],
    )
    number = _needed(lazy_("Organisationsnummer"), lazy_("Skriv organisationsnumret."), most=40)
    organization = _needed(lazy_("Organisationens namn"), lazy_("Skriv vad organisationen heter."))
    place = _place()
    name = _needed(lazy_("Ditt namn"), lazy_("Skriv ditt namn."))
    email = _address()

    checked_number: OrganizationNumber

    def validate_number(self, field: Field) -> None:
        """Read the number as people write it. A person's number is refused and not kept."""
        if self.country.errors:
            return
        try:
            self.checked_number = numbers.read(field.data, self.country.data)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


class OrganisationForm(FlaskForm):
    """What caseworkers read about the employer."""

    version = VersionField()
    name = _needed(lazy_("Organisationens namn"), lazy_("Skriv vad organisationen heter."))
    kind = ChoiceField(lazy_("Typ av organisation"), choices=lambda: list(KINDS.items()))
    website = StringField(
        lazy_("Webbplats"),
        [
            Optional(),
            URL(message=lazy_("Skriv hela adressen, till exempel https://exempel.se.")),
            Length(max=300),
        ],
        filters=[tidy],
    )
    about = text(lazy_("Om er"), most=2_000)


class WorkplaceForm(FlaskForm):
    """Where work is done."""

    version = VersionField()
    name = _needed(lazy_("Arbetsställets namn"), lazy_("Skriv vad ni kallar arbetsstället."))
    place = _place()
    street_address = line(lazy_("Adress"))
    accessibility = text(lazy_("Hur är det att komma in och röra sig?"), most=1_000)


class PauseForm(FlaskForm):
    """Until when no introductions are wanted."""

    until = DayField(lazy_("Pausa till och med"))


class InvitationForm(FlaskForm):
    """A colleague is let in."""

    name = _needed(lazy_("Kollegans namn"), lazy_("Skriv kollegans namn."))
    email = _address()
    role = _role()


class RoleForm(FlaskForm):
    """What a colleague may do."""

    role = _role()


class HeirForm(FlaskForm):
    """Who takes over from somebody who leaves."""

    heir = ChoiceField(
        lazy_("Vem tar över?"), [DataRequired(lazy_("Välj vem som tar över."))], choices=[]
    )
