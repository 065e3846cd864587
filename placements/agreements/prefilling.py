"""What a new draft begins with: what was agreed before, or what the opening says."""

from uuid import UUID

from sqlmodel import Session, col, select

from openings.supervising import colleague
from placements.agreements.models import Agreement, AgreementVersion, Terms
from placements.models import Introduction
from placements.queries import disclosures_of

LONGEST_TASKS = 1_500


def first_terms(session: Session, introduction: Introduction) -> tuple[Terms, UUID | None]:
    """The terms of the draft that was put aside last, else those that the opening suggests.

    With them the colleague who is the supervisor, where she is one still.
    """
    rows = (
        select(AgreementVersion)
        .join(Agreement)
        .where(Agreement.introduction_id == introduction.id)
        .order_by(col(AgreementVersion.written_at).desc(), col(AgreementVersion.number).desc())
    )
    before = session.exec(rows).first()
    opening = introduction.opening
    terms = before.terms if before else _from_opening(session, introduction)
    chosen = before.supervisor_id if before else opening.supervisor_id
    person = colleague(session, opening.employer_id, chosen)
    return terms, person.id if person else None


def told_name(session: Session, introduction: Introduction) -> str:
    """The name that the employer has been told last, or nothing."""
    for disclosure in disclosures_of(session, introduction):
        for each in disclosure.shared:
            if each.field == "name":
                return str(each.value)
    return ""


def _from_opening(session: Session, introduction: Introduction) -> Terms:
    opening = introduction.opening
    return Terms(
        name=told_name(session, introduction),
        starts_on=opening.starts_on,
        ends_on=opening.ends_on,
        scope=opening.scope_max or opening.scope_min,
        schedule=opening.working_hours,
        tasks=opening.description if len(opening.description) <= LONGEST_TASKS else "",
        supervisor=opening.supervisor,
    )
