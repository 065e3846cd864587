"""What a new opening begins with, so that little is left to write."""

from dataclasses import replace
from uuid import UUID

from sqlmodel import Session

from employers import queries as employers
from employers.models import Employer
from openings import queries
from openings.facts import OpeningFacts


def facts_for_new(session: Session, employer: Employer) -> tuple[OpeningFacts, UUID | None]:
    """Where, how and with whom, as in the employer's last opening, or else as at its workplace.

    With them the colleague who was the supervisor last, where it was one.
    """
    last = queries.latest(session, employer.id)
    if last:
        before = OpeningFacts.of(last)
        facts = OpeningFacts(
            kind=before.kind,
            country=before.country,
            municipality=before.municipality,
            street_address=before.street_address,
            scope_min=before.scope_min,
            scope_max=before.scope_max,
            working_hours=before.working_hours,
            accessibility=before.accessibility,
            supervisor=before.supervisor,
        )
        return facts, last.supervisor_id
    facts = OpeningFacts(country=employer.country)
    for workplace in employers.workplaces_of(session, employer)[:1]:
        facts = replace(
            facts,
            country=workplace.country,
            municipality=workplace.municipality,
            street_address=workplace.street_address,
            accessibility=workplace.accessibility,
        )
    return facts, None
