"""The forms about signing in and one's own account."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, PasswordField, RadioField, StringField
from wtforms.validators import DataRequired, Email, EqualTo, Length

from accounts.passwords import LONGEST, SHORTEST
from foundation.translating import lazy_
from web.language import NAMES

ADDRESS = (
    DataRequired(lazy_("Skriv din e-postadress.")),
    Email(lazy_("Adressen ser inte ut som en e-postadress. Kontrollera stavningen.")),
    Length(max=254, message=lazy_("Adressen är för lång.")),
)


class LinkForm(FlaskForm):
    """An employer asks for a link to sign in with."""

    email = StringField(lazy_("E-postadress"), ADDRESS)
    next = HiddenField()


class PasswordForm(FlaskForm):
    """A member of staff signs in."""

    email = StringField(lazy_("E-postadress"), ADDRESS)
    password = PasswordField(
        lazy_("Lösenord"),
        (DataRequired(lazy_("Skriv ditt lösenord.")), Length(max=LONGEST)),
    )
    next = HiddenField()


class CodeForm(FlaskForm):
    """The second step for the one who has an authenticator app."""

    code = StringField(lazy_("Kod"), (DataRequired(lazy_("Skriv koden.")), Length(max=40)))


class AddressForm(FlaskForm):
    """Somebody has forgotten her password."""

    email = StringField(lazy_("E-postadress"), ADDRESS)


class OwnPasswordForm(FlaskForm):
    """Something that only the account's owner may do, so she shows her password."""

    current = PasswordField(
        lazy_("Ditt lösenord nu"),
        (DataRequired(lazy_("Skriv ditt lösenord.")), Length(max=LONGEST)),
    )


class NewPasswordForm(FlaskForm):
    """A password is chosen, twice."""

    password = PasswordField(
        lazy_("Nytt lösenord"),
        (
            DataRequired(lazy_("Välj ett lösenord.")),
            Length(SHORTEST, LONGEST, lazy_("Lösenordet behöver ha minst %(min)d tecken.")),
        ),
    )
    again = PasswordField(
        lazy_("Samma lösenord en gång till"),
        (
            DataRequired(lazy_("Skriv lösenordet en gång till.")),
            EqualTo("password", lazy_("Lösenorden är inte lika. Skriv samma två gånger.")),
        ),
    )


class ChangePasswordForm(OwnPasswordForm, NewPasswordForm):
    """The password is changed by its owner."""


class AuthenticatorForm(OwnPasswordForm, CodeForm):
    """The app shows its first code."""


class AccountForm(FlaskForm):
    """How the portal speaks to a person."""

    language = RadioField(lazy_("Språk"), choices=list(NAMES.items()))
    wants_digest = BooleanField(lazy_("Skicka mig en veckosammanställning"))
