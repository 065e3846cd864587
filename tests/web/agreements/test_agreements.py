"""An agreement page by page, from the first draft to three signatures, and who sees it."""

from datetime import date, timedelta

from sqlmodel import Session, col, select

from accounts.models import AuditEntry
from foundation import clock
from placements.agreements import queries, signing
from placements.agreements.models import Agreement, AgreementState
from placements.models import Introduction, Party, Stage
from placements.work import service as work
from placements.work.models import Outcome
from placements.work.queries import placement_of
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.placements.agreements.makers import a_draft, opened, signed_by
from tests.placements.makers import IN_TIME, colleague_of, introduced, welcomed
from tests.web.agreements.test_meetings import version_in

START = clock.now().date() + timedelta(days=30)
TALKS = [str(START + timedelta(days=days)) for days in (7, 40)]
EARLY = str(START - timedelta(days=9))
FIELDS = {
    "name": "Kim Andersson",
    "starts_on": str(START),
    "ends_on": str(START + timedelta(days=90)),
    "scope": "75",
    "hours": "30,5",
    "schedule": "Måndag till fredag 8–14",
    "tasks": "Hjälpa till i köket.",
    "goals": "Laga lunch för femtio.",
    "supervisor": "Karin",
    "supervisor_contact": "070-111 22 33",
    "insurance": "municipality",
    "follow_ups": "\n".join(TALKS),
}


def of(introduction: Introduction, rest: str = "") -> str:
    return f"/introductions/{introduction.id}/agreement{rest}"


def mine(introduction: Introduction, rest: str = "") -> str:
    return f"/my-introductions/{introduction.id}/agreement{rest}"


def test_a_draft_is_written_reviewed_and_opened(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    made = welcomed(session)
    client.sign_in(made.youth.responsible)
    edit = client.post(of(made, "/start"))
    version = version_in(client.get(edit))
    page = client.post(
        edit,
        FIELDS | {"version": version, "ends_on": EARLY, "hours": "x"},
        expect=200,
    )
    assert "Skriv ett tal, till exempel 37,5." in page
    page = client.post(edit, FIELDS | {"version": version, "ends_on": EARLY}, expect=200)
    assert "Sista dagen kan inte ligga före den första." in page
    partly = FIELDS | {"version": version, "goals": "", "review": "1"}
    assert "Skriv minst ett mål." in client.follow(edit, partly)
    assert "Skriv minst ett mål." in client.get(f"{edit}?gaps=1")
    page = client.post(edit, FIELDS | {"version": version}, expect=409)
    assert "Någon annan har ändrat medan du skrev" in page
    review = client.post(edit, FIELDS | {"version": version_in(page), "review": "1"})
    page = client.get(review)
    version = version_in(page)
    assert "30,5 timmar i veckan" in page
    assert "Fråga ungdomen om namnet" in client.post(review, {"version": version}, expect=200)
    page = client.follow(review, {"version": version, "name_agreed": "y"})
    assert "Skriv under för kommunen" in page
    with count_queries() as seen:
        client.get(of(made))
    assert len(seen) <= 13


def test_three_sign_each_by_her_own_door(client: Client, session: Session) -> None:
    agreement = opened(session)
    made = agreement.introduction
    client.sign_in(made.youth.responsible)
    version = version_in(client.get(of(made, "/sign")))
    page = client.post(of(made, "/sign"), {"version": version, "name": ""}, expect=200)
    assert "Skriv ditt namn" in page
    page = client.post(of(made, "/sign"), {"version": version, "name": "Lisa"}, expect=200)
    assert "Du skriver under som Lisa för kommunen" in page
    assert queries.signatures_of(session, agreement) == {}
    confirmed = {"version": version, "name": "Lisa", "confirm": "1"}
    assert "Underskriften är sparad" in client.follow(of(made, "/sign"), confirmed)
    page = client.post(of(made, "/link"), expect=200)
    token = page.split("<code>")[1].split("</code>")[0].split("/sign/")[1]

    client.sign_in(colleague_of(session, made))
    page = client.get(mine(made))
    assert "Kim" in page
    assert "Hemlig" not in page
    client.get(mine(made, ".pdf"), expect=404)
    confirmed = {"version": version, "name": "Karin", "confirm": "1"}
    assert "Din underskrift är sparad" in client.follow(mine(made, "/sign"), confirmed)

    client.http.delete_cookie("farled")
    assert "Kim" not in client.get(f"/sign/{token}")
    page = client.post(f"/sign/{token}", {"read": "1"}, expect=200)
    assert "Hjälpa till i köket" in page
    signed = {"sign": "1", "name": "Kim", "version": version_in(page)}
    assert "Du har skrivit under" in client.post(f"/sign/{token}", signed, expect=200)
    client.get(f"/sign/{token}", expect=410)
    session.refresh(made)
    assert made.stage is Stage.PLACED


def test_what_is_given_on_paper_is_written_down_with_a_reason(
    client: Client, session: Session
) -> None:
    agreement = opened(session)
    made = agreement.introduction
    client.sign_in(made.youth.responsible)
    at = of(made, "/sign/youth")
    version = version_in(client.get(at))
    page = client.post(at, {"version": version, "name": "Kim"}, expect=200)
    assert "Välj hur du fick underskriften" in page
    page = client.follow(at, {"version": version, "name": "Kim", "reason": "on_paper"})
    assert "Underskrivet på papper. Noterat av" in page
    again = {"version": version, "name": "Kim", "reason": "on_paper"}
    assert "underskriften finns redan" in client.post(at, again, expect=200)
    client.get(of(made, "/sign/caseworker"), expect=404)


def test_the_last_signature_without_a_vacancy_is_refused_on_its_page(
    client: Client, session: Session
) -> None:
    agreement = signed_by(session, opened(session), Party.CASEWORKER, Party.EMPLOYER)
    opening = agreement.introduction.opening
    token = signing.link_for_youth(session, agreement, now=clock.now())
    agreement_id, opening.taken = agreement.id, 1
    fields = {"sign": "1", "name": "Kim", "version": agreement.updated_at.isoformat()}
    page = client.post(f"/sign/{token}", fields, expect=200)
    assert "Alla platser är tillsatta" in page
    found = session.get_one(Agreement, agreement_id)
    assert found.state is AgreementState.OPEN
    client.get(f"/sign/{token}")


def test_an_employer_keeps_her_signed_copy_and_nothing_else(
    client: Client, session: Session
) -> None:
    agreement = signed_by(session, opened(session), Party.CASEWORKER, Party.EMPLOYER, Party.YOUTH)
    made, other = agreement.introduction, introduced(session)
    placement, by = placement_of(session, made), made.youth.responsible
    assert placement is not None
    work.end(session, placement, Outcome.STUDIES, ended_on=date(2027, 3, 5), by=by, now=IN_TIME)
    client.sign_in(colleague_of(session, made))
    client.get(mine(made), expect=404)
    assert "Kim" not in client.get(f"/my-introductions/{made.id}")
    answer = client.http.get(mine(made, ".pdf"))
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")
    assert answer.headers["Cache-Control"] == "no-store"
    client.sign_in(colleague_of(session, other))
    client.get(mine(made, ".pdf"), expect=404)
    actions = session.exec(select(AuditEntry.action).order_by(col(AuditEntry.at))).all()
    assert "agreement.printed" in actions


def test_what_lies_warns_and_can_be_put_aside(client: Client, session: Session) -> None:
    agreement = a_draft(session)
    made = agreement.introduction
    agreement.touched_at = clock.now() - timedelta(days=20)
    client.sign_in(made.youth.responsible)
    client.get(mine(made), expect=403)
    assert "Ingen har rört överenskommelsen" in words(client.get(of(made)))
    assert "Gör klart överenskommelsen" in words(client.get("/desk"))
    drop = of(made, "/drop")
    fields = {"version": version_in(client.get(drop)), "note": "Vi börjar om."}
    assert "undanlagd" in client.follow(drop, fields)
    client.get(of(made), expect=404)
    assert version_in(client.get(client.post(of(made, "/start"))))
