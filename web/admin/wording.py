"""Codes as administrators read them."""

from accounts.models import AgencyKind, RoleName, User
from foundation import delivery
from foundation.bounces import RETURNED
from foundation.outbox import LetterState
from foundation.translating import _, lazy_

ROLES = {
    RoleName.CASEWORKER: lazy_("Handläggare"),
    RoleName.COORDINATOR: lazy_("Samordnare"),
    RoleName.STEERING: lazy_("Styrgrupp"),
    RoleName.ADMINISTRATOR: lazy_("Administratör"),
    RoleName.EMPLOYER: lazy_("Arbetsgivare"),
}

AGENCIES = {
    AgencyKind.EMPLOYMENT_SERVICE: lazy_("Arbetsförmedling"),
    AgencyKind.MUNICIPALITY: lazy_("Kommun"),
    AgencyKind.SOCIAL_SERVICES: lazy_("Socialtjänst"),
    AgencyKind.SOCIAL_INSURANCE: lazy_("Försäkringskassa"),
    AgencyKind.ACTIVITY_RESPONSIBILITY: lazy_("Kommunalt aktivitetsansvar"),
    AgencyKind.OTHER: lazy_("Annat"),
}

LETTER_STATES = {
    LetterState.WAITING: (lazy_("Väntar"), "waits"),
    LetterState.SENT: (lazy_("Skickat"), "done"),
    LetterState.FAILED: (lazy_("Kom inte fram"), "expired"),
}


def why(error: str | None) -> str:
    """Why a letter has not arrived, in words where there are any, and else as the server said."""
    if error == delivery.MARKED:
        return _("Adressen är markerad.")
    if error == delivery.NOBODY_KNOWS:
        return _("Ingen vet om det kom fram.")
    if error and error.startswith(RETURNED):
        return _("Kom tillbaka (%(code)s).", code=error.removeprefix(RETURNED))
    return error or ""


def state_of(user: User) -> tuple[str, str]:
    """How an account stands, in a word, and the kind of tag that shows it."""
    if not user.active:
        return _("Avstängd"), "expired"
    if user.confirmed_at is None:
        return _("Inbjuden"), "waits"
    return _("Aktiv"), "done"
