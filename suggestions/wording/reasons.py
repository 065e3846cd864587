"""Why an opening fits: a sentence for every reason, and what the reason is weighed under."""

from collections.abc import Callable, Mapping

from foundation.translating import _, lazy_, ngettext
from matching.explanation import Facts
from reference import places
from suggestions.wording import words


def _occupation(facts: Facts) -> str:
    name = words.occupation(facts["ssyk"])
    if wish := facts.get("wish"):
        return _("Passar ”%(wish)s”: %(occupation)s", wish=wish, occupation=name)
    return _("Yrket du vill ha: %(occupation)s", occupation=name)


def _occupation_near(facts: Facts) -> str:
    aim = facts.get("wish") or words.occupation(facts["aim"])
    near = _("Nära ”%(aim)s”: %(name)s", aim=aim, name=words.occupation(facts["ssyk"]))
    return _because(near, words.kinship(facts["aim"], facts["ssyk"]))


def _wish(facts: Facts) -> str:
    return _("Du önskar ”%(phrase)s”, och det står i rubriken", phrase=facts["phrase"])


def _usual_title(facts: Facts) -> str:
    return _("Rubriken nämner yrket du vill ha: %(phrase)s", phrase=facts["phrase"])


def _experience(facts: Facts) -> str:
    if not facts.get("months"):
        return _("Du har gjort det här förut: %(title)s", title=facts["title"])
    return _(
        "Du har gjort det här i %(months)s: %(title)s",
        months=words.months(facts["months"]),
        title=facts["title"],
    )


def _experience_near(facts: Facts) -> str:
    title, near = facts["title"], _("Du har gjort något liknande: %(title)s", title=facts["title"])
    if facts.get("months"):
        months = words.months(facts["months"])
        near = _("Du har gjort något liknande i %(months)s: %(title)s", months=months, title=title)
    return _because(near, words.kinship(facts["practised"], facts["ssyk"]))


def _because(sentence: str, why: str) -> str:
    """A sentence, and the reason for it where there is one."""
    return f"{sentence} – {why}" if why else sentence


def _skills(facts: Facts) -> str:
    asked, mentioned = words.listed(facts["asked"]), words.listed(facts["mentioned"])
    if asked:
        return _("Du kan det de söker: %(skills)s", skills=asked)
    return _("Du kan det som annonsen nämner: %(skills)s", skills=mentioned)


def _text(facts: Facts) -> str:
    if not facts["words"]:
        return _("Annonsen liknar det du söker")
    return _("Annonsen talar om det du söker: %(words)s", words=words.listed(facts["words"]))


def _distance(facts: Facts) -> str:
    home = words.municipality("SE", facts["from"])
    if facts["from"] == facts["to"] and facts["country"] == "SE":
        return _("I din egen kommun, %(home)s", home=home)
    return _("%(km)s km från %(home)s", km=facts["km"], home=home)


def _chosen_county(facts: Facts) -> str:
    county = places.county("SE", str(facts["county"]))
    return _("I %(county)s, som du har valt", county=county.name if county else "")


def _freshness(facts: Facts) -> str:
    days = words.amount(facts["days"])
    if days == 0:
        return _("Ny i dag")
    return ngettext("Ny för %(num)s dag sedan", "Ny för %(num)s dagar sedan", days)


EASY: Mapping[str, str] = {
    "kind": lazy_("man lär sig på plats"),
    "occupation": lazy_("ingen utbildning krävs"),
    "no_experience_asked": lazy_("ingen erfarenhet krävs"),
}


def _first_job(facts: Facts) -> str:
    because = facts["because"]
    signs = [str(EASY[sign]) for sign in because] if isinstance(because, list) else []
    return _("Bra första jobb: %(signs)s", signs=", ".join(signs))


def _driving_licence_met(facts: Facts) -> str:
    return _("Körkort: ditt %(held)s räcker", held=facts["held"])


def _own_car_met(_facts: Facts) -> str:
    return _("Du har bil, som krävs")


def _language_met(facts: Facts) -> str:
    own = words.language_at(facts["through"], facts["have"])
    if words.language(facts["through"]) == words.language(facts["language"]):
        return _("Språk: %(own)s räcker", own=own)
    needed = words.language(facts["language"])
    return _("Språk: %(own)s räcker för %(needed)s", own=own, needed=needed)


def _authorisation_met(_facts: Facts) -> str:
    return _("Du har legitimationen som yrket kräver")


def _education_met(facts: Facts) -> str:
    return _("Utbildning: %(level)s räcker", level=words.education(facts["have"]).lower())


def _age_met(facts: Facts) -> str:
    return _("Du har fyllt %(age)s år, som krävs", age=facts["minimum_age"])


REASONS: Mapping[str, Callable[[Facts], str]] = {
    "occupation": _occupation,
    "occupation_near": _occupation_near,
    "wish": _wish,
    "usual_title": _usual_title,
    "experience": _experience,
    "experience_near": _experience_near,
    "skills": _skills,
    "text": _text,
    "distance": _distance,
    "chosen_county": _chosen_county,
    "first_job": _first_job,
    "freshness": _freshness,
    "driving_licence_met": _driving_licence_met,
    "own_car_met": _own_car_met,
    "language_met": _language_met,
    "authorisation_met": _authorisation_met,
    "education_met": _education_met,
    "age_met": _age_met,
}

WEIGHED_UNDER: Mapping[str, str] = {
    "occupation": "occupation",
    "occupation_near": "occupation",
    "wish": "wish",
    "usual_title": "wish",
    "experience": "experience",
    "experience_near": "experience",
    "skills": "skills",
    "text": "text",
    "distance": "distance",
    "chosen_county": "distance",
    "first_job": "first_job",
    "freshness": "freshness",
}
"""Which weight a reason's points come under; all others share the one for requirements."""

WITHOUT: Mapping[str, str] = {
    "occupation": lazy_("Yrket är ett annat än det du vill ha"),
    "wish": lazy_("Dina egna ord står inte i rubriken"),
    "experience": lazy_("Du har inte berättat om liknande arbete"),
    "skills": lazy_("Annonsen nämner inget av det du kan"),
    "text": lazy_("Annonsen talar om annat än det du söker"),
    "distance": lazy_("Avståndet är långt eller inte känt"),
    "first_job": lazy_("Platsen är inte skriven för ett första jobb"),
    "requirements": lazy_("Platsen har inga krav som vi vet att du uppfyller"),
    "freshness": lazy_("Platsen har legat ute en tid"),
}
"""What is said in the whole sum about a weight that gave no points."""
