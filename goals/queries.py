"""Reads of programmes, goals, series and reports. All staff may read them: they hold no person."""

from collections.abc import Sequence
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, SQLModel, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import Role, User
from accounts.permissions import STAFF
from foundation.errors import NotFound
from goals.models import Goal, Programme, Report, Series, SeriesPoint

OWNER = cast("QueryableAttribute[Any]", Goal.owner)
TEAM = cast("QueryableAttribute[Any]", Goal.team)
PROGRAMME = cast("QueryableAttribute[Any]", Goal.programme)
OF_PROGRAMME = cast("QueryableAttribute[Any]", Report.programme)
MADE_BY = cast("QueryableAttribute[Any]", Report.made_by)
Kind = TypeVar("Kind", bound=SQLModel)


def programmes(session: Session) -> list[Programme]:
    """Every programme, the one that began last first."""
    latest = select(Programme).order_by(col(Programme.starts_on).desc(), col(Programme.id))
    return list(session.exec(latest))


def get_programme(session: Session, programme_id: UUID) -> Programme:
    """One programme. Raises NotFound."""
    return _one(session, select(Programme).where(Programme.id == programme_id))


def goals_of(session: Session, programme: Programme) -> list[Goal]:
    """The goals of a programme in their order, with owners and teams."""
    rows = select(Goal).where(Goal.programme_id == programme.id)
    ordered = rows.order_by(col(Goal.turn), col(Goal.created_at), col(Goal.id))
    return list(session.exec(ordered.options(joinedload(OWNER), joinedload(TEAM))))


def get_goal(session: Session, goal_id: UUID) -> Goal:
    """One goal with its programme. Raises NotFound."""
    return _one(session, select(Goal).where(Goal.id == goal_id).options(joinedload(PROGRAMME)))


def owners(session: Session) -> list[User]:
    """Who may own a goal: active staff, by name."""
    is_staff = col(User.roles).any(col(Role.name).in_(STAFF))
    rows = select(User).where(col(User.active), is_staff)
    return list(session.exec(rows.order_by(User.name, col(User.id))))


def all_series(session: Session) -> list[Series]:
    """Every series from elsewhere, by name."""
    return list(session.exec(select(Series).order_by(Series.name)))


def points_of(session: Session, series: Sequence[Series]) -> dict[UUID, list[SeriesPoint]]:
    """The figures of each of these series, the latest first."""
    rows = select(SeriesPoint).where(col(SeriesPoint.series_id).in_([s.id for s in series]))
    points: dict[UUID, list[SeriesPoint]] = {each.id: [] for each in series}
    for point in session.exec(rows.order_by(col(SeriesPoint.period_on).desc())):
        points[point.series_id].append(point)
    return points


def reports_of(session: Session, programme: Programme) -> list[Report]:
    """The reports of a programme, the latest first."""
    rows = select(Report).where(Report.programme_id == programme.id)
    latest = rows.order_by(col(Report.number).desc())
    return list(session.exec(latest.options(joinedload(MADE_BY))))


def get_report(session: Session, report_id: UUID) -> Report:
    """One report. Raises NotFound."""
    along = (joinedload(OF_PROGRAMME), joinedload(MADE_BY))
    return _one(session, select(Report).where(Report.id == report_id).options(*along))


def published(session: Session) -> list[Report]:
    """The reports that anybody may read, the latest first."""
    rows = select(Report).where(col(Report.published_at).is_not(None))
    latest = rows.order_by(col(Report.as_of).desc(), col(Report.number).desc(), col(Report.id))
    return list(session.exec(latest.options(joinedload(OF_PROGRAMME))))


def get_published(session: Session, report_id: UUID) -> Report:
    """One of the reports that anybody may read. Raises NotFound."""
    rows = select(Report).where(Report.id == report_id, col(Report.published_at).is_not(None))
    return _one(session, rows.options(joinedload(OF_PROGRAMME)))


def next_number(session: Session, programme: Programme) -> int:
    """The number of the next report of a programme."""
    last = select(func.max(Report.number)).where(Report.programme_id == programme.id)
    return (session.exec(last).one() or 0) + 1


def _one(session: Session, rows: SelectOfScalar[Kind]) -> Kind:
    found = session.exec(rows).first()
    if found is None:
        raise NotFound
    return found
