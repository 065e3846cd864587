"""What becomes of registrations when two rows for one youth are merged."""

from sqlmodel import Session, col, select, update

from events.registrations.models import Coming, Interest, Registration
from youths.models import Youth

MOVED = (Registration,)
"""What goes along, by its `youth_id`, when a youth is merged into another."""

NEAREST = (Coming.REGISTERED, Coming.INVITED, Coming.DECLINED)


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let the registrations of a duplicate be the kept youth's, one for an event.

    Where both are at the same event, the one that has come, or else is nearest to coming, says
    how it is, and what either liked is kept.
    """
    of_kept = {
        each.event_id: each
        for each in session.exec(select(Registration).where(Registration.youth_id == kept.id))
    }
    theirs = select(Registration).where(Registration.youth_id == duplicate.id)
    for registration in session.exec(theirs).all():
        twin = of_kept.get(registration.event_id)
        if twin is None:
            registration.youth_id = kept.id
        else:
            _join(session, twin, registration)
    session.flush()
    session.expire_all()


def _join(session: Session, kept: Registration, other: Registration) -> None:
    said = (kept.attended, other.attended)
    kept.attended = None if said == (None, None) else True in said
    kept.coming = min(kept.coming, other.coming, key=NEAREST.index)
    liked = set(
        session.exec(select(Interest.invitation_id).where(Interest.registration_id == kept.id))
    )
    session.exec(
        update(Interest)
        .where(col(Interest.registration_id) == other.id)
        .where(col(Interest.invitation_id).not_in(liked))
        .values(registration_id=kept.id)
    )
    session.delete(other)
