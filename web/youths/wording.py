"""Facts about a youth in words that she and others read."""

from foundation.translating import _, language, ngettext
from reference import levels, occupations
from reference.labels import Terms
from youths.models import Experience, LanguageSkill


def said(answer: bool | None) -> str:
    """Yes, no, or nothing where nobody has asked."""
    return "" if answer is None else _("Ja") if answer else _("Nej")


def experience(done: Experience) -> str:
    """ "Köksbiträde (8 månader)"."""
    if done.months is None:
        return done.title
    length = ngettext("%(num)s månad", "%(num)s månader", done.months)
    return f"{done.title} ({length})"


def spoken(skill: LanguageSkill) -> str:
    """ "svenska (B1)"."""
    name = named(levels.languages(), skill.language)
    level = named(levels.CEFR, skill.level)
    return f"{name} ({level})" if level else name


def occupation(code: str) -> str:
    """The name of an occupation group."""
    group = occupations.group(code)
    return group.label(language()) if group else code


def named(terms: Terms, code: str | None) -> str:
    """What a code of a closed list is called; one that is not on it is shown as it is."""
    term = terms.get(code) if code else None
    return term.label(language()) if term else code or ""
