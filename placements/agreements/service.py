"""Opening an agreement for signatures, and putting aside what nobody goes on with.

Locks are taken in this order: youth, agreement, opening, introduction.
"""

from contextlib import suppress
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from accounts.models import User
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, ngettext, zone
from openings.checks import NotReady
from openings.models import OpeningKind
from placements import introducing, links
from placements.agreements import checks, letters, queries
from placements.agreements.models import Agreement, AgreementState
from placements.agreements.prefilling import told_name
from placements.agreements.states import Act, after
from placements.agreements.turns import log, take_turn
from placements.asking import locked_youth
from placements.models import Disclosure, Ground, Introduction, Party, Purpose, Shared, Stage
from placements.moving import CLOCK, Actor, take
from placements.queries import disclosures_of
from placements.states import IllegalStep, Step
from placements.terms import LIMITS, terms_of

SHORTEST_LIFE = timedelta(days=LIMITS["draft_days"][0])


class NameNotAgreed(Refused):
    """The employer is about to learn the youth's name, which she must have said yes to."""

    message = lazy_("Fråga ungdomen om namnet får stå i överenskommelsen, och kryssa i rutan.")


def open_for_signatures(
    session: Session,
    agreement: Agreement,
    *,
    name_agreed: bool,
    seen_at: datetime,
    by: User,
    public_url: str,
    now: datetime,
) -> None:
    """Let the three sign, and tell the employer. A name it has not heard before leaves a receipt.

    Raises NotReady, NameNotAgreed, IsProtected, ChangedMeanwhile, NotNow or IllegalStep.
    """
    introduction = agreement.introduction
    locked_youth(session, introduction.youth_id)
    take_turn(session, agreement, Act.OPEN, seen_at=seen_at, now=now)
    terms = queries.current(session, agreement).terms
    problems = checks.gaps(terms, today=clock.local_date(now, zone()))
    if problems:
        raise NotReady(problems)
    if told_name(session, introduction) != terms.name:
        if not name_agreed:
            raise NameNotAgreed
        _disclose_name(session, introduction, terms.name, by, now)
    agreement.opened_at = now
    session.flush()
    log(session, agreement, "agreement.opened", by, now, number=agreement.number)
    people = introducing.people_to_tell(session, introduction)
    letters.waits_for_signature(session, people, agreement, public_url=public_url, now=now)


def drop(
    session: Session,
    agreement: Agreement,
    *,
    seen_at: datetime,
    note: str = "",
    by: User,
    public_url: str,
    now: datetime,
) -> None:
    """Put an unfinished agreement aside; the two may meet again.

    Raises ChangedMeanwhile, NotNow or IllegalStep.
    """
    before = take_turn(session, agreement, Act.DROP, seen_at=seen_at, now=now)
    was_open = before is AgreementState.OPEN
    actor = Actor(Party.CASEWORKER, by)
    _put_aside(session, agreement, actor, note, tells=was_open, public_url=public_url, now=now)


def tend(session: Session, *, public_url: str, now: datetime) -> int:
    """Put aside what nobody has touched for the team's days; returns how many that was."""
    today = clock.local_date(now, zone())
    rows = (
        select(Agreement)
        .join(Introduction)
        .where(col(Agreement.state).in_(queries.UNFINISHED), Introduction.stage == Stage.AGREEMENT)
        .where(col(Agreement.touched_at) < now - SHORTEST_LIFE)
        .order_by(col(Agreement.id))
    )
    expired = 0
    locked = rows.with_for_update(of=Agreement, skip_locked=True)
    for agreement in list(session.exec(locked)):
        days = terms_of(session, agreement.introduction.youth.team_id).draft_days
        if queries.last_day(agreement.touched_at, days) >= today:
            continue
        with suppress(IllegalStep), session.begin_nested():
            _expire(session, agreement, days, public_url=public_url, now=now)
            expired += 1
    return expired


def _expire(
    session: Session, agreement: Agreement, days: int, *, public_url: str, now: datetime
) -> None:
    was_open = agreement.state is AgreementState.OPEN
    agreement.state, agreement.updated_at = after(agreement.state, Act.EXPIRE), now
    note = ngettext(
        "Utkastet låg orört i %(num)s dag.", "Utkastet låg orört i %(num)s dagar.", days
    )
    _put_aside(session, agreement, CLOCK, note, tells=was_open, public_url=public_url, now=now)


def _put_aside(
    session: Session,
    agreement: Agreement,
    by: Actor,
    note: str,
    *,
    tells: bool,
    public_url: str,
    now: datetime,
) -> None:
    introduction = agreement.introduction
    take(session, introduction, Step.DROP_DRAFT, by=by, now=now, note=note)
    links.cancel(session, introduction, now=now)
    log(session, agreement, "agreement.dropped", by.user, now)
    if tells:
        people = introducing.people_to_tell(session, introduction)
        letters.put_aside(session, people, agreement, public_url=public_url, now=now)


def _disclose_name(
    session: Session, introduction: Introduction, name: str, by: User, now: datetime
) -> None:
    """A receipt of what the employer reads from now on: what it has been told, and the name."""
    told = disclosures_of(session, introduction)[:1]
    kept = [each for one in told for each in one.shared if each.field != "name"]
    is_placement = introduction.opening.kind is OpeningKind.WORK_PLACEMENT
    session.add(
        Disclosure(
            introduction_id=introduction.id,
            shared=[Shared(field="name", value=name), *kept],
            purpose=Purpose.WORK_PLACEMENT if is_placement else Purpose.RECRUITMENT,
            ground=Ground.CONSENT,
            made_by_id=by.id,
            made_at=now,
        )
    )
    session.flush()
