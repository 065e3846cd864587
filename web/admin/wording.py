"""Codes as administrators read them."""

from accounts.models import RoleName, User
from foundation.outbox import LetterState
from foundation.translating import _, lazy_

ROLES = {
    RoleName.CASEWORKER: lazy_("Handläggare"),
    RoleName.COORDINATOR: lazy_("Samordnare"),
    RoleName.STEERING: lazy_("Styrgrupp"),
    RoleName.ADMINISTRATOR: lazy_("Administratör"),
    RoleName.EMPLOYER: lazy_("Arbetsgivare"),
}

LETTER_STATES = {
    LetterState.WAITING: (lazy_("Väntar"), "waits"),
    LetterState.SENT: (lazy_("Skickat"), "done"),
    LetterState.FAILED: (lazy_("Kom inte fram"), "expired"),
}


def state_of(user: User) -> tuple[str, str]:
    """How an account stands, in a word, and the kind of tag that shows it."""
    if not user.active:
        return _("Avstängd"), "expired"
    if user.confirmed_at is None:
        return _("Inbjuden"), "waits"
    return _("Aktiv"), "done"
