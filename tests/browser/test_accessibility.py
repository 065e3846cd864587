"""axe-core finds nothing on any page, for any role, on a wide screen and on a phone."""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from accounts.models import LinkPurpose
from demo import people
from tests.browser import pages, samples
from tests.browser.conftest import Portal
from tests.telephone import STEP, code_for

pytestmark = pytest.mark.browser
PHONE = ViewportSize(width=390, height=844)
WIDE = ViewportSize(width=1280, height=900)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

PAINTED = """
    async () => {
        const painted = () => new Promise(requestAnimationFrame);
        await painted().then(painted);
        await Promise.all(document.getAnimations().map((one) => one.finished)).then(painted);
    }
"""
"""Comes back when the page stands still in its new size and colours."""

MISSING = "/finns-inte"
SPENT = "/sign-in/link/spent"
STATUS = {MISSING: 404, SPENT: 410}
NOTHING_FOUND = ["/youths?q=finns-inte", "/openings?q=finns-inte"]


def faults_at(page: Page, addresses: Iterable[str]) -> list[str]:
    """What axe finds at each address."""
    found = []
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == STATUS.get(address, 200), address
        found += faults_on(page)
    return found


def faults_on(page: Page) -> list[str]:
    """What axe finds on the page in both widths and schemes, and whether it slides sideways."""
    found = []
    for size, scheme in product((WIDE, PHONE), SCHEMES):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(PAINTED)
        for fault in Axe().run(page, options=RULES).response["violations"]:
            where = [node["target"] for node in fault["nodes"][:3]]
            found.append(f"{page.url} {size['width']} {scheme}: {fault['id']} {where}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{page.url} {size['width']}: wider than the screen")
    page.set_viewport_size(WIDE)
    return found


def faults_with_errors(page: Page, address: str, button: str) -> list[str]:
    """What axe finds on a form that was sent with something to mend."""
    page.goto(address)
    page.get_by_role("main").get_by_role("button", name=button).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    return faults_on(page)


def test_every_page_is_visited(portal: Portal) -> None:
    assert pages.pages_of(portal.app) == pages.VISITED


def test_a_visitor_meets_no_hindrance(portal: Portal, page: Page) -> None:
    with portal.session() as session:
        link: dict[str, object] = {
            "token": samples.token_for(session, pages.EMPLOYER, LinkPurpose.SIGN_IN),
            "opening_id": samples.public_opening(session),
            "track_id": samples.public_track(session),
        }
        reset = {"token": samples.token_for(session, pages.CASEWORKER, LinkPurpose.RESET)}
        answered = samples.links_that_answer(session)
        session.commit()
    choose = {"signin.choose_password"}
    addresses = pages.addresses(portal.app, pages.VISITOR - choose - answered.keys(), link)
    for endpoint, token in answered.items():
        addresses += pages.addresses(portal.app, {endpoint}, {"token": token})
    addresses += pages.addresses(portal.app, choose, reset)
    assert faults_at(page, [*addresses, MISSING, SPENT]) == []
    assert faults_with_errors(page, "/employer/sign-up", "Skicka länken till mig") == []
    assert faults_with_errors(page, "/sign-in", "Logga in") == []


def test_a_caseworker_meets_no_hindrance(portal: Portal, sign_in: Callable[[str], Page]) -> None:
    page = sign_in(pages.CASEWORKER)
    with portal.session() as session:
        ids = samples.ids_for_a_caseworker(session)
        on_the_way = samples.on_the_way(portal.app, session)
    addresses = pages.addresses(portal.app, pages.CASEWORKERS | pages.STAFF, ids)
    assert faults_at(page, addresses + on_the_way + NOTHING_FOUND) == []
    assert faults_with_errors(page, "/youths/new", "Skriv in") == []
    assert faults_with_errors(page, "/account/password", "Byt lösenordet") == []


def test_a_coordinator_meets_no_hindrance(portal: Portal, sign_in: Callable[[str], Page]) -> None:
    page = sign_in(pages.COORDINATOR)
    with portal.session() as session:
        ids = samples.ids_for_a_coordinator(session)
    assert faults_at(page, pages.addresses(portal.app, pages.COORDINATORS, ids)) == []


def test_an_employer_meets_no_hindrance(portal: Portal, page: Page) -> None:
    with portal.session() as session:
        ids = samples.ids_for_an_employer(session)
        draft = {"opening_id": samples.draft_of_the_employer(session).id}
        token = samples.token_for(session, pages.EMPLOYER, LinkPurpose.SIGN_IN)
        session.commit()
    page.goto(f"/sign-in/link/{token}")
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url("**/employer")
    discard = {"employer_openings.discard"}
    addresses = pages.addresses(portal.app, pages.EMPLOYERS - discard, ids)
    addresses += pages.addresses(portal.app, discard | {"employer_openings.edit"}, draft)
    assert faults_at(page, [*addresses, "/account"]) == []
    assert faults_with_errors(page, addresses[-1] + "?gaps=1", "Granska och publicera") == []


def test_an_administrator_meets_no_hindrance(
    portal: Portal, sign_in: Callable[[str], Page]
) -> None:
    page = sign_in("admin@demo.example.org")
    with portal.session() as session:
        ids = samples.ids_for_an_administrator(session, portal.url)
        session.commit()
    assert faults_at(page, pages.addresses(portal.app, pages.ADMINISTRATORS, ids)) == []
    assert faults_with_errors(page, "/admin/users/invite", "Skicka inbjudan") == []


def test_a_steering_group_meets_no_hindrance(
    portal: Portal, sign_in: Callable[[str], Page]
) -> None:
    page = sign_in("styr@demo.example.org")
    assert faults_at(page, pages.addresses(portal.app, pages.STEERING, {})) == []


def test_codes_from_an_app_are_no_hindrance(sign_in: Callable[[str], Page]) -> None:
    email = "johan@demo.example.org"
    page = sign_in(email)
    page.goto("/account/authenticator")
    key = page.locator("code").inner_text()
    page.locator("[name=code]").fill(code_for(key))
    page.locator("[name=current]").fill(people.PASSWORD)
    page.get_by_role("button", name="Börja använda koder").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("koder")
    assert faults_on(page) == []
    assert faults_at(page, ["/account/authenticator"]) == []
    page.context.clear_cookies()
    page.goto("/sign-in")
    page.locator("[name=staff-email]").fill(email)
    page.locator("[name=staff-password]").fill(people.PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url("**/sign-in/code*")
    assert faults_on(page) == []
    page.locator("[name=code]").fill(code_for(key, later=STEP))
    page.get_by_role("button", name="Logga in", exact=True).click()
    expect(page.get_by_role("navigation", name="Huvudmeny")).to_be_visible()
    page.goto("/account/authenticator")
    page.locator("[name=current]").fill(people.PASSWORD)
    page.get_by_role("button", name="Sluta använda koder").click()
    expect(page.get_by_role("main")).to_contain_text("bara lösenord")
