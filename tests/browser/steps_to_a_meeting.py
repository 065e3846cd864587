"""The steps of a walk from a suggestion to a meeting, as each of the three takes them."""

from playwright.sync_api import expect

from tests.browser.walk import (
    ABOUT,
    NAME,
    TICKED,
    UNTICKED,
    Walk,
    follow,
    in_days,
    lead,
    link_in,
    path_of,
    press,
    sign_in_by_link,
)


def take_on(walk: Walk) -> None:
    """The caseworker goes on with the opening for her youth, and asks the youth."""
    page = walk.caseworker
    page.goto(f"/youths/{walk.person.id}/openings/{walk.opening.id}")
    press(page, "Ta vidare")
    lead(page).get_by_role("button", name="Fråga ungdomen").click()
    expect(lead(page)).to_contain_text("Inget svar är ett nej")


def consent_by_link(walk: Walk) -> None:
    """The youth reads about the opening behind her own link, and says yes once."""
    press(walk.caseworker, "Gör en länk som ungdomen svarar med")
    link = path_of(walk.caseworker.get_by_label("Ungdomens länk").input_value())
    page = walk.youth
    page.goto(link)
    expect(lead(page)).to_contain_text("Du fyller på hyllor")
    press(page, "Ja, presentera mig")
    expect(lead(page)).to_contain_text("Din handläggare går vidare")
    page.goto(link)
    expect(lead(page)).to_contain_text("Länken gäller inte längre")
    walk.caseworker.reload()


def introduce(walk: Walk) -> None:
    """The caseworker ticks field by field what is told, reads it as the employer will, sends it."""
    page = walk.caseworker
    follow(page, "Presentera för arbetsgivaren")
    press(page, "Granska")
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label(f"Kan: {TICKED}").check()
    page.get_by_label("Namn att presentera").fill(NAME)
    page.get_by_label("Så vill jag presentera mig").fill(ABOUT)
    press(page, "Granska")
    card = page.get_by_role("region", name="Presentationen")
    expect(card).to_contain_text(ABOUT)
    expect(card).not_to_contain_text("Körkort")
    press(page, "Presentera för arbetsgivaren")
    expect(lead(page)).to_contain_text("Arbetsgivaren svarar senast")


def answer_by_mail(walk: Walk) -> None:
    """The employer opens the letter's link, looks, and says yes in two steps."""
    letter, page = walk.letter_to(walk.email), walk.employer
    assert walk.headline in letter["Subject"]
    for told in (NAME, ABOUT, TICKED, walk.person.alias):
        assert told not in letter.as_string()
    link = link_in(letter, walk.portal)
    page.goto(link)
    expect(lead(page)).not_to_contain_text(NAME)
    press(page, "Visa presentationen")
    expect(lead(page)).to_contain_text(ABOUT)
    for untold in (UNTICKED, walk.person.alias, "Körkort"):
        expect(lead(page)).not_to_contain_text(untold)
    press(page, "Ja, vi vill träffas")
    expect(lead(page)).to_contain_text("Tack för svaret")
    page.goto(link)
    expect(lead(page)).to_contain_text("Länken gäller inte längre")


def sign_employer_in(walk: Walk) -> None:
    """The employer comes to her own start by the link of a letter."""
    sign_in_by_link(walk.employer, walk.portal, walk.email)


def meet(walk: Walk) -> None:
    """The caseworker proposes a time, and the employer says in the portal that it suits."""
    page = walk.caseworker
    page.reload()
    follow(page, "Föreslå ett möte")
    page.get_by_label("Dag", exact=True).fill(in_days(walk, 2))
    page.get_by_label("Klockan").fill("10:00")
    page.get_by_role("textbox", name="Plats").fill("Lastkajen, Hamngatan 4")
    press(page, "Föreslå mötet")
    expect(lead(page)).to_contain_text("Inget svar än")
    employer = walk.employer
    employer.goto("/employer")
    follow(employer, f"Möte om {walk.headline}")
    expect(lead(employer)).to_contain_text("Lastkajen, Hamngatan 4")
    press(employer, "Tiden passar")
    expect(lead(employer)).to_contain_text("Du har sagt att tiden passar")
