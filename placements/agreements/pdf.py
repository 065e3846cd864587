"""The agreement as a PDF of a page or two: terms, and three lines with who has signed and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fpdf.enums import Align

from foundation import clock
from foundation.papers import INK, MARGIN, QUIET, WIDTH, Paper
from foundation.translating import _, moment, short_day, zone
from placements.agreements import wording
from placements.agreements.models import SIGNERS, Signature, Terms
from placements.models import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on the paper beside the terms."""

    headline: str
    employer: str
    organization_number: str
    municipality: str
    number: int
    terms: Terms
    signatures: Sequence[Signature]
    made_at: datetime


def pdf_of(sheet: Sheet) -> bytes:
    """The agreement as a file, in the language of the moment."""
    title = _("Överenskommelse om %(headline)s", headline=sheet.headline)
    foot = _("Överenskommelse, version %(number)s", number=sheet.number)
    paper = Paper(title, foot, made_at=sheet.made_at)
    paper.head(_lead(sheet))
    for label, value in wording.rows(sheet.terms):
        paper.row(label, value)
    _signatures(paper, sheet)
    return bytes(paper.output())


def _lead(sheet: Sheet) -> str:
    """Between whom it is; the employer with its number, where it has one here."""
    number = f" ({sheet.organization_number})" if sheet.organization_number else ""
    parties = {
        "employer": sheet.employer + number,
        "name": sheet.terms.name,
        "municipality": sheet.municipality,
    }
    return _("Mellan %(employer)s, %(name)s och %(municipality)s.", **parties)


def _signatures(paper: Paper, sheet: Sheet) -> None:
    """Three lines to sign on; what has been signed stands on its line."""
    if paper.will_page_break(62):
        paper.add_page()
    paper.ln(6)
    paper.heading(_("Underskrifter"))
    given = {each.party: each for each in sheet.signatures}
    for party in SIGNERS:
        _signature(paper, _for_whom(party, sheet), given.get(party))


def _for_whom(party: Party, sheet: Sheet) -> str:
    return {
        Party.EMPLOYER: _("För %(name)s", name=sheet.employer),
        Party.YOUTH: sheet.terms.name,
        Party.CASEWORKER: _("För %(name)s", name=sheet.municipality),
    }[party]


def _signature(paper: Paper, whom: str, given: Signature | None) -> None:
    paper.ln(5)
    paper.write_in(13, INK, "I")
    paper.cell(WIDTH - 50, 7, given.name if given else "")
    paper.write_in(11)
    day = short_day(clock.local_date(given.signed_at, zone())) if given else ""
    paper.cell(50, 7, day, align=Align.R)
    paper.ln(7)
    paper.set_draw_color(*INK)
    paper.line(MARGIN, paper.get_y(), MARGIN + WIDTH, paper.get_y())
    paper.write_in(9.5, QUIET)
    paper.paragraph(_under(whom, given), 5)


def _under(whom: str, given: Signature | None) -> str:
    """Whose line it is, and for a signature when and how it was given."""
    if given is None:
        return _("%(whom)s: datum och underskrift", whom=whom)
    signed = _("Underskrivet i Farled %(when)s.", when=moment(given.signed_at))
    return f"{whom}. {wording.signed_how(given) or signed}"
