"""Openings that anybody may read: switched on one by one, and without the people in them."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from accounts import audit
from accounts.models import User
from foundation.errors import NotFound, Refused
from foundation.translating import lazy_
from openings.contacts import without_contacts, without_people
from openings.models import Merits, Needs, Opening, OpeningState, Source
from openings.queries import Filters, is_open_on, narrowed


class NotOurs(Refused):
    """An imported ad has its page at its source."""

    message = lazy_("Platsen kommer från en annan webbplats och visas där.")


class NoLongerOpen(NotFound):
    """The world could read it once: it is closed, filled, paused, over, or switched off."""

    message = lazy_("Platsen är inte öppen längre.")


def show_to_world(
    session: Session, opening: Opening, is_public: bool, *, by: User, now: datetime
) -> None:
    """Open the page of an opening to anybody, or take it away again. Raises NotOurs.

    It is readable only while it is published too. What is written does not change by this, so
    neither does its version.
    """
    if opening.source is not Source.PORTAL:
        raise NotOurs
    if opening.is_public == is_public:
        return
    opening.is_public, opening.public_changed_at = is_public, now
    session.flush()
    action = "opening.shown_to_world" if is_public else "opening.hidden_from_world"
    audit.record(session, by=by, action=action, subject=opening, now=now)


def readable(filters: Filters, *, on: date) -> SelectOfScalar[Opening]:
    """What anybody may read on a day of what a list asks for, in the asked order."""
    public = select(Opening).where(col(Opening.is_public), is_open_on(on))
    return narrowed(public, filters)


def get_readable(session: Session, opening_id: UUID, *, on: date) -> Opening:
    """The opening, if anybody may read it. Raises NoLongerOpen if they once could, or NotFound."""
    is_it = col(Opening.id) == opening_id
    found = session.exec(readable(Filters(), on=on).where(is_it)).first()
    if found is not None:
        return found
    was_public = col(Opening.public_changed_at).is_not(None)
    never_seen = col(Opening.state) == OpeningState.DRAFT
    if session.exec(select(Opening.id).where(is_it, was_public, ~never_seen)).first():
        raise NoLongerOpen
    raise NotFound


def without_persons(opening: Opening) -> Opening:
    """A copy that is never saved, with no supervisor, and no contacts or names in its texts."""
    known = {name: getattr(opening, name) for name in Opening.model_fields}
    lines = ("headline", "working_hours", "accessibility", "housing")
    return Opening(
        **known
        | {name: without_people(known[name]) for name in lines}
        | {
            "description": without_contacts(opening.description),
            "must_have": _needs(opening.must_have),
            "nice_to_have": _needs(opening.nice_to_have),
            "supervisor": "",
            "supervisor_id": None,
            "readings": [],
        }
    )


def _needs(asked: Needs | Merits) -> Needs | Merits:
    skills = tuple(without_people(skill) for skill in asked.skills)
    return asked.model_copy(update={"skills": skills})
