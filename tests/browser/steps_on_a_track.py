"""The steps of one youth on a job track: strengths, a plan, a seat, one meeting, and a choice."""

from datetime import timedelta

from playwright.sync_api import expect
from sqlmodel import Session, select

from accounts.models import Team, User
from foundation import clock
from jobtracks import parts
from jobtracks.models import Cohort
from tests.browser.walk import CASEWORKER, Walk, follow, in_days, lead, press
from tests.jobtracks.makers import a_track

TRACK = "Ut i handeln"
GOAL = "Jag vill jobba i butik och klara mig själv."
DECISION = "Praktik i butik från måndag. Alla följer samma plan."


def a_cohort(session: Session, walk: Walk) -> Cohort:
    """A start, in two weeks, of a published track of the youth's team."""
    by = session.exec(select(User).where(User.email == CASEWORKER)).one()
    track = a_track(session, session.get_one(Team, walk.person.team_id), by, title=TRACK)
    now = clock.now()
    starts_on = clock.local_date(now, walk.portal.settings.timezone) + timedelta(days=14)
    return parts.add_cohort(session, track, starts_on=starts_on, seats=1, by=by, now=now)


def assess(walk: Walk) -> None:
    """The two write down what she can; what nobody has asked stays a question."""
    page = walk.caseworker
    page.goto(f"/youths/{walk.person.id}")
    follow(page, "Styrkor")
    expect(lead(page)).to_contain_text("?")
    follow(page, "Skriv in svaren")
    page.get_by_label("Hur skulle du beskriva dig själv?").fill(
        "Jag märker när någon vill ha hjälp."
    )
    press(page, "Spara styrkorna")
    expect(lead(page)).to_contain_text("Jag märker när någon vill ha hjälp.")


def plan(walk: Walk) -> None:
    """The goal in her own words, and one thing to do next."""
    page = walk.caseworker
    page.goto(f"/youths/{walk.person.id}/plan")
    follow(page, "Skriv in målet")
    page.get_by_label("Vad vill du?").fill(GOAL)
    press(page, "Spara målet")
    follow(page, "Lägg till en aktivitet")
    page.get_by_label("Vad är det?").select_option(label="Besök på ett företag")
    page.get_by_label("Dag, eller första dagen").fill(in_days(walk, 0))
    page.locator("[name=place]").fill("Lastkajen")
    press(page, "Spara i planen")
    lead(page).get_by_role("row", name="Besök på ett företag").get_by_text("Skriv in").click()
    press(page, "Spara")
    expect(lead(page)).to_contain_text("Det här har vi gjort")


def take_a_seat(walk: Walk) -> None:
    """Interest, an offer, and a yes; the seat is hers, and the only one of the start."""
    page = walk.caseworker
    page.goto("/tracks")
    follow(page, TRACK)
    follow(page, "Anmäl en ungdom")
    page.get_by_label("Ungdom", exact=True).select_option(label=walk.person.alias)
    press(page, "Anmäl intresse")
    press(page, "Erbjud plats")
    press(page, "Ungdomen tackar ja")
    expect(lead(page)).to_contain_text("Det som har hänt")


def meet_jointly(walk: Walk) -> None:
    """One meeting across agencies that records one decision on one plan."""
    here = walk.caseworker.url
    page = walk.caseworker
    page.goto(f"/youths/{walk.person.id}/plan")
    follow(page, "Skriv in ett gemensamt möte")
    page.get_by_label("När träffades ni?").fill(in_days(walk, 0))
    for row, role in enumerate(("Ungdomen", "Arbetsförmedlare", "Socialsekreterare")):
        page.get_by_label("Roll").nth(row).select_option(label=role)
    page.get_by_label("Vad bestämde ni?").fill(DECISION)
    press(page, "Spara beslutet och planen")
    expect(lead(page)).to_contain_text(DECISION)
    page.goto(here)


def choose_the_workplace(walk: Walk) -> None:
    """The pathway choice, made together, and what follows after it."""
    page = walk.caseworker
    follow(page, "Skriv in vägvalet")
    page.get_by_label("Arbetsplats").check()
    page.get_by_label("Valet gjordes").fill(in_days(walk, 0))
    page.get_by_role("group", name="Vilka var med?").get_by_label("Ungdomen").check()
    press(page, "Spara vägvalet")
    expect(lead(page)).to_contain_text("Vägvalet")
    expect(lead(page)).not_to_contain_text("När vägvalet är inskrivet")


def go_through(walk: Walk, cohort: Cohort) -> None:
    """She has gone through the track, and it stands so in the cohort."""
    page = walk.caseworker
    page.goto(f"/tracks/cohorts/{cohort.id}")
    follow(page, walk.person.alias)
    follow(page, "Har gått klart")
    page.get_by_label("Sista dagen").fill(in_days(walk, 30))
    press(page, "Spara")
    expect(lead(page)).to_contain_text("Klar")
