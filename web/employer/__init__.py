"""An employer's own pages: the start, signing up, the organisation and its people."""

from web.employer import colleagues, organisation, signing_up, views
from web.employer.blueprint import bp

__all__ = ["bp", "colleagues", "organisation", "signing_up", "views"]
