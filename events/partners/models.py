"""Partners: a municipality, agency or other organisation with function addresses, no persons."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict
from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from foundation.db import UtcDateTime, Versioned, code, document


class PartnerKind(StrEnum):
    """What sort of partner it is."""

    MUNICIPALITY = "municipality"
    EMPLOYMENT_SERVICE = "employment_service"
    SOCIAL_INSURANCE = "social_insurance"
    SCHOOL = "school"
    OTHER = "other"


class Function(BaseModel):
    """A function at a partner, such as "Arbetsmarknadsenheten", and where it is reached."""

    model_config = ConfigDict(frozen=True)

    role: str
    address: str = ""
    phone: str = ""


class Partner(Versioned, table=True):
    """A partner, known to every team."""

    __table_args__ = (UniqueConstraint("country", "name"),)

    name: str
    kind: PartnerKind = code(PartnerKind)
    country: str = "SE"
    county: str | None = Field(default=None, index=True)
    municipality: str | None = None
    functions: list[Function] = document(list[Function], default=list)
    note: str = ""
    created_at: datetime = Field(sa_type=UtcDateTime)
