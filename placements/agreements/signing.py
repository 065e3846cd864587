"""Signing: in the portal, by a youth's single-use link, or written down on somebody's behalf.

The last of the three signatures starts the placement, or is refused with it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, select

from accounts.models import User
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from placements import introducing, links
from placements.agreements import letters, queries
from placements.agreements.models import (
    SIGNERS,
    WAY_OF,
    Agreement,
    AgreementVersion,
    OnBehalf,
    Signature,
)
from placements.agreements.states import Act, NotNow, after
from placements.agreements.turns import ChangedMeanwhile, log, touch
from placements.asking import locked_youth
from placements.models import Introduction, LinkFor, Party, Stage, Way
from placements.moving import Actor
from placements.states import IllegalStep
from placements.work import service as work

LINK_LASTS = timedelta(days=7)


class SignedAlready(Refused):
    """That party has signed this version."""

    message = lazy_("Den underskriften finns redan. Ladda om sidan för att se den.")


class NoName(Refused):
    """A signature is the name of the one who signs."""

    message = lazy_("Skriv ditt namn för att skriva under.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """A signature to give: whose, the name as typed, and why a caseworker writes it down."""

    party: Party
    name: str
    on_behalf: OnBehalf | None = None
    note: str = ""


def link_for_youth(session: Session, agreement: Agreement, *, now: datetime) -> str:
    """A token for the youth to read and sign by; links from before stop working.

    The caseworker passes it on the way they keep in touch. Raises NotNow.
    """
    after(agreement.state, Act.SIGN)
    links.cancel(session, agreement.introduction, now=now)
    last = clock.local_date(now, zone()) + LINK_LASTS
    until = clock.end_of(last, zone())
    return links.issue(
        session,
        agreement.introduction,
        LinkFor.SIGN,
        to=None,
        expires_at=until,
    )


def sign(
    session: Session,
    agreement: Agreement,
    signing: Signing,
    *,
    seen_at: datetime,
    by: Actor,
    public_url: str,
    now: datetime,
) -> Signature:
    """Sign the version that was seen; the third signature starts the placement.

    Raises NoName, IsProtected, ChangedMeanwhile, SignedAlready, NotNow, IllegalStep or
    NoVacancyLeft; then nothing is kept of it, and the signatures from before stand.
    """
    if not signing.name:
        raise NoName
    with session.begin_nested():
        version = _lock(session, agreement, seen_at)
        given = {each.party for each in _signatures(session, version)}
        if signing.party in given:
            raise SignedAlready
        signature = _write(session, version, signing, by, now)
        is_last = given | {signing.party} == set(SIGNERS)
        agreement.state = after(agreement.state, Act.COMPLETE if is_last else Act.SIGN)
        log(session, agreement, "agreement.signed", by.user, now, **_codes(signing))
        if is_last:
            _complete(session, agreement, version, by=by, public_url=public_url, now=now)
        else:
            touch(session, agreement, now)
    return signature


def sign_by_link(
    session: Session, token: str, name: str, *, seen_at: datetime, public_url: str, now: datetime
) -> Agreement:
    """The youth signs by her own link. Raises LinkOver, or as `sign` does; the link then lasts."""
    with session.begin_nested():
        introduction = links.redeem(session, token, LinkFor.SIGN, now=now).introduction
        agreement = queries.get_agreement(session, introduction)
        sign(
            session,
            agreement,
            Signing(party=Party.YOUTH, name=name),
            seen_at=seen_at,
            by=Actor(Party.YOUTH, way=Way.LINK),
            public_url=public_url,
            now=now,
        )
    return agreement


def _lock(session: Session, agreement: Agreement, seen_at: datetime) -> AgreementVersion:
    """Hold the youth and the agreement, and demand that it is as it was seen and can be signed."""
    introduction = agreement.introduction
    locked_youth(session, introduction.youth_id)
    session.refresh(agreement, with_for_update={"of": Agreement})
    session.refresh(introduction)
    if introduction.stage is not Stage.AGREEMENT:
        raise IllegalStep
    if agreement.updated_at != seen_at:
        raise ChangedMeanwhile
    after(agreement.state, Act.SIGN)
    return queries.current(session, agreement)


def _signatures(session: Session, version: AgreementVersion) -> list[Signature]:
    return list(session.exec(select(Signature).where(Signature.version_id == version.id)))


def _write(
    session: Session, version: AgreementVersion, signing: Signing, by: Actor, now: datetime
) -> Signature:
    """Keep the signature; only a caseworker signs for others, and then she says why."""
    is_own = by.party is signing.party
    if not is_own and (by.party is not Party.CASEWORKER or signing.on_behalf is None):
        raise NotNow
    reason = None if is_own else signing.on_behalf
    signature = Signature(
        version_id=version.id,
        party=signing.party,
        name=signing.name,
        by_id=by.user.id if by.user else None,
        way=WAY_OF[reason] if reason else by.way,
        on_behalf=reason,
        note=signing.note if reason else "",
        signed_at=now,
    )
    session.add(signature)
    session.flush()
    return signature


def _codes(signing: Signing) -> dict[str, object]:
    return {"party": signing.party, "on_behalf": signing.on_behalf}


def _complete(
    session: Session,
    agreement: Agreement,
    version: AgreementVersion,
    *,
    by: Actor,
    public_url: str,
    now: datetime,
) -> None:
    introduction, terms = agreement.introduction, version.terms
    if terms.starts_on is None:
        raise NotNow
    agreement.signed_at = agreement.touched_at = now
    work.start(
        session,
        introduction,
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        follow_ups=terms.follow_ups,
        by=by,
        now=now,
    )
    links.cancel(session, introduction, now=now)
    _tell(session, introduction, agreement, public_url=public_url, now=now)


def _tell(
    session: Session,
    introduction: Introduction,
    agreement: Agreement,
    *,
    public_url: str,
    now: datetime,
) -> None:
    people: list[User] = introducing.people_to_tell(session, introduction)
    caseworker = introduction.youth.responsible
    letters.signed_by_all(session, people, caseworker, agreement, public_url=public_url, now=now)
