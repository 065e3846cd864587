"""The forms of the administrators' pages."""

from flask_wtf import FlaskForm
from wtforms import DateField, SelectField, StringField
from wtforms.validators import DataRequired, Length, Optional

from accounts.models import RoleName
from accounts.permissions import STAFF
from foundation.translating import lazy_
from web.admin.wording import AGENCIES, LETTER_STATES, ROLES
from web.fields import ChoiceField
from web.signin.forms import ADDRESS

EVERY = ("", lazy_("Alla"))


class SearchForm(FlaskForm):
    """A form that lives in the address and changes nothing, so it needs no token."""

    class Meta:
        csrf = False


class UserSearchForm(SearchForm):
    """Look for users."""

    q = StringField(lazy_("Namn eller e-post"))
    role = SelectField(lazy_("Roll"), choices=[EVERY, *ROLES.items()])


class InviteForm(FlaskForm):
    """Invite a member of staff."""

    email = StringField(lazy_("E-postadress"), ADDRESS)
    name = StringField(
        lazy_("Namn"), (DataRequired(lazy_("Skriv personens namn.")), Length(max=120))
    )
    role = SelectField(
        lazy_("Roll"), choices=[(role, ROLES[role]) for role in RoleName if role in STAFF]
    )
    team = SelectField(lazy_("Team"), (Optional(),))
    agency = StringField(lazy_("Samverkanspart"), (Length(max=120),))


class AgencyForm(FlaskForm):
    """What kind of agency it is."""

    kind = ChoiceField(lazy_("Vilken typ är det?"), choices=list(AGENCIES.items()))


class AuditSearchForm(SearchForm):
    """Look in the audit log."""

    who = StringField(lazy_("Vem"))
    action = SelectField(lazy_("Vad"))
    subject = StringField(lazy_("Gällde"))
    since = DateField(lazy_("Från och med"), (Optional(),))
    until = DateField(lazy_("Till och med"), (Optional(),))


class LetterSearchForm(SearchForm):
    """Look for letters."""

    state = SelectField(
        lazy_("Läge"),
        choices=[EVERY, *((state, word) for state, (word, _kind) in LETTER_STATES.items())],
    )
    q = StringField(lazy_("Mottagarens adress"))
