"""Turns the words of foreign forms into our codes: kinds, languages, levels and licences."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from babel import Locale

from employers import numbers
from foundation.errors import Refused
from openings.models import OpeningKind
from reference import levels

COUNTRY_UNKNOWN = "ZZ"
"""CLDR's code for a region that is not known; no seeker looks there."""

_KINDS = (
    (
        OpeningKind.APPRENTICESHIP,
        r"\blärling(?:ar|s\w*|en)?\b|\blærling\w*|\blæreplass\w*|\bapprentice",
    ),
    (
        OpeningKind.WORK_PLACEMENT,
        r"\bpraktik(?:ant(?:er)?|plats(?:er)?)?\b|\bpraksisplass\w*|\bpraktikplass\w*|\bintern(?:ship)?s?\b",
    ),
    (
        OpeningKind.SUMMER_JOB,
        r"sommarjobb|sommarvik|sommararbet|sommarpersonal|feriejobb|feriearbet|feriepraktik"
        r"|sommerjobb|sommervik|sommerhjelp|feriehjelp|feriearbeid|summer job"
        r"|\bi som(?:mar|mer)\b",
    ),
)
_KIND_STEMS = (
    *("lärling", "lærling", "læreplass", "apprentice", "prakti", "praksis", "intern"),
    *("sommar", "sommer", "ferie", "summer", "i som"),
)
"""One of them stands in whatever a pattern of `_KINDS` finds; most ads have none."""

_EMPLOYMENT_TYPES = (
    ("on_call", r"behovsanställ|timanställ|tilkall|ringevik|vid behov|ekstrahjelp"),
    ("substitute", r"vikari"),
    ("seasonal", r"säsong|sesong|sommar|feriejobb"),
    ("probationary", r"provanställ|prøvetid"),
    ("trainee", r"trainee"),
    ("permanent", r"\btills ?vidare|\bfast\b"),
    ("fixed_term", r"tidsbegräns|engasjement|prosjekt|åremål|midlertidig|månader|dagar"),
    ("assignment", r"uppdrag|oppdrag|selvstendig"),
)
_EDUCATION = (
    ("post_secondary", r"^eftergymnasial|^forskar|høyere|universitet|högskol|bachelor|master"),
    ("upper_secondary", r"^gymnasi|videregående|fagbrev"),
    ("compulsory", r"^förgymnasial|grundskol|grunnskol"),
    ("none", r"^saknar|ingen utdanning"),
)
_LICENCE_NAMES = {"UTÖKAD B": "B96", "B+E": "BE", "C+E": "CE", "D+E": "DE", "C1+E": "C1E"}
# What Platsbanken calls a language where neither the reference nor CLDR says the same.
_LANGUAGE_NAMES = {
    "bengaliska": "bn",
    "dari": "fa",
    "mandarin": "zh",
    "mongolska": "mn",
    "samiska": "se",
    "syrianska": "syr",
    "assyriska": "syr",
    "teckenspråk": "swl",
    "vitryska": "be",
}


def opening_kind(*words: str) -> OpeningKind:
    """What is offered, by the headline and the form of employment; a job if they do not say."""
    whole = " ".join(words).casefold()
    if not any(stem in whole for stem in _KIND_STEMS):
        return OpeningKind.JOB
    return next((kind for kind, pattern in _KINDS if _any_holds(pattern, words)), OpeningKind.JOB)


@lru_cache(maxsize=1024)
def employment_type(*words: str) -> str | None:
    """The form of employment, as a code of `levels.EMPLOYMENT_TYPES`."""
    return _first(_EMPLOYMENT_TYPES, words)


@lru_cache(maxsize=1024)
def education_level(*words: str) -> str | None:
    """The lowest level of education that is named, as a code of `levels.EDUCATION`."""
    found = {level for each in words if (level := _first(_EDUCATION, (each,)))}
    return min(found, key=levels.EDUCATION.rank, default=None)


def licences(words: Iterable[str]) -> tuple[str, ...]:
    """Driving-licence classes; "B (personbil)" is B. Unknown ones are left out."""
    found = (each.split("(")[0].strip().upper() for each in words)
    known = (_LICENCE_NAMES.get(each, each) for each in found)
    return tuple(dict.fromkeys(each for each in known if each in levels.LICENCES.codes))


def language(name: str) -> str | None:
    """The ISO 639 code of a language by its name, such as "Persiska (Farsi)"."""
    names = _languages()
    parts = [name, *re.split(r"[/(),;]| och | og ", name)]
    return next((names[key] for each in parts if (key := each.strip().casefold()) in names), None)


def country(name: str, *, else_: str) -> str:
    """The ISO 3166 code of a country by its name, `else_` where there is no name."""
    if not name:
        return else_
    return _countries().get(name.casefold(), COUNTRY_UNKNOWN)


@lru_cache(maxsize=1024)
def percentages(*words: str) -> tuple[int, int] | None:
    """The lowest and highest share of full time that is named, "heltid" being 100."""
    whole = " ".join(words).casefold()
    found = [int(each) for each in re.findall(r"(\d{1,3})\s?%", whole) if 1 <= int(each) <= 100]
    if not found and "deltid" not in whole and "heltid" in whole:
        found = [100]
    return (min(found), max(found)) if found else None


@lru_cache(maxsize=4096)
def organization_number(text: str, country: str) -> str | None:
    """An employer's number, whole and right; a sole trader's is a person's, and is not kept."""
    if not text or country not in numbers.COUNTRIES:
        return None
    try:
        return numbers.read(text, country).digits
    except Refused:
        return None


def _first(table: Iterable[tuple[str, str]], words: Iterable[str]) -> str | None:
    texts = list(words)
    return next((code for code, pattern in table if _any_holds(pattern, texts)), None)


def _any_holds(pattern: str, words: Iterable[str]) -> bool:
    return any(re.search(pattern, each, re.IGNORECASE) for each in words)


@cache
def _languages() -> dict[str, str]:
    found: dict[str, str] = {}
    for locale in ("en", "nb", "sv"):
        for code, name in Locale(locale).languages.items():
            if "_" not in code:
                found[name.casefold()] = code
    for term in levels.languages():
        for label in (term.label_en, term.label_nb, term.label_sv):
            found[label.split("(")[0].strip().casefold()] = term.code
    return found | _LANGUAGE_NAMES


@cache
def _countries() -> dict[str, str]:
    return {
        name.casefold(): code
        for locale in ("en", "nb", "sv")
        for code, name in Locale(locale).territories.items()
        if len(code) == 2 and code.isalpha()
    }
