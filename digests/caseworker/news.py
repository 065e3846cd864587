"""What has happened with a caseworker's own youths since her last letter, and what waits."""

from collections import defaultdict
from datetime import timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import ColumnElement, and_, case
from sqlmodel import Session, col, func

from accounts.models import User
from digests.caseworker.content import FEW_DAYS, Nearing, Pick, ToDo, YouthNews
from digests.message import discreet_name
from digests.spans import A_WEEK, Span, Tally
from matching.explanation import Label
from openings.models import Opening, OpeningState
from placements import first_days, waiting
from suggestions.models import Suggestion, SuggestionState
from suggestions.queries import SUITS, is_waiting
from youths import queries as youths
from youths.models import Youth
from youths.queries import is_active

STRONG: Label = "strong"
GOOD: Label = "good"
PATIENCE = A_WEEK
"""How long a strong suggestion may wait before the letter reminds of it."""

AHEAD = timedelta(days=7)
"""How far ahead a day may lie on which something is due, to be told of this week."""

PICKS = 2
"""How many suggestions are named for each youth; her page has the others."""


def of_youths(session: Session, user: User, span: Span) -> list[YouthNews]:
    """The suggestions of the caseworker's own youths, counted, and the best; three queries."""
    counted = {row.youth_id: row for row in session.execute(_counted_by_youth(user, span))}
    picks = _picks(session, user)
    own = youths.visible_to(user).where(col(Youth.responsible_id) == user.id, is_active())
    return [
        _youth_news(youth, counted.get(youth.id), picks[youth.id])
        for youth in session.exec(own.order_by(col(Youth.id)))
    ]


def tasks(session: Session, user: User, span: Span) -> list[ToDo]:
    """What waits for her on the way to an opening, the most pressing first."""
    found = waiting.tasks(session, user, only_mine=True, today=span.today)
    return [
        ToDo(
            todo=each.todo,
            youth_id=each.youth.id,
            name=name_of(each.youth),
            headline=each.opening.headline,
            introduction_id=each.introduction_id,
            due_on=each.due_on,
        )
        for each in found
        if each.due_on is None or each.due_on <= span.today + AHEAD
    ]


def nearing(session: Session, user: User, span: Span) -> list[Nearing]:
    """Her youths who have few days left to day 90 and no place yet, the fewest days first."""
    found = first_days.queue(session, user, only_mine=True, today=span.today)
    return [
        Nearing(
            youth_id=each.youth.id,
            name=name_of(each.youth),
            left=each.count.left,
            so_far=each.so_far,
        )
        for each in found
        if each.count.left <= FEW_DAYS
        and not each.count.is_paused
        and each.so_far.placement is None
    ]


def name_of(youth: Youth) -> str | None:
    """What a letter may call a youth, if anything."""
    return None if youth.protected_identity else discreet_name(youth.alias)


def _youth_news(youth: Youth, row: sa.Row[*tuple[Any, ...]] | None, picks: list[Pick]) -> YouthNews:
    name = name_of(youth)
    if row is None:
        return YouthNews(youth_id=youth.id, name=name)
    return YouthNews(
        youth_id=youth.id,
        name=name,
        strong=row.strong,
        good=row.good,
        overdue=Tally(row.overdue, row.newly_overdue),
        returned=Tally(row.returned, row.newly_returned),
        suggestions=row.suggestions,
        picks=tuple(picks),
    )


def _picks(session: Session, user: User) -> dict[UUID, list[Pick]]:
    """The best that waits for each youth: what the week was shared out by, then what fits best."""
    is_picked = col(Suggestion.picked_for).is_not(None)
    place = func.row_number().over(
        partition_by=col(Suggestion.youth_id),
        order_by=(
            case((is_picked, 0), else_=1),
            col(Suggestion.score).desc(),
            col(Suggestion.opening_id),
        ),
    )
    placed = (
        sa.select(col(Suggestion.id), place.label("place"))
        .join(Youth, col(Youth.id) == Suggestion.youth_id)
        .where(col(Youth.responsible_id) == user.id, is_active(), is_waiting())
        .where(col(Suggestion.label).in_(SUITS))
        .subquery()
    )
    rows = (
        sa.select(
            col(Suggestion.youth_id),
            col(Suggestion.id),
            col(Opening.id),
            col(Opening.headline),
            col(Opening.employer_name),
        )
        .join(placed, placed.c.id == col(Suggestion.id))
        .join(Opening, col(Opening.id) == Suggestion.opening_id)
        .where(placed.c.place <= PICKS)
        .order_by(placed.c.place)
    )
    picks = defaultdict[UUID, list[Pick]](list)
    for youth_id, suggestion_id, opening_id, headline, employer in session.execute(rows):
        picks[youth_id].append(
            Pick(
                suggestion_id=suggestion_id,
                opening_id=opening_id,
                headline=headline,
                employer=employer,
            )
        )
    return picks


def _counted_by_youth(user: User, span: Span) -> sa.Select[*tuple[Any, ...]]:
    first_suggested = col(Suggestion.first_suggested_at)
    is_strong = col(Suggestion.label) == STRONG
    is_new = col(Suggestion.state) == SuggestionState.NEW
    never_put_off = and_(is_new, col(Suggestion.later_until).is_(None))
    is_fresh = and_(never_put_off, first_suggested > span.start)
    has_waited = first_suggested <= min(span.start, span.end - PATIENCE)
    is_overdue = and_(never_put_off, is_strong, has_waited)
    is_back = and_(_is_open(), col(Suggestion.later_until) <= span.today)
    return (
        sa.select(
            col(Suggestion.youth_id),
            func.count().label("suggestions"),
            _count(is_fresh, is_strong).label("strong"),
            _count(is_fresh, col(Suggestion.label) == GOOD).label("good"),
            _count(is_overdue).label("overdue"),
            _count(is_overdue, first_suggested > span.start - PATIENCE).label("newly_overdue"),
            _count(is_back).label("returned"),
            _count(is_back, col(Suggestion.later_until) > span.first_day).label("newly_returned"),
        )
        .join(Youth, col(Youth.id) == Suggestion.youth_id)
        .join(Opening, col(Opening.id) == Suggestion.opening_id)
        .where(col(Youth.responsible_id) == user.id, is_active(), col(Suggestion.is_current))
        .where(col(Opening.state) == OpeningState.PUBLISHED)
        .where(col(Suggestion.state) != SuggestionState.DISMISSED)
        .group_by(col(Suggestion.youth_id))
    )


def _is_open() -> ColumnElement[bool]:
    """Nobody has said yes or no; what was put off comes back in the night after its day."""
    return col(Suggestion.state).in_([SuggestionState.NEW, SuggestionState.LATER])


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((and_(*conditions), 1)))
