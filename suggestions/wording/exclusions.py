"""What keeps a youth and an opening apart: said as what the opening needs, never as a fault."""

from collections.abc import Callable, Mapping

from foundation.translating import _
from matching.explanation import Facts
from suggestions.wording import words


def _closed(_facts: Facts) -> str:
    return _("Platsen är stängd.")


def _filled(_facts: Facts) -> str:
    return _("Alla platser är tagna.")


def _deadline_passed(facts: Facts) -> str:
    return _("Sista dagen att söka var %(day)s.", day=words.day(facts["deadline"]))


def _ended(facts: Facts) -> str:
    return _("Platsen tog slut %(day)s.", day=words.day(facts["ends_on"]))


def _not_available_in_time(facts: Facts) -> str:
    free = words.day(facts["available_from"])
    if starts := words.day(facts["starts_on"]):
        return _("Det börjar %(starts)s. Du kan börja %(free)s.", starts=starts, free=free)
    return _("De vill ha någon nu. Du kan börja %(free)s.", free=free)


def _country(facts: Facts) -> str:
    where = words.country(facts["country"])
    return _("Platsen är i %(country)s, utanför ditt sökområde.", country=where)


def _search_area(facts: Facts) -> str:
    where = words.place(facts)
    if not facts.get("km"):
        return _("Platsen är i %(place)s, utanför ditt sökområde.", place=where)
    return _(
        "Det är %(km)s km till %(place)s. Du vill åka högst %(most)s km.",
        km=round(float(str(facts["km"]))),
        place=where,
        most=facts["max_km"],
    )


def _driving_licence(facts: Facts) -> str:
    return _("Platsen kräver körkort %(licence)s.", licence=facts["licence"])


def _own_car(_facts: Facts) -> str:
    return _("Platsen kräver egen bil.")


def _language(facts: Facts) -> str:
    spoken = words.language_at(facts["language"], facts["level"])
    return _("Platsen kräver %(language)s.", language=spoken)


def _authorisation(facts: Facts) -> str:
    authority = facts["authority"]
    if not authority:
        return _("Platsen kräver legitimation.")
    return _("Yrket kräver legitimation från %(authority)s.", authority=authority)


def _education(facts: Facts) -> str:
    return _("Platsen kräver %(level)s.", level=words.education(facts["level"]).lower())


def _age(facts: Facts) -> str:
    return _("Platsen är för den som har fyllt %(age)s år.", age=facts["minimum_age"])


EXCLUSIONS: Mapping[str, Callable[[Facts], str]] = {
    "closed": _closed,
    "filled": _filled,
    "deadline_passed": _deadline_passed,
    "ended": _ended,
    "not_available_in_time": _not_available_in_time,
    "country": _country,
    "search_area": _search_area,
    "driving_licence": _driving_licence,
    "own_car": _own_car,
    "language": _language,
    "authorisation": _authorisation,
    "education": _education,
    "age": _age,
}
