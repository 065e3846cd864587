"""Skills of the vocabulary."""

from collections.abc import Iterator

from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.naming_languages import languages_in
from openings.reading.patterns import phrases
from openings.reading.statements import Statement
from openings.reading.weighing import is_weighed, told_weight
from openings.reading.weights import Weight
from reference.skills import mentions

_NEAR = 80
"""A word that tells says nothing of skills further away, in letters."""

_OF_THE_EMPLOYER = phrases(
    r"""
    vi (?:är|har|erbjuder|jobbar|arbetar|utvecklar|er|tilbyr|jobber|arbeider)\b
    we (?:are|have|offer)\b
    vår(?:a|t|e)?\b  our\b  hos oss\b
    """
)
_SPEAKING = "communication"
"""What "flytande svenska i tal och skrift" comes to; there the language is what is asked for."""


def _skills(statement: Statement) -> Iterator[Finding]:
    """Read the skills that a heading or a word asks for; others are what the work is."""
    if not is_weighed(statement) or _OF_THE_EMPLOYER.search(statement.plain):
        return
    for code, start, end in mentions(statement.text):
        weight = told_weight(statement, (start, end), within=_NEAR) or Weight.NEITHER
        if code != _SPEAKING or not any(languages_in(statement.plain)):
            yield Finding(Requirement.SKILL, code, weight, statement.text)


SKILLS = Reader(("",), _skills)
