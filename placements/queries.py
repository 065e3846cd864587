"""Reads of introductions. A caseworker sees those of her youths, an employer those to it."""

from collections.abc import Collection
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import QueryableAttribute, contains_eager, joinedload
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from employers.queries import acted_for_by
from foundation.errors import NotFound
from openings.models import Opening
from placements.models import OVER, SHOWN_TO_EMPLOYER, Disclosure, Introduction, Move, Stage
from youths import queries as youths
from youths.models import Youth


def visible_to(user: User) -> SelectOfScalar[Introduction]:
    """The introductions of the youths that a caseworker may see, with youth and opening."""
    seen = youths.visible_to(user).with_only_columns(col(Youth.id))
    return _with_both(select(Introduction)).where(col(Introduction.youth_id).in_(seen))


def get_visible(session: Session, introduction_id: UUID, *, to: User) -> Introduction:
    """One introduction of a youth that the caseworker may see. Raises NotFound."""
    return _one(session, visible_to(to), introduction_id)


def made_to(user: User) -> SelectOfScalar[Introduction]:
    """The introductions that have been made to employers the person acts for.

    Whoever has got protected identity since is gone from here at once.
    """
    return (
        _with_both(select(Introduction))
        .where(col(Opening.employer_id).in_(acted_for_by(user)))
        .where(col(Introduction.introduced_at).is_not(None))
        .where(col(Introduction.is_outside).is_(False))
        .where(col(Youth.protected_identity).is_(False))
    )


def get_made(session: Session, introduction_id: UUID, *, to: User) -> Introduction:
    """One introduction to an employer that the person acts for. Raises NotFound."""
    return _one(session, made_to(to), introduction_id)


def is_open() -> ColumnElement[bool]:
    """Something can still come of it."""
    return col(Introduction.stage).not_in(OVER)


def is_shown_to_employer() -> ColumnElement[bool]:
    """The employer may look at what she has been told."""
    return col(Introduction.stage).in_(SHOWN_TO_EMPLOYER)


def open_between(session: Session, youth_id: UUID, opening_id: UUID) -> Introduction | None:
    """The introduction that is open for the two, if there is one."""
    rows = select(Introduction).where(
        Introduction.youth_id == youth_id, Introduction.opening_id == opening_id, is_open()
    )
    return session.exec(rows).first()


def latest_of(session: Session, youth_id: UUID) -> dict[UUID, Introduction]:
    """A youth's latest introduction to each opening, by the opening."""
    rows = select(Introduction).where(Introduction.youth_id == youth_id)
    found = session.exec(rows.order_by(col(Introduction.started_at), col(Introduction.id)))
    return {each.opening_id: each for each in found}


def waiting_for_employer(session: Session, user: User) -> list[Introduction]:
    """Those that wait for an answer of an employer the person acts for, the most pressing first."""
    rows = made_to(user).where(Introduction.stage == Stage.INTRODUCED)
    return list(session.exec(rows.order_by(col(Introduction.due_on), col(Introduction.id))))


def moves_of(session: Session, introduction: Introduction) -> list[Move]:
    """Every step so far, the first one first, with who took it."""
    rows = select(Move).where(Move.introduction_id == introduction.id)
    by = joinedload(cast("QueryableAttribute[Any]", Move.by))
    return list(session.exec(rows.options(by).order_by(col(Move.at), col(Move.id))))


def disclosures_of(session: Session, introduction: Introduction) -> list[Disclosure]:
    """The assessments of what the employer was told, the latest one first."""
    rows = select(Disclosure).where(Disclosure.introduction_id == introduction.id)
    return list(session.exec(rows.order_by(col(Disclosure.made_at).desc(), col(Disclosure.id))))


def count_open_by_opening(session: Session, opening_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many introductions each opening has had that are still open to its employer."""
    rows = select(Introduction.opening_id).where(
        col(Introduction.opening_id).in_(opening_ids),
        is_shown_to_employer(),
        col(Introduction.is_outside).is_(False),
    )
    counted = dict.fromkeys(opening_ids, 0)
    for opening_id in session.exec(rows):
        counted[opening_id] += 1
    return counted


def _with_both(rows: SelectOfScalar[Introduction]) -> SelectOfScalar[Introduction]:
    """Read youth and opening along, and let conditions name them."""
    youth = cast("QueryableAttribute[Any]", Introduction.youth)
    opening = cast("QueryableAttribute[Any]", Introduction.opening)
    joined = rows.join(Youth, col(Youth.id) == Introduction.youth_id)
    joined = joined.join(Opening, col(Opening.id) == Introduction.opening_id)
    return joined.options(contains_eager(youth), contains_eager(opening))


def _one(
    session: Session, rows: SelectOfScalar[Introduction], introduction_id: UUID
) -> Introduction:
    found = session.exec(rows.where(col(Introduction.id) == introduction_id)).first()
    if found is None:
        raise NotFound
    return found
