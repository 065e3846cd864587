"""Which employers a person may act for, and what waits there. Colleagues are counted, not named."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from employers.models import Colleague, ColleagueState, Employer, Workplace
from foundation.errors import NotFound

WITH_WHOM = cast("tuple[QueryableAttribute[Any], ...]", (Colleague.user, Colleague.employer))
"""Read along with a request; SQLModel types a relationship as the row it leads to."""


def acted_for_by(user: User) -> SelectOfScalar[UUID]:
    """The ids of the employers that the person may act for, as a part of other queries."""
    return select(Colleague.employer_id).where(
        col(Colleague.user_id) == user.id, col(Colleague.state) == ColleagueState.ACTIVE
    )


def employers_of(session: Session, user: User) -> list[Employer]:
    """The employers that the person may act for, by name."""
    rows = select(Employer).where(col(Employer.id).in_(acted_for_by(user)))
    return list(session.exec(rows.order_by(col(Employer.name), col(Employer.id))))


def get_own(session: Session, employer_id: UUID, *, of: User) -> Employer:
    """The employer, if the person may act for it. Raises NotFound otherwise."""
    rows = select(Employer).where(
        col(Employer.id) == employer_id, col(Employer.id).in_(acted_for_by(of))
    )
    found = session.exec(rows).first()
    if found is None:
        raise NotFound
    return found


def by_number(session: Session, country: str, number: str) -> Employer | None:
    """The employer with this organisation number, registered by whomever."""
    return session.exec(
        select(Employer).where(
            col(Employer.country) == country, col(Employer.organization_number) == number
        )
    ).first()


def workplaces_of(session: Session, employer: Employer) -> list[Workplace]:
    """The employer's workplaces, by name."""
    rows = select(Workplace).where(col(Workplace.employer_id) == employer.id)
    return list(session.exec(rows.order_by(col(Workplace.name), col(Workplace.id))))


def count_colleagues(session: Session, employer: Employer) -> int:
    """How many people may act for the employer."""
    return session.exec(
        select(func.count())
        .select_from(Colleague)
        .where(
            col(Colleague.employer_id) == employer.id,
            col(Colleague.state) == ColleagueState.ACTIVE,
        )
    ).one()


def requests_to(session: Session, user: User) -> list[Colleague]:
    """Those who ask to join an employer of the person's, oldest first, with who they are."""
    rows = (
        select(Colleague)
        .where(
            col(Colleague.employer_id).in_(acted_for_by(user)),
            col(Colleague.state) == ColleagueState.ASKED,
        )
        .options(*(joinedload(along) for along in WITH_WHOM))
        .order_by(col(Colleague.asked_at), col(Colleague.id))
    )
    return list(session.exec(rows))


def get_request(session: Session, colleague_id: UUID, *, to: User) -> Colleague:
    """The request, if it is the person's to answer. Raises NotFound otherwise."""
    for asked in requests_to(session, to):
        if asked.id == colleague_id:
            return asked
    raise NotFound


def is_waiting(session: Session, user: User) -> bool:
    """Whether the person has asked to join somewhere and nobody has answered yet."""
    rows = select(Colleague.id).where(
        col(Colleague.user_id) == user.id, col(Colleague.state) == ColleagueState.ASKED
    )
    return session.exec(rows).first() is not None


def colleagues_to_tell(session: Session, employer: Employer) -> list[User]:
    """The people who can answer a request to join the employer, by address."""
    rows = (
        select(User)
        .join(Colleague)
        .where(
            col(Colleague.employer_id) == employer.id,
            col(Colleague.state) == ColleagueState.ACTIVE,
            col(User.active).is_(True),
        )
    )
    return list(session.exec(rows.order_by(col(User.email))))
