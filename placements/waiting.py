"""What waits for a caseworker on the way: whom to ask, introduce, call, meet, follow up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import and_, or_
from sqlalchemy.orm import QueryableAttribute, joinedload
from sqlmodel import Session, col
from sqlmodel.sql.expression import SelectOfScalar

from accounts.models import User
from openings.models import Opening, OpeningState
from placements import queries
from placements.agreements.queries import going_stale
from placements.models import Introduction, Stage, Why
from placements.queries import is_open
from placements.work.models import FollowUp, Placement
from suggestions import queries as suggestions
from suggestions.models import Suggestion, SuggestionState
from youths.models import Youth

SOON = timedelta(days=1)
ENDS_SOON = timedelta(days=14)


class Todo(StrEnum):
    """What a caseworker does next; the first ones keep somebody waiting."""

    CALL = "call"
    FOLLOW_UP = "follow_up"
    INTRODUCE = "introduce"
    RESCUE = "rescue"
    MEET = "meet"
    WRITE = "write"
    ASK = "ask"
    ANSWER = "answer"
    END = "end"


BY_STAGE = {
    Stage.CLOSED: Todo.CALL,
    Stage.CONSENTED: Todo.INTRODUCE,
    Stage.MEETING: Todo.MEET,
    Stage.AGREEMENT: Todo.WRITE,
    Stage.ASKED: Todo.ANSWER,
}


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do about a youth and an opening, and by when, if there is a day.

    Without `introduction_id` the youth has not been asked yet.
    """

    todo: Todo
    youth: Youth
    opening: Opening
    introduction_id: UUID | None
    due_on: date | None = None


def tasks(session: Session, user: User, *, only_mine: bool, today: date) -> list[Task]:
    """All that waits for the caseworker, or for her whole team, the most pressing first."""
    found = [
        *_on_the_way(session, user, only_mine=only_mine, today=today),
        *_at_work(session, user, only_mine=only_mine, today=today),
        *_to_ask(session, user, only_mine=only_mine),
    ]
    order = list(Todo)
    return sorted(
        found,
        key=lambda task: (task.due_on or today, order.index(task.todo), task.youth.alias),
    )


def _on_the_way(session: Session, user: User, *, only_mine: bool, today: date) -> Iterator[Task]:
    is_silent = and_(
        col(Introduction.closed_why) == Why.EMPLOYER_SILENT,
        col(Introduction.call_done_at).is_(None),
    )
    is_due = and_(col(Introduction.stage) == Stage.ASKED, col(Introduction.due_on) <= today + SOON)
    in_hand = col(Introduction.stage).in_([Stage.CONSENTED, Stage.MEETING, Stage.AGREEMENT])
    rows = queries.visible_to(user).where(or_(is_silent, is_due, in_hand))
    stale = {
        each.agreement.introduction_id
        for each in going_stale(session, user, only_mine=only_mine, today=today)
    }
    for found in session.exec(_mine(rows, user, only_mine=only_mine)):
        todo = Todo.RESCUE if found.id in stale else BY_STAGE[found.stage]
        yield Task(todo, found.youth, found.opening, found.id, found.due_on)


def _at_work(session: Session, user: User, *, only_mine: bool, today: date) -> Iterator[Task]:
    rows = queries.visible_to(user).where(Introduction.stage == Stage.PLACED)
    placed = {row.id: row for row in session.exec(_mine(rows, user, only_mine=only_mine))}
    planned = and_(col(FollowUp.placement_id) == col(Placement.id), col(FollowUp.done_on).is_(None))
    found = session.execute(
        sa.select(
            col(Placement.introduction_id), col(Placement.ends_on), sa.func.min(FollowUp.due_on)
        )
        .outerjoin(FollowUp, planned)
        .where(col(Placement.introduction_id).in_(placed))
        .group_by(col(Placement.introduction_id), col(Placement.ends_on))
    )
    for introduction_id, ends_on, talk_on in found:
        row = placed[introduction_id]
        if talk_on and talk_on <= today + SOON:
            yield Task(Todo.FOLLOW_UP, row.youth, row.opening, row.id, talk_on)
        if ends_on and ends_on <= today + ENDS_SOON:
            yield Task(Todo.END, row.youth, row.opening, row.id, ends_on)


def _to_ask(session: Session, user: User, *, only_mine: bool) -> Iterator[Task]:
    """What has been taken further without the youth having been asked since."""
    asked = sa.exists(
        sa.select(col(Introduction.id)).where(
            col(Introduction.youth_id) == col(Suggestion.youth_id),
            col(Introduction.opening_id) == col(Suggestion.opening_id),
            or_(is_open(), col(Introduction.started_at) >= col(Suggestion.decided_at)),
        )
    )
    rows = (
        suggestions.visible_to(user)
        .join(Youth, col(Youth.id) == Suggestion.youth_id)
        .join(Opening, col(Opening.id) == Suggestion.opening_id)
        .where(col(Suggestion.state) == SuggestionState.ACCEPTED, ~asked)
        .where(col(Opening.state) == OpeningState.PUBLISHED, col(Youth.archived_at).is_(None))
        .where(col(Youth.protected_identity).is_(False))
    )
    if only_mine:
        rows = rows.where(col(Youth.responsible_id) == user.id)
    for found in session.exec(rows.options(*_along(Suggestion.youth, Suggestion.opening))):
        yield Task(Todo.ASK, found.youth, found.opening, None)


def _mine(
    rows: SelectOfScalar[Introduction], user: User, *, only_mine: bool
) -> SelectOfScalar[Introduction]:
    return rows.where(col(Youth.responsible_id) == user.id) if only_mine else rows


def _along(*related: object) -> Iterator[Any]:
    attributes = cast("tuple[QueryableAttribute[Any], ...]", related)
    return (joinedload(attribute) for attribute in attributes)
