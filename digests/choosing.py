"""What people choose about their letters, and what they say straight from them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from digests.links import Prolonging
from digests.models import DigestChoice, Opinion
from foundation import clock
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_, zone
from openings import queries as openings
from openings import service as opening_service
from openings.facts import OpeningFacts
from openings.models import Opening
from suggestions import queries as suggestions
from suggestions.models import Suggestion

TWO_WEEKS = timedelta(days=14)


class ProlongedAlready(Refused):
    """The opening has another last day than the letter told of."""

    message = lazy_("Platsen har redan fått en ny sista dag. Den ser du när du loggar in.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """When a person wants her letter, in which language, without what, and from which day on."""

    weekday: int
    hour: int
    language: str | None
    left_out: Collection[str]
    paused_until: date | None


def choose(session: Session, user: User, wishes: Wishes, *, now: datetime) -> DigestChoice:
    """Write down how a person wants her letter."""
    choice = session.get(DigestChoice, user.id) or DigestChoice(user_id=user.id)
    choice.weekday, choice.hour = wishes.weekday, wishes.hour
    choice.language, choice.paused_until = wishes.language, wishes.paused_until
    choice.left_out = sorted(wishes.left_out)
    session.add(choice)
    session.flush()
    audit.record(session, by=user, action="digest.chosen", subject=user, now=now)
    return choice


def switch(session: Session, user: User, *, wanted: bool, by: User, now: datetime) -> None:
    """Turn a person's weekly letter on or off."""
    user.wants_digest = wanted
    action = "digest.turned_on" if wanted else "digest.turned_off"
    audit.record(session, by=by, action=action, subject=user, now=now)


def stop(session: Session, user_id: UUID, *, now: datetime) -> None:
    """Turn the letter of the holder of a link off; once more changes nothing."""
    user = session.get(User, user_id)
    if user and user.wants_digest:
        switch(session, user, wanted=False, by=user, now=now)


def suggestion_for(session: Session, suggestion_id: UUID, user_id: UUID) -> Suggestion:
    """The suggestion that a letter's reader may still see. Raises NotFound."""
    return suggestions.get_visible(session, suggestion_id, to=_active(session, user_id))


def say(
    session: Session, suggestion: Suggestion, user_id: UUID, *, is_useful: bool, now: datetime
) -> Opinion:
    """Write down what a reader thinks of a suggestion; the latest word counts."""
    key = (suggestion.id, user_id)
    opinion = session.get(Opinion, key) or Opinion(
        suggestion_id=suggestion.id, user_id=user_id, is_useful=is_useful, said_at=now
    )
    opinion.is_useful, opinion.said_at = is_useful, now
    session.add(opinion)
    session.flush()
    audit.record(
        session,
        by=session.get(User, user_id),
        action="suggestion.opinion",
        subject=suggestion,
        now=now,
        useful=is_useful,
    )
    return opinion


def opening_of(session: Session, asked: Prolonging) -> Opening:
    """The opening that a link prolongs, if its holder may and nobody has.

    Raises NotFound or ProlongedAlready.
    """
    opening = openings.get_visible(session, asked.opening_id, to=_active(session, asked.user_id))
    if opening.application_deadline != asked.last_day:
        raise ProlongedAlready
    return opening


def prolong(session: Session, asked: Prolonging, *, now: datetime) -> Opening:
    """Give an opening two more weeks. Raises as `opening_of`, and as a change of an opening."""
    opening, user = opening_of(session, asked), _active(session, asked.user_id)
    facts = OpeningFacts.of(opening)
    later = max(asked.last_day, clock.local_date(now, zone())) + TWO_WEEKS
    return opening_service.change(
        session,
        opening,
        replace(facts, application_deadline=later),
        seen_at=opening.updated_at,
        by=user,
        now=now,
    )


def _active(session: Session, user_id: UUID) -> User:
    user = session.get(User, user_id)
    if user is None or not user.active:
        raise NotFound
    return user
