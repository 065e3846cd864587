"""One qualified message to an employer, after an assessment of what she may learn; her answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from accounts.models import User
from employers.models import Employer
from employers.queries import actors_at
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from openings.models import OpeningState
from placements import disclosing, letters, links
from placements.asking import locked_youth
from placements.disclosing import Written
from placements.load import has_room, loads
from placements.models import (
    AnswerLink,
    Disclosure,
    Ground,
    Introduction,
    LinkFor,
    Party,
    Purpose,
    Way,
    Why,
)
from placements.moving import Actor, take
from placements.states import Step
from placements.terms import answer_days, terms_of

POSTPONED = timedelta(days=14)


class NothingTold(Refused):
    """An introduction that tells nothing is no introduction."""

    message = lazy_("Kryssa i minst en uppgift som arbetsgivaren får läsa.")


class EmployerIsFull(Refused):
    """The employer has as much to answer as we ask of one."""

    message = lazy_(
        "Arbetsgivaren har redan många presentationer att svara på. Vänta några dagar, eller ring."
    )


class EmployerRests(Refused):
    """The employer has asked not to be introduced to anybody, for a while or for good."""

    message = lazy_(
        "Arbetsgivaren har paus från presentationer. Ring, eller vänta tills den är slut."
    )


class OpeningIsGone(Refused):
    """The opening is closed, paused or filled."""

    message = lazy_("Platsen går inte att söka längre.")


class NobodyToAsk(Refused):
    """No colleague of the employer has an account; it is asked by phone instead."""

    message = lazy_("Ingen hos arbetsgivaren har ett konto. Presentera på annat sätt i stället.")


class Answer(StrEnum):
    """What an employer says to an introduction."""

    YES = "yes"
    NO = "no"
    LATER = "later"


STEPS = {Answer.YES: Step.WELCOME, Answer.NO: Step.TURN_DOWN, Answer.LATER: Step.POSTPONE}
ANSWER_REASONS = (
    Why.FILLED,
    Why.OTHER_PROFILE,
    Why.NO_SUPERVISOR,
    Why.BAD_TIME,
    Why.OTHER,
)
"""What an employer may say about a no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A disclosure assessment: what is ticked, what is written beside, for what, on what ground."""

    ticked: Collection[str]
    written: Written
    purpose: Purpose
    ground: Ground
    note: str = ""


def introduce(
    session: Session,
    introduction: Introduction,
    assessment: Assessment,
    *,
    is_outside: bool = False,
    by: User,
    public_url: str,
    now: datetime,
) -> Disclosure:
    """Tell the employer what was ticked, and ask for an answer by mail.

    `is_outside` is an introduction by phone or in person, as to an employer without an account:
    no mail goes out, and the caseworker writes the answer down. Raises IsProtected, NothingTold,
    OpeningIsGone, EmployerIsFull, NobodyToAsk or IllegalStep.
    """
    today = clock.local_date(now, zone())
    youth = locked_youth(session, introduction.youth_id)
    told = disclosing.told(
        disclosing.tellable(youth, assessment.written, today=today), assessment.ticked
    )
    if not told:
        raise NothingTold
    _demand_open(introduction)
    terms = terms_of(session, youth.team_id)
    due, remind = answer_days(terms, today)
    if not is_outside:
        _demand_room(session, introduction, terms.most_a_week, now)
    disclosure = Disclosure(
        introduction_id=introduction.id,
        shared=told,
        purpose=assessment.purpose,
        ground=assessment.ground,
        note=assessment.note,
        made_by_id=by.id,
        made_at=now,
    )
    session.add(disclosure)
    take(
        session,
        introduction,
        Step.INTRODUCE,
        by=Actor(Party.CASEWORKER, by, Way.PHONE if is_outside else Way.PORTAL),
        now=now,
        introduced_at=now,
        is_outside=is_outside,
        due_on=due,
        remind_on=None if is_outside else remind,
    )
    if not is_outside:
        tell(session, introduction, public_url=public_url, now=now)
    return disclosure


def tell(
    session: Session,
    introduction: Introduction,
    *,
    public_url: str,
    now: datetime,
    is_reminder: bool = False,
) -> None:
    """Queue a letter with a link of her own to every colleague who answers for the employer."""
    opening, due = introduction.opening, introduction.due_on
    people = people_to_tell(session, introduction)
    if opening.employer is None or due is None or not people:
        raise NobodyToAsk
    send = letters.reminder if is_reminder else letters.introduction_waits
    for person in people:
        token = links.issue(
            session, introduction, LinkFor.ANSWER, to=person, expires_at=clock.end_of(due, zone())
        )
        address = public_url + letters.ANSWER_PATH + token
        send(session, person, opening, address, due=due, now=now)


def people_to_tell(session: Session, introduction: Introduction) -> list[User]:
    """The colleagues of the opening's employer who may answer; nobody for an imported opening."""
    employer_id = introduction.opening.employer_id
    if employer_id is None or introduction.is_outside:
        return []
    return actors_at(session, employer_id)


def answer(
    session: Session,
    introduction: Introduction,
    said: Answer,
    *,
    why: Why | None = None,
    note: str = "",
    by: Actor,
    public_url: str,
    now: datetime,
) -> None:
    """Write down the employer's answer. A yes spends every link; a later moves the last day.

    The caseworker gets a letter, unless it is she who writes it down.

    Raises IllegalStep where somebody has answered already.
    """
    values: Mapping[str, date | datetime] = {"answered_at": now}
    if said is Answer.LATER:
        later = clock.local_date(now, zone()) + POSTPONED
        values = {"due_on": later, "remind_on": later - timedelta(days=2)}
    reason = why if said is Answer.NO else None
    take(session, introduction, STEPS[said], by=by, now=now, why=reason, note=note, **values)
    links.cancel(session, introduction, now=now)
    if by.party is Party.EMPLOYER:
        letters.answered(session, introduction, public_url=public_url, now=now)


def answering(session: Session, token: str, *, now: datetime) -> AnswerLink:
    """The link of a colleague who still answers for the employer. Raises LinkOver."""
    link = links.find(session, token, LinkFor.ANSWER, now=now)
    if link.user not in people_to_tell(session, link.introduction):
        raise links.LinkOver
    return link


def answer_by_link(
    session: Session,
    token: str,
    said: Answer,
    *,
    why: Why | None = None,
    public_url: str,
    now: datetime,
) -> Introduction:
    """A colleague answers by her own link. Raises LinkOver or IllegalStep."""
    answering(session, token, now=now)
    link = links.redeem(session, token, LinkFor.ANSWER, now=now)
    by = Actor(Party.EMPLOYER, link.user, Way.LINK)
    answer(session, link.introduction, said, why=why, by=by, public_url=public_url, now=now)
    return link.introduction


def _demand_open(introduction: Introduction) -> None:
    opening = introduction.opening
    if opening.state is not OpeningState.PUBLISHED or opening.vacancies_left < 1:
        raise OpeningIsGone


def _demand_room(session: Session, introduction: Introduction, most: int, now: datetime) -> None:
    """Keep to what one employer is asked; two who introduce at once take turns."""
    employer_id = introduction.opening.employer_id
    if employer_id is None:
        raise NobodyToAsk
    employer = session.get_one(Employer, employer_id, with_for_update=True)
    if not employer.takes_introductions(clock.local_date(now, zone())):
        raise EmployerRests
    if not has_room(loads(session, [employer_id], now=now).get(employer_id, 0.0), most):
        raise EmployerIsFull
