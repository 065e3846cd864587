"""Stages, steps and reasons in words, and what an employer is told, field by field."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from foundation.translating import _, day, lazy_
from placements.introducing import Answer
from placements.models import Ground, Introduction, Move, Party, Purpose, Shared, Stage, Way, Why
from placements.states import Step
from placements.waiting import Todo
from placements.work.models import EndReason, Outcome
from reference import levels, places
from web.youths.wording import experience, named, said, spoken
from youths.models import Experience, LanguageSkill

STAGES: Mapping[Stage, tuple[str, str]] = {
    Stage.ASKED: (lazy_("Ungdomen är tillfrågad"), "waits"),
    Stage.CONSENTED: (lazy_("Redo att presenteras"), "waits"),
    Stage.INTRODUCED: (lazy_("Väntar på arbetsgivaren"), "waits"),
    Stage.MEETING: (lazy_("Ska träffas"), "waits"),
    Stage.AGREEMENT: (lazy_("Överenskommelse skrivs"), "waits"),
    Stage.PLACED: (lazy_("På plats"), "done"),
    Stage.ENDED: (lazy_("Avslutad"), "neutral"),
    Stage.CLOSED: (lazy_("Blev inte av"), "neutral"),
}
"""The word for each stage, and the kind of tag it is shown as."""

STEPS: Mapping[Step, str] = {
    Step.ASK: lazy_("Ungdomen fick frågan"),
    Step.CONSENT: lazy_("Ungdomen sa ja"),
    Step.REFUSE: lazy_("Ungdomen sa nej"),
    Step.LAPSE: lazy_("Ungdomen svarade inte i tid"),
    Step.INTRODUCE: lazy_("Presenterad för arbetsgivaren"),
    Step.WELCOME: lazy_("Arbetsgivaren vill träffas"),
    Step.POSTPONE: lazy_("Arbetsgivaren svarar senare"),
    Step.TURN_DOWN: lazy_("Arbetsgivaren sa nej den här gången"),
    Step.GIVE_UP: lazy_("Arbetsgivaren svarade inte i tid"),
    Step.DRAFT: lazy_("Överenskommelsen påbörjad"),
    Step.DROP_DRAFT: lazy_("Utkastet till överenskommelse lades undan"),
    Step.PART: lazy_("Det blev inget efter mötet"),
    Step.PLACE: lazy_("På plats hos arbetsgivaren"),
    Step.PROLONG: lazy_("Förlängd"),
    Step.END: lazy_("Avslutad"),
    Step.BREAK_OFF: lazy_("Avbruten i förtid"),
    Step.CORRECT: lazy_("Resultatet ändrat"),
    Step.WITHDRAW: lazy_("Återtagen"),
}

WHYS: Mapping[Why, str] = {
    Why.YOUTH_DECLINED: lazy_("Ungdomen ville inte"),
    Why.YOUTH_SILENT: lazy_("Inget svar är ett nej"),
    Why.CONSENT_WITHDRAWN: lazy_("Ungdomen har ångrat sig"),
    Why.PROTECTED: lazy_("Skyddade personuppgifter"),
    Why.OPENING_GONE: lazy_("Platsen finns inte kvar"),
    Why.WITHDRAWN: lazy_("Vi väljer en annan väg"),
    Why.EMPLOYER_SILENT: lazy_("Inget svar i tid"),
    Why.FILLED: lazy_("Platsen är redan tillsatt"),
    Why.OTHER_PROFILE: lazy_("Vi söker någon med annan bakgrund"),
    Why.NO_SUPERVISOR: lazy_("Vi har ingen handledare just nu"),
    Why.BAD_TIME: lazy_("Tiden passar inte"),
    Why.NOT_AFTER_MEETING: lazy_("Det passade inte efter mötet"),
    Why.OTHER: lazy_("Något annat"),
}

ANSWERS: Mapping[Answer, str] = {
    Answer.YES: lazy_("Ja, vi vill träffas"),
    Answer.NO: lazy_("Inte den här gången"),
    Answer.LATER: lazy_("Senare"),
}
"""What an employer may say, as she says it."""

PARTIES: Mapping[Party, str] = {
    Party.CASEWORKER: lazy_("Handläggare"),
    Party.YOUTH: lazy_("Ungdomen"),
    Party.EMPLOYER: lazy_("Arbetsgivaren"),
    Party.CLOCK: lazy_("Tiden gick ut"),
}

WAYS: Mapping[Way, str] = {
    Way.IN_PERSON: lazy_("I ett samtal"),
    Way.PHONE: lazy_("På telefon"),
    Way.PAPER: lazy_("På papper"),
    Way.LINK: lazy_("Med en länk"),
    Way.PORTAL: lazy_("I Farled"),
}

PURPOSES: Mapping[Purpose, str] = {
    Purpose.RECRUITMENT: lazy_("Anställning på den här platsen"),
    Purpose.WORK_PLACEMENT: lazy_("Praktik på den här platsen"),
}

GROUNDS: Mapping[Ground, str] = {
    Ground.CONSENT: lazy_("Ungdomens samtycke (OSL 12 kap. 2 §)"),
    Ground.NO_HARM: lazy_("Står klart att ingen lider men (OSL 26 kap. 1 §)"),
}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.JOB_HERE: lazy_("Jobb hos arbetsgivaren"),
    Outcome.JOB_ELSEWHERE: lazy_("Jobb någon annanstans"),
    Outcome.STUDIES: lazy_("Studier"),
    Outcome.NOTHING_YET: lazy_("Inget nytt än"),
    Outcome.BROKEN_OFF: lazy_("Avbruten i förtid"),
}

END_REASONS: Mapping[EndReason, str] = {
    EndReason.YOUTH_CHOSE: lazy_("Ungdomen valde det"),
    EndReason.EMPLOYER_CHOSE: lazy_("Arbetsgivaren valde det"),
    EndReason.FOUND_OTHER: lazy_("Ungdomen fann något annat"),
    EndReason.WORKPLACE_CHANGED: lazy_("Arbetsplatsen har ändrats eller stängt"),
    EndReason.OTHER: lazy_("Något annat"),
}

TODOS: Mapping[Todo, str] = {
    Todo.CALL: lazy_("Ring arbetsgivaren, som inte har svarat"),
    Todo.FOLLOW_UP: lazy_("Följ upp på arbetsplatsen"),
    Todo.INTRODUCE: lazy_("Presentera för arbetsgivaren"),
    Todo.RESCUE: lazy_("Gör klart överenskommelsen innan den läggs undan"),
    Todo.MEET: lazy_("Bestäm ett möte"),
    Todo.WRITE: lazy_("Gör klart överenskommelsen"),
    Todo.ASK: lazy_("Fråga ungdomen"),
    Todo.ANSWER: lazy_("Hör vad ungdomen svarar"),
    Todo.END: lazy_("Avsluta eller förläng"),
}

FIELDS: Mapping[str, str] = {
    "name": lazy_("Namn"),
    "about": lazy_("Om mig"),
    "age": lazy_("Ålder"),
    "home_municipality": lazy_("Bor i"),
    "available_from": lazy_("Kan börja"),
    "education_level": lazy_("Skola"),
    "experience": lazy_("Har gjort"),
    "skills": lazy_("Kan"),
    "languages": lazy_("Språk"),
    "driving_licences": lazy_("Körkort"),
    "own_car": lazy_("Bil till jobbet"),
    "contact": lazy_("Nås på"),
}


def _municipality(code: str) -> str:
    found = places.municipality("SE", code)
    return found.name if found else code


VALUES: Mapping[str, Callable[[Any], str]] = {
    "age": lambda age: _("Fyller %(age)s i år", age=age),
    "home_municipality": _municipality,
    "available_from": lambda text: day(date.fromisoformat(text), with_year=True),
    "education_level": lambda code: named(levels.EDUCATION, code),
    "experience": lambda rows: ", ".join(experience(Experience(**row)) for row in rows),
    "skills": ", ".join,
    "languages": lambda rows: ", ".join(spoken(LanguageSkill(**row)) for row in rows),
    "driving_licences": ", ".join,
    "own_car": said,
}
"""How each field's value is put into words; what is not here is words already."""


def value(field: str, known: Any) -> str:
    """A field's value in words."""
    return VALUES.get(field, str)(known)


def card(shared: Iterable[Shared]) -> list[tuple[str, str]]:
    """What an employer is told, in words and in its order."""
    return [(str(FIELDS[each.field]), value(each.field, each.value)) for each in shared]


def stage(introduction: Introduction) -> tuple[str, str]:
    """The word for where it stands, and the kind of tag; an end says what came of it."""
    words, kind = STAGES[introduction.stage]
    return str(words), kind


def step(move: Move) -> str:
    """What was done."""
    return str(STEPS[Step(move.step)])


def who(move: Move) -> str:
    """Who did it: a caseworker by name, and others as who they are."""
    if move.party is Party.CASEWORKER and move.by:
        return move.by.name
    return str(PARTIES[move.party])
