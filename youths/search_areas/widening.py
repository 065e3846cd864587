"""Lets a youth look further in one step, and takes the step back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from accounts.models import User
from foundation.errors import Refused
from foundation.translating import lazy_
from reference import places
from youths import service
from youths.facts import YouthFacts
from youths.models import Youth
from youths.search_areas import queries
from youths.search_areas.extent import HOME_COUNTRY, NORWAY, WHOLE_COUNTRY, is_limited
from youths.search_areas.models import Origin, SearchArea

LONGER_WAY_KM = 30


class Step(StrEnum):
    """A way to look further."""

    COUNTY = "county"
    NORWAY = "norway"
    WHOLE_COUNTRY = "whole_country"
    LONGER_WAY = "longer_way"


class NothingToWiden(Refused):
    """The step is no step: she looks there already, or there is no such county."""

    message = lazy_("Det ingår redan i sökområdet.")


class NothingToUndo(Refused):
    """Only a change can be taken back, and only the latest."""

    message = lazy_("Det finns ingen ändring att ångra.")


def _county(facts: YouthFacts, code: str) -> YouthFacts:
    if not is_limited(facts) or places.county(HOME_COUNTRY, code) is None:
        return facts
    return replace(facts, counties=tuple(dict.fromkeys([*facts.counties, code])))


def _norway(facts: YouthFacts, _code: str) -> YouthFacts:
    return replace(facts, countries=tuple(dict.fromkeys([*facts.countries, NORWAY])))


def _whole_country(facts: YouthFacts, _code: str) -> YouthFacts:
    """Every county, chosen: so it says that she would move, not that nobody has asked."""
    missing = sorted(WHOLE_COUNTRY - {*facts.counties}) if is_limited(facts) else []
    return replace(facts, counties=(*facts.counties, *missing))


def _longer_way(facts: YouthFacts, _code: str) -> YouthFacts:
    km = facts.max_commute_km
    return facts if km is None else replace(facts, max_commute_km=km + LONGER_WAY_KM)


STEPS: Mapping[Step, Callable[[YouthFacts, str], YouthFacts]] = {
    Step.COUNTY: _county,
    Step.NORWAY: _norway,
    Step.WHOLE_COUNTRY: _whole_country,
    Step.LONGER_WAY: _longer_way,
}


def widen(
    session: Session,
    youth: Youth,
    step: Step,
    county: str = "",
    *,
    seen: datetime,
    by: User,
    now: datetime,
) -> None:
    """Take a step. Raises NothingToWiden or ChangedMeanwhile."""
    before = YouthFacts.of(youth)
    after = STEPS[step](before, county)
    if after == before:
        raise NothingToWiden
    service.change(session, youth, after, seen_at=seen, by=by, now=now)


def undo(
    session: Session,
    youth: Youth,
    *,
    seen: datetime,
    by: User | None,
    now: datetime,
    area_from: Origin = Origin.UNDONE,
) -> None:
    """Look where she looked before the latest change. Raises NothingToUndo or ChangedMeanwhile."""
    rows = queries.history(session, youth)
    if not can_undo(rows):
        raise NothingToUndo
    before = rows[-2]
    facts = replace(
        YouthFacts.of(youth),
        max_commute_km=before.max_commute_km,
        counties=tuple(before.counties),
        countries=tuple(before.countries),
    )
    service.change(session, youth, facts, seen_at=seen, by=by, now=now, area_from=area_from)


def can_undo(rows: Sequence[SearchArea]) -> bool:
    """Whether the latest of a youth's areas came by a change that can be taken back.

    An area whose kilometres have been let go is not known any more.
    """
    if len(rows) < 2 or rows[-1].origin not in {Origin.CHANGED, Origin.OWN}:
        return False
    before = rows[-2]
    return before.is_limited == is_limited(before)
