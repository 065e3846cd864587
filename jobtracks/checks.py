"""What a track must have before it is published, and keep as long as it is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlmodel import Session, col, select

from foundation.errors import Refused
from foundation.translating import lazy_
from jobtracks.models import (
    JobTrack,
    LetterOfIntent,
    Part,
    Path,
    ProfileAgreement,
    Shortage,
    Situation,
    StepKind,
    TrackStep,
)

SHORT = frozenset({Situation.SHORTAGE, Situation.PARADOX})
"""What a forecast says of an occupation that employers cannot find people for."""


class Missing(StrEnum):
    """Something that a track has to have, in the order in which it is written."""

    SUMMARY = "summary"
    OCCUPATION = "occupation"
    SHORTAGE = "shortage"
    IS_SHORT = "is_short"
    PROFILE = "profile"
    AGREEMENT = "agreement"
    EMPLOYER = "employer"
    EMPLOYMENT = "employment"


class NotReady(Refused):
    """The track is not ready to be read; `missing` says what it lacks."""

    message = lazy_(
        "Jobbspåret saknar något som det måste ha när det är publicerat. Se listan på spårets sida."
    )

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__()
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Whole:
    """A track with what belongs to it, read once."""

    track: JobTrack
    steps: Sequence[TrackStep]
    letters: Sequence[LetterOfIntent]
    agreements: Sequence[ProfileAgreement]


def whole(session: Session, track: JobTrack) -> Whole:
    """Read what belongs to a track, steps in the order in which they are gone through."""
    session.flush()
    steps = select(TrackStep).where(col(TrackStep.track_id) == track.id)
    letters = select(LetterOfIntent).where(col(LetterOfIntent.track_id) == track.id)
    agreed = select(ProfileAgreement).where(col(ProfileAgreement.track_id) == track.id)
    return Whole(
        track,
        sorted(session.exec(steps), key=in_order),
        session.exec(letters.order_by(col(LetterOfIntent.starts_on), col(LetterOfIntent.id))).all(),
        session.exec(
            agreed.order_by(col(ProfileAgreement.agreed_on), col(ProfileAgreement.id))
        ).all(),
    )


def in_order(step: TrackStep) -> tuple[bool, str, int, str, str]:
    """Where a step stands: before the choice, then the paths after it, by turn and title."""
    return (step.part is Part.AFTER, step.path or "", step.turn, step.title, str(step.id))


def missing(whole: Whole, *, today: date) -> tuple[Missing, ...]:
    """What the track lacks to be published on a day."""
    track, shortage = whole.track, _shortage(whole.track)
    lacks = {
        Missing.SUMMARY: not track.summary,
        Missing.OCCUPATION: not track.occupations,
        Missing.SHORTAGE: shortage is None,
        Missing.IS_SHORT: shortage is not None and shortage.situation not in SHORT,
        Missing.PROFILE: not track.profile,
        Missing.AGREEMENT: bool(track.profile) and not _is_agreed(whole),
        Missing.EMPLOYER: not any(each.ends_on >= today for each in whole.letters),
        Missing.EMPLOYMENT: not any(map(_leads_to_work, whole.steps)),
    }
    return tuple(each for each in Missing if lacks[each])


def demand_whole(session: Session, track: JobTrack, *, today: date) -> None:
    """Raise NotReady where the track lacks something."""
    if lacks := missing(whole(session, track), today=today):
        raise NotReady(lacks)


def _shortage(track: JobTrack) -> Shortage | None:
    """The forecast that the track rests on, as long as it is about work that the track leads to."""
    found = track.shortage
    return found if found and found.occupation in track.occupations else None


def _is_agreed(whole: Whole) -> bool:
    """Whether an employer has agreed to the profile as it is now."""
    changed = whole.track.profile_changed_on
    return any(changed is None or each.agreed_on >= changed for each in whole.agreements)


def _leads_to_work(step: TrackStep) -> bool:
    return (
        step.kind is StepKind.EMPLOYMENT
        and step.part is Part.AFTER
        and step.path is not Path.STUDIES
    )
