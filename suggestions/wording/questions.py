"""What nobody has asked yet: the question itself, as it can be put across the table."""

from collections.abc import Callable, Mapping

from foundation.translating import _, lazy_, ngettext
from matching.explanation import Facts
from suggestions.wording import words

SCHOOLS: Mapping[str, str] = {
    "compulsory": lazy_("Har du gått ut grundskolan?"),
    "upper_secondary": lazy_("Har du gått ut gymnasiet?"),
    "post_secondary": lazy_("Har du läst vidare efter gymnasiet?"),
}


def _driving_licence(facts: Facts) -> str:
    return _("Har du körkort %(licence)s?", licence=facts["licence"])


def _own_car(_facts: Facts) -> str:
    return _("Har du bil att ta dig till jobbet med?")


def _language(facts: Facts) -> str:
    if not facts.get("level"):
        return _("Hur bra kan du %(language)s?", language=words.language(facts["language"]))
    asked = words.language_at(facts["language"], facts["level"])
    return _("Räcker språket till det de ber om, %(language)s?", language=asked)


def _authorisation(facts: Facts) -> str:
    if not facts["authority"]:
        return _("Har du den legitimation som platsen kräver?")
    return _("Har du legitimation från %(authority)s?", authority=facts["authority"])


def _education(facts: Facts) -> str:
    return str(SCHOOLS.get(str(facts["level"]), _("Vilken skola har du gått ut?")))


def _available_from(_facts: Facts) -> str:
    return _("När kan du börja?")


def _late_start(facts: Facts) -> str:
    return ngettext(
        "Kan arbetsgivaren vänta på dig i %(num)s dag?",
        "Kan arbetsgivaren vänta på dig i %(num)s dagar?",
        words.amount(facts["days"]),
    )


def _age(facts: Facts) -> str:
    return _("Har du fyllt %(age)s år?", age=facts["minimum_age"])


def _birthday(facts: Facts) -> str:
    return _("Har du fyllt %(age)s år när det börjar?", age=facts["minimum_age"])


def _workplace(facts: Facts) -> str:
    return _("Var i %(place)s ligger arbetsplatsen?", place=words.place(facts))


def _home_municipality(_facts: Facts) -> str:
    return _("Vilken kommun bor du i?")


def _skills(facts: Facts) -> str:
    return _("Kan du det här: %(skills)s?", skills=words.listed(facts["skills"]))


def _experience(_facts: Facts) -> str:
    return _("Har du gjort något liknande förut?")


def _experience_months(facts: Facts) -> str:
    return _("Hur länge gjorde du det här: %(title)s?", title=facts["title"])


def _wishes(_facts: Facts) -> str:
    return _("Vad vill du jobba med?")


QUESTIONS: Mapping[str, Callable[[Facts], str]] = {
    "driving_licence": _driving_licence,
    "own_car": _own_car,
    "language": _language,
    "language_level": _language,
    "authorisation": _authorisation,
    "education": _education,
    "available_from": _available_from,
    "late_start": _late_start,
    "age": _age,
    "birthday": _birthday,
    "workplace": _workplace,
    "home_municipality": _home_municipality,
    "skills": _skills,
    "experience": _experience,
    "experience_months": _experience_months,
    "wishes": _wishes,
}
