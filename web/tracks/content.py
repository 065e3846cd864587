"""Between the forms about a track and its facts, both ways; its steps as a page shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from wtforms import Form

from jobtracks import schedule
from jobtracks.models import (
    Competence,
    Gives,
    LanguageGiven,
    Mastery,
    Part,
    Path,
    StepKind,
    TrackStep,
)
from jobtracks.parts import StepFacts
from jobtracks.service import TrackFacts
from web.fields import LinesField
from web.tracks import wording


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of the way, or one of the two ways after the choice, turn by turn."""

    title: str
    path: Path | None
    turns: list[list[TrackStep]]


def parts(steps: Sequence[TrackStep]) -> list[Leg]:
    """The steps before the choice, then those of each path; a path without steps is left out."""
    before = Leg(
        str(wording.PARTS[Part.BEFORE]),
        None,
        schedule.turns(schedule.steps_of(steps, Part.BEFORE)),
    )
    after = [
        Leg(str(words), path, schedule.turns(schedule.steps_of(steps, Part.AFTER, path)))
        for path, words in wording.PATHS.items()
    ]
    return [before, *(leg for leg in after if leg.turns)]


def facts_from(form: Form) -> TrackFacts:
    """What a valid form says about a track."""
    rows = ((row["skill"], row["mastery"]) for row in form["profile"].data)
    return TrackFacts(
        title=form["title"].data,
        contact_id=UUID(form["contact"].data),
        summary=form["summary"].data,
        municipality=form["municipality"].data or None,
        occupations=tuple(occupations_in(form)),
        shortage_id=UUID(form["shortage"].data) if form["shortage"].data else None,
        profile=tuple(
            Competence(skill=skill, mastery=Mastery(mastery)) for skill, mastery in rows if skill
        ),
        target_groups=tuple(form["target_groups"].data or ()),
    )


def data_from(facts: TrackFacts) -> dict[str, Any]:
    """What the form shows for these facts, with an empty row at the end of each list."""
    return {
        "title": facts.title,
        "summary": facts.summary,
        "municipality": facts.municipality or "",
        "contact": str(facts.contact_id),
        "occupations": [
            *({"title": wording.occupation(code), "code": code} for code in facts.occupations),
            {},
        ],
        "shortage": str(facts.shortage_id or ""),
        "profile": [*(row.model_dump() for row in facts.profile), {}],
        "target_groups": list(facts.target_groups),
    }


def occupations_in(form: Form) -> list[str]:
    """The occupation groups that a form names, each once."""
    rows = form["occupations"].data or ()
    return list(dict.fromkeys(row["code"] for row in rows if row["title"] and row["code"]))


def step_from(form: Form) -> StepFacts:
    """What a valid form says about a step."""
    return StepFacts(
        part=Part(form["part"].data),
        kind=StepKind(form["kind"].data),
        title=form["title"].data,
        weeks=form["weeks"].data,
        turn=form["turn"].data,
        path=Path(form["path"].data) if form["path"].data else None,
        hours=form["hours"].data,
        provider=form["provider"].data,
        prerequisites=form["prerequisites"].data,
        gives=Gives(
            skills=_lines(form, "skills"),
            languages=tuple(_languages(form["languages"].data)),
            driving_licences=tuple(form["driving_licences"].data or ()),
            education_level=form["education_level"].data or None,
            certificates=_lines(form, "certificates"),
        ),
    )


def step_data(step: TrackStep) -> dict[str, Any]:
    """What the form shows for a step."""
    plain = ("part", "path", "turn", "kind", "title", "weeks", "hours", "provider", "prerequisites")
    gives = step.gives
    return {
        **{name: getattr(step, name) for name in plain},
        "path": step.path or "",
        "skills": "\n".join(gives.skills),
        "languages": [each.model_dump() for each in gives.languages],
        "driving_licences": list(gives.driving_licences),
        "certificates": "\n".join(gives.certificates),
        "education_level": gives.education_level or "",
    }


def _languages(rows: Iterable[dict[str, str]]) -> Iterable[LanguageGiven]:
    """A language without a level says nothing that could be reckoned with, and is left out."""
    spoken = {row["language"]: row["level"] for row in rows}
    for code, level in spoken.items():
        if code and level:
            yield LanguageGiven(language=code, level=level)


def _lines(form: Form, name: str) -> tuple[str, ...]:
    return cast(LinesField, form[name]).lines
