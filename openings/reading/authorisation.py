"""Authorisation in a regulated occupation."""

from collections.abc import Iterator

from openings.reading.alternatives import is_compensated
from openings.reading.findings import Finding, Reader, Requirement
from openings.reading.patterns import phrases
from openings.reading.statements import Statement
from openings.reading.weighing import weight_of
from openings.reading.weights import Weight

_AUTHORISED = phrases(
    r"""
    (?:lärar)?legitimerad\w*  (?:lärar|yrkes|läkar|svensk )?legitimation(?:en)?\b
    autorisasjon\w*  autorisert\b  autoriserad\b(?! översätt)  authorised (?=as)
    offentl?[ie]g (?:godkj\w+|autoris\w+)
    leg\.?\s?(?=sjuksköt|lärare|läkare|psykolog|fysio|arbets|$)
    hpr-nummer  godkjent (?=sykepleier|vernepleier|lege\b)
    """
)
_NO_AUTHORISATION = phrases(
    r"""
    e-legitimation  tjänstelegitimation  bifoga  kontroller  eventuell  giltig legitimation
    uppvisa  sikkerhet  klarer  inkludera  id-handling  översätt  translation
    autorisert (?:trafikk|forhandler|verksted)  under handledning av  tillsammans med  vitnemål
    """
)


def _authorisation(statement: Statement) -> Iterator[Finding]:
    """Read whether authorisation is spoken of; where other ways are open, it is only useful."""
    found = _AUTHORISED.search(statement.plain)
    if found and not _NO_AUTHORISATION.search(statement.plain):
        weight = weight_of(statement, found.span(), otherwise=Weight.DEMANDED)
        if weight is Weight.DEMANDED and is_compensated(statement):
            weight = Weight.USEFUL
        yield Finding(Requirement.AUTHORISATION, "", weight, statement.text)


AUTHORISATION = Reader(("legiti", "leg", "autoris", "authoris", "godkj", "hpr"), _authorisation)
