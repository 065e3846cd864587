"""What goals and their figures are called, and how each is counted, in words a person reads."""

from dataclasses import dataclass

from foundation.translating import _, lazy_, number
from goals.frozen import ToldFigure
from goals.measures.base import Unit
from goals.models import Group, MeasureCode
from goals.stages import Stage
from youths.goal_facts.models import Answer, FactKind


@dataclass(frozen=True, slots=True)
class Words:
    """A measure: its name, its definition, what is counted, and out of what."""

    name: str
    definition: str
    counted: str
    out_of: str = ""


MEASURES: dict[MeasureCode, Words] = {
    MeasureCode.WORK_OR_STUDIES: Words(
        lazy_("Till arbete eller studier"),
        lazy_(
            "Hur stor del av dem som skrevs in under perioden som har kommit till arbete eller "
            "studier. Den som en gång har kommit dit räknas kvar, utom när en placering på ett "
            "jobb har avbrutits eller slutat utan fortsättning."
        ),
        lazy_(
            "Ungdomar vars placering slutade med jobb eller studier, som har börjat på en plats "
            "av typen jobb, eller som lämnade ett jobbspår för ett jobb eller för studier."
        ),
        lazy_("Alla som skrevs in under perioden, även de som är arkiverade."),
    ),
    MeasureCode.JOB_SEEKERS: Words(
        lazy_("Blir aktivt arbetssökande"),
        lazy_(
            "Hur stor del av dem som skrevs in under perioden som Arbetsförmedlingen har "
            "inskrivna som arbetssökande, eller i program eller insats."
        ),
        lazy_(
            "Ungdomar som Arbetsförmedlingen någon gång har angett som inskrivna arbetssökande "
            "eller i program."
        ),
        lazy_("Alla som skrevs in under perioden, även de som är arkiverade."),
    ),
    MeasureCode.WIDENED_SEARCH: Words(
        lazy_("Söker i hela landet eller Norge"),
        lazy_(
            "Hur stor del av dem som skrevs in under perioden som söker i hela Sverige eller i "
            "Norge, och inte gjorde det vid inskrivningen."
        ),
        lazy_("Ungdomar vars sökområde nu tar med hela landet eller Norge, som det inte gjorde."),
        lazy_("Alla som skrevs in under perioden, även de som är arkiverade."),
    ),
    MeasureCode.INCOME_SUPPORT: Words(
        lazy_("Försörjningsstöd"),
        lazy_(
            "Hur många fler eller färre som har försörjningsstöd än vid inskrivningen, bland dem "
            "som skrevs in under perioden och där det är uppskrivet."
        ),
        lazy_("Ungdomar som har försörjningsstöd enligt det senaste som är uppskrivet."),
        lazy_("Ungdomar som hade försörjningsstöd när de skrevs in."),
    ),
    MeasureCode.EMPLOYER_ANSWERS: Words(
        lazy_("Arbetsgivare som svarar"),
        lazy_("Hur stor del av de presentationer som gick ut under perioden som har fått svar."),
        lazy_("Presentationer som arbetsgivaren har svarat på, ja eller nej."),
        lazy_("Alla presentationer till arbetsgivare här, även de nyss skickade."),
    ),
    MeasureCode.MEETINGS: Words(
        lazy_("Företagsträffar"),
        lazy_("Hur många träffar mellan företag och ungdomar som har hållits under perioden."),
        lazy_("Företagsträffar med ett tema som är bockade som hållna och var marknadsförda."),
    ),
    MeasureCode.TRACKS: Words(
        lazy_("Jobbspår"),
        lazy_("Hur många jobbspår som har beskrivits och publicerats under perioden."),
        lazy_("Jobbspår, räknade den första gången de publicerades."),
    ),
    MeasureCode.PLEDGED_PLACEMENTS: Words(
        lazy_("Utlovade platser"),
        lazy_("Hur många platser som arbetsgivare har lovat under perioden."),
        lazy_("Platser i löften som gäller någon del av perioden, även avslutade löften."),
    ),
}
GROUPS: dict[Group, str] = {
    Group.IMMIGRANT_BACKGROUND: lazy_("Med invandrarbakgrund"),
    Group.SOCIAL_INSURANCE: lazy_("Från Försäkringskassan"),
    Group.INCOME_SUPPORT: lazy_("Med försörjningsstöd vid inskrivningen"),
    Group.WOMEN: lazy_("Kvinnor"),
    Group.MEN: lazy_("Män"),
}
STAGES: dict[Stage, str] = {
    Stage.CONTACT: lazy_("Första kontakten"),
    Stage.ACTIVITY: lazy_("Första aktiviteten"),
    Stage.SUGGESTION: lazy_("Första förslaget"),
    Stage.INTRODUCTION: lazy_("Presenterad för en arbetsgivare"),
    Stage.PLACEMENT: lazy_("Placering"),
    Stage.OUTCOME: lazy_("Arbete eller studier"),
}
REACHED: dict[Stage, str] = {
    Stage.CONTACT: lazy_("Den första dagen som någon i teamet och ungdomen nådde varandra."),
    Stage.ACTIVITY: lazy_("Den första aktiviteten i planen som har börjat, utom vårdkontakter."),
    Stage.SUGGESTION: lazy_("Det första matchningsförslaget."),
    Stage.INTRODUCTION: lazy_("Den första gången som en arbetsgivare fick veta något."),
    Stage.PLACEMENT: lazy_("Den första dagen på en placering."),
    Stage.OUTCOME: lazy_("Den första dagen i arbete eller studier, som målet räknar det."),
}
FACTS: dict[FactKind, str] = {
    FactKind.SEX: lazy_("Kön"),
    FactKind.IMMIGRANT_BACKGROUND: lazy_("Invandrarbakgrund"),
    FactKind.SOCIAL_INSURANCE: lazy_("Kom från Försäkringskassan"),
    FactKind.INCOME_SUPPORT_AT_START: lazy_("Försörjningsstöd vid inskrivningen"),
    FactKind.INCOME_SUPPORT: lazy_("Försörjningsstöd nu"),
}
ANSWERS: dict[Answer, str] = {
    Answer.YES: lazy_("Ja"),
    Answer.NO: lazy_("Nej"),
    Answer.WOMAN: lazy_("Kvinna"),
    Answer.MAN: lazy_("Man"),
    Answer.OTHER: lazy_("Annat eller vill inte svara"),
}
QUERIES: dict[str, str] = {
    "denominator": lazy_("Nämnaren"),
    "numerator": lazy_("Täljaren"),
    "numerator_too": lazy_("Täljaren, en väg till"),
}


def in_unit(value: float | None, unit: str) -> str:
    """A figure with its unit: "42,5 %", "−20 %", "9"."""
    if value is None:
        return _("visas inte")
    if unit == Unit.NUMBER:
        return number(value)
    sign = "+" if unit == Unit.CHANGE and value > 0 else ""
    return f"{sign}{number(value)} %".replace("-", "−")


def now(told: ToldFigure, unit: str) -> str:
    """How it stands: the figure, or that there is nothing to count yet."""
    if told.value is None and told.numerator is not None:
        return _("inget än")
    return in_unit(told.value, unit)


def target(value: float, unit: str, *, fewer: bool) -> str:
    """What is to be reached: "minst 65 %", "högst −20 %"."""
    told = in_unit(value, unit)
    return _("högst %(value)s", value=told) if fewer else _("minst %(value)s", value=told)


def cohort(group: Group | None, team: str | None) -> str:
    """Whom a goal about people is of."""
    if group is not None:
        return str(GROUPS[group])
    return team or _("Alla team")
