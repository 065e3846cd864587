"""A track beside a youth in words: why it fits, what it opens, and where she is enrolled."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlmodel import Session

from foundation.translating import _, ngettext, number
from jobtracks.enrolments import queries as enrolled
from jobtracks.states import LETS, Lets
from suggestions import wording
from suggestions.tracks import Opens, TrackFor
from web import guards
from web.suggestions.cards import varied
from web.tracks import wording as track_words
from youths.models import Youth

TOLD = frozenset(
    {
        "occupation",
        "occupation_near",
        "wish",
        "experience",
        "experience_near",
        "distance",
        "chosen_county",
    }
)
"""The reasons that say of a track what they say of an opening; the others speak of an ad."""

MOST_REASONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackCard:
    """What the macro in `suggestions/_track.html` reads."""

    title: str
    url: str
    lead: str
    label_code: str
    label_word: str
    reasons: list[str]
    opens: str
    gives: list[str]
    enrol_url: str | None


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A track that a youth is or was on."""

    title: str
    url: str
    state: tuple[str, str]


def track_card(found: TrackFor) -> TrackCard:
    """A track for a youth."""
    track = found.track
    return TrackCard(
        title=track.title,
        url=url_for("tracks.show", track_id=track.id),
        lead=f"{track_words.occupations_of(track)} · {track_words.municipality(track)}",
        **_shared(found),
    )


def youth_card(found: TrackFor) -> TrackCard:
    """A youth for a track."""
    youth = found.youth
    return TrackCard(
        title=youth.alias,
        url=url_for("suggestions.index", youth_id=youth.id, _anchor="tracks"),
        lead=_("Ansvarig: %(name)s", name=youth.responsible.name),
        **_shared(found),
    )


def enrolled_in(session: Session, youth: Youth) -> list[Enrolled]:
    """Where a youth is or was enrolled, the latest first."""
    return [
        Enrolled(
            each.cohort.track.title,
            url_for("tracks.enrolment", enrolment_id=each.id),
            track_words.ENROLMENTS[each.state],
        )
        for each in enrolled.of_youth(session, youth, guards.user())
    ]


def opens(opened: Opens) -> str:
    """What a track opens, to the youth herself."""
    if not opened.count:
        return _("Spåret öppnar inga fler platser just nu.")
    if not opened.in_norway:
        return ngettext(
            "När du är klar passar %(num)s plats till i ditt sökområde.",
            "När du är klar passar %(num)s platser till i ditt sökområde.",
            opened.count,
        )
    return ngettext(
        "När du är klar passar %(num)s plats till i ditt sökområde, i Norge.",
        "När du är klar passar %(num)s platser till i ditt sökområde, %(norway)s av dem i Norge.",
        opened.count,
        norway=number(opened.in_norway),
    )


def _shared(found: TrackFor) -> dict[str, Any]:
    track, youth, match = found.track, found.youth, found.match
    told = [each for each in varied(match.reasons) if each.code in TOLD]
    given = [line for step in found.whole.steps for line in track_words.given(step.gives)]
    may_ask = track.team_id == youth.team_id and Lets.QUEUE in LETS[track.state]
    return {
        "label_code": match.label,
        "label_word": wording.label(match.label),
        "reasons": [wording.reason(each.code, each.facts) for each in told[:MOST_REASONS]],
        "opens": opens(found.opens),
        "gives": list(dict.fromkeys(given)),
        "enrol_url": url_for("tracks.enrol", track_id=track.id, youth=youth.id)
        if may_ask
        else None,
    }
