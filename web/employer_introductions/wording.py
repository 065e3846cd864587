"""Where an introduction stands, as an employer reads it."""

from collections.abc import Mapping

from foundation.translating import _, day, lazy_
from placements.models import Introduction, Stage
from web.employer_introductions.agreements import Planned

STAGES: Mapping[Stage, tuple[str, str]] = {
    Stage.INTRODUCED: (lazy_("Väntar på ditt svar"), "waits"),
    Stage.MEETING: (lazy_("Ni ska träffas"), "done"),
    Stage.AGREEMENT: (lazy_("Överenskommelse skrivs"), "waits"),
    Stage.PLACED: (lazy_("På plats hos er"), "done"),
    Stage.ENDED: (lazy_("Avslutad"), "neutral"),
    Stage.CLOSED: (lazy_("Avslutad"), "neutral"),
}
"""The word for each stage, and the kind of tag it is shown as."""


def stage(introduction: Introduction) -> tuple[str, str]:
    """The word for where it stands, and the kind of tag."""
    words, kind = STAGES[introduction.stage]
    return str(words), kind


def lead(introduction: Introduction, planned: Planned) -> str:
    """What happens next, in one sentence."""
    is_met = any(not each.cancelled_at for each in planned.meetings)
    due = day(introduction.due_on) if introduction.due_on else ""
    return {
        Stage.INTRODUCED: _("Svara senast %(day)s. Ett klick räcker.", day=due),
        Stage.MEETING: _("Se här nedanför när och var ni ses.")
        if is_met
        else _("Handläggaren hör av sig med en tid."),
        Stage.AGREEMENT: _("Överenskommelsen är klar att läsa och skriva under.")
        if planned.agreement
        else _("Överenskommelsen skrivs. Du får den att läsa och skriva under."),
        Stage.PLACED: _("Hör av dig till handläggaren om något behöver ändras."),
    }.get(introduction.stage, _("Den här presentationen är avslutad, så uppgifterna visas inte."))
