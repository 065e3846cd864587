"""Writing down the skills assessment, and letting what it says into the profile on purpose."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation.translating import language
from reference import skills
from youths import service
from youths.belonging import only, to_write_in
from youths.facts import YouthFacts
from youths.models import LanguageSkill, Youth
from youths.strengths.models import GeneralSkill, JudgedLanguage, SkillsAssessment, Sureness


@dataclass(frozen=True, slots=True, kw_only=True)
class Strengths:
    """The content of an assessment; every field has the name of its column.

    `None` and an empty text mean that nobody has asked yet.
    """

    general_skills: tuple[GeneralSkill, ...] | None = None
    own_words: str = ""
    interests: tuple[str, ...] | None = None
    worked_before: str = ""
    languages: tuple[JudgedLanguage, ...] | None = None


@dataclass(frozen=True, slots=True)
class Additions:
    """What an assessment could add to the profile that the ranking reads."""

    skills: tuple[str, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.skills or self.languages)


def assessment_of(session: Session, youth: Youth) -> SkillsAssessment | None:
    """The youth's assessment, if it has been begun."""
    return only(session, SkillsAssessment, youth)


def save(
    session: Session,
    youth: Youth,
    strengths: Strengths,
    *,
    seen: datetime,
    by: User,
    now: datetime,
) -> SkillsAssessment:
    """Write the assessment down, if nobody has since `seen`. Raises ChangedMeanwhile."""
    row = to_write_in(session, SkillsAssessment, youth, seen=seen, now=now, written_by_id=by.id)
    changed = [
        each.name
        for each in fields(strengths)
        if _listed(getattr(strengths, each.name)) != getattr(row, each.name)
    ]
    for name in changed:
        setattr(row, name, _listed(getattr(strengths, name)))
    row.written_by_id = by.id
    session.flush()
    audit.record(session, by=by, action="strengths.saved", subject=youth, now=now, fields=changed)
    return row


def additions(youth: Youth, assessment: SkillsAssessment | None) -> Additions:
    """What the assessment says that the profile does not. Skills to try out are no claim yet."""
    if assessment is None:
        return Additions()
    known = {found.code for each in youth.skills or () if (found := skills.named(each))}
    claimed = (
        found
        for each in assessment.general_skills or ()
        if each.sureness is not Sureness.TRYING and (found := skills.skill(each.code))
    )
    spoken = {each.language: each.level for each in youth.languages or ()}
    judged = assessment.languages or ()
    return Additions(
        skills=tuple(s.label(language()).lower() for s in claimed if s.code not in known),
        languages=tuple(
            LanguageSkill(language=each.language, level=each.level)
            for each in judged
            if spoken.get(each.language) != each.level
        ),
    )


def feed(session: Session, youth: Youth, *, by: User, now: datetime) -> list[str]:
    """Let the assessment into the profile; returns the names of the fields that changed.

    A judged level replaces the one that was told. Raises ChangedMeanwhile.
    """
    added = additions(youth, assessment_of(session, youth))
    if not added:
        return []
    known = YouthFacts.of(youth)
    levels = {each.language: each for each in (*(known.languages or ()), *added.languages)}
    facts = replace(
        known,
        skills=(*(known.skills or ()), *added.skills) or known.skills,
        languages=tuple(levels.values()) or known.languages,
    )
    return service.change(session, youth, facts, seen_at=youth.updated_at, by=by, now=now)


def _listed(value: object) -> object:
    """A value as its column holds it."""
    return list(value) if isinstance(value, tuple) else value
