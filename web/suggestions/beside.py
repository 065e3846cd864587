"""A youth beside an opening, as the pages of the whole sum and of an opening's youths show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.explanation import Exclusion
from openings.models import Opening
from suggestions import wording
from suggestions.candidates import Candidate
from suggestions.models import Suggestion
from suggestions.possibilities import home_county, way_round
from suggestions.ways import Ways
from web.suggestions.cards import Card, Line, Link, card_of, link_to, sum_of
from youths.models import Youth

FIRST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What hinders, and what would change it, where something can."""

    sentence: str
    way_round: str | None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said: the card and the whole sum where it fits, else what hinders it."""

    youth: Youth
    suggestion: Suggestion | None
    card: Card | None
    reasons: list[Line]
    hindered_by: list[Hindrance]

    @property
    def first_reasons(self) -> list[str]:
        """The weightiest reasons, as sentences."""
        reasons = self.card.reasons if self.card else []
        return [sentence for sentence, _points, _most in reasons[:FIRST_REASONS]]


def beside(found: Candidate, opening: Opening, ways: Ways | None = None) -> Beside:
    """Put a youth beside an opening into words, those of the suggestion where one is kept."""
    match, kept = found.match, found.suggestion
    explained = kept if match and kept and kept.is_current else match
    return Beside(
        youth=found.youth,
        suggestion=found.suggestion,
        card=card_of(explained, found.youth, opening, ways) if explained else None,
        reasons=sum_of(explained) if explained else [],
        hindered_by=_hindrances(found.hindered_by, home_county(found.youth), ways),
    )


def _hindrances(
    exclusions: Sequence[Exclusion], home: str | None, ways: Ways | None
) -> list[Hindrance]:
    alone = len(exclusions) == 1
    return [
        Hindrance(
            wording.exclusion(each.code, each.facts),
            wording.way_round(change.code, change.facts, home=home, alone=alone)
            if (change := way_round(each))
            else None,
            link_to(ways, each.code, each.facts),
        )
        for each in exclusions
    ]
