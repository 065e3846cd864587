"""Writing in the directory of partners. Coordinators do; every caseworker reads it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from accounts import audit
from accounts.models import User
from events.partners import presets
from events.partners.models import Function, Partner, PartnerKind
from foundation.db import take_turn
from foundation.errors import Refused
from foundation.translating import lazy_


class ChangedMeanwhile(Refused):
    """Another coordinator saved another version after this one was opened."""

    message = lazy_("Någon annan har ändrat partnern medan du skrev.")


class KnownAlready(Refused):
    """One partner of a name in a country."""

    message = lazy_("Det finns redan en partner med det namnet.")


class NoAddress(Refused):
    """An address can be written to."""

    message = lazy_("En av e-postadresserna stämmer inte. Kontrollera den.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFacts:
    """What is written about a partner; every field has the name of its column."""

    name: str
    kind: PartnerKind
    country: str = "SE"
    county: str | None = None
    municipality: str | None = None
    functions: tuple[Function, ...] = ()
    note: str = ""

    @classmethod
    def of(cls, partner: Partner) -> Self:
        """What is written now."""
        names = (name for name in cls.__dataclass_fields__ if name != "functions")
        facts = {name: getattr(partner, name) for name in names}
        return cls(**facts, functions=tuple(partner.functions))

    def columns(self) -> dict[str, Any]:
        """The facts as they are kept."""
        return asdict(self) | {"functions": [*self.functions]}


def add(session: Session, facts: PartnerFacts, *, by: User, now: datetime) -> Partner:
    """Add a partner. Raises NoAddress or KnownAlready."""
    _demand(session, facts, None)
    partner = Partner(created_at=now, updated_at=now, **facts.columns())
    session.add(partner)
    session.flush()
    audit.record(session, by=by, action="partner.added", subject=partner, now=now)
    return partner


def change(
    session: Session,
    partner: Partner,
    facts: PartnerFacts,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> None:
    """Write anew what is known of a partner. Raises ChangedMeanwhile, NoAddress, KnownAlready."""
    if not take_turn(session, partner, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    _demand(session, facts, partner)
    for name, value in facts.columns().items():
        setattr(partner, name, value)
    session.flush()
    audit.record(session, by=by, action="partner.changed", subject=partner, now=now)


def remove(session: Session, partner: Partner, *, by: User, now: datetime) -> None:
    """Take a partner out of the directory."""
    audit.record(session, by=by, action="partner.removed", subject=partner, now=now)
    session.delete(partner)
    session.flush()


def add_preset(session: Session, *, by: User, now: datetime) -> int:
    """Add the municipalities of the preset that are not there yet; returns how many."""
    known = set(session.exec(select(Partner.name).where(Partner.country == "SE")))
    new = [
        Partner(
            name=each.name,
            kind=PartnerKind.MUNICIPALITY,
            county=each.county,
            municipality=each.code,
            created_at=now,
            updated_at=now,
        )
        for each in presets.municipalities()
        if each.name not in known
    ]
    session.add_all(new)
    session.flush()
    audit.record(
        session, by=by, action="partner.preset_added", subject=None, now=now, count=len(new)
    )
    return len(new)


def _demand(session: Session, facts: PartnerFacts, own: Partner | None) -> None:
    for function in facts.functions:
        if function.address:
            try:
                validate_email(function.address, check_deliverability=False)
            except EmailNotValidError as error:
                raise NoAddress from error
    same: list[ColumnElement[bool]] = [
        func.lower(Partner.name) == facts.name.lower(),
        col(Partner.country) == facts.country,
    ]
    if own:
        same.append(col(Partner.id) != own.id)
    if session.exec(select(Partner.id).where(*same)).first():
        raise KnownAlready
