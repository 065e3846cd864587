"""Answers by link, without signing in: an employer's, and a youth's. Opening answers nothing."""

from web.answers import assessment, consent, employer, event
from web.answers.blueprint import bp

__all__ = ["assessment", "bp", "consent", "employer", "event"]
