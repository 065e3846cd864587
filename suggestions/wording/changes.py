"""What would be otherwise, as the beginning of a sentence: "Med körkort B", "Om du kan …".

Each is said so that the sentence can go on with what then happens: "… går det", "… 9 platser till".
"""

from collections.abc import Callable, Mapping

from foundation.translating import _, lazy_
from matching.explanation import Facts
from reference import places
from suggestions.wording import words

SCHOOLS: Mapping[str, str] = {
    "compulsory": lazy_("Med grundskolan klar"),
    "upper_secondary": lazy_("Med gymnasieutbildning"),
    "post_secondary": lazy_("Med utbildning efter gymnasiet"),
}


def _driving_licence(facts: Facts) -> str:
    return _("Med körkort %(licence)s", licence=facts["licence"])


def _own_car(_facts: Facts) -> str:
    return _("Med egen bil")


def _longer_way(facts: Facts) -> str:
    return _("Om du kan åka %(km)s km längre", km=facts["km"])


def _county(facts: Facts) -> str:
    county = places.county(str(facts["country"]), str(facts["county"]))
    name = county.name if county else ""
    if facts["county"] == facts.get("home"):
        return _("Om du kan jobba i hela %(county)s", county=name)
    return _("Om du kan flytta till %(county)s", county=name)


def _country(facts: Facts) -> str:
    return _("Om du kan tänka dig %(country)s", country=words.country(facts["country"]))


def _language(facts: Facts) -> str:
    spoken, level = words.language(facts["language"]), facts["level"]
    if level == "native":
        return _("Med %(language)s som modersmål", language=spoken)
    return _("Med %(language)s på nivå %(level)s", language=spoken, level=level)


def _education(facts: Facts) -> str:
    return str(SCHOOLS[str(facts["level"])])


CHANGES: Mapping[str, Callable[[Facts], str]] = {
    "driving_licence": _driving_licence,
    "own_car": _own_car,
    "longer_way": _longer_way,
    "county": _county,
    "country": _country,
    "language": _language,
    "education": _education,
}
