"""Whether something else may stand in the place of what is asked for."""

from openings.reading.patterns import phrases
from openings.reading.statements import Statement

_COMPENSATED = phrases(
    r"""
    kompenser\w+  erstatt\w+  väger (?:upp|tyngre)  vägas upp  compensate  in place of  in lieu
    substitute\w*  kan ersätta\w*  vil også bli vurdert  også vurderes  kan även komma i fråga
    saknas kan
    """
)
_OF_COMPETENCE = phrases(
    r"""
    \w*erfar\w+  \w*utbildning\w*  \w*utdann\w+  kompetens\w*  kompetanse\w*  \w*krav\w*  education
    \w*experience  qualification\w*  bakgrunn  bakgrund  mastergrad\w*  bachelorgrad\w*  examen
    """
)


def is_compensated(statement: Statement) -> bool:
    """Tell whether a statement, or the one after it, lets something else make up for it."""
    return any(
        bool(_COMPENSATED.search(plain)) and bool(_OF_COMPETENCE.search(plain))
        for plain in (statement.plain, statement.following)
    )
