"""What an opening asks for and the youth is known not to have: said as what is wanted."""

from collections.abc import Callable, Mapping

from foundation.translating import _
from matching.explanation import Facts
from suggestions.wording import words


def _skill(facts: Facts) -> str:
    return _("De söker någon som kan: %(skill)s", skill=facts["skill"])


def _useful_skill(facts: Facts) -> str:
    return _("Bra att kunna: %(skill)s", skill=facts["skill"])


def _experience(facts: Facts) -> str:
    if not facts.get("months"):
        return _("De söker någon som har gjort det förut")
    return _("De söker någon som har gjort det i %(months)s", months=words.months(facts["months"]))


def _useful_driving_licence(facts: Facts) -> str:
    return _("Bra att ha: körkort %(licence)s", licence=facts["licence"])


def _useful_language(facts: Facts) -> str:
    spoken = words.language_at(facts["language"], facts["level"])
    return _("Bra att kunna: %(language)s", language=spoken)


def _useful_education(facts: Facts) -> str:
    return _("Bra att ha: %(level)s", level=words.education(facts["level"]).lower())


def _useful_own_car(_facts: Facts) -> str:
    return _("Bra att ha: egen bil")


def _useful_experience(_facts: Facts) -> str:
    return _("Bra om du har gjort det förut")


GAPS: Mapping[str, Callable[[Facts], str]] = {
    "skill": _skill,
    "useful_skill": _useful_skill,
    "experience": _experience,
    "useful_driving_licence": _useful_driving_licence,
    "useful_language": _useful_language,
    "useful_education": _useful_education,
    "useful_own_car": _useful_own_car,
    "useful_experience": _useful_experience,
}
