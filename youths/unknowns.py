"""What nobody has asked a youth yet. An empty list is an answer; `None` is a question."""

from enum import StrEnum

from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from youths.models import Youth


class Unknown(StrEnum):
    """A fact that matters to the ranking and may not be known, in the order worth asking."""

    EXPERIENCE = "experience"
    SKILLS = "skills"
    LANGUAGES = "languages"
    DRIVING_LICENCES = "driving_licences"
    EDUCATION_LEVEL = "education_level"
    AVAILABLE_FROM = "available_from"
    AUTHORISED_OCCUPATIONS = "authorised_occupations"
    BORN = "born"


def unknowns_of(youth: Youth) -> tuple[Unknown, ...]:
    """The facts that are still to be asked for, the most telling first."""
    return tuple(fact for fact in Unknown if getattr(youth, fact.value) is None)


def has_unknowns() -> ColumnElement[bool]:
    """The same question to the database: is anything still to be asked?"""
    return or_(*(col(getattr(Youth, fact.value)).is_(None) for fact in Unknown))
