"""An agreement as its pages show it, and as it is printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from foundation.translating import lazy_
from placements.agreements import queries, wording
from placements.agreements.models import (
    SIGNERS,
    Agreement,
    AgreementState,
    AgreementVersion,
    Signature,
)
from placements.agreements.pdf import Sheet
from placements.models import Introduction, Party
from reference import places
from web.db import session

STATES: Mapping[AgreementState, tuple[str, str]] = {
    AgreementState.DRAFT: (lazy_("Utkast"), "neutral"),
    AgreementState.OPEN: (lazy_("Väntar på underskrifter"), "waits"),
    AgreementState.SIGNED: (lazy_("Alla har skrivit under"), "done"),
    AgreementState.DROPPED: (lazy_("Undanlagd"), "neutral"),
}
"""The word for each state, and the kind of tag it is shown as."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line to sign on: whose, and the signature if it has been given."""

    party: Party
    whose: str
    signature: Signature | None
    how: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """An earlier version with the signatures it had, and what the next one changed."""

    version: AgreementVersion
    lines: list[Line]
    changes: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """An agreement, with its terms in words, its signatures, and the versions before."""

    agreement: Agreement
    version: AgreementVersion
    rows: wording.Rows
    lines: list[Line]
    replaced: list[Replaced]
    tag: tuple[str, str]

    @property
    def unsigned(self) -> list[Line]:
        """The lines that are still empty."""
        return [line for line in self.lines if line.signature is None]

    def is_signed_by(self, party: Party) -> bool:
        """Whether that party has signed."""
        return all(line.party != party for line in self.unsigned)


def shown(agreement: Agreement) -> Shown:
    """The agreement as it is read now."""
    versions = queries.versions_of(session, agreement)
    signatures = queries.signatures_of(session, agreement)
    newest, words = versions[0], STATES[agreement.state]
    return Shown(
        agreement=agreement,
        version=newest,
        rows=wording.rows(newest.terms),
        lines=_lines(signatures.get(newest.number, [])),
        replaced=[
            Replaced(
                old, _lines(signatures.get(old.number, [])), wording.changes(old.terms, new.terms)
            )
            for new, old in pairwise(versions)
        ],
        tag=(str(words[0]), words[1]),
    )


def _lines(signatures: list[Signature]) -> list[Line]:
    given = {each.party: each for each in signatures}
    return [
        Line(
            party,
            str(wording.SIGNS_FOR[party]),
            given.get(party),
            wording.signed_how(given[party]) if party in given else "",
        )
        for party in SIGNERS
    ]


def sheet_of(agreement: Agreement, *, now: datetime) -> Sheet:
    """What is printed: the version in force, and the signatures on it."""
    introduction = agreement.introduction
    version = queries.current(session, agreement)
    employer = introduction.opening.employer
    signatures = queries.signatures_of(session, agreement).get(version.number, [])
    return Sheet(
        headline=introduction.opening.headline,
        employer=introduction.opening.employer_name,
        organization_number=(employer and employer.organization_number) or "",
        municipality=municipality_of(introduction),
        number=version.number,
        terms=version.terms,
        signatures=signatures,
        made_at=now,
    )


def municipality_of(introduction: Introduction) -> str:
    """ "Söderhamns kommun", or "Trondheim kommune": the municipality that signs."""
    code = introduction.youth.team.municipality
    swedish = places.municipality("SE", code)
    if swedish is not None:
        ending = "" if swedish.name[-1] in "sxz" else "s"
        return f"{swedish.name}{ending} kommun"
    norwegian = places.municipality("NO", code)
    return f"{norwegian.name} kommune" if norwegian else introduction.youth.team.name
