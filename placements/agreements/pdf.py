"""The agreement as a PDF of a page or two: terms, and three lines with who has signed and when.

The file is PDF/A-2u, so that it can be kept for as long as an archive asks: fonts are embedded and
every letter can be read back as text. It is not tagged: fpdf2 tags headings alone, and a reader
that trusts such tags would skip the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

import font_source_sans_pro
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.prefs import ViewerPreferences

from foundation import clock
from foundation.translating import _, language, moment, short_day, zone
from placements.agreements import wording
from placements.agreements.models import SIGNERS, Signature, Terms
from placements.models import Party

FONT = "SourceSansPro"
STYLES = {"": "Regular", "B": "Semibold", "I": "It"}
INK, QUIET, SPRUCE, LINE = (22, 37, 43), (75, 91, 97), (15, 82, 87), (116, 129, 135)
MARGIN, LABEL_WIDTH, WIDTH = 20.0, 42.0, 170.0
"""Measures in millimetres, on A4."""


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
    paper = _Paper(sheet)
    paper.add_page()
    _head(paper, sheet)
    for label, value in wording.rows(sheet.terms):
        _row(paper, label, value)
    _signatures(paper, sheet)
    return bytes(paper.output())


class _Paper(FPDF):
    """An A4 page with our type, and a line at its foot that says what it is."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(enforce_compliance="PDF/A-2U")
        self.foot = _("Överenskommelse, version %(number)s", number=sheet.number)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_margin(MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(True, margin=24)
        self.set_title(_title(sheet))
        self.set_lang({"nb": "nb-NO", "en": "en-GB"}.get(language(), "sv-SE"))
        self.set_creator("Farled")
        self.set_creation_date(sheet.made_at)
        for style, name in STYLES.items():
            self.add_font(FONT, style, font_folder() / f"SourceSansPro-{name}.ttf")
        self.set_line_width(0.2)

    def footer(self) -> None:
        self.set_y(-16)
        self.write_in(9, QUIET)
        page = _("Sida %(number)s av %(pages)s", number=self.page_no(), pages="{nb}")
        self.cell(WIDTH, 5, f"{self.foot} · {page}")

    def write_in(self, size: float, colour: tuple[int, int, int] = INK, style: str = "") -> None:
        """Choose size in points, colour and weight of what comes next."""
        self.set_font(FONT, style, size)
        self.set_text_color(*colour)

    def paragraph(self, text: str, height: float, width: float = 0) -> None:
        """Text over as many lines as it needs, and then a new line."""
        self.multi_cell(width, height, text, align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def font_folder() -> Path:
    """Where the typeface lies in the package that brings it."""
    return Path(font_source_sans_pro.font_directory)


def _title(sheet: Sheet) -> str:
    return _("Överenskommelse om %(headline)s", headline=sheet.headline)


def _employer(sheet: Sheet) -> str:
    """The employer's name with its number, where it has one here."""
    number = f" ({sheet.organization_number})" if sheet.organization_number else ""
    return sheet.employer + number


def _head(paper: _Paper, sheet: Sheet) -> None:
    paper.write_in(11, SPRUCE, "B")
    paper.paragraph("Farled", 6)
    paper.ln(4)
    paper.start_section(_title(sheet))
    paper.write_in(22, INK, "B")
    paper.paragraph(_title(sheet), 9)
    paper.ln(1)
    paper.write_in(11, QUIET)
    parties = {
        "employer": _employer(sheet),
        "name": sheet.terms.name,
        "municipality": sheet.municipality,
    }
    paper.paragraph(_("Mellan %(employer)s, %(name)s och %(municipality)s.", **parties), 5.5)
    paper.ln(5)


def _row(paper: _Paper, label: str, value: str) -> None:
    """A label at the left and its words beside it, kept on one page where they fit on one."""
    paper.write_in(11)
    lines = paper.multi_cell(WIDTH - LABEL_WIDTH, 5.5, value, dry_run=True, output="LINES")
    height = 5.5 * len(cast("list[str]", lines))
    if paper.will_page_break(min(height, 120) + 4):
        paper.add_page()
    paper.set_draw_color(*LINE)
    paper.line(MARGIN, paper.get_y(), MARGIN + WIDTH, paper.get_y())
    paper.ln(1.8)
    paper.write_in(10, QUIET, "B")
    paper.cell(LABEL_WIDTH, 5.5, label)
    paper.write_in(11)
    paper.paragraph(value, 5.5, WIDTH - LABEL_WIDTH)
    paper.ln(1.8)


def _signatures(paper: _Paper, sheet: Sheet) -> None:
    """Three lines to sign on; what has been signed stands on its line."""
    if paper.will_page_break(62):
        paper.add_page()
    paper.ln(6)
    title = _("Underskrifter")
    paper.start_section(title)
    paper.write_in(14, INK, "B")
    paper.paragraph(title, 8)
    given = {each.party: each for each in sheet.signatures}
    for party in SIGNERS:
        _signature(paper, _for_whom(party, sheet), given.get(party))


def _for_whom(party: Party, sheet: Sheet) -> str:
    return {
        Party.EMPLOYER: _("För %(name)s", name=sheet.employer),
        Party.YOUTH: sheet.terms.name,
        Party.CASEWORKER: _("För %(name)s", name=sheet.municipality),
    }[party]


def _signature(paper: _Paper, whom: str, given: Signature | None) -> None:
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
