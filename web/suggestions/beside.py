"""A youth beside an opening, as the pages of the whole sum and of an opening's youths show it."""

from dataclasses import dataclass

from openings.models import Opening
from suggestions import wording
from suggestions.candidates import Candidate
from suggestions.models import Suggestion
from web.suggestions.cards import Card, Line, card_of, sum_of
from youths.models import Youth

FIRST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said: the card and the whole sum where it fits, else what hinders it."""

    youth: Youth
    suggestion: Suggestion | None
    card: Card | None
    reasons: list[Line]
    hindered_by: list[str]

    @property
    def first_reasons(self) -> list[str]:
        """The weightiest reasons, as sentences."""
        reasons = self.card.reasons if self.card else []
        return [sentence for sentence, _points, _most in reasons[:FIRST_REASONS]]


def beside(found: Candidate, opening: Opening) -> Beside:
    """Put a youth beside an opening into words, those of the suggestion where one is kept."""
    match, kept = found.match, found.suggestion
    explained = kept if match and kept and kept.is_current else match
    return Beside(
        youth=found.youth,
        suggestion=found.suggestion,
        card=card_of(explained, found.youth, opening) if explained else None,
        reasons=sum_of(explained) if explained else [],
        hindered_by=[wording.exclusion(each.code, each.facts) for each in found.hindered_by],
    )
