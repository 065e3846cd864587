"""One organisation is one employer, however many sign up for it and however close together."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from employers import queries
from employers.models import Employer, Workplace
from employers.numbers import OrganizationNumber
from foundation.db import broke

ONE_A_NUMBER = (
    "uq_employer_country_organization_number",
    "employer.country",
    "employer.organization_number",
)
"""The constraint, as PostgreSQL and as SQLite name it."""


def the_only(
    session: Session,
    number: OrganizationNumber,
    *,
    name: str,
    country: str,
    municipality: str,
    now: datetime,
) -> Employer:
    """The employer with this number: the one that is known, else a new one with a workplace.

    `country` and `municipality` say where the work is done. Of two that sign up at the same
    moment the second gets the first one's employer, and its own name and place are let go.
    """
    known = queries.by_number(session, number.country, number.digits)
    if known:
        return known
    made = Employer(
        name=name,
        country=number.country,
        organization_number=number.digits,
        created_at=now,
        updated_at=now,
    )
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError as error:
        known = queries.by_number(session, number.country, number.digits)
        if known is None or not broke(error, *ONE_A_NUMBER):
            raise
        return known
    session.add(
        Workplace(
            employer_id=made.id,
            name=name,
            country=country,
            municipality=municipality,
            updated_at=now,
        )
    )
    session.flush()
    return made
