"""Role by agency by object by field, over the real portal: who reads what on which page.

One table. Each object holds a word that stands nowhere else, so whoever can read it has seen the
field. Whoever is not named sees nothing of it.
"""

from dataclasses import dataclass

import pytest
from sqlmodel import Session

from accounts.models import RoleName, User
from tests.client import Client, words
from tests.factories import NOW, TODAY, make_caseworker, make_user
from tests.youths.agencies.makers import URL, Together, make_together
from youths.agencies import handovers, notes, offers, questions, referrals, sharing, statuses
from youths.agencies.models import Ground, ReferralOutcome, ReferralPurpose

SARA, SIV, ALI, OVE, TOR = "responsible", "same agency", "other agency", "coordinator", "receiver"
EVERYBODY_IN_THE_TEAM = {SARA, SIV, ALI, OVE}
OUTSIDE = ("other team", "steering", "administrator", "employer", "visitor")

MATRIX: dict[tuple[str, str], tuple[str, set[str]]] = {
    ("profile", "alias"): ("Smultron", EVERYBODY_IN_THE_TEAM),
    ("profile", "skills"): ("truckvana", EVERYBODY_IN_THE_TEAM),
    ("profile", "about"): ("hästvan", EVERYBODY_IN_THE_TEAM),
    ("note", "text"): ("egennot", {SARA, SIV}),
    ("shared note", "text"): ("delnot", {SARA, SIV, ALI}),
    ("shared note", "shares"): ("Sluta dela med Socialtjänsten", {SARA, SIV}),
    ("revoked note", "text"): ("åternot", {SARA, SIV}),
    ("note of another agency", "text"): ("socnot", {ALI}),
    ("shared status", "status"): ("I program eller insats", {SARA, SIV, ALI}),
    ("shared status", "detail"): ("lägesmer", {SARA, SIV}),
    ("status", "status"): ("Gemensam planering", {ALI}),
    ("referral", "made"): ("Hänvisningar 1", {SARA, SIV, ALI, OVE}),
    ("referral", "purpose"): ("Vägledning", {SARA, SIV, ALI}),
    ("referral", "outcome"): ("Skickad vidare", {SARA, SIV, ALI}),
    ("question", "asked"): ("Frågor mellan kollegor 1", {SARA, SIV, ALI, OVE}),
    ("question", "text"): ("undransfråga", {SARA, SIV, ALI}),
    ("handover", "offered"): ("Tor är tillfrågad", EVERYBODY_IN_THE_TEAM),
    ("handover", "message"): ("lämnarsyfte", {SARA, TOR}),
}
VIEWERS = (SARA, SIV, ALI, OVE, TOR, *OUTSIDE)


@dataclass(frozen=True, slots=True)
class World:
    """Everybody who might look, and the pages where something stands."""

    people: dict[str, User | None]
    pages: list[str]


def make_world(session: Session) -> World:
    all_ = make_together(session, alias="Smultron", skills=["truckvana"], about="hästvan")
    tor = make_caseworker(session, name="Tor")
    people: dict[str, User | None] = {
        SARA: all_.sara,
        SIV: all_.siv,
        ALI: all_.ali,
        OVE: all_.ove,
        TOR: tor,
        "other team": make_caseworker(session),
        "steering": make_user(session, RoleName.STEERING),
        "administrator": make_user(session, RoleName.ADMINISTRATOR),
        "employer": make_user(session, RoleName.EMPLOYER),
        "visitor": None,
    }
    return World(people, [*keep(session, all_), *between(session, all_, tor)])


def keep(session: Session, all_: Together) -> list[str]:
    """Notes and statuses; returns the pages of the youth."""
    youth, sara, ali = all_.youth, all_.sara, all_.ali
    notes.write(session, youth, "egennot", by=sara, now=NOW)
    notes.write(session, youth, "socnot", by=ali, now=NOW)
    shared = notes.write(session, youth, "delnot", by=sara, now=NOW)
    sharing.share(session, shared, all_.social, ground=Ground.DUTY, by=sara, now=NOW)
    revoked = notes.write(session, youth, "åternot", by=sara, now=NOW)
    share = sharing.share(session, revoked, all_.social, ground=Ground.DUTY, by=sara, now=NOW)
    sharing.revoke(session, share, by=sara, now=NOW)
    status = statuses.settle(
        session, youth, "in_programme", since=TODAY, detail="lägesmer", by=sara, now=NOW
    )
    sharing.share(session, status, all_.social, ground=Ground.DUTY, by=sara, now=NOW)
    statuses.settle(session, youth, "planned", since=TODAY, by=ali, now=NOW)
    return ["/youths?whose=team", f"/youths/{youth.id}", f"/agencies/youths/{youth.id}"]


def between(session: Session, all_: Together, tor: User) -> list[str]:
    """A referral, a question and an offer to another team; returns the pages of the two last."""
    referral = referrals.refer(
        session, all_.youth, all_.social, purpose=ReferralPurpose.GUIDANCE,
        made_on=TODAY, today=TODAY, by=all_.sara, now=NOW,
    )  # fmt: skip
    referrals.conclude(
        session, referral, ReferralOutcome.SENT_ON, on=TODAY, today=TODAY, by=all_.ali, now=NOW
    )
    question = questions.ask(
        session, all_.youth, all_.ali, "undransfråga", ground=Ground.NO_HARM, due_on=TODAY,
        today=TODAY, public_url=URL, by=all_.sara, now=NOW,
    )  # fmt: skip
    (to,) = [each for each in offers.receivers(session, all_.youth) if each.user == tor]
    handover = handovers.offer(
        session, all_.youth, to.user, to.team, "lämnarsyfte", ground=Ground.NO_HARM, today=TODAY,
        public_url=URL, by=all_.sara, now=NOW,
    )  # fmt: skip
    return [
        "/agencies/waiting",
        f"/agencies/questions/{question.id}",
        f"/agencies/handovers/{handover.id}",
    ]


@pytest.mark.parametrize("viewer", VIEWERS)
def test_everybody_reads_just_what_the_table_says(
    client: Client, session: Session, viewer: str
) -> None:
    world = make_world(session)
    session.commit()
    if person := world.people[viewer]:
        client.sign_in(person)
    read = " ".join(words(client.http.get(page).get_data(as_text=True)) for page in world.pages)

    seen = {key for key, (word, _who) in MATRIX.items() if word in read}

    assert seen == {key for key, (_word, who) in MATRIX.items() if viewer in who}


def test_every_step_is_closed_to_who_may_not_see_the_youth(
    client: Client, session: Session
) -> None:
    world = make_world(session)
    client.sign_in(world.people["other team"])  # type: ignore[arg-type]
    (youth,) = {page.rsplit("/", 1)[1] for page in world.pages if "/agencies/youths/" in page}
    for step in ("", "/consent", "/notes/new", "/status", "/refer", "/ask", "/hand-over"):
        client.get(f"/agencies/youths/{youth}{step}", expect=404)
        if step:
            client.post(f"/agencies/youths/{youth}{step}", {}, expect=404)
