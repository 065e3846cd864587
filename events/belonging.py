"""What becomes of invitations when two employers become one."""

from sqlmodel import Session, col, select, update

from employers.models import Employer
from events.models import Answer, EventLink, Invitation
from events.registrations.models import Interest

MOVED = (Invitation,)
"""What goes along, by its `employer_id`, when an employer is merged into another."""


def move(session: Session, duplicate: Employer, kept: Employer) -> None:
    """Let the duplicate's invitations be the kept employer's, one for an event.

    Where both are invited to the same event, a yes goes before a no, and whoever liked either
    likes the one. The caller has merged the two (`employers.merging.merge`) in this transaction.
    """
    of_kept = {
        each.event_id: each
        for each in session.exec(select(Invitation).where(Invitation.employer_id == kept.id))
    }
    theirs = select(Invitation).where(Invitation.employer_id == duplicate.id)
    for invitation in session.exec(theirs).all():
        twin = of_kept.get(invitation.event_id)
        if twin is None:
            invitation.employer_id, invitation.name = kept.id, kept.name
        else:
            _join(session, twin, invitation)
    session.flush()
    session.expire_all()


def _join(session: Session, kept: Invitation, other: Invitation) -> None:
    if other.answer is not None and kept.answer is not Answer.YES:
        kept.answer, kept.answered_at = other.answer, other.answered_at
    said = (kept.attended, other.attended)
    kept.attended = None if said == (None, None) else True in said
    kept.written_at = kept.written_at or other.written_at
    kept.wants = sorted({*kept.wants, *other.wants})
    liked = select(Interest.registration_id).where(Interest.invitation_id == kept.id)
    doubled = set(session.exec(liked))
    session.exec(
        update(Interest)
        .where(col(Interest.invitation_id) == other.id)
        .where(col(Interest.registration_id).not_in(doubled))
        .values(invitation_id=kept.id)
    )
    links = update(EventLink).where(col(EventLink.invitation_id) == other.id)
    session.exec(links.values(invitation_id=kept.id))
    session.delete(other)
