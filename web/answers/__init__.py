"""Answers by link, without signing in: an employer's, and a youth's. Opening answers nothing."""

from web.answers import consent, employer
from web.answers.blueprint import bp

__all__ = ["bp", "consent", "employer"]
