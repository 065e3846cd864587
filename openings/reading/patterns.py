"""Patterns written as lists of what an ad may say, so that they can be read and added to."""

import re

_BETWEEN = re.compile(r"\s*\n\s*|\s{2,}")


def either(listed: str) -> str:
    """Join alternatives into one group; they stand on lines or with two spaces between them.

    Each is a regular expression, and begins where a word begins.
    """
    alternatives = filter(None, _BETWEEN.split(listed.strip()))
    return rf"(?:\b(?:{'|'.join(alternatives)}))"


def phrases(listed: str) -> re.Pattern[str]:
    """Compile alternatives, whatever the case of their letters."""
    return re.compile(either(listed), re.IGNORECASE)
