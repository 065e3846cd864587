"""A youth's yes to a letter of her own, and her no, after which her address is forgotten."""

from datetime import date, datetime

from sqlmodel import Session, col, delete, select

from accounts import audit
from accounts.models import User
from foundation.errors import Refused
from foundation.outbox import QueuedLetter
from foundation.translating import lazy_
from youths import belonging
from youths.models import Youth
from youths.own_letters.models import LetterWay, OwnLetter, OwnLetterWeek


class NoMail(Refused):
    """Nobody with protected identity is written to."""

    message = lazy_("Ungdomen har skyddade personuppgifter. Skriv ut brevet i stället.")


def agree(
    session: Session,
    youth: Youth,
    *,
    address: str | None,
    language: str,
    on: date,
    by: User,
    now: datetime,
) -> OwnLetter:
    """Write down that the youth wants a weekly letter: to `address`, or printed without one.

    Raises NoMail.
    """
    if address and youth.protected_identity:
        raise NoMail
    belonging.lock(session, youth)
    letter = belonging.only(session, OwnLetter, youth) or OwnLetter(
        youth_id=youth.id, way=LetterWay.PAPER, agreed_on=on, recorded_by_id=by.id, updated_at=now
    )
    if letter.address and letter.address != address:
        _forget(session, youth)
    letter.way = LetterWay.MAIL if address else LetterWay.PAPER
    letter.address, letter.language, letter.agreed_on = address or None, language, on
    letter.recorded_by_id, letter.updated_at = by.id, now
    session.add(letter)
    session.flush()
    audit.record(
        session, by=by, action="own_letter.agreed", subject=youth, now=now, way=letter.way.value
    )
    return letter


def end(session: Session, youth: Youth, *, by: User | None, now: datetime) -> None:
    """Forget her yes, her address, and the letters that were sent there; she may have none."""
    belonging.lock(session, youth)
    letter = belonging.only(session, OwnLetter, youth)
    if letter is None:
        return
    _forget(session, youth)
    session.delete(letter)
    session.flush()
    audit.record(session, by=by, action="own_letter.ended", subject=youth, now=now)


def _forget(session: Session, youth: Youth) -> None:
    """Remove the letters from the outbox: they hold the address. The weeks stay."""
    weeks = session.exec(select(OwnLetterWeek).where(OwnLetterWeek.youth_id == youth.id)).all()
    letters = [week.letter_id for week in weeks if week.letter_id]
    for week in weeks:
        week.letter_id = None
    session.flush()
    session.exec(delete(QueuedLetter).where(col(QueuedLetter.id).in_(letters)))
