"""The life of a suggestion as one table: which decision may follow on which.

A decision is taken back to NEW before another one is made, so that nobody decides over
somebody else by accident. What was only put off may be decided at any time.
"""

from suggestions.models import SuggestionState

MOVES: dict[SuggestionState, frozenset[SuggestionState]] = {
    SuggestionState.NEW: frozenset(
        {SuggestionState.ACCEPTED, SuggestionState.DISMISSED, SuggestionState.LATER}
    ),
    SuggestionState.LATER: frozenset(SuggestionState),
    SuggestionState.ACCEPTED: frozenset({SuggestionState.NEW}),
    SuggestionState.DISMISSED: frozenset({SuggestionState.NEW}),
}


def may_follow(before: SuggestionState, after: SuggestionState) -> bool:
    """Whether a suggestion in one state may be brought to another."""
    return after in MOVES[before]
