"""Rules of time: is the opening still there, and can the seeker be there when it begins?

A ranking without a day (`as_of=None`, for old ads) asks nothing about dates.
"""

from datetime import date
from typing import NamedTuple

from matching.explanation import Exclusion, Question
from matching.facts import Vacancy
from matching.findings import NOTHING_ASKED, Findings, Met
from matching.profile import Profile

PATIENCE_DAYS = 30


class Period(NamedTuple):
    """When an opening begins and ends, as far as it says."""

    starts_on: date | None
    ends_on: date | None


class AgeLimit(NamedTuple):
    """The lowest age an opening takes, and when it begins; nothing where it takes any age."""

    minimum_age: int | None
    starts_on: date | None

    @classmethod
    def of(cls, vacancy: Vacancy) -> "AgeLimit":
        """Read the lowest age of a vacancy."""
        asks = vacancy.minimum_age is not None
        return cls(vacancy.minimum_age, vacancy.starts_on if asks else None)


def must_be_open(_profile: Profile, is_open: bool) -> Findings:
    """Exclude an opening that has been closed, paused or removed."""
    return NOTHING_ASKED if is_open else (Exclusion("closed"),)


def must_have_room(_profile: Profile, has_room: bool) -> Findings:
    """Exclude an opening whose last vacancy is taken."""
    return NOTHING_ASKED if has_room else (Exclusion("filled"),)


def must_take_applications(profile: Profile, deadline: date | None) -> Findings:
    """Exclude an opening whose last day to apply lies before the day of the ranking."""
    if profile.as_of is None or deadline is None or deadline >= profile.as_of:
        return NOTHING_ASKED
    return (Exclusion("deadline_passed", {"deadline": deadline.isoformat()}),)


def must_fit_in_time(profile: Profile, period: Period) -> Findings:
    """Compare the opening's dates with the day the seeker is free.

    An opening that is over, or over before she is free, is excluded, and so is one that would
    have to wait more than `PATIENCE_DAYS` for her. A shorter wait is a question to the employer.
    """
    today = profile.as_of
    if today is None or period == (None, None):
        return NOTHING_ASKED
    if period.ends_on is not None and period.ends_on < today:
        return (Exclusion("ended", {"ends_on": period.ends_on.isoformat()}),)
    free = profile.seeker.available_from
    dates = {"starts_on": _iso(period.starts_on), "ends_on": _iso(period.ends_on)}
    if free is None:
        return (Question("available_from", dates),)
    dates["available_from"] = free.isoformat()
    wait = (free - max(today, period.starts_on or free)).days
    if wait > PATIENCE_DAYS or (period.ends_on is not None and free > period.ends_on):
        return (Exclusion("not_available_in_time", dates),)
    return (Question("late_start", {**dates, "days": wait}),) if wait > 0 else NOTHING_ASKED


def must_be_old_enough(profile: Profile, limit: AgeLimit) -> Findings:
    """Compare the lowest age with the year of birth, when the opening begins.

    A year of birth tells the age only to within a year, so the rule is certain when the whole
    year is on one side; in the year of the birthday itself it asks.
    """
    if limit.minimum_age is None:
        return NOTHING_ASKED
    facts = {"minimum_age": limit.minimum_age}
    born, today = profile.seeker.born, profile.as_of
    if born is None or today is None:
        return (Question("age", facts),)
    turns = max(today, limit.starts_on or today).year - born
    if turns > limit.minimum_age:
        return (Met("age_met", facts),)
    if turns < limit.minimum_age:
        return (Exclusion("age", facts),)
    return (Question("birthday", facts),)


def _iso(day: date | None) -> str | None:
    """Write a day as a fact."""
    return day.isoformat() if day else None
