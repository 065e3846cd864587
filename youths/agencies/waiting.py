"""What waits between colleagues: offers and questions to answer, and those one waits for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, col

from accounts.models import User
from youths import queries
from youths.agencies import offers, questions
from youths.models import Youth


class Todo(StrEnum):
    """What a caseworker does next; the first two keep a colleague waiting."""

    ANSWER_HANDOVER = "answer_handover"
    ANSWER_QUESTION = "answer_question"
    AWAIT_HANDOVER = "await_handover"
    AWAIT_ANSWER = "await_answer"


HANDOVERS = frozenset({Todo.ANSWER_HANDOVER, Todo.AWAIT_HANDOVER})


@dataclass(frozen=True, slots=True)
class Task:
    """One thing between two colleagues, and by when.

    `subject_id` is the handover's or the question's. Without `youth` she is in another team, and
    is not known before the handover has been accepted.
    """

    todo: Todo
    subject_id: UUID
    youth: Youth | None
    colleague: User
    due_on: date
    is_overdue: bool


def tasks(session: Session, user: User, *, today: date) -> list[Task]:
    """All that waits for the caseworker or that she waits for, the most pressing first."""
    found = [*_handovers(session, user, today), *_questions(session, user, today)]
    order = list(Todo)
    return sorted(
        found, key=lambda task: (task.due_on, order.index(task.todo), str(task.subject_id))
    )


def _handovers(session: Session, user: User, today: date) -> Iterator[Task]:
    waiting = offers.waiting(session, user)
    ids = [each.youth_id for each in waiting]
    seen = queries.visible_to(user).with_only_columns(col(Youth.id)).where(col(Youth.id).in_(ids))
    visible = set(session.scalars(seen)) if ids else set()
    for each in waiting:
        is_receiver = each.to_id == user.id
        yield Task(
            Todo.ANSWER_HANDOVER if is_receiver else Todo.AWAIT_HANDOVER,
            each.id,
            each.youth if each.youth_id in visible else None,
            each.giver if is_receiver else each.receiver,
            each.due_on,
            each.due_on < today,
        )


def _questions(session: Session, user: User, today: date) -> Iterator[Task]:
    for each in questions.waiting(session, user):
        is_asked = each.to_id == user.id
        yield Task(
            Todo.ANSWER_QUESTION if is_asked else Todo.AWAIT_ANSWER,
            each.id,
            each.youth,
            each.asked_by if is_asked else each.to,
            each.due_on,
            each.due_on < today,
        )
