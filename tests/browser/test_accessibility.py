"""axe-core finds nothing on any page, for any role, on a wide screen and on a phone."""

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page, expect

from accounts.models import LinkPurpose
from demo import people
from tests.browser import links, pages, samples
from tests.browser.axe import faults_on
from tests.browser.conftest import Portal
from tests.telephone import STEP, code_for

pytestmark = pytest.mark.browser
MISSING = "/finns-inte"
SPENT = "/sign-in/link/spent"
STATUS = {MISSING: 404, SPENT: 410}
NOTHING_FOUND = ["/youths?whose=archived", "/openings?q=finns-inte"]


def faults_at(page: Page, addresses: Iterable[str]) -> list[str]:
    """What axe finds at each address."""
    found = []
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == STATUS.get(address, 200), address
        found += faults_on(page)
    return found


def faults_with_errors(page: Page, address: str, button: str) -> list[str]:
    """What axe finds on a form that was sent with something to mend."""
    page.goto(address)
    page.get_by_role("main").get_by_role("button", name=button).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    return faults_on(page)


def test_a_hindrance_is_seen(page: Page) -> None:
    page.set_content(
        "<html lang='sv'><title>Grått</title><style>p { color: #999; background: #fff }</style>"
        "<main><h1>Grått</h1><p>Grått på vitt</p><div style='width: 600px'>Brett</div></main>"
    )
    found = " ".join(faults_on(page))
    for look in ("1280 light", "390 dark"):
        assert f"{look}: color-contrast" in found
    assert "390: wider than the screen" in found


def test_every_page_is_visited(portal: Portal) -> None:
    assert pages.pages_of(portal.app) == pages.VISITED


def test_a_visitor_meets_no_hindrance(portal: Portal, page: Page) -> None:
    with portal.session() as session:
        link: dict[str, object] = {
            "token": links.token_for(session, pages.EMPLOYER, LinkPurpose.SIGN_IN),
            "opening_id": samples.public_opening(session),
            "track_id": samples.public_track(session),
            **samples.of_goals(session),
        }
        reset = {"token": links.token_for(session, pages.CASEWORKER, LinkPurpose.RESET)}
        answered = links.links_that_answer(session)
        answered |= links.links_in_letters(session, portal.settings.secret_key)
        session.commit()
    choose = {"signin.choose_password"}
    addresses = pages.addresses(portal.app, pages.VISITOR - choose - answered.keys(), link)
    for endpoint, token in answered.items():
        addresses += pages.addresses(portal.app, {endpoint}, {"token": token})
    addresses += pages.addresses(portal.app, choose, reset)
    assert faults_at(page, [*addresses, MISSING, SPENT]) == []
    page.goto(f"/my-plan/open/{answered['own_plan.door']}")
    page.get_by_role("button", name="Öppna min sida").click()
    page.wait_for_url("**/my-plan")
    assert faults_on(page) == []
    page.goto("/my-plan/area")
    assert faults_on(page) == []
    assert faults_with_errors(page, "/employer/sign-up", "Skicka länken till mig") == []
    assert faults_with_errors(page, "/sign-in", "Logga in") == []


@pytest.mark.parametrize("half", [0, 1])
def test_a_caseworker_meets_no_hindrance(
    portal: Portal, sign_in: Callable[[str], Page], half: int
) -> None:
    """Her pages are many, so two processes look at half of them each."""
    page = sign_in(pages.CASEWORKER)
    with portal.session() as session:
        ids = samples.ids_for_a_caseworker(session)
        on_the_way = samples.on_the_way(portal.app, session)
    addresses = pages.addresses(portal.app, pages.CASEWORKERS | pages.STAFF, ids)
    assert faults_at(page, sorted(addresses + on_the_way + NOTHING_FOUND)[half::2]) == []


def test_a_caseworker_meets_no_hindrance_among_errors(sign_in: Callable[[str], Page]) -> None:
    page = sign_in(pages.CASEWORKER)
    assert faults_with_errors(page, "/youths/new", "Skriv in") == []
    assert faults_with_errors(page, "/account/password", "Byt lösenordet") == []


def test_a_coordinator_meets_no_hindrance(portal: Portal, sign_in: Callable[[str], Page]) -> None:
    page = sign_in(pages.COORDINATOR)
    with portal.session() as session:
        ids = samples.ids_for_a_coordinator(session)
        session.commit()
    assert faults_at(page, pages.addresses(portal.app, pages.COORDINATORS, ids)) == []


def test_an_employer_meets_no_hindrance(portal: Portal, page: Page) -> None:
    with portal.session() as session:
        ids = samples.ids_for_an_employer(session)
        draft = {"opening_id": samples.draft_of_the_employer(session).id}
        token = links.token_for(session, pages.EMPLOYER, LinkPurpose.SIGN_IN)
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
    with portal.session() as session:
        ids = samples.of_goals(session)
    assert faults_at(page, pages.addresses(portal.app, pages.STEERING, ids)) == []


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
