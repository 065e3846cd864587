"""What the ranking says now of some youths, beside what each has been suggested before.

A run over many youths looks twice: first without holding anything, which takes the time of ranking
and of working out reasons, and then again under lock, where it is worked out anew only for those
of whom anything has changed in between. So nobody who clicks waits for the ranking. Reasons are
worked out only for what is new or has changed since it was last written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from matching.matcher import OpeningMatcher
from openings.models import Opening, OpeningState
from suggestions.choosing import Choice, choose
from suggestions.comparing import Comparison
from suggestions.facts import seeker_of
from suggestions.standing import Known, Standing, fingerprint, standing, understood
from suggestions.writing import Changes
from youths.models import Youth
from youths.queries import is_active


class Draft(NamedTuple):
    """What there is to write for a youth, and the fingerprint of what that rests on."""

    seen: bytes
    changes: Changes


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a run over many youths has worked out before: by youth, and when openings changed."""

    choices: Mapping[UUID, Choice] = field(default_factory=dict)
    changed_at: Mapping[UUID, datetime] | None = None
    drafts: Mapping[UUID, Draft] = field(default_factory=dict)


def look_ahead(
    session: Session,
    youth_ids: Sequence[UUID],
    matcher: OpeningMatcher,
    ahead: Ahead,
    *,
    now: datetime,
) -> Ahead:
    """Work out what there is to write for some youths, and hold nothing."""
    youths = session.exec(select(Youth).where(col(Youth.id).in_(youth_ids), is_active())).all()
    rows = standing(session, youths, holding=False)
    chosen = _chosen(matcher, youths, ahead.choices)
    found = _changes(session, youths, rows, chosen, matcher, ahead, now)
    drafts = {
        youth.id: Draft(fingerprint(youth, rows[youth.id]), changes)
        for youth, changes in zip(youths, found, strict=True)
    }
    return Ahead(chosen, ahead.changed_at, drafts)


def find(
    session: Session,
    youths: Sequence[Youth],
    matcher: OpeningMatcher,
    ahead: Ahead,
    *,
    now: datetime,
) -> Iterator[Changes]:
    """Tell what there is to write, and lock what may be written.

    What was drafted ahead stands for whoever is who she was and has what she had; for the others
    it is worked out now.
    """
    rows = standing(session, youths, holding=True)
    changed = []
    for youth in youths:
        draft = ahead.drafts.get(youth.id)
        if (
            draft is not None
            and draft.seen == fingerprint(youth, rows[youth.id])
            and ahead.choices[youth.id].seeker == seeker_of(youth)
        ):
            yield draft.changes
        else:
            changed.append(youth)
    if changed:
        chosen = _chosen(matcher, changed, ahead.choices)
        yield from _changes(session, changed, rows, chosen, matcher, ahead, now)


def all_changes(session: Session) -> Mapping[UUID, datetime]:
    """When each of the openings that are ranked was last changed."""
    rows = select(Opening.id, Opening.updated_at)
    return dict(session.exec(rows.where(Opening.state == OpeningState.PUBLISHED)).all())


def _chosen(
    matcher: OpeningMatcher, youths: Iterable[Youth], ahead: Mapping[UUID, Choice]
) -> Mapping[UUID, Choice]:
    """What is worth suggesting to each, as far as it was not chosen ahead for who she still is."""
    seekers = {youth.id: seeker_of(youth) for youth in youths}
    still = {
        youth_id: ahead[youth_id]
        for youth_id, seeker in seekers.items()
        if youth_id in ahead and ahead[youth_id].seeker == seeker
    }
    others = [seeker for youth_id, seeker in seekers.items() if youth_id not in still]
    return still | {UUID(each.seeker.id): each for each in choose(matcher, others)}


def _changes(
    session: Session,
    youths: Sequence[Youth],
    rows: Mapping[UUID, Standing],
    chosen: Mapping[UUID, Choice],
    matcher: OpeningMatcher,
    ahead: Ahead,
    now: datetime,
) -> Iterator[Changes]:
    """Compare what was chosen with what stands, and explain what that takes."""
    known = {youth.id: understood(session, rows[youth.id]) for youth in youths}
    changed_at = ahead.changed_at or _changed_at(session, chosen.values(), known.values())
    comparisons = [
        Comparison(
            youth.id, youth.updated_at, chosen[youth.id].openings, known[youth.id], changed_at
        )
        for youth in youths
    ]
    seekers = (chosen[youth.id].seeker for youth in youths)
    wanted = [[str(opening_id) for opening_id in each.to_explain()] for each in comparisons]
    explained = matcher.explain_each([*zip(seekers, wanted, strict=True)])
    for comparison, matches in zip(comparisons, explained, strict=True):
        yield comparison.changes({UUID(match.vacancy_id): match for match in matches}, now)


def _changed_at(
    session: Session, chosen: Iterable[Choice], known: Iterable[Sequence[Known]]
) -> Mapping[UUID, datetime]:
    """When each of the openings that are or were suggested was last changed."""
    ids = {opening_id for choice in chosen for opening_id in choice.openings}
    ids |= {each.opening_id for theirs in known for each in theirs}
    rows = select(Opening.id, Opening.updated_at).where(col(Opening.id).in_(sorted(ids)))
    return dict(session.exec(rows).all())
