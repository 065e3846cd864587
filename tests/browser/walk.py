"""Who walks from a suggestion to a workplace, and what every step is made of.

A walk has three browsers: the caseworker's, the employer's phone and the youth's phone. The steps
are in `steps_to_a_meeting` and `steps_to_an_outcome`; every one is taken with buttons, fields and
links alone, so that it can be walked without JavaScript too.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect
from sqlmodel import Session, select

from accounts.models import LinkPurpose, User
from demo import people
from employers.models import Colleague
from foundation import clock
from openings import service as openings
from openings.facts import OpeningFacts
from openings.models import Opening
from tests.browser import links
from tests.browser.conftest import Portal
from tests.factories import make_youth
from youths.models import Youth

CASEWORKER = "johan@demo.example.org"
NAME = "Kim"
ABOUT = "Jag är van att ta i och kommer i tid."
PHONE = "070-174 06 05"
TICKED, UNTICKED = "Kassavana", "långtidsarbetslös sedan i våras"


@dataclass(frozen=True, slots=True)
class Walk:
    """Who walks, and from where: an opening, and a youth who has not been asked yet."""

    portal: Portal
    caseworker: Page
    employer: Page
    youth: Page
    letter_to: Callable[[str], EmailMessage]
    email: str
    opening: Opening
    person: Youth

    @property
    def headline(self) -> str:
        return self.opening.headline


def an_opening(session: Session, email: str, headline: str, vacancies: int) -> Opening:
    """A new opening of a demo employer, in Söderhamn, that demands nothing."""
    tie = session.exec(select(Colleague).join(User).where(User.email == email)).one()
    facts = OpeningFacts(
        headline=headline,
        description="Du fyller på hyllor, packar varor och hjälper kunder.",
        occupation="9629",
        municipality="2182",
        number_of_vacancies=vacancies,
    )
    opening = openings.create_draft(session, tie.employer, facts, by=tie.user, now=clock.now())
    return openings.publish(session, opening, by=tie.user, now=clock.now())


def a_youth(session: Session, alias: str) -> Youth:
    """A youth of the caseworker's, of whom more is known than an employer may read."""
    caseworker = session.exec(select(User).where(User.email == CASEWORKER)).one()
    return make_youth(
        session, caseworker, alias=alias, skills=[TICKED], about=UNTICKED, driving_licences=["B"]
    )


def link_in(letter: EmailMessage, portal: Portal) -> str:
    """The path of the first link to the portal in a letter's plain text."""
    body = letter.get_body(("plain",))
    assert body is not None
    found = re.search(rf"{portal.settings.public_url}(\S+)", body.get_content())
    assert found is not None
    return found.group(1)


def path_of(link: str) -> str:
    """The path of a link that a page shows, to open on the port of the test."""
    return urlsplit(link).path


def press(page: Page, button: str) -> None:
    """Press the page's own button of this name."""
    page.get_by_role("main").get_by_role("button", name=button, exact=True).click()


def follow(page: Page, link: str) -> None:
    """Follow the page's own link of this name."""
    page.get_by_role("main").get_by_role("link", name=link, exact=True).click()


def lead(page: Page) -> Locator:
    """What the page consists of, apart from what stands around it."""
    return page.get_by_role("main")


def sign_caseworker_in(walk: Walk) -> None:
    """The caseworker signs in with her password."""
    page = walk.caseworker
    page.goto("/sign-in")
    page.locator("[name=staff-email]").fill(CASEWORKER)
    page.locator("[name=staff-password]").fill(people.PASSWORD)
    press(page, "Logga in")
    expect(page.get_by_role("navigation", name="Huvudmeny")).to_be_visible()


def sign_in_by_link(page: Page, portal: Portal, email: str) -> None:
    """Sign a person of an employer in as a letter's link does."""
    with portal.session() as session:
        token = links.token_for(session, email, LinkPurpose.SIGN_IN)
        session.commit()
    page.goto(f"/sign-in/link/{token}")
    press(page, "Logga in")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hej")


def in_days(walk: Walk, days: int) -> str:
    """A day from today as a date field takes it."""
    today = clock.local_date(clock.now(), walk.portal.settings.timezone)
    return (today + timedelta(days=days)).isoformat()
