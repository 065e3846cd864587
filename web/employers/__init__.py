"""The employers as staff meet them: who they are, who knows them, and what was agreed."""

from web.employers import acquirers, contacts, mentors, merging, views
from web.employers.blueprint import bp

__all__ = ["acquirers", "bp", "contacts", "mentors", "merging", "views"]
