"""Between the form about a youth and her facts, in both directions."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from wtforms import Form

from foundation.translating import language
from reference import occupations
from web.fields import LinesField
from web.youths.entries import Answer, AnswerField
from youths.facts import YouthFacts
from youths.models import Experience, LanguageSkill

AS_THEY_ARE = (
    "alias",
    "registered_on",
    "born",
    "protected_identity",
    "max_commute_km",
    "available_from",
    "about",
)
"""The fields that mean the same in the form and in the facts."""

YES_OR_NO = {"yes": True, "no": False}
WORDS_OF = {None: "", True: "yes", False: "no"}

ASKED = {
    "experience": "experience_known",
    "skills": "skills_known",
    "languages": "languages_known",
    "driving_licences": "licences_known",
    "authorised_occupations": "authorised_known",
}
"""The question that stands before each list."""


def facts_from(form: Form) -> YouthFacts:
    """What a valid form says."""
    written = _written(form)
    answers = {name: cast(AnswerField, form[question]) for name, question in ASKED.items()}
    known: dict[str, Any] = {name: answer.known(written[name]) for name, answer in answers.items()}
    return YouthFacts(
        target_groups=tuple(form["target_groups"].data),
        wishes=_lines(form, "wishes"),
        occupations=_unique(row["code"] for row in form["occupations"].data if row["title"]),
        education_level=form["education_level"].data or None,
        own_car=YES_OR_NO.get(form["own_car"].data),
        home_municipality=form["home_municipality"].data or None,
        counties=tuple(form["counties"].data),
        countries=("SE", "NO") if form["norway"].data else ("SE",),
        **{name: form[name].data for name in AS_THEY_ARE},
        **known,
    )


def data_from(facts: YouthFacts) -> dict[str, Any]:
    """What the form shows for these facts, with an empty row at the end of each list."""
    return {
        **{name: getattr(facts, name) for name in AS_THEY_ARE},
        **{question: Answer.to(getattr(facts, name)) for name, question in ASKED.items()},
        "target_groups": facts.target_groups,
        "wishes": "\n".join(facts.wishes),
        "occupations": [*({"title": _label(c), "code": c} for c in facts.occupations), {}],
        "experience": [*(row.model_dump() for row in facts.experience or ()), {}],
        "skills": "\n".join(facts.skills or ()),
        "languages": [*(row.model_dump() for row in facts.languages or ()), {}],
        "driving_licences": facts.driving_licences or (),
        "own_car": WORDS_OF[facts.own_car],
        "authorised_occupations": [*({"code": c} for c in facts.authorised_occupations or ()), {}],
        "education_level": facts.education_level or "",
        "home_municipality": facts.home_municipality or "",
        "counties": facts.counties,
        "norway": "NO" in facts.countries,
    }


def told(form: Form) -> Iterator[tuple[str, Sequence[Any]]]:
    """Each question before a list, with what is written below it."""
    written = _written(form)
    return ((question, written[name]) for name, question in ASKED.items())


def _written(form: Form) -> dict[str, tuple[Any, ...]]:
    """What stands in the lists; rows that were left empty say nothing."""
    spoken = {row["language"]: row["level"] or None for row in form["languages"].data}
    done = ((row["title"], row["months"]) for row in form["experience"].data)
    return {
        "experience": tuple(Experience(title=title, months=m) for title, m in done if title),
        "skills": _lines(form, "skills"),
        "languages": tuple(
            LanguageSkill(language=code, level=level) for code, level in spoken.items() if code
        ),
        "driving_licences": tuple(form["driving_licences"].data or ()),
        "authorised_occupations": _unique(r["code"] for r in form["authorised_occupations"].data),
    }


def _lines(form: Form, name: str) -> tuple[str, ...]:
    return cast(LinesField, form[name]).lines


def _unique(codes: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))


def _label(code: str) -> str:
    group = occupations.group(code)
    return group.label(language()) if group else code
