"""Two rows for one youth become one, and nothing is lost.

What is listed here moves here; other packages move what is theirs, and `placements.merging` asks
all of them to. The duplicate stays as a row that points at the one kept, with what stood in it, so
that an address that somebody has saved, and the key of another system, still lead there.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select, update

from accounts import audit
from accounts.models import User
from foundation.errors import Refused
from foundation.translating import lazy_
from youths.agencies import handovers, sharing
from youths.agencies.models import AgencyNote, AgencyQuestion, AgencyStatus, Handover, Referral
from youths.apart import judging
from youths.belonging import both_lists, both_texts, move_rows
from youths.facts import YouthFacts
from youths.models import LanguageSkill, Youth

MOVED = (Handover, Referral, AgencyStatus, AgencyQuestion, AgencyNote)
"""What simply goes along, by its `youth_id`."""

ONE_OF_TWO = (
    "born",
    "education_level",
    "own_car",
    "home_municipality",
    "max_commute_km",
    "available_from",
)
BOTH = (
    "target_groups",
    "wishes",
    "occupations",
    "skills",
    "experience",
    "driving_licences",
    "authorised_occupations",
    "counties",
    "countries",
)


class SameYouth(Refused):
    """One row is no duplicate."""

    message = lazy_("Det är samma ungdom. Välj två olika.")


class OtherTeam(Refused):
    """A coordinator judges within a team."""

    message = lazy_("De är inskrivna i olika team. Lämna över den ena först.")


class MergedAlready(Refused):
    """Somebody was faster."""

    message = lazy_("En av dem är redan ihopslagen med en annan. Ladda om listan.")


def merge(session: Session, duplicate: Youth, kept: Youth, *, by: User, now: datetime) -> None:
    """Let `kept` have all that `duplicate` has. Raises SameYouth, OtherTeam or MergedAlready."""
    if duplicate.id == kept.id:
        raise SameYouth
    _take_turn(session, duplicate, kept)
    if duplicate.team_id != kept.team_id:
        raise OtherTeam
    bring_along(session, duplicate, kept, now=now)
    earlier = update(Youth).where(col(Youth.merged_into_id) == duplicate.id)
    session.exec(earlier.values(merged_into_id=kept.id))
    _take_over(session, duplicate, kept)
    duplicate.merged_into_id, duplicate.archived_at = kept.id, duplicate.archived_at or now
    duplicate.updated_at = kept.updated_at = now
    session.flush()
    session.expire_all()
    if kept.team_consent is False:
        sharing.revoke_consented(session, kept, by=by, now=now)
    facts = {"merged": str(duplicate.id), "kept": str(kept.id)}
    for subject in (duplicate, kept):
        audit.record(session, by=by, action="youth.merged", subject=subject, now=now, **facts)


def bring_along(session: Session, duplicate: Youth, kept: Youth, *, now: datetime) -> None:
    """Let what simply goes along be the kept youth's; what is open about the other one ends."""
    judging.forget(session, duplicate)
    handovers.close_open(session, duplicate.id, now=now)
    move_rows(session, MOVED, duplicate, kept)


def joined(kept: YouthFacts, other: YouthFacts) -> YouthFacts:
    """What is known of the two together: what is kept goes first, what it lacks comes along.

    Lists hold what either held. Protected identity of the one protects both, and so where she
    lives is then let go. Registered is the earlier day: the time counts from then.
    """
    facts: dict[str, Any] = {}
    for name in ONE_OF_TWO:
        mine = getattr(kept, name)
        facts[name] = getattr(other, name) if mine is None else mine
    for name in BOTH:
        known = both_lists(getattr(kept, name), getattr(other, name))
        facts[name] = None if known is None else tuple(known)
    is_protected = kept.protected_identity or other.protected_identity
    if is_protected:
        facts |= {"home_municipality": None, "max_commute_km": None}
    return replace(
        kept,
        **facts,
        protected_identity=is_protected,
        registered_on=min(kept.registered_on, other.registered_on),
        about=both_texts(kept.about, other.about),
        languages=_languages(kept.languages, other.languages),
    )


def _take_turn(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Lock both, always in the same order, and look again at what they are."""
    rows = select(Youth).where(col(Youth.id).in_([duplicate.id, kept.id]))
    locked = rows.order_by(col(Youth.id)).with_for_update(of=Youth)
    for each in session.exec(locked.execution_options(populate_existing=True)):
        if each.merged_into_id is not None:
            raise MergedAlready


def _take_over(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Give the kept row what both rows say; whoever is looked for work with in one still is."""
    for name, value in joined(YouthFacts.of(kept), YouthFacts.of(duplicate)).columns().items():
        setattr(kept, name, value)
    if kept.exchange_id is None and duplicate.exchange_id is not None:
        key, duplicate.exchange_id = duplicate.exchange_id, None
        session.flush()  # the key is free before it is taken
        kept.exchange_id = key
    if duplicate.archived_at is None:
        kept.archived_at = None
    if duplicate.team_consent is not None and kept.team_consent is not False:
        says_no = duplicate.team_consent is False
        if says_no or kept.team_consent is None:
            kept.team_consent = duplicate.team_consent
            kept.team_consent_on = duplicate.team_consent_on


def _languages(
    one: tuple[LanguageSkill, ...] | None, other: tuple[LanguageSkill, ...] | None
) -> tuple[LanguageSkill, ...] | None:
    """Every language once, with the level of the kept row, or the other's where it has none."""
    if one is None and other is None:
        return None
    found = {skill.language: skill for skill in other or ()}
    for skill in one or ():
        if skill.level is not None or skill.language not in found:
            found[skill.language] = skill
    return tuple(found.values())
