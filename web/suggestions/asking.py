"""What is worth asking a youth next, with the place in the form where the answer is written."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from flask import url_for

from matching.asking import Asked
from matching.explanation import Question
from suggestions import wording
from web.youths.profile import QUESTIONS
from youths.models import Youth
from youths.unknowns import Unknown

ANSWERED_AT: Mapping[str, str] = {
    "wishes": "ask-wishes",
    "experience": "ask-experience",
    "experience_months": "ask-experience",
    "skills": "ask-skills",
    "language": "ask-languages",
    "language_level": "ask-languages",
    "driving_licence": "ask-licences",
    "own_car": "ask-car",
    "education": "ask-school",
    "authorisation": "ask-authorisation",
    "age": "ask-who",
    "birthday": "ask-who",
    "home_municipality": "ask-where",
    "available_from": "ask-when",
}
"""The part of the form about a youth that answers each question to her."""

ASKS_FOR: Mapping[str, Unknown] = {
    "experience": Unknown.EXPERIENCE,
    "skills": Unknown.SKILLS,
    "language": Unknown.LANGUAGES,
    "driving_licence": Unknown.DRIVING_LICENCES,
    "education": Unknown.EDUCATION_LEVEL,
    "available_from": Unknown.AVAILABLE_FROM,
    "authorisation": Unknown.AUTHORISED_OCCUPATIONS,
    "age": Unknown.BORN,
}
"""The unknown fact behind a question, where there is one."""


ABOUT_HER = frozenset({"experience", "skills", "language"})
"""What is asked about her as a whole, not about one opening at a time."""


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A question to put, how many openings hang on it, and where the answer is written."""

    sentence: str
    openings: int
    url: str


def to_ask(youth: Youth, asked: Iterable[Asked]) -> list[ToAsk]:
    """Put the questions into words."""
    return [
        ToAsk(_put(each.question), each.openings, _answered_at(youth, each.question.code))
        for each in asked
    ]


def asked_for(asked: Iterable[Asked]) -> Collection[Unknown]:
    """The unknown facts that the questions ask for already."""
    return {ASKS_FOR[each.question.code] for each in asked if each.question.code in ASKS_FOR}


def _put(question: Question) -> str:
    """A question as it is put by itself, without the opening or the level that one asks about."""
    if question.code in ABOUT_HER:
        return str(QUESTIONS[ASKS_FOR[question.code]])
    return wording.question(question.code, {**question.facts, "level": None})


def _answered_at(youth: Youth, code: str) -> str:
    return url_for("youths.edit", youth_id=youth.id, _anchor=ANSWERED_AT[code])
