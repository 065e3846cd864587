"""A question to a colleague of another agency, with a deadline, instead of one more appointment."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, or_, select, update
from sqlmodel.sql.expression import SelectOfScalar

from accounts import audit
from accounts.models import TeamMember, User
from accounts.queries import caseworkers_of
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from youths import queries
from youths.agencies import letters
from youths.agencies.models import AgencyQuestion, Ground
from youths.agencies.seeing import (
    Relation,
    Seen,
    Subject,
    agency_in,
    demand_agency,
    relation_to,
    seen,
)
from youths.models import Youth

USUAL_DAYS = 5
LONGEST = timedelta(days=60)
FIELDS = ("from_agency", "to_agency", "due_on", "text", "answer")


class NobodyToAsk(Refused):
    """A question goes to a colleague of another agency who sees the youth."""

    message = lazy_("Välj en kollega i teamet som kommer från en annan myndighet.")


class BadDeadline(Refused):
    """There must be time to answer, and not too much of it."""

    message = lazy_("Välj en dag från i dag till 60 dagar fram.")


class AnsweredAlready(Refused):
    """Somebody was faster, or the question was taken back."""

    message = lazy_("Frågan är redan besvarad eller återtagen. Ladda om sidan.")


@dataclass(frozen=True, slots=True)
class SeenQuestion(Seen):
    """A question as one person sees it; `row` is for its people and its state."""

    row: AgencyQuestion


def may_be_asked(session: Session, youth: Youth, user: User) -> list[User]:
    """The colleagues of other agencies in the youth's team who see her, by name."""
    agencies = dict(
        session.exec(
            select(TeamMember.user_id, TeamMember.agency_id).where(
                TeamMember.team_id == youth.team_id
            )
        ).all()
    )
    mine = agencies.get(user.id)
    return [
        colleague
        for colleague in caseworkers_of(session, youth.team_id)
        if agencies.get(colleague.id) not in {None, mine}
        and queries.is_visible(session, youth.id, to=colleague)
    ]


def ask(
    session: Session,
    youth: Youth,
    to: User,
    text: str,
    *,
    ground: Ground,
    due_on: date,
    today: date,
    public_url: str,
    by: User,
    now: datetime,
) -> AgencyQuestion:
    """Ask, and tell the colleague by letter that something waits.

    Raises NoAgency, NobodyToAsk or BadDeadline.
    """
    sender = demand_agency(session, by, youth)
    if to.id not in {each.id for each in may_be_asked(session, youth, by)}:
        raise NobodyToAsk
    if not today <= due_on <= today + LONGEST:
        raise BadDeadline
    question = AgencyQuestion(
        youth_id=youth.id,
        from_agency_id=sender,
        to_agency_id=demand_agency(session, to, youth),
        asked_by_id=by.id,
        to_id=to.id,
        text=text,
        ground=ground,
        due_on=due_on,
        asked_at=now,
    )
    session.add(question)
    session.flush()
    letters.question_waits(session, question, public_url=public_url, now=now)
    facts = {"to_agency_id": str(question.to_agency_id), "ground": ground.value}
    audit.record(session, by=by, action="youth.question_asked", subject=youth, now=now, **facts)
    return question


def answer(
    session: Session,
    question: AgencyQuestion,
    text: str,
    *,
    ground: Ground,
    public_url: str,
    by: User,
    now: datetime,
) -> None:
    """Answer for the agency that was asked, and tell who asked. Raises NotFound, AnsweredAlready.

    Any colleague of that agency may answer, so that nothing waits because somebody is ill.
    """
    youth = session.get_one(Youth, question.youth_id)
    if agency_in(session, by, youth.team_id) != question.to_agency_id:
        raise NotFound
    values = {"answer": text, "answer_ground": ground}
    _close(session, question, values | {"answered_at": now, "answered_by_id": by.id})
    letters.question_answered(session, question, public_url=public_url, now=now)
    facts = {"ground": ground.value}
    audit.record(session, by=by, action="youth.question_answered", subject=youth, now=now, **facts)


def withdraw(session: Session, question: AgencyQuestion, *, by: User, now: datetime) -> None:
    """Take back what one's own agency has asked. Raises NotFound or AnsweredAlready."""
    youth = session.get_one(Youth, question.youth_id)
    if agency_in(session, by, youth.team_id) != question.from_agency_id:
        raise NotFound
    _close(session, question, {"withdrawn_at": now})
    audit.record(session, by=by, action="youth.question_withdrawn", subject=youth, now=now)


def questions_for(session: Session, youth: Youth, user: User) -> list[SeenQuestion]:
    """The questions about a youth that somebody sees, the open ones first."""
    rows = _with_people(select(AgencyQuestion).where(AgencyQuestion.youth_id == youth.id))
    mine = agency_in(session, user, youth.team_id)
    found = []
    for row in session.exec(rows.order_by(col(AgencyQuestion.asked_at).desc())):
        each = _as_seen(row, user, mine)
        if each.fields:
            found.append(each)
    return sorted(found, key=lambda each: not each.row.is_open)


def get_seen(session: Session, question_id: UUID, user: User) -> SeenQuestion:
    """One question between one's own agency and another, about a youth whom one sees.

    Raises NotFound.
    """
    row = session.exec(
        _with_people(select(AgencyQuestion).where(AgencyQuestion.id == question_id))
    ).first()
    if row is None:
        raise NotFound
    youth = queries.get_visible(session, row.youth_id, to=user)
    found = _as_seen(row, user, agency_in(session, user, youth.team_id))
    if found.relation is not Relation.OWN:
        raise NotFound
    return found


def waiting(session: Session, user: User) -> list[AgencyQuestion]:
    """The open questions that a person has been asked or has asked herself, the soonest first."""
    is_hers = or_(col(AgencyQuestion.to_id) == user.id, col(AgencyQuestion.asked_by_id) == user.id)
    seen_youths = queries.visible_to(user).with_only_columns(col(Youth.id))
    rows = _with_people(
        select(AgencyQuestion).where(
            is_hers, is_waiting(), col(AgencyQuestion.youth_id).in_(seen_youths)
        )
    )
    return list(session.exec(rows.order_by(col(AgencyQuestion.due_on), col(AgencyQuestion.id))))


def is_waiting() -> ColumnElement[bool]:
    """Whether an answer is still waited for."""
    return and_(
        col(AgencyQuestion.answered_at).is_(None), col(AgencyQuestion.withdrawn_at).is_(None)
    )


def _as_seen(row: AgencyQuestion, user: User, mine: UUID | None) -> SeenQuestion:
    relation = relation_to(user, mine, {row.from_agency_id, row.to_agency_id}, shared=False)
    values = {name: getattr(row, name) for name in FIELDS}
    return SeenQuestion(row.id, relation, seen(Subject.QUESTION, relation, values), row)


def _close(session: Session, question: AgencyQuestion, values: dict[str, Any]) -> None:
    """Let the first of two who close it through. Raises AnsweredAlready."""
    rows = update(AgencyQuestion).where(col(AgencyQuestion.id) == question.id, is_waiting())
    if not session.exec(rows.values(**values)).rowcount:
        raise AnsweredAlready
    session.refresh(question)


def _with_people(rows: SelectOfScalar[AgencyQuestion]) -> SelectOfScalar[AgencyQuestion]:
    related = cast(
        "tuple[QueryableAttribute[Any], ...]",
        (
            AgencyQuestion.youth,
            AgencyQuestion.from_agency,
            AgencyQuestion.to_agency,
            AgencyQuestion.asked_by,
            AgencyQuestion.to,
        ),
    )
    return rows.options(*(joinedload(attribute) for attribute in related))
