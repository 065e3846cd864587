"""What may be saved, and what must be there before an opening is published.

A draft may be incomplete but never contradict itself. Every problem names its field, so that a
form can show it where it can be mended.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from foundation.errors import Refused
from foundation.translating import _, lazy_
from openings.facts import OpeningFacts
from openings.models import Opening
from reference import occupations, places


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the field of `OpeningFacts`, and how, in a sentence."""

    field: str
    message: str


class NotReady(Refused):
    """The facts cannot be saved, or not published; `problems` says what to mend."""

    message = lazy_("Något behöver rättas innan det går.")

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Rule:
    """What must not be, at which field, and how to mend it; the second argument is today."""

    field: str
    message: str
    is_broken: Callable[[OpeningFacts, date], bool]


def _outside(value: int | None, lowest: int, highest: int) -> bool:
    return value is not None and not lowest <= value <= highest


def _is_before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day < other


def _is_less(value: int | None, other: int | None) -> bool:
    return value is not None and other is not None and value < other


def _is_unknown_place(facts: OpeningFacts) -> bool:
    code = facts.municipality
    return code is not None and places.municipality(facts.country, code) is None


CONTRADICTIONS = (
    Rule(
        "number_of_vacancies",
        lazy_("Ange ett antal mellan 1 och 500."),
        lambda facts, _today: _outside(facts.number_of_vacancies, 1, 500),
    ),
    Rule(
        "occupation",
        lazy_("Vi känner inte igen yrket. Välj ett ur listan."),
        lambda facts, _today: bool(facts.occupation and not occupations.group(facts.occupation)),
    ),
    Rule(
        "municipality",
        lazy_("Vi känner inte igen kommunen. Välj en ur listan."),
        lambda facts, _today: _is_unknown_place(facts),
    ),
    Rule(
        "ends_on",
        lazy_("Slutdagen ligger före startdagen. Ändra en av dem."),
        lambda facts, _today: _is_before(facts.ends_on, facts.starts_on),
    ),
    Rule(
        "scope_min",
        lazy_("Ange omfattningen i procent, mellan 1 och 100."),
        lambda facts, _today: _outside(facts.scope_min, 1, 100),
    ),
    Rule(
        "scope_max",
        lazy_("Ange omfattningen i procent, mellan 1 och 100."),
        lambda facts, _today: _outside(facts.scope_max, 1, 100),
    ),
    Rule(
        "scope_max",
        lazy_("Den högsta omfattningen är lägre än den lägsta. Byt plats på dem."),
        lambda facts, _today: _is_less(facts.scope_max, facts.scope_min),
    ),
    Rule(
        "experience_months",
        lazy_("Ange ett antal månader mellan 1 och 120."),
        lambda facts, _today: _outside(facts.experience_months, 1, 120),
    ),
    Rule(
        "minimum_age",
        lazy_("Ange en ålder mellan 13 och 30, eller lämna tomt."),
        lambda facts, _today: _outside(facts.minimum_age, 13, 30),
    ),
)
"""What not even a draft may say, because it contradicts itself or the reference."""

MISSING = (
    Rule("headline", lazy_("Skriv en rubrik."), lambda facts, _today: not facts.headline),
    Rule(
        "description",
        lazy_("Berätta kort vad man får göra hos er."),
        lambda facts, _today: not facts.description,
    ),
    Rule(
        "occupation",
        lazy_("Välj det yrke som ligger närmast."),
        lambda facts, _today: facts.occupation is None,
    ),
    Rule(
        "municipality",
        lazy_("Välj kommunen där arbetet utförs."),
        lambda facts, _today: facts.municipality is None,
    ),
    Rule(
        "application_deadline",
        lazy_("Sista ansökningsdagen har passerat. Välj en ny dag eller lämna tomt."),
        lambda facts, today: _is_before(facts.application_deadline, today),
    ),
    Rule(
        "ends_on",
        lazy_("Slutdagen har passerat. Välj en senare dag eller lämna tomt."),
        lambda facts, today: _is_before(facts.ends_on, today),
    ),
)
"""What is missing or out of date when an opening is to be published."""


def faults(facts: OpeningFacts, *, today: date) -> tuple[Problem, ...]:
    """What must be mended before the facts can be saved."""
    return _broken(CONTRADICTIONS, facts, today)


def gaps(facts: OpeningFacts, *, today: date) -> tuple[Problem, ...]:
    """What must be mended before an opening may be published on `today`."""
    return _broken(MISSING, facts, today)


def fewer_than_taken(facts: OpeningFacts, opening: Opening) -> tuple[Problem, ...]:
    """A place that somebody has been placed on cannot be taken away from under her."""
    if facts.number_of_vacancies >= opening.taken:
        return ()
    told = _("%(taken)s platser är redan tillsatta. Ange minst så många.", taken=opening.taken)
    return (Problem("number_of_vacancies", told),)


def _broken(rules: tuple[Rule, ...], facts: OpeningFacts, today: date) -> tuple[Problem, ...]:
    return tuple(
        Problem(rule.field, str(rule.message)) for rule in rules if rule.is_broken(facts, today)
    )
