"""What a caseworker answers about a suggestion. Each answer is one button."""

from datetime import date, timedelta

from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.validators import DataRequired

from foundation.translating import lazy_
from suggestions.decisions import LONGEST_NOTE
from suggestions.models import DismissalReason
from web.fields import text

REASONS: dict[DismissalReason, str] = {
    DismissalReason.YOUTH_NOT_INTERESTED: lazy_("Ungdomen vill inte"),
    DismissalReason.TOO_FAR: lazy_("För långt bort"),
    DismissalReason.WRONG_OCCUPATION: lazy_("Fel slags arbete"),
    DismissalReason.REQUIREMENTS_TOO_HIGH: lazy_("För höga krav just nu"),
    DismissalReason.ALREADY_APPLIED: lazy_("Redan sökt"),
    DismissalReason.OPENING_OUTDATED: lazy_("Platsen verkar inte finnas kvar"),
    DismissalReason.OTHER: lazy_("Något annat"),
}

WAITS: dict[str, tuple[str, timedelta]] = {
    "week": (lazy_("Om en vecka"), timedelta(weeks=1)),
    "fortnight": (lazy_("Om två veckor"), timedelta(weeks=2)),
    "month": (lazy_("Om en månad"), timedelta(weeks=4)),
    "quarter": (lazy_("Om tre månader"), timedelta(weeks=13)),
}


class DismissForm(FlaskForm):
    """Why a suggestion does not fit."""

    reason = RadioField(
        lazy_("Varför passar den inte?"),
        [DataRequired(lazy_("Välj varför platsen inte passar."))],
        choices=[(reason.value, words) for reason, words in REASONS.items()],
    )
    note = text(lazy_("Anteckning"), most=LONGEST_NOTE)


class LaterForm(FlaskForm):
    """When a suggestion is to come back."""

    wait = RadioField(
        lazy_("När ska förslaget komma tillbaka?"),
        [DataRequired(lazy_("Välj när förslaget ska komma tillbaka."))],
        choices=[(code, words) for code, (words, _length) in WAITS.items()],
    )

    def until(self, today: date) -> date:
        """The day that was chosen."""
        _words, length = WAITS[self.wait.data]
        return today + length
