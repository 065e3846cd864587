"""A youth's answer to being known to all the agencies of her team."""

from datetime import date, datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from youths.agencies.sharing import revoke_consented
from youths.models import Youth


def answer(
    session: Session, youth: Youth, *, is_given: bool, on: date, by: User, now: datetime
) -> None:
    """Record the youth's answer, and the day she gave it.

    After a no she is seen by the agency of her responsible caseworker alone (and the team's
    coordinators), and what was shared by consent is taken back at once.
    """
    youth.team_consent, youth.team_consent_on = is_given, on
    session.flush()
    taken_back = 0 if is_given else revoke_consented(session, youth, by=by, now=now)
    action = "youth.team_consent_given" if is_given else "youth.team_consent_withdrawn"
    audit.record(session, by=by, action=action, subject=youth, now=now, taken_back=taken_back)
