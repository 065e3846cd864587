"""Patterns written as lists of what an ad may say, so that they can be read and added to."""

import re

_BETWEEN = re.compile(r"\s*\n\s*|\s{2,}")


def plain(text: str) -> str:
    """A text in the form that patterns are written for: lower case, with straight apostrophes."""
    return text.lower().replace("’", "'")


def either(listed: str) -> str:
    """Join alternatives into one group; they stand on lines or with two spaces between them.

    Each is a regular expression in lower case, and begins where a word begins.
    """
    alternatives = filter(None, _BETWEEN.split(listed.strip()))
    return rf"(?:\b(?:{'|'.join(alternatives)}))"


def phrases(listed: str) -> re.Pattern[str]:
    """Compile alternatives, to be looked for in a text in lower case."""
    return re.compile(either(listed))
