"""What becomes of letters of intent and agreements when two employers become one."""

from sqlmodel import Session, col, update

from employers.models import Employer
from jobtracks.models import LetterOfIntent, ProfileAgreement

MOVED = (LetterOfIntent, ProfileAgreement)
"""What goes along, by its `employer_id`, when an employer is merged into another."""


def move(session: Session, duplicate: Employer, kept: Employer) -> None:
    """Let what the duplicate has promised be the kept employer's.

    `placements.merging_employers` has merged the two rows in the same transaction.
    """
    for table in MOVED:
        theirs = update(table).where(col(table.employer_id) == duplicate.id)
        session.exec(theirs.values(employer_id=kept.id))
    session.expire_all()
