"""Paper: an A4 page with our type, which can be kept and read back.

The file is PDF/A-2u, so that it can be kept for as long as an archive asks: fonts are embedded and
every letter can be read back as text. It is not tagged: fpdf2 tags headings alone, and a reader
that trusts such tags would skip the rest.
"""

from datetime import datetime
from pathlib import Path
from typing import cast

import font_source_sans_pro
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.prefs import ViewerPreferences

from foundation.translating import _, language

FONT = "SourceSansPro"
TYPEFACE = Path(font_source_sans_pro.font_directory)
STYLES = {"": "Regular", "B": "Semibold", "I": "It"}
INK, QUIET, SPRUCE, LINE = (22, 37, 43), (75, 91, 97), (15, 82, 87), (116, 129, 135)
MARGIN, LABEL_WIDTH, WIDTH = 20.0, 42.0, 170.0
"""Measures in millimetres, on A4."""


class Paper(FPDF):
    """An A4 page with a title, and a line at its foot that says what it is."""

    def __init__(self, title: str, foot: str, *, made_at: datetime) -> None:
        super().__init__(enforce_compliance="PDF/A-2U")
        self.title_words, self.foot = title, foot
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_margin(MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(True, margin=24)
        self.set_title(title)
        self.set_lang({"nb": "nb-NO", "en": "en-GB"}.get(language(), "sv-SE"))
        self.set_creator("Farled")
        self.set_creation_date(made_at)
        for style, name in STYLES.items():
            self.add_font(FONT, style, TYPEFACE / f"SourceSansPro-{name}.ttf")
        self.set_line_width(0.2)
        self.add_page()

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

    def head(self, lead: str) -> None:
        """The word mark, the title, and one sentence under it."""
        self.write_in(11, SPRUCE, "B")
        self.paragraph("Farled", 6)
        self.ln(4)
        self.start_section(self.title_words)
        self.write_in(22, INK, "B")
        self.paragraph(self.title_words, 9)
        self.ln(1)
        self.write_in(11, QUIET)
        self.paragraph(lead, 5.5)
        self.ln(5)

    def heading(self, text: str) -> None:
        """The title of a part."""
        self.start_section(text)
        self.write_in(14, INK, "B")
        self.paragraph(text, 8)

    def row(self, label: str, value: str) -> None:
        """A label at the left and its words beside it, kept on one page where they fit on one."""
        self.write_in(11)
        height = 5.5 * max(self._lines(value, WIDTH - LABEL_WIDTH), self._lines(label, LABEL_WIDTH))
        if self.will_page_break(min(height, 120) + 4):
            self.add_page()
        self.set_draw_color(*LINE)
        self.line(MARGIN, self.get_y(), MARGIN + WIDTH, self.get_y())
        self.ln(1.8)
        page, top = self.page_no(), self.get_y()
        self.write_in(10, QUIET, "B")
        self.paragraph(label, 5.5, LABEL_WIDTH - 4)
        beneath = self.get_y()
        self.set_xy(MARGIN + LABEL_WIDTH, top)
        self.write_in(11)
        self.paragraph(value, 5.5, WIDTH - LABEL_WIDTH)
        if self.page_no() == page:
            self.set_y(max(beneath, self.get_y()))
        self.ln(1.8)

    def _lines(self, text: str, width: float) -> int:
        """How many lines a text takes."""
        return len(
            cast("list[str]", self.multi_cell(width, 5.5, text, dry_run=True, output="LINES"))
        )
