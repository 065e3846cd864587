"""A caseworker goes the whole way with a youth, page by page."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName
from foundation import clock
from placements import asking, service
from placements.models import Consent, Introduction, Stage, TeamTerms, Way, Why
from placements.work.models import Outcome, Placement
from placements.work.queries import follow_ups_of
from suggestions import decisions
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_caseworker, make_team, make_user
from tests.placements.makers import (
    URL,
    a_youth,
    an_employers_opening,
    asked,
    caseworker_of,
    introduced,
    placed,
    welcomed,
)
from tests.suggestions.makers import make_suggestion


def address(introduction: Introduction, *rest: str) -> str:
    return "/".join([f"/introductions/{introduction.id}", *rest])


def ready(session: Session) -> Introduction:
    made = asked(session)
    asking.record_answer(session, made, is_given=True, by=caseworker_of(made), now=NOW)
    return made


def test_what_was_taken_further_leads_to_the_question(client: Client, session: Session) -> None:
    youth = a_youth(session)
    suggestion = make_suggestion(session, youth, an_employers_opening(session))
    decisions.accept(session, suggestion, by=youth.responsible, now=clock.now())
    client.sign_in(youth.responsible)
    assert "Fråga ungdomen" in client.get("/desk")
    assert "Fråga ungdomen" in client.get(f"/youths/{youth.id}/suggestions")
    page = client.follow(f"/suggestions/{suggestion.id}/ask")
    assert "Inget svar är ett nej" in page
    assert "Se hur det går" in client.get(f"/youths/{youth.id}/suggestions")
    client.post(f"/suggestions/{suggestion.id}/ask", expect=409)
    client.post(f"/suggestions/{suggestion.id}/undo", expect=409)


def test_a_yes_needs_to_say_how_it_was_given(client: Client, session: Session) -> None:
    made = asked(session)
    client.sign_in(made.youth.responsible)
    page = client.post(address(made, "consent"), {"says": "yes"}, expect=200)
    assert "Välj hur svaret kom." in page
    where = client.post(address(made, "consent"), {"says": "yes", "way": "phone"})
    assert where.endswith("/introduce")
    assert session.exec(select(Consent.way)).one() is Way.PHONE


def test_a_no_tells_nobody_anything(client: Client, session: Session) -> None:
    made = asked(session)
    client.sign_in(made.youth.responsible)
    page = client.follow(address(made, "consent"), {"says": "no", "way": "in_person"})
    assert "Ingen har fått veta något" in page
    assert "Ungdomen ville inte" in page


def test_a_link_for_the_youth_is_shown_once(client: Client, session: Session) -> None:
    made = asked(session)
    client.sign_in(made.youth.responsible)
    page = client.post(address(made, "link"), expect=200)
    assert re.search(r"/consent/[\w-]{43}", page)
    assert "/consent/" not in client.get(address(made))


def test_what_is_not_ticked_is_nowhere_on_the_card(client: Client, session: Session) -> None:
    made = ready(session)
    client.sign_in(made.youth.responsible)
    form = client.get(address(made, "introduce"))
    assert "Kan: Kassa" in form
    assert "checked" not in form.split('name="purpose"')[0]
    told = {
        "ticked": ["skills"],
        "name": "Kim",
        "purpose": "recruitment",
        "ground": "consent",
    }
    review = client.post(address(made, "introduce"), told, expect=200)
    card = review.split('class="sheet mb-4"')[1].split("</section>")[0]
    assert "Kassa" in card
    assert "Kim" in card
    assert "Körkort" not in card
    changed = client.post(address(made, "introduce"), {**told, "change": "1"}, expect=200)
    assert "Vad får arbetsgivaren läsa?" in changed
    receipt = client.follow(address(made, "introduce"), {**told, "send": "1"})
    assert "Det här har arbetsgivaren fått veta" in receipt
    assert "OSL 12 kap. 2" in receipt


def test_nothing_ticked_is_said_at_its_field(client: Client, session: Session) -> None:
    made = ready(session)
    client.sign_in(made.youth.responsible)
    told = {"purpose": "recruitment", "ground": "consent", "send": "1"}
    page = client.post(address(made, "introduce"), told, expect=200)
    assert "Kryssa i minst en uppgift" in page
    session.refresh(made)
    assert made.stage is Stage.CONSENTED


def test_a_full_employer_is_told_of_before_and_nothing_written_is_lost(
    client: Client, session: Session
) -> None:
    made = ready(session)
    opening, lisa = made.opening, made.youth.responsible
    client.sign_in(lisa)
    for _each in range(3):
        page = words(client.get(address(made, "introduce")))
        introduced(session, asked(session, a_youth(session, lisa), opening))
    assert "rum för en presentation till just nu" in page
    assert "3 av högst 3" in words(client.get(address(made, "introduce")))
    written = {"ticked": "skills", "about": "Jag bakar.", "purpose": "recruitment"}
    sent = written | {"ground": "consent", "send": "1"}
    page = client.post(address(made, "introduce"), sent, expect=200)
    assert "redan många presentationer" in page
    assert "Jag bakar." in page
    assert made.stage is Stage.CONSENTED


def test_an_answer_by_phone_is_written_down(client: Client, session: Session) -> None:
    made = introduced(session)
    client.sign_in(made.youth.responsible)
    said = {"said": "no", "why": "no_supervisor", "note": "Ring i mars"}
    page = client.follow(address(made, "answer"), said)
    assert "Vi har ingen handledare just nu" in page
    assert "Ring i mars" in page


def test_silence_leads_to_a_call(client: Client, session: Session) -> None:
    made = introduced(session)
    service.tend(session, public_url=URL, now=NOW + timedelta(days=8))
    client.sign_in(made.youth.responsible)
    assert "Ring arbetsgivaren, som inte har svarat" in client.get("/desk")
    page = client.follow(address(made, "called"))
    assert "Jag har ringt" not in page
    assert "Ring arbetsgivaren, som inte har svarat" not in client.get("/desk")


def test_taking_back_asks_once_and_says_why(client: Client, session: Session) -> None:
    made = introduced(session)
    client.sign_in(made.youth.responsible)
    assert "Välj varför." in client.post(address(made, "withdraw"), expect=200)
    page = client.follow(address(made, "withdraw"), {"why": "consent_withdrawn"})
    assert "Ungdomen har ångrat sig" in page


def test_after_a_meeting_it_may_come_to_nothing(client: Client, session: Session) -> None:
    made = welcomed(session)
    client.sign_in(made.youth.responsible)
    page = client.follow(address(made, "part"), {"why": "not_after_meeting"})
    assert "Det passade inte efter mötet" in page


def test_a_placement_is_followed_up_prolonged_and_ended(client: Client, session: Session) -> None:
    placement = placed(session)
    made = placement.introduction
    client.sign_in(made.youth.responsible)
    client.follow(address(made, "follow-ups"), {"due_on": "2026-12-01"})
    talk = follow_ups_of(session, placement)[0]
    told = {"done_on": "2026-12-01", "days_planned": "5", "days_present": "6", "note": "Trivs"}
    page = client.post(f"/follow-ups/{talk.id}", told, expect=200)
    assert "kan inte vara fler än de planerade" in page
    assert "Trivs" in page
    page = client.follow(f"/follow-ups/{talk.id}", {**told, "days_present": "4"})
    assert "4 av 5 dagar" in page
    page = client.post(address(made, "prolong"), {"to": "2026-12-01"}, expect=200)
    assert "Dagarna stämmer inte" in page
    client.follow(address(made, "prolong"), {"to": "2027-06-01"})
    page = client.post(
        address(made, "end"), {"ended_on": "2027-05-01", "outcome": "broken_off"}, expect=200
    )
    assert "Välj varför den avbröts." in page
    page = client.follow(address(made, "end"), {"ended_on": "2027-05-01", "outcome": "studies"})
    assert "Studier" in page
    client.follow(address(made, "end"), {"ended_on": "2027-05-01", "outcome": "job_here"})
    assert session.exec(select(Placement.outcome)).one() is Outcome.JOB_HERE


def test_every_look_at_the_page_leaves_a_line(client: Client, session: Session) -> None:
    made = introduced(session)
    client.sign_in(made.youth.responsible)
    client.get(address(made))
    rows = select(AuditEntry).where(AuditEntry.action == "introduction.viewed")
    assert session.exec(rows).one().subject_id == made.youth_id


@pytest.mark.parametrize("page", ["", "introduce", "withdraw", "part", "end", "prolong"])
def test_who_does_not_see_the_youth_sees_nothing(
    client: Client, session: Session, page: str
) -> None:
    made = introduced(session)
    client.sign_in(make_caseworker(session))
    client.get(address(made, page).rstrip("/"), expect=404)


def test_a_list_of_many_asks_few_questions(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    one = asked(session)
    by = one.youth.responsible
    client.sign_in(by)
    client.get("/introductions")
    with count_queries() as few:
        client.get("/introductions")
    for _number in range(6):
        asked(session, a_youth(session, by))
    session.commit()
    with count_queries() as many:
        page = client.get("/introductions")
    assert words(page).count("Hemlig Räv") == 7
    assert len(many) <= len(few) + 1


def test_a_coordinator_sets_the_teams_terms(client: Client, session: Session) -> None:
    coordinator = make_user(session, RoleName.COORDINATOR)
    team = make_team(session, coordinator)
    client.sign_in(coordinator)
    values = {
        "consent_days": "3",
        "answer_days": "10",
        "remind_days": "5",
        "most_a_week": "2",
        "draft_days": "21",
    }
    wrong = client.post(f"/teams/{team.id}/terms", {**values, "answer_days": "900"}, expect=200)
    assert "Skriv ett tal från 2 till 60." in wrong
    assert "10 dagar" in client.follow(f"/teams/{team.id}/terms", values)
    assert session.get_one(TeamTerms, team.id).answer_days == 10
    other = make_team(session)
    client.get(f"/teams/{other.id}/terms", expect=404)


def test_a_caseworker_reads_the_terms_and_changes_none(client: Client, session: Session) -> None:
    caseworker = make_caseworker(session)
    client.sign_in(caseworker)
    page = client.get("/teams/terms")
    assert "7 dagar" in page
    found = re.search(r"/teams/([-0-9a-f]{36})/terms", page)
    assert found is None


def test_protected_identity_takes_back_what_is_on_the_way(client: Client, session: Session) -> None:
    made = introduced(session)
    by = made.youth.responsible
    service.withdraw_all(session, made.youth, Why.PROTECTED, by=by, public_url=URL, now=NOW)
    client.sign_in(by)
    assert "Skyddade personuppgifter" in client.get(address(made))
    assert isinstance(made.id, UUID)
