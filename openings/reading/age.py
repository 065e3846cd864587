"""The lowest age."""

import re
from collections.abc import Iterator

from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.headings import Heading
from openings.reading.patterns import either, phrases
from openings.reading.statements import Statement
from openings.reading.weighing import weight_of
from openings.reading.weights import Weight

_YOUNGEST, _OLDEST = 13, 30
_BEFORE = """
    fyllt  fylt  fyller  lägst  minst  minimum  over  över  være  vara  er  at least
    over the age of  åldersgräns\\w*(?: är| på)?  aldersgrense\\w*(?: er| på)?
"""
_AFTER = "fyllda  gammal  gammel  åldersgräns  ålder"
_AGE = re.compile(
    rf"{either(_BEFORE)}\s+(?:fylte?\s+)?(?P<age>\d{{2}})[\s-]*(?:år|års|åring|years)(?!\w)"
    rf"|(?P<age_first>\d{{2}})[\s-]*(?:års?|årsgräns)\s*{either(_AFTER)}"
)
_NOT_HERS = phrases(
    """
    barn\\b  elever  ungdomar i  jente  gutt  erfarenhet  erfaring  startade  funnits  grundades
    marknad  familj  ansiennitet  kunder i  verksam  brukar  jeg\\b  boende  över hela  utvecklat
    historia  etabler  sedan\\b  siden\\b  bransch
    """
)


def _age(statement: Statement) -> Iterator[Finding]:
    """Read the lowest age of the one who seeks, not of the children or the company.

    It follows from laws and licences, and so counts under any heading.
    """
    found = _AGE.search(statement.plain)
    if found is None or _NOT_HERS.search(statement.plain):
        return
    years = int(found["age"] or found["age_first"])
    if _YOUNGEST <= years <= _OLDEST:
        bare = statement._replace(heading=Heading())
        weight = weight_of(bare, found.span(), otherwise=Weight.DEMANDED)
        yield Finding(Requirement.AGE, str(years), weight, statement.text)


AGE = Reader(("år", "years"), _age)
