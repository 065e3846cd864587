"""Reads out of an ad's running text what it asks for, in Swedish and Norwegian.

What an ad says in its own fields goes before what is read here. Every finding keeps the sentence
that it rests on, so that a person can see whether it was read right. Measured on ads labelled by
hand in `tests/openings/reading`.
"""

from collections.abc import Iterator

from openings.reading import age, competence, driving, languages
from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.statements import Weight, statements

__all__ = ["Finding", "Requirement", "Weight", "read"]

READERS: tuple[Reader, ...] = (
    driving.driving_licences,
    driving.own_car,
    languages.languages,
    competence.experience,
    competence.education,
    competence.authorisation,
    age.age,
)
LONGEST_STATEMENT = 600
"""Longer ones are texts without full stops, where words far apart have nothing to do together."""


def read(text: str) -> tuple[Finding, ...]:
    """Read what a text demands and what it calls useful, each requirement and value once.

    What is both demanded and useful is demanded.
    """
    best: dict[tuple[Requirement, str], Finding] = {}
    for finding in _findings(text):
        key = finding.requirement, finding.value.partition(" ")[0]
        known = best.get(key)
        if known is None or (known.weight, finding.weight) == (Weight.USEFUL, Weight.DEMANDED):
            best[key] = finding
    return tuple(best.values())


def _findings(text: str) -> Iterator[Finding]:
    for statement in statements(text):
        for reader in READERS:
            for finding in reader(statement):
                if finding.weight is not Weight.NEITHER:
                    yield finding._replace(evidence=finding.evidence[:LONGEST_STATEMENT])
