"""The pages of goals: who may open which, what they tell, and what they never tell."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, TeamMember
from goals import queries, reports
from goals.models import Report
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import NOW, make_user
from tests.goals.makers import Crowd, a_programme
from tests.goals.test_series import TABLE
from youths.goal_facts.models import Answer

READ = {RoleName.CASEWORKER, RoleName.COORDINATOR, RoleName.STEERING, RoleName.ADMINISTRATOR}
SET = {RoleName.COORDINATOR, RoleName.ADMINISTRATOR}
WRITE = {RoleName.CASEWORKER, RoleName.COORDINATOR}


@pytest.fixture
def crowd(session: Session) -> Crowd:
    made = Crowd(session, "Högtrycket")
    made.of(12, in_work=6, sex=Answer.WOMAN)
    made.of(18, in_work=9, sex=Answer.MAN)
    return made


@pytest.mark.parametrize("role", list(RoleName))
def test_who_may_read_set_and_answer(client: Client, session: Session, role: RoleName) -> None:
    user = make_user(session, role)
    crowd = Crowd(session)
    [youth] = crowd.of(1)
    session.add(TeamMember(team_id=crowd.team.id, user_id=user.id))
    programme = a_programme(session)
    report = reports.freeze(session, programme, "Hösten", by=user, now=NOW)
    goal = queries.goals_of(session, programme)[0]
    client.sign_in(user)
    of_programme = f"/goals/programmes/{programme.id}"
    allowed = {
        "/goals": READ,
        f"/goals/{goal.id}": READ,
        "/goals/definitions": READ,
        f"{of_programme}/export.csv": READ,
        f"{of_programme}/reports": READ,
        f"/goals/reports/{report.id}": READ,
        f"/goals/reports/{report.id}/paper": READ,
        f"/goals/{goal.id}/edit": SET,
        f"{of_programme}/edit": SET,
        f"{of_programme}/goals/new": SET,
        "/goals/programmes/new": SET,
        "/goals/series": SET,
        f"/goals/youths/{youth.id}/answers": WRITE,
    }
    found = {address: client.http.get(address).status_code for address in allowed}
    assert found == {address: 200 if role in may else 403 for address, may in allowed.items()}
    posts = [f"/goals/{goal.id}/remove", f"/goals/reports/{report.id}/publish"]
    if role not in SET:
        assert {client.http.post(address).status_code for address in posts} == {403}


def test_the_page_tells_counts_and_each_leads_to_its_definition(
    client: Client, session: Session, crowd: Crowd, count_queries: QueryCounter
) -> None:
    programme = a_programme(session)
    client.sign_in(make_user(session, RoleName.STEERING))
    with count_queries() as asked:
        page = client.get("/goals")
    assert "15 av 30" in words(page)
    assert "50 %" in words(page)
    assert "Räv" not in page
    goal = queries.goals_of(session, programme)[0]
    shown = client.get(f"/goals/{goal.id}")
    assert f"/goals/{goal.id}" in page
    assert "Alla som skrevs in under perioden" in words(shown)
    assert "SELECT" in shown
    assert len(asked) < 55


def test_a_programme_begins_with_the_esf_goals_by_one_click(
    client: Client, session: Session
) -> None:
    client.sign_in(make_user(session, RoleName.COORDINATOR))
    form = client.get("/goals/programmes/new")
    assert 'value="14885000"' in form
    fields = {
        "name": "Högtrycket",
        "budget": "14885000",
        "grant_amount": "4410000",
        "starts_on": "2026-01-01",
        "ends_on": "2027-12-31",
        "with_esf_goals": "y",
    }
    page = words(client.follow("/goals/programmes/new", fields))
    assert "minst 65 %" in page
    assert "högst −20 %" in page
    assert "4 410 000 kr" in page.replace("\xa0", " ")
    assert "Inget att räkna än" in page
    again = client.post("/goals/programmes/new", fields, expect=200)
    assert "Det finns redan ett program med det namnet" in again


def test_a_goal_is_changed_and_the_second_writer_is_told(client: Client, session: Session) -> None:
    by = make_user(session, RoleName.COORDINATOR)
    goal = queries.goals_of(session, a_programme(session, by=by))[0]
    client.sign_in(by)
    seen = goal.updated_at.isoformat()
    fields = {
        "version": seen, "measure": "work_or_studies", "target": "70", "cohort": "", "team": "",
        "starts_on": "2026-01-01", "ends_on": "2026-12-31", "owner": str(by.id), "beside": "",
    }  # fmt: skip
    assert "minst 70 %" in words(client.follow(f"/goals/{goal.id}/edit", fields))
    page = client.post(f"/goals/{goal.id}/edit", fields | {"target": "80"}, expect=200)
    assert "Någon annan har sparat en ändring" in page


def test_an_answer_is_never_shown_again(client: Client, session: Session) -> None:
    crowd = Crowd(session)
    [youth] = crowd.of(1)
    client.sign_in(crowd.by)
    address = f"/goals/youths/{youth.id}/answers"
    client.post(address, {"immigrant_background": "yes", "income_support": "no"})
    page = client.get(address)
    assert words(page).count("Ett svar finns sedan") == 2
    assert page.count("checked") == 5
    assert "invandrarbakgrund" not in client.get(f"/youths/{youth.id}").casefold()
    lines = session.exec(select(AuditEntry.action).where(AuditEntry.subject_id == youth.id)).all()
    assert {"youth.goal_facts_recorded", "youth.goal_facts_viewed"} <= set(lines)
    later = (NOW + timedelta(days=4000)).date().isoformat()
    refused = client.post(address, {"income_support": "yes", "since": later}, expect=200)
    assert "framåt i tiden" in refused


def test_a_table_with_faults_is_not_taken_in(client: Client, session: Session) -> None:
    client.sign_in(make_user(session, RoleName.ADMINISTRATOR))
    for table, status in ((TABLE + "x;y;z;%;k;d\n", 200), (TABLE, 302)):
        file = {"file": (BytesIO(table.encode()), "serier.csv")}
        answer = client.http.post("/goals/series", data=file)
        assert answer.status_code == status
        assert ("Rad 4, Period" in answer.get_data(as_text=True)) is (status == 200)
    assert "11,2" not in words(client.get("/goals/series"))
    assert "10,4 %" in words(client.get("/goals/series"))


def test_the_export_holds_what_the_page_tells(
    client: Client, session: Session, crowd: Crowd
) -> None:
    crowd.of(3, in_work=3)
    programme = a_programme(session)
    client.sign_in(make_user(session, RoleName.STEERING))
    book = load_workbook(
        BytesIO(client.http.get(f"/goals/programmes/{programme.id}/export.xlsx").data)
    )
    goals = list(book["Mål"].iter_rows(values_only=True))
    assert goals[1][3:6] == (18, 33, 54.5)
    csv = client.http.get(f"/goals/programmes/{programme.id}/export.csv").get_data(as_text=True)
    assert "54.5" in csv


def test_anybody_reads_what_is_published_and_a_cache_may_keep_it(
    client: Client, session: Session, crowd: Crowd
) -> None:
    by = make_user(session, RoleName.COORDINATOR)
    report = reports.freeze(session, a_programme(session), "Hösten", by=by, now=NOW)
    address = f"/public/results/{report.id}"
    client.get(address, expect=404)
    client.sign_in(by)
    assert client.post(f"/goals/reports/{report.id}/publish").endswith(str(report.id))
    for who in (client, Client(client.app, session)):
        answer = who.http.get(address)
        page = answer.get_data(as_text=True)
        assert answer.headers["Cache-Control"] == "public, max-age=3600"
        assert "Set-Cookie" not in answer.headers
        assert by.name not in page
        assert "csrf" not in page
        assert "15 av 30" in words(page)
        unchanged = who.http.get(address, headers={"If-None-Match": answer.headers["ETag"]})
        assert unchanged.status_code == 304
    assert "Hösten" in Client(client.app, session).get("/public/results")
    assert session.get_one(Report, report.id).published_at is not None
