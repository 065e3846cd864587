"""What a text asks for, in the fewest words: the tests' view of what is read."""

from openings.reading import Requirement, Weight, read


def demanded(text: str, requirement: Requirement) -> list[str]:
    """The values of a requirement that a text demands."""
    return _values(text, requirement, Weight.DEMANDED)


def useful(text: str, requirement: Requirement) -> list[str]:
    """The values of a requirement that a text calls useful."""
    return _values(text, requirement, Weight.USEFUL)


def _values(text: str, requirement: Requirement, weight: Weight) -> list[str]:
    return [
        each.value
        for each in read(text)
        if each.requirement is requirement and each.weight is weight
    ]
