"""axe-core finds nothing on any page, for any role, on a wide screen and on a phone."""

from collections.abc import Callable
from itertools import product
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize
from sqlmodel import Session, select

from accounts import links
from accounts.models import LinkPurpose, User
from employers.models import Colleague
from foundation import clock
from openings.models import Opening
from suggestions.models import Suggestion
from tests.browser.conftest import Portal
from youths.models import Youth

pytestmark = pytest.mark.browser
PHONE = ViewportSize(width=390, height=844)
WIDE = ViewportSize(width=1280, height=900)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
EMPLOYER = "karin.fjarden@example.org"

MISSING = "/finns-inte"
VISITOR = [
    "/sign-in/link-sent",
    "/sign-in/link/spent",
    "/employer/sign-up/check-mail",
    "/",
    "/sign-in",
    "/sign-in/forgot-password",
    "/employer/sign-up",
    "/accessibility",
    "/privacy",
    MISSING,
]
CASEWORKER = [
    "/desk",
    "/youths",
    "/youths?q=finns-inte",
    "/youths/new",
    "/openings",
    "/openings?q=finns-inte",
    "/digests",
    "/account",
    "/account/password",
    "/account/authenticator",
]
ADMINISTRATOR = ["/admin/users", "/admin/users/invite", "/admin/audit-log", "/admin/letters"]


def faults_on(page: Page, address: str) -> list[str]:
    """What axe finds on a page in both widths and schemes, and whether it slides sideways."""
    found = []
    for size, scheme in product((WIDE, PHONE), SCHEMES):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        answer = page.goto(address)
        assert answer is not None
        assert answer.status in ({404} if address == MISSING else {200, 410}), address
        for fault in Axe().run(page, options=RULES).response["violations"]:
            where = [node["target"] for node in fault["nodes"][:3]]
            found.append(f"{address} {size['width']} {scheme}: {fault['id']} {where}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{address} {size['width']}: wider than the screen")
    return found


def test_a_visitor_meets_no_hindrance(page: Page) -> None:
    assert [fault for address in VISITOR for fault in faults_on(page, address)] == []


def test_a_caseworker_meets_no_hindrance(portal: Portal, sign_in: Callable[[str], Page]) -> None:
    page = sign_in("lisa@demo.example.org")
    with portal.session() as session:
        addresses = CASEWORKER + _pages_of_a_youth(session)
    assert [fault for address in addresses for fault in faults_on(page, address)] == []


def _pages_of_a_youth(session: Session) -> list[str]:
    youth = session.exec(select(Youth).where(Youth.alias == "Wilma")).one()
    suggestion = session.exec(select(Suggestion).where(Suggestion.youth_id == youth.id)).first()
    assert suggestion is not None
    one, opening = f"/youths/{youth.id}", suggestion.opening_id
    return [
        one,
        f"{one}/edit",
        f"{one}/hand-over",
        f"{one}/archive",
        f"{one}/suggestions",
        f"{one}/openings/{opening}",
        f"/suggestions/{suggestion.id}/dismiss",
        f"/suggestions/{suggestion.id}/later",
        f"/openings/{opening}",
        f"/openings/{opening}/youths",
    ]


def test_an_employer_meets_no_hindrance(portal: Portal, page: Page) -> None:
    with portal.session() as session:
        user = session.exec(select(User).where(User.email == EMPLOYER)).one()
        token = links.issue(session, user, LinkPurpose.SIGN_IN, now=clock.now())
        colleague = session.exec(select(Colleague).where(Colleague.user_id == user.id)).one()
        own = Opening.employer_id == colleague.employer_id
        opening = session.exec(select(Opening).where(own)).first()
        assert opening is not None
        one, organisation = f"/my-openings/{opening.id}", colleague.employer_id
        session.commit()
    assert faults_on(page, f"/sign-in/link/{token}") == []
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url("**/employer")
    addresses = [
        "/employer",
        "/employer/organisation",
        f"/employer/organisation/{organisation}/edit",
        f"/employer/organisation/{organisation}/invite",
        "/my-openings",
        "/my-openings/new",
        one,
        f"{one}/edit",
        f"{one}/close",
        "/account",
    ]
    assert [fault for address in addresses for fault in faults_on(page, address)] == []


def test_an_administrator_meets_no_hindrance(sign_in: Callable[[str], Page]) -> None:
    page = sign_in("admin@demo.example.org")
    assert [fault for address in ADMINISTRATOR for fault in faults_on(page, address)] == []


def test_a_steering_group_meets_no_hindrance(sign_in: Callable[[str], Page]) -> None:
    assert faults_on(sign_in("styr@demo.example.org"), "/steering") == []
