"""What codes about the first days, and the differences of versions, are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foundation.translating import _, lazy_
from youths.first_days.models import PauseReason, Way
from youths.plans import wording
from youths.plans.models import FrozenActivity
from youths.plans.versions import Difference

WAYS: Mapping[Way, str] = {
    Way.IN_PERSON: lazy_("Träffades"),
    Way.PHONE: lazy_("Telefon"),
    Way.TEXT_MESSAGE: lazy_("Sms"),
    Way.MAIL: lazy_("Mejl eller brev"),
    Way.VIDEO: lazy_("Videosamtal"),
    Way.VISIT: lazy_("Hembesök"),
}
PAUSES: Mapping[PauseReason, str] = {
    PauseReason.WORK: lazy_("Jobbar en tid"),
    PauseReason.STUDIES: lazy_("Studerar en tid"),
    PauseReason.SERVICE: lazy_("Gör värnplikt"),
    PauseReason.AWAY: lazy_("Är bortrest"),
    PauseReason.OWN_WISH: lazy_("Vill vänta"),
    PauseReason.OTHER: lazy_("Annat skäl"),
}
"""No reason says anything of health or family."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A row of a comparison: what it is about, how it was, and how it became."""

    label: str
    before: str
    after: str


def changes(found: list[Difference]) -> Iterator[Changed]:
    """Differences between two versions, in words."""
    for each in found:
        if each.part == "activity":
            either = each.after or each.before
            label = wording.name(either) if isinstance(either, FrozenActivity) else ""
        else:
            label = _("Mål") if each.part == "goal" else str(wording.PARTS[each.part])
        yield Changed(label, _side(each.before), _side(each.after))


def _side(value: str | FrozenActivity | None) -> str:
    """One side of a difference; nothing where the plan did not hold it."""
    if isinstance(value, FrozenActivity):
        return wording.told(value)
    return value or ""
