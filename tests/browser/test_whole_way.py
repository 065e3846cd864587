"""The whole way: an employer signs up and publishes, a caseworker decides, a letter goes out."""

import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage

import pytest
from playwright.sync_api import Browser, Page, expect

from digests.links import Signer
from digests.service import Sending, send_week
from foundation import clock
from foundation.db import session_for
from tests.browser.conftest import Portal
from tests.browser.walk import link_in

pytestmark = pytest.mark.browser
EMAIL = "britta.havsbris@example.org"
HEADLINE = "Pizzabagare med humör"
YOUTH = "Rut"


@pytest.fixture
def employer(chromium: Browser, portal: Portal) -> Iterator[Page]:
    """The employer's own browser, on a phone."""
    context = chromium.new_context(base_url=portal.url, viewport={"width": 390, "height": 844})
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    yield opened
    context.close()


def test_from_sign_up_to_the_link_in_the_weekly_letter(
    portal: Portal,
    employer: Page,
    sign_in: Callable[[str], Page],
    post: Callable[[str], EmailMessage],
) -> None:
    _sign_up(employer)
    employer.goto(link_in(post(EMAIL), portal))
    employer.get_by_role("button", name="Bekräfta och logga in").click()
    expect(employer.get_by_role("heading", level=1)).to_contain_text("Britta")
    _publish(employer)

    caseworker = sign_in("johan@demo.example.org")
    _register(caseworker)
    expect(caseworker).to_have_url(re.compile(r"/youths/[-0-9a-f]{36}/suggestions$"))
    card = caseworker.locator("article", has_text=HEADLINE)
    expect(card).to_contain_text("Stark")
    card.get_by_role("link", name="Varför inte högre?").click()
    expect(caseworker.get_by_role("table").first).to_be_visible()
    caseworker.go_back()
    card.get_by_role("button", name="Ta vidare").click()
    expect(caseworker.get_by_role("main")).to_contain_text(HEADLINE)

    _send_digests(portal)
    letter = post("johan@demo.example.org")
    caseworker.goto(link_in(letter, portal))
    expect(caseworker.get_by_role("heading", level=1)).to_be_visible()


def _sign_up(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Lägg ut en plats").click()
    page.get_by_label("Organisationsnummer").fill("559905-1009")
    page.get_by_label("Organisationens namn").fill("Havsbris Pizzeria AB")
    page.get_by_label("Kommun").select_option(label="Söderhamn")
    page.get_by_label("Ditt namn").fill("Britta Havsbris")
    page.get_by_label("E-postadress").fill(EMAIL)
    page.get_by_role("button", name="Skicka länken till mig").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def _publish(page: Page) -> None:
    page.goto("/my-openings/new")
    page.get_by_label("Jobb", exact=True).check()
    page.get_by_label("Rubrik").fill(HEADLINE)
    page.get_by_role("combobox", name="Yrke").fill("pizzabag")
    page.get_by_role("listbox").get_by_role("option").first.click()
    page.get_by_label("Vad får man göra?").fill("Du bakar ut degen, lägger på och gräddar.")
    page.get_by_label("Antal platser").fill("1")
    page.get_by_role("button", name="Granska och publicera").click()
    page.get_by_role("button", name="Publicera platsen").click()
    expect(page.get_by_role("main")).to_contain_text(HEADLINE)


def _register(page: Page) -> None:
    page.goto("/youths/new")
    page.locator("[name=alias]").fill(YOUTH)
    page.locator("[name=born]").fill("2004")
    page.locator("[name=wishes]").fill("pizzabagare")
    page.locator("[name=home_municipality]").select_option("2182")
    page.locator("[name=max_commute_km]").fill("30")
    page.get_by_role("main").get_by_role("button", name="Skriv in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(YOUTH)


def _send_digests(portal: Portal) -> None:
    """Send the week's letters, as the command does."""
    settings = portal.settings
    signer = Signer(settings.secret_key)
    sending = Sending(settings.public_url, signer, clock.now(), settings.timezone)
    with session_for(portal.engine) as session:
        send_week(session, sending)
