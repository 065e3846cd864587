"""Reads of suggestions. A suggestion is seen by whoever sees its youth."""

from collections.abc import Collection
from datetime import date
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from foundation.errors import NotFound
from matching.explanation import Label
from openings.models import Opening, OpeningState
from suggestions.models import Suggestion, SuggestionState
from youths import queries as youths
from youths.models import Youth

SUITS: tuple[Label, ...] = ("strong", "good")
"""The labels that count as an opening suiting a youth."""


def visible_to(user: User) -> SelectOfScalar[Suggestion]:
    """The suggestions of the youths that a person may see."""
    seen = youths.visible_to(user).with_only_columns(col(Youth.id))
    return select(Suggestion).where(col(Suggestion.youth_id).in_(seen))


def get_visible(session: Session, suggestion_id: UUID, *, to: User) -> Suggestion:
    """One suggestion with its youth and opening. Raises NotFound."""
    chosen = visible_to(to).where(col(Suggestion.id) == suggestion_id)
    loaded = _with(chosen, Suggestion.opening, Suggestion.youth)
    found = session.exec(loaded).first()
    if found is None:
        raise NotFound
    return found


def is_waiting() -> ColumnElement[bool]:
    """Nobody has answered, the ranking stands by it, and it can still be applied for."""
    is_new = col(Suggestion.state) == SuggestionState.NEW
    return and_(is_new, col(Suggestion.is_current), _can_be_applied_for())


def is_back(today: date) -> ColumnElement[bool]:
    """It was put off to a day that has come, whether or not the night has made it new again."""
    is_put_off = col(Suggestion.state) == SuggestionState.LATER
    is_open = or_(is_waiting(), and_(is_put_off, _can_be_applied_for()))
    return and_(is_open, col(Suggestion.later_until) <= today)


def is_turned_down() -> ColumnElement[bool]:
    """Somebody has said that it is nothing for her."""
    return col(Suggestion.state) == SuggestionState.DISMISSED


def waiting_for(session: Session, youth_id: UUID) -> list[Suggestion]:
    """A youth's suggestions that wait for an answer, best first, with their openings."""
    waiting = select(Suggestion).where(Suggestion.youth_id == youth_id, is_waiting())
    best_first = waiting.order_by(col(Suggestion.score).desc(), col(Suggestion.opening_id))
    return list(session.exec(_with(best_first, Suggestion.opening)))


def decided_for(session: Session, youth_id: UUID) -> list[Suggestion]:
    """A youth's suggestions that somebody has answered, latest first, with who did."""
    decided = select(Suggestion).where(
        Suggestion.youth_id == youth_id, Suggestion.state != SuggestionState.NEW
    )
    latest_first = decided.order_by(col(Suggestion.decided_at).desc(), col(Suggestion.id))
    return list(session.exec(_with(latest_first, Suggestion.opening, Suggestion.decided_by)))


def of_opening(session: Session, opening_id: UUID, user: User) -> dict[UUID, Suggestion]:
    """The suggestions of one opening for the youths that a person may see, by youth."""
    found = session.exec(visible_to(user).where(Suggestion.opening_id == opening_id))
    return {suggestion.youth_id: suggestion for suggestion in found}


def count_suited(session: Session, opening_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many youths each of these openings suits well today; one that suits nobody is left out.

    For those who may not know who they are: not even a count tells of a youth with protected
    identity. Whoever shows a count keeps small ones back (`foundation.translating.few_or_none`).
    """
    counted = (
        select(Suggestion.opening_id, func.count())
        .join(Youth, col(Youth.id) == Suggestion.youth_id)
        .where(col(Suggestion.opening_id).in_(opening_ids), col(Suggestion.is_current))
        .where(col(Suggestion.label).in_(SUITS), Suggestion.state != SuggestionState.DISMISSED)
        .where(youths.is_active(), col(Youth.protected_identity).is_(False))
        .group_by(col(Suggestion.opening_id))
    )
    return dict(session.exec(counted).all())


def _can_be_applied_for() -> ColumnElement[bool]:
    return col(Suggestion.opening).has(col(Opening.state) == OpeningState.PUBLISHED)


def _with(chosen: SelectOfScalar[Suggestion], *related: object) -> SelectOfScalar[Suggestion]:
    """Read related rows along; SQLModel types a relationship as the row it leads to."""
    attributes = cast("tuple[QueryableAttribute[Any], ...]", related)
    return chosen.options(*(joinedload(attribute) for attribute in attributes))
