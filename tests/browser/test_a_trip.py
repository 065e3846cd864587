"""A coordinator plans a trip to Trondheim, takes it, and reads what it led to."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session, select

from employers.models import Employer
from events.models import Event, EventKind
from foundation import clock
from tests.browser.conftest import Portal
from tests.browser.walk import follow, press
from tests.factories import make_opening

pytestmark = pytest.mark.browser
COORDINATOR = "ove@demo.example.org"
CAFE = "Bakklandet Kaffebar og Bakeri AS"


def take_the_trip(session: Session) -> None:
    """Let the days of the trip go by, and the café publish an opening after it."""
    trips = select(Event).where(Event.kind == EventKind.JOB_SEARCH_TRIP)
    trip = session.exec(trips).one()
    now = clock.now()
    trip.starts_at, trip.ends_at = now - timedelta(days=3), now - timedelta(days=2)
    cafe = session.exec(select(Employer).where(Employer.name == CAFE)).one()
    make_opening(session, cafe, headline="Kafébiträde", published_at=now - timedelta(days=1))


def figures(page: Page) -> list[str]:
    """The three numbers under what the trip led to."""
    return page.locator("#results .figure").all_inner_texts()


def test_a_trip_to_trondheim_and_its_yield(portal: Portal, sign_in: Callable[[str], Page]) -> None:
    page = sign_in(COORDINATOR)
    page.goto("/events")
    follow(page, "Föreslå en resa")
    follow(page, "Trøndelag")
    expect(page.get_by_role("main")).to_contain_text(CAFE)
    page.get_by_label("Nätter").fill("2")
    page.get_by_label("Kronor per person och natt").fill("800")
    page.get_by_label("Personer som sover över").fill("3")
    press(page, "Räkna om")
    expect(page.get_by_role("main")).to_contain_text("nätter 4 800 kr")
    day = clock.local_date(clock.now(), portal.settings.timezone) + timedelta(days=30)
    page.get_by_label("Första dagen").fill(day.isoformat())
    press(page, "Planera resan")

    expect(page.get_by_role("heading", level=1)).to_have_text("Söka jobb i Trondheim")
    press(page, "Skicka inbjudan och öppna för anmälan")
    expect(page.get_by_role("main")).to_contain_text("1 brev gick ut")
    with portal.session() as session:
        take_the_trip(session)
        session.commit()
    page.reload()
    follow(page, "Bocka av vilka som kom")
    for box in page.get_by_role("main").get_by_role("checkbox").all():
        box.check()
    press(page, "Spara närvaron")
    press(page, "Den är genomförd")
    assert figures(page) == ["1", "0", "0"]
