"""The form of a youth's yes to a weekly letter."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import RadioField, StringField
from wtforms.validators import Email, Length, ValidationError

from foundation.translating import _, lazy_
from web.fields import DayField, tidy
from web.language import NAMES
from youths.own_letters.models import LetterWay


class OwnLetterForm(FlaskForm):
    """How she wants it, where to, in which language, and when she said so."""

    way = RadioField(
        lazy_("Hur vill ungdomen ha brevet?"),
        choices=[
            (LetterWay.PAPER.value, lazy_("Utskrivet, av dig")),
            (LetterWay.MAIL.value, lazy_("Till sin egen e-post")),
        ],
    )
    address = StringField(
        lazy_("Ungdomens e-postadress"),
        [Length(max=254, message=lazy_("Adressen är för lång."))],
        filters=[tidy],
    )
    language = RadioField(lazy_("Språk i brevet"), choices=list(NAMES.items()))
    agreed_on = DayField(lazy_("Dag då ungdomen sa ja"))

    def validate_address(self, field: StringField) -> None:
        """Mail needs somewhere to go; whoever wants it printed need not write anything."""
        if self.way.data != LetterWay.MAIL:
            return
        if not field.data:
            raise ValidationError(_("Skriv adressen som brevet ska gå till."))
        Email(_("Adressen ser inte ut som en e-postadress. Kontrollera stavningen."))(self, field)

    def validate(self, extra_validators: Any = None) -> bool:
        """Without the day of her yes there is none."""
        is_valid = bool(super().validate(extra_validators))
        if self.agreed_on.data is None and not self.agreed_on.errors:
            self.agreed_on.errors = [_("Skriv vilken dag ungdomen sa ja.")]
            return False
        return is_valid

    @property
    def wanted_address(self) -> str | None:
        """The address, if she wants mail."""
        return self.address.data if self.way.data == LetterWay.MAIL else None
