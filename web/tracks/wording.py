"""The codes of tracks in words, in the reader's language."""

from collections.abc import Iterable, Mapping

from foundation.translating import _, language, lazy_, ngettext, number, short_day
from jobtracks.checks import Missing
from jobtracks.enrolments.models import (
    Before,
    ChoiceReason,
    Enrolment,
    EnrolmentMove,
    EnrolmentState,
    TookPart,
    Why,
)
from jobtracks.models import (
    Gives,
    JobTrack,
    Level,
    Mastery,
    Part,
    Path,
    Shortage,
    Situation,
    StepKind,
    TrackMove,
    TrackState,
)
from jobtracks.states import EnrolmentAct, TrackAct
from reference import levels, occupations, places
from youths.target_groups import LABELS, TargetGroup

STATES: Mapping[TrackState, tuple[str, str]] = {
    TrackState.DRAFT: (lazy_("Utkast"), "neutral"),
    TrackState.PUBLISHED: (lazy_("Publicerat"), "done"),
    TrackState.FULL: (lazy_("Fullt"), "waits"),
    TrackState.PAUSED: (lazy_("Pausat"), "waits"),
    TrackState.ENDED: (lazy_("Avslutat"), "neutral"),
}
"""The word for each state, and the kind of tag it is shown as."""

LETS: Mapping[TrackState, str] = {
    TrackState.DRAFT: lazy_("Bara teamet ser det. Ingen kan anmäla intresse än."),
    TrackState.PUBLISHED: lazy_("Alla kan läsa om det. Det finns platser att erbjuda."),
    TrackState.FULL: lazy_("Alla kan läsa om det. Den som vill vara med ställer sig i kö."),
    TrackState.PAUSED: lazy_("Ingen ny tas in just nu. De som är med fortsätter."),
    TrackState.ENDED: lazy_("Spåret är slut. De som är kvar går klart."),
}
"""What each state means for people, in a sentence."""

TRACK_ACTS: Mapping[TrackAct, str] = {
    TrackAct.PUBLISH: lazy_("Publicerade spåret"),
    TrackAct.FILL: lazy_("Sista platsen blev tagen"),
    TrackAct.REOPEN: lazy_("En plats blev ledig"),
    TrackAct.PAUSE: lazy_("Pausade spåret"),
    TrackAct.RESUME: lazy_("Startade spåret igen"),
    TrackAct.END: lazy_("Avslutade spåret"),
}

MISSING: Mapping[Missing, str] = {
    Missing.SUMMARY: lazy_("Berätta vad spåret är, i enkla ord."),
    Missing.OCCUPATION: lazy_("Välj minst ett yrke."),
    Missing.SHORTAGE: lazy_("Välj källan som säger att det är brist i yrket."),
    Missing.IS_SHORT: lazy_("Källan säger inte att det är brist. Välj en annan källa."),
    Missing.PROFILE: lazy_("Skriv vad man ska kunna, i en kompetensprofil."),
    Missing.AGREEMENT: lazy_("Minst en arbetsgivare behöver ha godkänt kompetensprofilen."),
    Missing.EMPLOYER: lazy_("Minst en arbetsgivare behöver ha lovat platser framåt i tiden."),
    Missing.EMPLOYMENT: lazy_("Lägg till en väg till anställning efter vägvalet."),
}

SITUATIONS: Mapping[Situation, str] = {
    Situation.SHORTAGE: lazy_("brist på folk"),
    Situation.PARADOX: lazy_("svårt att hitta rätt folk, fast många söker"),
    Situation.BALANCE: lazy_("balans"),
    Situation.SURPLUS: lazy_("fler sökande än jobb"),
}
CHANCES: Mapping[Level, str] = {
    Level.LOW: lazy_("små möjligheter till jobb"),
    Level.MIDDLE: lazy_("medelstora möjligheter till jobb"),
    Level.HIGH: lazy_("stora möjligheter till jobb"),
}
MASTERY: Mapping[Mastery, str] = {
    Mastery.BASIC: lazy_("grunderna"),
    Mastery.GOOD: lazy_("kan bra"),
    Mastery.ALONE: lazy_("klarar själv"),
}
PARTS: Mapping[Part, str] = {
    Part.BEFORE: lazy_("Före vägvalet"),
    Part.AFTER: lazy_("Efter vägvalet"),
}
PATHS: Mapping[Path, str] = {
    Path.STUDIES: lazy_("Studier"),
    Path.WORKPLACE: lazy_("Arbetsplats"),
}
KINDS: Mapping[StepKind, str] = {
    StepKind.LANGUAGE: lazy_("Språk"),
    StepKind.COURSE: lazy_("Kurs"),
    StepKind.STUDY_VISIT: lazy_("Studiebesök"),
    StepKind.WORK_PLACEMENT: lazy_("Praktik"),
    StepKind.VALIDATION: lazy_("Validering"),
    StepKind.LICENCE: lazy_("Körkort eller bevis"),
    StepKind.STUDIES: lazy_("Utbildning"),
    StepKind.EMPLOYMENT: lazy_("Anställning"),
}

ENROLMENTS: Mapping[EnrolmentState, tuple[str, str]] = {
    EnrolmentState.INTEREST: (lazy_("Intresserad"), "neutral"),
    EnrolmentState.WAITING: (lazy_("I kö"), "waits"),
    EnrolmentState.OFFERED: (lazy_("Erbjuden plats"), "waits"),
    EnrolmentState.ACTIVE: (lazy_("Deltar"), "done"),
    EnrolmentState.PAUSED: (lazy_("Paus"), "waits"),
    EnrolmentState.COMPLETED: (lazy_("Klar"), "done"),
    EnrolmentState.LEFT: (lazy_("Har slutat"), "neutral"),
}
ACTS: Mapping[EnrolmentAct, str] = {
    EnrolmentAct.ASK: lazy_("Anmälde intresse"),
    EnrolmentAct.WAIT: lazy_("Ställdes i kö"),
    EnrolmentAct.GO_BEFORE: lazy_("Fick gå före i kön"),
    EnrolmentAct.TAKE_TURN: lazy_("Står i kön i tur och ordning"),
    EnrolmentAct.OFFER: lazy_("Fick erbjudande om plats"),
    EnrolmentAct.LAPSE: lazy_("Erbjudandet gick ut utan svar"),
    EnrolmentAct.ACCEPT: lazy_("Tackade ja"),
    EnrolmentAct.DECLINE: lazy_("Tackade nej"),
    EnrolmentAct.PAUSE: lazy_("Tog paus"),
    EnrolmentAct.RESUME: lazy_("Kom tillbaka"),
    EnrolmentAct.COMPLETE: lazy_("Blev klar"),
    EnrolmentAct.CORRECT: lazy_("Ångrade att det var klart"),
    EnrolmentAct.LEAVE: lazy_("Slutade"),
}
WHYS: Mapping[Why, str] = {
    Why.FOUND_JOB: lazy_("Fick jobb"),
    Why.BEGAN_STUDIES: lazy_("Började studera"),
    Why.OTHER_AIM: lazy_("Vill något annat"),
    Why.OTHER_SUPPORT: lazy_("Får annat stöd"),
    Why.TRAVEL_OR_TIMES: lazy_("Resan eller tiderna gick inte"),
    Why.MOVED: lazy_("Flyttade"),
    Why.NO_CONTACT: lazy_("Vi får ingen kontakt"),
    Why.OTHER: lazy_("Något annat"),
    Why.DECLINED: lazy_("Tackade nej till platsen"),
    Why.TRACK_ENDED: lazy_("Spåret avslutades"),
    Why.ARCHIVED: lazy_("Är inte inskriven längre"),
}
BY_THEMSELVES = frozenset({Why.DECLINED, Why.TRACK_ENDED, Why.ARCHIVED})
CHOSEN_WHYS = tuple(why for why in WHYS if why not in BY_THEMSELVES)
BEFORES: Mapping[Before, str] = {
    Before.NEAR_DAY_90: lazy_("Det är snart dag 90"),
    Before.HAS_AN_EMPLOYER: lazy_("En arbetsgivare väntar på just den här ungdomen"),
    Before.PROMISED_EARLIER: lazy_("Platsen var lovad tidigare"),
    Before.OTHER_EFFORT_ENDS: lazy_("En annan insats tar slut"),
}
REASONS: Mapping[ChoiceReason, str] = {
    ChoiceReason.OWN_WISH: lazy_("Ungdomens egen önskan"),
    ChoiceReason.TRIED_IT: lazy_("Har provat på och trivs"),
    ChoiceReason.EMPLOYER_OFFERS: lazy_("En arbetsgivare erbjuder plats"),
    ChoiceReason.NEEDS_EDUCATION: lazy_("Yrket kräver mer utbildning"),
    ChoiceReason.QUICKER_TO_WORK: lazy_("Det går snabbare till jobb"),
}
TOOK_PART: Mapping[TookPart, str] = {
    TookPart.YOUTH: lazy_("Ungdomen"),
    TookPart.CASEWORKER: lazy_("Handläggare"),
    TookPart.EMPLOYER: lazy_("Arbetsgivare"),
    TookPart.PROVIDER: lazy_("Utbildare"),
    TookPart.STUDY_COUNSELLOR: lazy_("Studievägledare"),
    TookPart.OTHER_AGENCY: lazy_("Annan myndighet"),
    TookPart.RELATIVE: lazy_("Anhörig"),
}


def occupation(code: str) -> str:
    """The name of an occupation group."""
    group = occupations.group(code)
    return group.label(language()) if group else code


def occupations_of(track: JobTrack) -> str:
    """The track's occupations, one after the other."""
    return ", ".join(map(occupation, track.occupations))


def groups(track: JobTrack) -> str:
    """The target groups, one after the other."""
    return ", ".join(str(LABELS[TargetGroup(code)]) for code in track.target_groups)


def shortage(said: Shortage) -> str:
    """ "Undersköterskor: brist på folk. Yrkesbarometern 2026-1, hela landet"."""
    return _(
        "%(title)s: %(situation)s. %(source)s %(round)s, %(region)s.",
        title=said.title,
        situation=SITUATIONS[said.situation],
        source=said.source,
        round=said.round,
        region=region(said),
    )


def region(said: Shortage) -> str:
    """Where a forecast is about."""
    county = places.county("SE", said.region) if said.region else None
    return county.name if county else _("hela landet")


def municipality(track: JobTrack) -> str:
    """Where the track is."""
    found = places.municipality("SE", track.seat)
    return found.name if found else ""


def weeks(count: float) -> str:
    """ "10 veckor", "2,5 veckor"."""
    if count != int(count):
        return _("%(weeks)s veckor", weeks=number(count))
    return ngettext("%(num)s vecka", "%(num)s veckor", int(count))


def given(gives: Gives) -> list[str]:
    """What a step gives, one thing a line."""
    spoken = [f"{_named(each.language)} {each.level}" for each in gives.languages]
    licences = [_("Körkort %(licence)s", licence=each) for each in gives.driving_licences]
    school = levels.EDUCATION.get(gives.education_level) if gives.education_level else None
    schooling = [school.label(language())] if school else []
    return [*gives.skills, *spoken, *licences, *gives.certificates, *schooling]


def _named(code: str) -> str:
    term = levels.languages().get(code)
    return term.label(language()) if term else code


def track_act(move: TrackMove) -> str:
    """What was done with a track."""
    return str(TRACK_ACTS[TrackAct(move.act)])


def act(move: EnrolmentMove) -> str:
    """What was done with somebody's place."""
    return str(ACTS[EnrolmentAct(move.act)])


def why(move: EnrolmentMove) -> str:
    """Why it was done, where a reason is kept."""
    if move.why is None:
        return ""
    words = {code.value: text for code, text in WHYS.items()}
    words |= {code.value: text for code, text in BEFORES.items()}
    return str(words.get(move.why, ""))


def lead(enrolment: Enrolment, ahead: int | None = None) -> str:
    """How somebody's place stands, in a sentence."""
    if enrolment.state is EnrolmentState.OFFERED and enrolment.answer_by:
        return _("Svara senast %(day)s.", day=short_day(enrolment.answer_by))
    if enrolment.state is EnrolmentState.WAITING and ahead is not None:
        if not ahead:
            return _("Står först i kön.")
        return ngettext(
            "%(num)s person står före i kön.", "%(num)s personer står före i kön.", ahead
        )
    if enrolment.state is EnrolmentState.LEFT and enrolment.left_why:
        return f"{WHYS[enrolment.left_why]}."
    return {
        EnrolmentState.INTEREST: _("Erbjud en plats, eller ställ i kö."),
        EnrolmentState.ACTIVE: _("Är med i spåret."),
        EnrolmentState.PAUSED: _("Har paus. Platsen finns kvar."),
        EnrolmentState.COMPLETED: _("Har gått klart spåret."),
    }.get(enrolment.state, "")


def listed(codes: Iterable[object], words: Mapping[object, str]) -> str:
    """Several codes in words, one after the other."""
    return ", ".join(str(words[code]) for code in codes)
