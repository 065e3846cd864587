"""A youth as a page of words: what she can and wants first, then what is still to be asked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from foundation.translating import _, day, lazy_, ngettext, number
from reference import levels, places
from web.mobility.wording import chosen_counties
from web.youths.wording import experience, named, occupation, said, spoken
from youths.models import Youth
from youths.target_groups import USUAL, Rules, groups_of, label_of
from youths.unknowns import Unknown, unknowns_of

Pairs = list[tuple[str, str]]

QUESTIONS: dict[Unknown, str] = {
    Unknown.EXPERIENCE: lazy_("Vad har du gjort förut: jobb, praktik, sommarjobb, hjälpt till?"),
    Unknown.SKILLS: lazy_("Vad är du bra på? Vad brukar andra be dig om hjälp med?"),
    Unknown.LANGUAGES: lazy_("Vilka språk kan du, och hur bra?"),
    Unknown.DRIVING_LICENCES: lazy_("Har du körkort?"),
    Unknown.EDUCATION_LEVEL: lazy_("Vilken skola har du gått ut?"),
    Unknown.AVAILABLE_FROM: lazy_("När kan du börja?"),
    Unknown.AUTHORISED_OCCUPATIONS: lazy_("Har du legitimation för något yrke?"),
    Unknown.BORN: lazy_("Vilket år är du född?"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page says. Nothing known leaves an empty text, which is not shown."""

    wants: Pairs
    strengths: Pairs
    questions: list[str]
    search_area: Pairs
    facts: Pairs


def shown(
    youth: Youth, *, today: date, asked: Collection[Unknown] = (), rules: Rules = USUAL
) -> Shown:
    """Put a youth into words, but for what is asked for elsewhere on the page."""
    return Shown(
        wants=[
            (_("Med egna ord"), ", ".join(youth.wishes)),
            (_("Yrken"), ", ".join(map(occupation, youth.occupations))),
        ],
        strengths=_strengths(youth),
        questions=[str(QUESTIONS[fact]) for fact in unknowns_of(youth) if fact not in asked],
        search_area=_search_area(youth),
        facts=_facts(youth, today, rules),
    )


def days_registered(youth: Youth, today: date) -> int:
    """For how many days the youth has been registered."""
    return max(0, (today - youth.registered_on).days)


def _strengths(youth: Youth) -> Pairs:
    licences = (_("körkort %(licence)s", licence=each) for each in youth.driving_licences or ())
    return [
        (_("Har gjort"), ", ".join(map(experience, youth.experience or ()))),
        (_("Kan"), ", ".join(youth.skills or ())),
        (_("Språk"), ", ".join(map(spoken, youth.languages or ()))),
        (_("Körkort"), ", ".join(licences)),
        (_("Bil till jobbet"), said(youth.own_car)),
        (_("Skola"), named(levels.EDUCATION, youth.education_level)),
        (_("Legitimation"), ", ".join(map(occupation, youth.authorised_occupations or ()))),
        (_("Bra att veta"), youth.about),
    ]


def _search_area(youth: Youth) -> Pairs:
    home = places.municipality("SE", youth.home_municipality or "")
    commute = youth.max_commute_km
    return [
        (_("Hemkommun"), home.name if home else ""),
        (_("Pendlar högst"), _("%(km)s km", km=number(commute)) if commute is not None else ""),
        (_("Kan flytta till"), chosen_counties(youth.counties)),
        (_("Norge"), _("Ja, gärna") if "NO" in youth.countries else _("Inte nu")),
        (_("Kan börja"), day(youth.available_from, with_year=True) if youth.available_from else ""),
    ]


def _facts(youth: Youth, today: date, rules: Rules) -> Pairs:
    days = days_registered(youth, today)
    groups = [label_of(group, rules) for group in groups_of(youth, today, rules)]
    since = ngettext("%(num)s dag", "%(num)s dagar", days)
    return [
        (_("Ansvarig"), youth.responsible.name),
        (_("Team"), youth.team.name),
        (_("Inskriven"), f"{day(youth.registered_on, with_year=True)} ({since})"),
        (_("Född"), str(youth.born or "")),
        (_("Målgrupper"), ", ".join(groups)),
    ]
