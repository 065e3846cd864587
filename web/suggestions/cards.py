"""A suggestion as the card and the page of its whole sum show it.

Points are shown as whole thousandths, so that the sum on the page is exact.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Protocol

from flask import url_for

from foundation.translating import _, lazy_, number
from matching.explanation import Facts
from matching.widening import BY_ABILITY
from openings.models import Opening
from suggestions import wording
from suggestions.regions import Region, distance_km, region_of
from suggestions.ways import Ways
from suggestions.wording import words
from suggestions.wording.reasons import WEIGHED_UNDER, WITHOUT
from web.openings import wording as opening_words
from web.suggestions import in_force
from youths.models import Youth

CYCLING_KM = 5
REQUIREMENTS = "requirements"
SKILLS = ("asked", "mentioned")
ABOUT: Mapping[str, str] = {
    code: "work" if weight in {"occupation", "wish", "text"} else weight
    for code, weight in WEIGHED_UNDER.items()
}
"""What a reason is about: words and occupation all say that it is the work she wants."""

MOVING: Mapping[Region, str] = {
    Region.SWEDEN: lazy_("Annan del av Sverige: räkna med flytt eller veckopendling."),
    Region.NORWAY: lazy_("Norge: räkna med flytt, skattekort och bostad på orten."),
}

Line = tuple[str, int, int]
"""A sentence, its points, and the most that it could have had."""

Link = tuple[str, str]
"""Words, and where they lead."""


class Statement(Protocol):
    """A code with its facts, stored or fresh from the ranking."""

    @property
    def code(self) -> str: ...

    @property
    def facts(self) -> Facts: ...


class Weighed(Statement, Protocol):
    """A reason: a statement that gave points."""

    @property
    def points(self) -> float: ...


class Explained(Protocol):
    """What a stored suggestion and a match fresh from the ranking have in common."""

    @property
    def label(self) -> str: ...

    @property
    def reasons(self) -> Sequence[Weighed]: ...

    @property
    def gaps(self) -> Sequence[Statement]: ...

    @property
    def questions(self) -> Sequence[Statement]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the macros in `components/suggestion.html` read."""

    headline: str
    employer: str
    place_line: str
    label_code: str
    label_word: str
    reasons: list[Line]
    gaps: list[tuple[str, Link | None]]
    questions: list[str]
    region: Region
    region_note: str | None
    opening_url: str
    why_url: str


def card_of(explained: Explained, youth: Youth, opening: Opening, ways: Ways | None = None) -> Card:
    """Put a suggestion into words; `ways` lead from what is missing to a track that gives it."""
    region = region_of(youth, opening)
    return Card(
        headline=opening.headline,
        employer=opening.employer_name,
        place_line=place_line(youth, opening),
        label_code=explained.label,
        label_word=wording.label(explained.label),
        reasons=[_line(reason) for reason in varied(explained.reasons)],
        gaps=[
            (wording.gap(gap.code, gap.facts), link_to(ways, gap.code, gap.facts))
            for gap in explained.gaps
        ],
        questions=questions_of(explained),
        region=region,
        region_note=str(MOVING[region]) if region in MOVING else None,
        opening_url=url_for("openings.show", opening_id=opening.id),
        why_url=url_for("suggestions.why", youth_id=youth.id, opening_id=opening.id),
    )


def link_to(ways: Ways | None, code: str, facts: Facts) -> Link | None:
    """The step of a track that gives what is missing, in words that lead there."""
    way = ways.to(code, facts) if ways else None
    if way is None:
        return None
    words = _("Det får du i spåret %(track)s: %(step)s", track=way.track.title, step=way.step.title)
    return words, url_for("tracks.show", track_id=way.track.id, _anchor=f"step-{way.step.id}")


def sum_of(explained: Explained) -> list[Line]:
    """Every weight to the last point, also those that gave none."""
    lines = [_line(reason) for reason in explained.reasons]
    used = {WEIGHED_UNDER.get(reason.code, REQUIREMENTS) for reason in explained.reasons}
    weights = in_force.weights()
    names = (each.name for each in fields(weights))
    unused = [(name, weights.thousandths(name)) for name in names if name not in used]
    met = sum(_points(each) for each in explained.reasons if each.code not in WEIGHED_UNDER)
    if met and (rest := weights.thousandths(REQUIREMENTS) - met):
        unused.append((REQUIREMENTS, rest))
    return [*lines, *((str(WITHOUT[name]), 0, most) for name, most in unused)]


def questions_of(explained: Explained) -> list[str]:
    """What is worth asking, each question once."""
    asked = (wording.question(each.code, each.facts) for each in explained.questions)
    return list(dict.fromkeys(asked))


def abilities_in(explained: Explained) -> list[str]:
    """What she can or has done, as she said it, that reasons rest on."""
    facts = [each.facts for each in explained.reasons if each.code in BY_ABILITY]
    found = (words.listed(each.get(name)) for each in facts for name in ("title", *SKILLS))
    return [ability for ability in found if ability]


def place_line(youth: Youth, opening: Opening) -> str:
    """What it is, where, how far from home, and how one gets there."""
    return " · ".join(part for part in _place_parts(youth, opening) if part)


def _place_parts(youth: Youth, opening: Opening) -> Iterator[str]:
    yield opening_words.kind(opening.kind)
    yield opening_words.place(opening)
    km = distance_km(youth, opening)
    if km is None:
        return
    if opening.municipality == youth.home_municipality:
        yield _("i din egen kommun")
        return
    yield _("%(km)s km hemifrån", km=number(km))
    if km <= CYCLING_KM:
        yield _("nära nog att cykla")
    elif region_of(youth, opening) is Region.NEAR:
        yield _("går att pendla")


def varied(reasons: Sequence[Weighed]) -> list[Weighed]:
    """The weightiest reason of each kind first, so that four reasons do not say one thing.

    How new the ad is says least about her, and comes last.
    """
    first: dict[str, Weighed] = {}
    for reason in reasons:
        first.setdefault(ABOUT.get(reason.code, REQUIREMENTS), reason)
    new = [each for each in reasons if each.code == "freshness"]
    told = [each for each in first.values() if each not in new]
    return [*told, *(each for each in reasons if each not in [*told, *new]), *new]


def _line(reason: Weighed) -> Line:
    weight = WEIGHED_UNDER.get(reason.code)
    most = in_force.weights().thousandths(weight) if weight else _points(reason)
    return wording.reason(reason.code, reason.facts), _points(reason), most


def _points(reason: Weighed) -> int:
    return round(reason.points * 1000)
