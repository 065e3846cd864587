"""What must be there before an agreement can be signed, and what never can be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from foundation.translating import lazy_
from openings.checks import Problem
from placements.agreements.models import Insurance, Terms

LONGEST = timedelta(days=366)
MOST_HOURS = 40.0


@dataclass(frozen=True, slots=True)
class Rule:
    """What must not be, at which field, and how to mend it; the second argument is today."""

    field: str
    message: str
    is_broken: Callable[[Terms, date], bool]


def _is_outside(terms: Terms) -> bool:
    """Whether a follow-up is planned for a day when nobody is there."""
    first, last = terms.starts_on or date.min, terms.ends_on or date.max
    return any(not first <= each <= last for each in terms.follow_ups)


CONTRADICTIONS = (
    Rule(
        "ends_on",
        lazy_("Sista dagen kan inte ligga före den första."),
        lambda terms, _today: bool(
            terms.starts_on and terms.ends_on and terms.ends_on < terms.starts_on
        ),
    ),
    Rule(
        "ends_on",
        lazy_("En överenskommelse kan gälla i högst ett år. Förläng den hellre senare."),
        lambda terms, _today: bool(
            terms.starts_on and terms.ends_on and terms.ends_on - terms.starts_on > LONGEST
        ),
    ),
    Rule(
        "scope",
        lazy_("Skriv mellan 1 och 100 procent."),
        lambda terms, _today: terms.scope is not None and not 1 <= terms.scope <= 100,
    ),
    Rule(
        "hours",
        lazy_("Skriv mellan 1 och 40 timmar i veckan."),
        lambda terms, _today: terms.hours is not None and not 1 <= terms.hours <= MOST_HOURS,
    ),
    Rule(
        "follow_ups",
        lazy_("Uppföljningarna behöver ligga mellan första och sista dagen."),
        lambda terms, _today: _is_outside(terms),
    ),
)

GAPS = (
    Rule("name", lazy_("Skriv ungdomens namn."), lambda terms, _today: not terms.name),
    Rule("starts_on", lazy_("Skriv första dagen."), lambda terms, _today: not terms.starts_on),
    Rule(
        "starts_on",
        lazy_("Första dagen har redan varit. Välj en dag som kommer."),
        lambda terms, today: bool(terms.starts_on and terms.starts_on < today),
    ),
    Rule("ends_on", lazy_("Skriv sista dagen."), lambda terms, _today: not terms.ends_on),
    Rule("scope", lazy_("Skriv omfattningen i procent."), lambda terms, _today: not terms.scope),
    Rule(
        "schedule",
        lazy_("Skriv vilka dagar och tider som gäller."),
        lambda terms, _today: not terms.schedule,
    ),
    Rule("tasks", lazy_("Skriv vad ungdomen ska göra."), lambda terms, _today: not terms.tasks),
    Rule(
        "supervisor",
        lazy_("Skriv vem som är handledare."),
        lambda terms, _today: not terms.supervisor,
    ),
    Rule(
        "supervisor_contact",
        lazy_("Skriv hur man når handledaren."),
        lambda terms, _today: not terms.supervisor_contact,
    ),
    Rule("insurance", lazy_("Välj vem som försäkrar."), lambda terms, _today: not terms.insurance),
    Rule(
        "insurance_words",
        lazy_("Skriv vilken försäkring som gäller."),
        lambda terms, _today: terms.insurance is Insurance.OTHER and not terms.insurance_words,
    ),
    Rule("goals", lazy_("Skriv minst ett mål."), lambda terms, _today: not terms.goals),
    Rule(
        "follow_ups",
        lazy_("Skriv minst en dag för uppföljning."),
        lambda terms, _today: not terms.follow_ups,
    ),
)


def contradictions(terms: Terms, *, today: date) -> tuple[Problem, ...]:
    """What cannot even be saved."""
    return _broken(CONTRADICTIONS, terms, today)


def gaps(terms: Terms, *, today: date) -> tuple[Problem, ...]:
    """What is missing or wrong before anybody can sign."""
    return _broken(CONTRADICTIONS + GAPS, terms, today)


def _broken(rules: tuple[Rule, ...], terms: Terms, today: date) -> tuple[Problem, ...]:
    return tuple(
        Problem(rule.field, str(rule.message)) for rule in rules if rule.is_broken(terms, today)
    )
