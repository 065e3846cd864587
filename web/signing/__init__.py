"""The youth's own door to her agreement: a link, a button, her name."""

from web.signing.views import bp

__all__ = ["bp"]
