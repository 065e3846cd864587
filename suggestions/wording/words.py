"""The names of coded facts in the reader's language, ready to stand in a sentence."""

from datetime import date

from foundation import translating
from foundation.translating import _, ngettext
from matching.explanation import Fact, Facts
from reference import levels, occupations, places, related
from reference.labels import Terms


def listed(fact: Fact) -> str:
    """Words one after the other: "truck, kassa"."""
    return ", ".join(fact) if isinstance(fact, list) else str(fact or "")


def amount(fact: Fact) -> int:
    """A fact as a whole number; not known counts as none."""
    return int(fact) if isinstance(fact, int | float) else 0


def months(fact: Fact) -> str:
    """A length of time: "8 månader"."""
    return ngettext("%(num)s månad", "%(num)s månader", amount(fact))


def day(fact: Fact) -> str:
    """A date in words; empty where it is not known."""
    return translating.day(date.fromisoformat(str(fact))) if fact else ""


def occupation(code: Fact) -> str:
    """An occupation group by name."""
    group = occupations.group(str(code))
    return group.label(translating.language()) if group else str(code or "")


def kinship(one: Fact, other: Fact) -> str:
    """Why work in one occupation group leads to another, "samma arbetsplats"; empty if unknown."""
    known = related.relation(str(one), str(other))
    return _label(related.KINDS, known.why) if known else ""


def municipality(country: str, code: Fact) -> str:
    """A municipality by name."""
    place = places.municipality(country, str(code))
    return place.name if place else ""


def place(facts: Facts) -> str:
    """Where a workplace is: its municipality, or else its county, or else its country."""
    where = str(facts.get("country") or "SE")
    county = places.county(where, str(facts.get("county")))
    return municipality(where, facts.get("municipality")) or (
        county.short_name if county else country(where)
    )


def country(code: Fact) -> str:
    """A country by name."""
    return _("Norge") if code == "NO" else _("Sverige")


def language(code: Fact) -> str:
    """A language as it is written inside a sentence: "svenska"."""
    name = _label(levels.languages(), "no" if code in {"nb", "nn"} else code)
    return name if translating.language() == "en" else name.lower()


def language_at(code: Fact, level: Fact) -> str:
    """A language with its level: "svenska B1", "svenska som modersmål", "svenska"."""
    if level == "native":
        return _("%(language)s som modersmål", language=language(code))
    return f"{language(code)} {level}" if level else language(code)


def education(code: Fact) -> str:
    """A level of education by name."""
    return _label(levels.EDUCATION, code)


def _label(terms: Terms, code: Fact) -> str:
    term = terms.get(str(code))
    return term.label(translating.language()) if term else str(code or "")
