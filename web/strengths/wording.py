"""Strengths in words, and the questions where nothing is known yet."""

from collections.abc import Iterator, Mapping

from foundation.translating import _, language, lazy_, short_day
from reference import levels, skills
from web.youths.wording import named
from youths.strengths.models import (
    GeneralSkill,
    Judged,
    JudgedLanguage,
    SkillsAssessment,
    Sureness,
)

SURENESS: Mapping[Sureness, str] = {
    Sureness.SURE: lazy_("Helt säkert"),
    Sureness.LIKELY: lazy_("Ganska säkert"),
    Sureness.TRYING: lazy_("Vill pröva"),
}
JUDGED: Mapping[Judged, str] = {
    Judged.OWN_VIEW: lazy_("Egen känsla"),
    Judged.CONVERSATION: lazy_("I samtal"),
    Judged.TEST: lazy_("Med ett test"),
    Judged.SCHOOL: lazy_("Av skolan"),
}
QUESTIONS: Mapping[str, str] = {
    "general_skills": lazy_("Vilka är dina styrkor? Vad brukar andra säga att du är bra på?"),
    "own_words": lazy_("Hur skulle du beskriva dig själv?"),
    "interests": lazy_("Vad gör du helst på din fria tid?"),
    "worked_before": lazy_("När har det gått bra för dig? Vad var det som fungerade?"),
    "languages": lazy_("Har någon bedömt dina språk? Hur gick det till?"),
}


def questions_left(assessment: SkillsAssessment | None) -> Iterator[str]:
    """What is still to be asked; an empty list is an answer, and no question."""
    for name, question in QUESTIONS.items():
        if assessment is None or getattr(assessment, name) in (None, ""):
            yield str(question)


def skill(found: GeneralSkill) -> str:
    """What a general skill is called."""
    known = skills.skill(found.code)
    return known.label(language()) if known else found.code


def judged(found: JudgedLanguage) -> str:
    """ "svenska B1, med ett test 23 nov. 2026"."""
    name = named(levels.languages(), found.language)
    level = named(levels.CEFR, found.level)
    how = str(JUDGED[found.how])
    day = short_day(found.judged_on) if found.judged_on else ""
    return _(
        "%(language)s: %(level)s. %(how)s %(day)s", language=name, level=level, how=how, day=day
    ).strip()
