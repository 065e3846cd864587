"""What a hard rule can find when it looks at one seeker and one vacancy."""

from dataclasses import dataclass, field

from matching.explanation import Exclusion, Facts, Question


@dataclass(frozen=True, slots=True)
class Met:
    """A requirement that the seeker is known to meet."""

    code: str
    facts: Facts = field(default_factory=dict)


Finding = Met | Exclusion | Question
Findings = tuple[Finding, ...]
NOTHING_ASKED: Findings = ()
