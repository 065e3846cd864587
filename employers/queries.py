"""Which employers a person may act for, and what waits there.

Those who have been let in at an employer may see each other by name; nobody else sees any of them.
"""

from collections.abc import Collection
from typing import Any, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from employers.models import Colleague, ColleagueRole, ColleagueState, Employer, Workplace
from foundation.errors import NotFound

WITH_WHOM = cast("tuple[QueryableAttribute[Any], ...]", (Colleague.user, Colleague.employer))
"""Read along with a request; SQLModel types a relationship as the row it leads to."""


MAY_ACT = (ColleagueRole.OWNER, ColleagueRole.RECRUITER)
"""Who may publish openings and answer introductions."""


def joined_by(user: User) -> SelectOfScalar[UUID]:
    """The ids of the employers where the person has been let in, in whatever role."""
    return select(Colleague.employer_id).where(
        col(Colleague.user_id) == user.id, col(Colleague.state) == ColleagueState.ACTIVE
    )


def acted_for_by(user: User) -> SelectOfScalar[UUID]:
    """The ids of the employers that the person may act for, as a part of other queries."""
    return joined_by(user).where(col(Colleague.role).in_(MAY_ACT))


def supervised_at_by(user: User) -> SelectOfScalar[UUID]:
    """The ids of the employers where the person is a supervisor and no more."""
    return joined_by(user).where(col(Colleague.role) == ColleagueRole.SUPERVISOR)


def owned_by(user: User) -> SelectOfScalar[UUID]:
    """The ids of the employers that the person is an owner of."""
    return joined_by(user).where(col(Colleague.role) == ColleagueRole.OWNER)


def ties_of(session: Session, user: User) -> list[Colleague]:
    """Where the person has been let in, with the employers, by their names."""
    rows = (
        select(Colleague)
        .join(Employer)
        .where(col(Colleague.user_id) == user.id, col(Colleague.state) == ColleagueState.ACTIVE)
        .options(*(joinedload(along) for along in WITH_WHOM))
        .order_by(col(Employer.name), col(Employer.id))
    )
    return list(session.exec(rows))


def employers_of(session: Session, user: User) -> list[Employer]:
    """The employers that the person may act for, by name."""
    rows = select(Employer).where(col(Employer.id).in_(acted_for_by(user)))
    return list(session.exec(rows.order_by(col(Employer.name), col(Employer.id))))


def acts_for_any(session: Session, user: User) -> bool:
    """Whether there is any employer that the person may act for."""
    return session.exec(acted_for_by(user).limit(1)).first() is not None


def get_own(session: Session, employer_id: UUID, *, of: User) -> Employer:
    """The employer, if the person may act for it. Raises NotFound otherwise."""
    return _one_of(session, employer_id, acted_for_by(of))


def get_owned(session: Session, employer_id: UUID, *, by: User) -> Employer:
    """The employer, if the person is an owner of it. Raises NotFound otherwise."""
    return _one_of(session, employer_id, owned_by(by))


def _one_of(session: Session, employer_id: UUID, ids: SelectOfScalar[UUID]) -> Employer:
    found = session.exec(
        select(Employer).where(col(Employer.id) == employer_id, col(Employer.id).in_(ids))
    ).first()
    if found is None:
        raise NotFound
    return found


def by_number(session: Session, country: str, number: str) -> Employer | None:
    """The employer with this organisation number, or the one that it was merged into."""
    found = session.exec(
        select(Employer).where(
            col(Employer.country) == country, col(Employer.organization_number) == number
        )
    ).first()
    if found is not None and found.merged_into_id:
        return session.get(Employer, found.merged_into_id)
    return found


def workplaces_of(session: Session, employer: Employer) -> list[Workplace]:
    """The employer's workplaces, by name."""
    return workplaces_at(session, [employer.id])[employer.id]


def workplaces_at(session: Session, employer_ids: Collection[UUID]) -> dict[UUID, list[Workplace]]:
    """The workplaces of many employers in one question, by name; an employer without has []."""
    rows = select(Workplace).where(col(Workplace.employer_id).in_(employer_ids))
    found: dict[UUID, list[Workplace]] = {employer_id: [] for employer_id in employer_ids}
    for workplace in session.exec(rows.order_by(col(Workplace.name), col(Workplace.id))):
        found[workplace.employer_id].append(workplace)
    return found


def get_workplace(session: Session, workplace_id: UUID, *, by: User) -> Workplace:
    """The workplace, if the person owns the employer. Raises NotFound otherwise."""
    found = session.exec(
        select(Workplace).where(
            col(Workplace.id) == workplace_id, col(Workplace.employer_id).in_(owned_by(by))
        )
    ).first()
    if found is None:
        raise NotFound
    return found


def count_colleagues(session: Session, employer: Employer) -> int:
    """How many people have been let in at the employer."""
    return session.exec(
        select(func.count())
        .select_from(Colleague)
        .where(
            col(Colleague.employer_id) == employer.id,
            col(Colleague.state) == ColleagueState.ACTIVE,
        )
    ).one()


def requests_to(session: Session, user: User) -> list[Colleague]:
    """Those who ask to join an employer that the person owns, oldest first, with who they are."""
    rows = (
        select(Colleague)
        .where(
            col(Colleague.employer_id).in_(owned_by(user)),
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


def owners_of(session: Session, employer_id: UUID) -> list[User]:
    """Those who own the employer, have an account that works, and so can answer; by address."""
    return _people_at(session, employer_id, (ColleagueRole.OWNER,))


def actors_at(session: Session, employer_id: UUID) -> list[User]:
    """Those who may act for the employer and have an account that works, by address."""
    return _people_at(session, employer_id, MAY_ACT)


def _people_at(session: Session, employer_id: UUID, roles: tuple[ColleagueRole, ...]) -> list[User]:
    rows = (
        select(User)
        .join(Colleague)
        .where(
            col(Colleague.employer_id) == employer_id,
            col(Colleague.state) == ColleagueState.ACTIVE,
            col(Colleague.role).in_(roles),
            col(User.active).is_(True),
        )
    )
    return list(session.exec(rows.order_by(col(User.email))))


def colleagues_at(session: Session, employer_ids: Collection[UUID]) -> dict[UUID, list[Colleague]]:
    """Who has been let in at each of these employers, by name."""
    rows = (
        select(Colleague)
        .join(User)
        .where(
            col(Colleague.employer_id).in_(employer_ids),
            col(Colleague.state) == ColleagueState.ACTIVE,
        )
        .options(joinedload(WITH_WHOM[0]))
        .order_by(col(User.name), col(Colleague.id))
    )
    found: dict[UUID, list[Colleague]] = {employer_id: [] for employer_id in employer_ids}
    for tie in session.exec(rows):
        found[tie.employer_id].append(tie)
    return found


def people_at(session: Session, employer_ids: Collection[UUID]) -> list[User]:
    """Those who have been let in at any of these employers, each once, by name."""
    at_each = colleagues_at(session, employer_ids).values()
    people = {tie.user_id: tie.user for ties in at_each for tie in ties}
    return sorted(people.values(), key=lambda person: (person.name, str(person.id)))


def get_colleague(session: Session, colleague_id: UUID, *, to: User) -> Colleague:
    """The active tie, if it is the person's own or one at an employer that she owns.

    Raises NotFound otherwise.
    """
    rows = select(Colleague).where(
        col(Colleague.id) == colleague_id,
        col(Colleague.state) == ColleagueState.ACTIVE,
        or_(col(Colleague.user_id) == to.id, col(Colleague.employer_id).in_(owned_by(to))),
    )
    found = session.exec(rows.options(*(joinedload(along) for along in WITH_WHOM))).first()
    if found is None:
        raise NotFound
    return found
