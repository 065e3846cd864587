"""An employer's own openings: the list, the form, and the steps from draft to closed."""

from web.employer_openings import bulk, glance, views, writing
from web.employer_openings.blueprint import bp

__all__ = ["bp", "bulk", "glance", "views", "writing"]
