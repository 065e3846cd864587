"""Short ways to make one seeker, one vacancy, and their match."""

from datetime import date
from typing import Any

from matching.explanation import Match, Reason
from matching.facts import SearchArea, Seeker, Vacancy
from matching.findings import Finding
from matching.matcher import OpeningMatcher
from matching.profile import Profile
from matching.rules import findings_for

TODAY = date(2026, 11, 16)
EVERYWHERE = SearchArea(countries=("SE", "NO"))


def a_seeker(**facts: Any) -> Seeker:
    """Make a seeker who looks in both countries, and of whom nothing else is known."""
    return Seeker(**{"id": "y01", "search_area": EVERYWHERE, **facts})


def a_vacancy(**facts: Any) -> Vacancy:
    """Make a vacancy that asks for nothing."""
    return Vacancy(**{"id": "v01", "headline": "Medarbetare", **facts})


def found(seeker: Seeker, vacancy: Vacancy, as_of: date | None = TODAY) -> list[Finding]:
    """Apply the hard rules."""
    return list(findings_for(Profile.of(seeker, as_of), vacancy))


def codes(seeker: Seeker, vacancy: Vacancy, as_of: date | None = TODAY) -> list[tuple[str, str]]:
    """Apply the hard rules, and name the kind and the code of each finding."""
    return [(type(each).__name__, each.code) for each in found(seeker, vacancy, as_of)]


def the_match(seeker: Seeker, vacancy: Vacancy, as_of: date | None = TODAY) -> Match:
    """Match one seeker with one vacancy that nothing excludes."""
    match = OpeningMatcher(as_of=as_of).fit([vacancy]).explain(seeker, vacancy.id)
    assert match is not None
    return match


def the_reason(code: str, seeker: Seeker, vacancy: Vacancy, as_of: date | None = TODAY) -> Reason:
    """Return the one reason with a code."""
    [reason] = [each for each in the_match(seeker, vacancy, as_of).reasons if each.code == code]
    return reason


def points_for(code: str, seeker: Seeker, vacancy: Vacancy, as_of: date | None = TODAY) -> float:
    """Return the points for a code, 0 where it is not among the reasons."""
    reasons = the_match(seeker, vacancy, as_of).reasons
    return sum(each.points for each in reasons if each.code == code)
