"""An employer's own pages: the start, signing up, the organisation and its people."""

from web.employer import organisation, signing_up, views
from web.employer.blueprint import bp

__all__ = ["bp", "organisation", "signing_up", "views"]
