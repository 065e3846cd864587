"""The PDF holds the terms and who has signed, in every Latin letter, and can be archived."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from uuid import uuid4

from pypdf import PdfReader

from accounts.models import User
from foundation.translating import speaking
from placements.agreements import wording
from placements.agreements.models import OnBehalf, Signature
from placements.agreements.pdf import Sheet, pdf_of
from placements.models import Party, Way
from tests.factories import NOW
from tests.placements.agreements.makers import agreed_terms

SIGNED_AT = datetime(2026, 12, 3, 23, 30, tzinfo=UTC)


def a_sheet(**terms: Any) -> Sheet:
    lisa = User(email="lisa@example.org", name="Lisa Handläggare", created_at=NOW)
    signatures = [
        Signature(
            version_id=uuid4(),
            party=Party.EMPLOYER,
            name="Karin Fjärden",
            way=Way.PORTAL,
            signed_at=SIGNED_AT,
        ),
        Signature(
            version_id=uuid4(),
            party=Party.YOUTH,
            name="Łucja Çelik Šarić",
            way=Way.PAPER,
            on_behalf=OnBehalf.ON_PAPER,
            by=lisa,
            signed_at=SIGNED_AT,
        ),
    ]
    return Sheet(
        headline="Köksbiträde",
        employer="Hamnkrogen AB",
        organization_number="5566778899",
        municipality="Söderhamn",
        number=2,
        terms=agreed_terms(name="Łucja Çelik Šarić", **terms),
        signatures=signatures,
        made_at=NOW,
    )


def test_the_pdf_holds_the_terms_and_the_signatures() -> None:
    reader = PdfReader(BytesIO(pdf_of(a_sheet())))
    [page] = reader.pages
    text = " ".join(page.extract_text().split())
    for words in (
        "Mellan Hamnkrogen AB (5566778899), Łucja Çelik Šarić och Söderhamn.",
        "måndag 7 december 2026 – fredag 5 mars 2027",
        "75 procent, 30 timmar i veckan",
        "Karin Fjärden 4 dec. 2026",
        "Underskrivet på papper. Noterat av Lisa Handläggare.",
        "För Söderhamn: datum och underskrift",
        "version 2",
    ):
        assert words in text
    assert reader.xmp_metadata is not None
    title = "Överenskommelse om Köksbiträde"
    assert reader.xmp_metadata.dc_title == {"x-default": title}
    assert str(reader.root_object["/Lang"]) == "sv-SE"


def test_long_terms_go_on_to_a_second_page_and_other_languages_speak_for_themselves() -> None:
    with speaking("en"):
        reader = PdfReader(BytesIO(pdf_of(a_sheet(tasks="Diska och laga mat. " * 150))))
    assert len(reader.pages) == 2
    assert str(reader.root_object["/Lang"]) == "en-GB"


def test_what_differs_between_two_versions_is_told_label_by_label() -> None:
    before, after = agreed_terms(), agreed_terms(scope=50, travel="")
    assert wording.changes(before, after) == [
        ("Omfattning", "75 procent, 30 timmar i veckan", "50 procent, 30 timmar i veckan"),
        ("Resor", "Buss 63.", ""),
    ]
