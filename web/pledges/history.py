"""The history of a pledge, read from the audit log and put into words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from accounts.models import AuditEntry
from accounts.queries import Wanted, audit_lines, names
from foundation import clock
from foundation.translating import _, lazy_, short_day, zone
from openings.models import OpeningKind, Pledge
from web.openings import wording

FIELDS: dict[str, str] = {
    "promised": lazy_("Antal platser"),
    "kind": lazy_("Typ"),
    "starts_on": lazy_("Från och med"),
    "ends_on": lazy_("Till och med"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was done with a pledge: when, by whom, and what."""

    on: date
    by: str
    what: str


def of(session: Session, pledge: Pledge) -> list[Line]:
    """What has been done with the pledge, the latest first."""
    entries = list(session.exec(audit_lines(Wanted(subject_id=pledge.id))))
    people = names(session, {entry.actor_id for entry in entries if entry.actor_id})
    return [
        Line(
            clock.local_date(entry.at, zone()),
            people.get(entry.actor_id, "") if entry.actor_id else "",
            _what(entry),
        )
        for entry in entries
    ]


def _what(entry: AuditEntry) -> str:
    if entry.action == "pledge.made":
        return _("Lovade %(number)s platser", number=entry.facts["promised"])
    if entry.action == "pledge.ended":
        return _("Avslutade löftet")
    changes = [
        _("%(what)s: från %(before)s till %(after)s", what=str(label), before=before, after=after)
        for name, label in FIELDS.items()
        if name in entry.facts
        for before, after in [[_plainly(name, value) for value in entry.facts[name]]]
    ]
    return ". ".join(changes) or _("Ändrade anteckningen")


def _plainly(name: str, value: Any) -> str:
    if name == "kind":
        return wording.kind(OpeningKind(value)) if value else _("Alla slags platser")
    return str(value) if name == "promised" else short_day(date.fromisoformat(value))
