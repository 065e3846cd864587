"""An employer's own pages: the start, signing up, the organisation and its people."""

from web.employer import (
    availability,
    colleagues,
    events,
    organisation,
    signing_up,
    views,
    workplaces,
)
from web.employer.blueprint import bp

__all__ = [
    "availability",
    "bp",
    "colleagues",
    "events",
    "organisation",
    "signing_up",
    "views",
    "workplaces",
]
