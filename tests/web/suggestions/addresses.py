"""Where the pages about suggestions are."""

from suggestions.models import Suggestion


def of(suggestion: Suggestion) -> str:
    return f"/youths/{suggestion.youth_id}/suggestions"
