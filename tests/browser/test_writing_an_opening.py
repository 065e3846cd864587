"""An employer writes an opening: seen at once with scripts, read through without them."""

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import select

from accounts.models import User
from suggestions.reach import STEP
from tests.browser import walk
from tests.browser.conftest import Portal
from tests.factories import make_youth

pytestmark = pytest.mark.browser
CASEWORKER = "amina@demo.example.org"
NYKOPING = "0480"
EMAIL = "leila.stadsnara@example.org"


@pytest.fixture(autouse=True)
def _many_have_no_licence(portal: Portal) -> None:
    """So many that it can be told without pointing at anybody."""
    with portal.session() as session:
        amina = session.exec(select(User).where(User.email == CASEWORKER)).one()
        for number in range(2 * STEP):
            alias = f"Park {number}"
            make_youth(session, amina, alias=alias, home_municipality=NYKOPING, driving_licences=[])
        session.commit()


def begin(page: Page, portal: Portal) -> None:
    """Sign in, and write the first things asked for."""
    walk.sign_in_by_link(page, portal, EMAIL)
    page.goto("/my-openings/new")
    page.get_by_label("Praktik", exact=True).check()
    page.get_by_label("Rubrik").fill("Hjälp i parken")
    page.get_by_label("Vad får man göra?").fill("Du klipper gräs. Vi söker en energisk servitris.")


def demand_licence(page: Page) -> None:
    """Tick that licence B is needed, in a part that may be folded."""
    licence = page.locator("[name=must_have_licences][value=B]")
    if not licence.is_visible():
        page.locator("summary", has_text="Det här krävs").click()
    licence.check()


def test_with_scripts_the_opening_is_seen_beside_the_form_while_it_is_written(
    page: Page, portal: Portal
) -> None:
    begin(page, portal)
    beside = page.get_by_role("complementary", name="Förhandsvisning")
    expect(beside).to_contain_text("Hjälp i parken")
    expect(beside).to_contain_text("Orden säger något om kön")
    demand_licence(page)
    expect(beside).to_contain_text("Utan körkort B: minst")
    page.get_by_label("Rubrik").fill("Hjälp i växthuset")
    expect(beside).to_contain_text("Hjälp i växthuset")


def test_without_scripts_the_same_is_told_where_it_is_read_through(
    chromium: Browser, portal: Portal
) -> None:
    page = chromium.new_page(base_url=portal.url, java_script_enabled=False)
    begin(page, portal)
    expect(page.get_by_role("complementary", name="Förhandsvisning")).to_be_hidden()
    demand_licence(page)
    page.get_by_label("Yrke").first.fill("parkarbetare")
    walk.press(page, "Granska och publicera")
    told = walk.lead(page)
    expect(told).to_contain_text("Så många når platsen")
    expect(told).to_contain_text("Utan körkort B: minst")
    expect(told).to_contain_text("Orden säger något om kön")
    walk.press(page, "Publicera platsen")
    expect(told).to_contain_text("Platsen är publicerad")
    page.close()
