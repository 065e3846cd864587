"""Codes between agencies in words."""

from foundation.translating import lazy_
from youths.agencies.models import (
    DeclineReason,
    Ground,
    HandoverState,
    ReferralOutcome,
    ReferralPurpose,
)
from youths.agencies.waiting import Todo

GROUNDS: dict[Ground, str] = {
    Ground.CONSENT: lazy_("Ungdomen samtycker"),
    Ground.NO_HARM: lazy_("Prövat: det är till ingen skada för ungdomen"),
    Ground.DUTY: lazy_("En lag säger att vi ska lämna uppgiften"),
}
PURPOSES: dict[ReferralPurpose, str] = {
    ReferralPurpose.PLANNING: lazy_("Planera tillsammans"),
    ReferralPurpose.STUDIES: lazy_("Studier"),
    ReferralPurpose.WORK: lazy_("Jobb eller praktik"),
    ReferralPurpose.GUIDANCE: lazy_("Vägledning"),
    ReferralPurpose.HOUSEHOLD: lazy_("Boende och vardag"),
    ReferralPurpose.SUPPORT: lazy_("Stöd i kontakten"),
    ReferralPurpose.OTHER: lazy_("Annat"),
}
OUTCOMES: dict[ReferralOutcome, str] = {
    ReferralOutcome.RECEIVED: lazy_("Mottagen"),
    ReferralOutcome.STARTED: lazy_("Något har börjat"),
    ReferralOutcome.SENT_BACK: lazy_("Skickad tillbaka"),
    ReferralOutcome.SENT_ON: lazy_("Skickad vidare"),
    ReferralOutcome.DID_NOT_COME: lazy_("Ungdomen kom inte"),
    ReferralOutcome.NOT_NEEDED: lazy_("Behövdes inte"),
}
DECLINED: dict[DeclineReason, str] = {
    DeclineReason.NO_ROOM: lazy_("Jag har inte plats just nu"),
    DeclineReason.OTHER_AGENCY: lazy_("En annan myndighet passar bättre"),
    DeclineReason.BAD_TIME: lazy_("Det är fel tid för ett byte"),
    DeclineReason.UNCLEAR: lazy_("Jag behöver veta mer först"),
    DeclineReason.OTHER: lazy_("Annat"),
}
STATES: dict[HandoverState, tuple[str, str]] = {
    HandoverState.OFFERED: (lazy_("Väntar på svar"), "waits"),
    HandoverState.ACCEPTED: (lazy_("Tackade ja"), "done"),
    HandoverState.DECLINED: (lazy_("Tackade nej"), "expired"),
    HandoverState.WITHDRAWN: (lazy_("Återtagen"), "neutral"),
    HandoverState.EXPIRED: (lazy_("Tiden gick ut"), "expired"),
}
TODOS: dict[Todo, str] = {
    Todo.ANSWER_HANDOVER: lazy_("Svara om att ta över"),
    Todo.ANSWER_QUESTION: lazy_("Svara på en fråga"),
    Todo.AWAIT_HANDOVER: lazy_("Vänta på svar om att lämna över"),
    Todo.AWAIT_ANSWER: lazy_("Vänta på svar på en fråga"),
}
