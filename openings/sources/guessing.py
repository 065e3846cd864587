"""Finds an ad's occupation group: from its code, or as a marked guess from its title."""

from collections.abc import Sequence
from dataclasses import dataclass

from reference import linking, occupations
from reference.nav_categories import likely_groups

SURE_BY_TITLE = 0.75
"""The least link score that counts by itself; on real ads most guesses below it are wrong."""


@dataclass(frozen=True, slots=True)
class Occupied:
    """An SSYK 2012 group, what the ad calls the work, and whether the group is a guess."""

    group: str | None = None
    title: str | None = None
    is_guess: bool = False


def by_ssyk(code: str, titles: Sequence[str]) -> Occupied:
    """Use the ad's SSYK code; where there is none, guess from its titles, the surest first."""
    title = titles[0] or None
    if occupations.group(code):
        return Occupied(code, title)
    found = _by_titles(titles, "SE", SURE_BY_TITLE)
    return Occupied(found, title, is_guess=found is not None)


def by_styrk08(codes: Sequence[str], titles: Sequence[str], category: str = "") -> Occupied:
    """Use the ad's STYRK-08 codes, the surest first, with the titles where one names several.

    Without a code that leads to a group the occupation is a guess: by a clear title, or by the
    group of the ad's category that the title is most like.
    """
    title = titles[0] or None
    for code in codes:
        groups = [each.ssyk for each in occupations.by_styrk08(code[:4])]
        if groups:
            return Occupied(_nearest(groups, titles), title)
    found = _by_titles(titles, "NO", SURE_BY_TITLE) or _within(category, titles)
    return Occupied(found, title, is_guess=found is not None)


def _by_titles(titles: Sequence[str], country: str, sure: float) -> str | None:
    """The best link of the first title that has one sure enough."""
    for title in filter(None, titles):
        for link in linking.link(title, country, limit=1):
            if link.score >= sure:
                return link.ssyk
    return None


def _within(category: str, titles: Sequence[str]) -> str | None:
    """The group of a category that some title is most like; none where several are equally so."""
    scores = dict.fromkeys(likely_groups(category), 0.0)
    for title in filter(None, titles):
        for link in linking.link(title, "NO", category):
            if link.ssyk in scores:
                scores[link.ssyk] = max(scores[link.ssyk], link.score)
    best = [ssyk for ssyk, score in scores.items() if score == max(scores.values())]
    return best[0] if len(best) == 1 else None


def _nearest(groups: Sequence[str], titles: Sequence[str]) -> str:
    """The one of several groups that the titles point at first; else the first of them."""
    if len(groups) > 1:
        for title in filter(None, titles):
            for link in linking.link(title, "NO"):
                if link.ssyk in groups:
                    return link.ssyk
    return groups[0]
