"""The steps of a walk from the terms of an agreement to what came of it."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.walk import NAME, PHONE, Walk, follow, in_days, lead, link_in, path_of, press


def write_agreement(walk: Walk) -> None:
    """The caseworker writes the terms, is told what is missing, and opens them for signatures."""
    page = walk.caseworker
    page.reload()
    expect(lead(page)).to_contain_text("Tiden passar")
    press(page, "Skriv överenskommelsen")
    written = {
        "Ungdomens namn": NAME,
        "Första dag": in_days(walk, 0),
        "Sista dag": in_days(walk, 60),
        "Omfattning": "75",
        "Dagar och tider": "Måndag till fredag 8–14.",
        "Mål": "Klara kassan på egen hand.",
        "Handledarens namn": "Siv Lind",
        "Så når man handledaren": PHONE,
        "Dagar för uppföljning": in_days(walk, 7),
    }
    for label, words in written.items():
        page.get_by_label(label, exact=True).fill(words)
    press(page, "Spara och granska")
    expect(lead(page)).to_contain_text("Välj vem som försäkrar")
    follow(page, "Fyll i det som saknas")
    page.get_by_label("Kommunen försäkrar").check()
    press(page, "Spara och granska")
    press(page, "Öppna för underskrift")
    expect(lead(page)).to_contain_text("Skriv under för kommunen")


def sign_for_municipality(walk: Walk) -> None:
    """The caseworker signs in two steps."""
    page = walk.caseworker
    follow(page, "Skriv under för kommunen")
    press(page, "Fortsätt")
    press(page, "Skriv under")
    expect(lead(page)).to_contain_text("Johan Ek")


def sign_by_link(walk: Walk) -> None:
    """The youth reads the agreement behind her own link, and signs it with her name."""
    press(walk.caseworker, "Gör en länk till ungdomen")
    link = path_of(lead(walk.caseworker).locator("code").inner_text())
    page = walk.youth
    page.goto(link)
    expect(lead(page)).not_to_contain_text(NAME)
    press(page, "Visa överenskommelsen")
    expect(lead(page)).to_contain_text("Siv Lind")
    page.get_by_label("Ditt namn").fill(NAME)
    press(page, "Jag skriver under")
    expect(lead(page)).to_contain_text("Du har skrivit under")
    page.goto(link)
    expect(lead(page)).to_contain_text("Länken gäller inte längre")


def sign_on_behalf(walk: Walk) -> None:
    """The caseworker writes down the employer's signature, and must say how she got it."""
    page = walk.caseworker
    page.goto(f"{_of_introduction(walk)}/agreement")
    follow(page, "Skriv in arbetsgivarens underskrift")
    page.get_by_label("Namn på den som har skrivit under").fill("Siv Lind")
    press(page, "Spara underskriften")
    expect(page.get_by_role("alert")).to_contain_text("Välj hur du fick underskriften")
    page.get_by_label("Underskrivet på papper").check()
    press(page, "Spara underskriften")
    expect(lead(page)).to_contain_text("Noterat av Johan Ek")


def sign_in_portal(walk: Walk) -> None:
    """The employer reads the agreement in the portal, and signs in two steps."""
    page = walk.employer
    page.goto("/employer")
    follow(page, f"Skriv under överenskommelsen om {walk.headline}")
    expect(lead(page)).to_contain_text("Klara kassan på egen hand")
    follow(page, "Skriv under")
    page.get_by_label("Ditt namn").fill("Siv Lind")
    press(page, "Fortsätt")
    press(page, "Skriv under")
    expect(lead(page)).to_contain_text("Siv Lind")


def follow_up(walk: Walk) -> None:
    """The caseworker writes down how it goes and who was there on how many days."""
    page = walk.caseworker
    page.goto(_of_introduction(walk))
    expect(lead(page)).to_contain_text("På plats")
    lead(page).get_by_role("table", name="Uppföljningar").get_by_role("link").click()
    page.get_by_label("Planerade dagar").fill("5")
    page.get_by_label("Dagar på plats").fill("4")
    page.get_by_label("Hur går det?").fill("Går bra, kassan är rolig.")
    press(page, "Spara uppföljningen")
    expect(lead(page)).to_contain_text("4 av 5 dagar")


def end(walk: Walk, outcome: str) -> None:
    """The caseworker ends the placement with what came of it; the employer says how it was."""
    page = walk.caseworker
    follow(page, "Avsluta med ett resultat")
    page.get_by_label(outcome).check()
    press(page, "Spara resultatet")
    expect(lead(page)).to_contain_text("Placeringen är avslutad")
    employer = walk.employer
    employer.goto(link_in(walk.letter_to(walk.email), walk.portal))
    for question in ("Det stämde", "Vi fick det stöd", "Vi tar gärna emot"):
        employer.get_by_role("group", name=question).get_by_label("Ja, helt").check()
    press(employer, "Skicka svaren")
    expect(lead(employer)).to_contain_text("Det hjälper nästa person")
    page.reload()
    expect(lead(page)).to_contain_text("Det här säger arbetsgivaren")


def vacancies(walk: Walk) -> str:
    """What the caseworker's page of the employer says of how many are free."""
    page = walk.caseworker
    here = page.url
    page.goto(f"/employers/{walk.opening.employer_id}")
    row = page.get_by_role("row", name=walk.headline)
    free = row.get_by_role("cell").nth(1).inner_text()
    page.goto(here)
    return free


def _of_introduction(walk: Walk) -> str:
    return re.sub(r"(/introductions/[-0-9a-f]{36}).*", r"\1", urlsplit(walk.caseworker.url).path)
