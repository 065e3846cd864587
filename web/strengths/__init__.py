"""A youth's strengths, and the support needs that only a few may read."""

from web.strengths.views import bp

__all__ = ["bp"]
