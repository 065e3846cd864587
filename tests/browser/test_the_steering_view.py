"""The steering group reads how it goes against the goals, and a coordinator freezes it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walk import follow, press

pytestmark = pytest.mark.browser


def test_a_steering_group_believes_its_goals(sign_in: Callable[[str], Page]) -> None:
    page = sign_in("styr@demo.example.org")
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Mål").click()
    goals = page.get_by_role("table", name=re.compile("^Målen"))
    expect(goals.get_by_role("row")).to_have_count(9)
    expect(goals.get_by_role("img").first).to_have_attribute(
        "aria-label", re.compile("målet är minst 65 %")
    )
    expect(page.locator("svg.chart title").first).to_contain_text("dagar från inskrivningen")
    goals.get_by_role("link", name="Till arbete eller studier").first.click()
    expect(page.get_by_role("main")).to_contain_text("Alla som skrevs in under perioden")
    page.get_by_text("Frågan till databasen").click()
    expect(page.get_by_role("region", name="Nämnaren")).to_contain_text("SELECT")


def test_a_report_is_frozen_and_read_by_others(sign_in: Callable[[str], Page]) -> None:
    page = sign_in("ove@demo.example.org")
    page.goto("/goals")
    follow(page, "Rapporter")
    page.get_by_label("Rubrik").fill("Hösten")
    press(page, "Lås rapporten")
    press(page, "Visa för alla")
    follow(page, "Så ser alla den")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hösten")
    expect(page.get_by_role("main")).to_contain_text("Så räknas målen")
