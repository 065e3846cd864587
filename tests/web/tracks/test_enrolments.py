"""From interest to the end of a track, on the pages of a cohort and of one place."""

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, Team, User
from accounts.queries import teams_of
from foundation.outbox import QueuedLetter
from jobtracks import checks
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import Enrolment, EnrolmentState, PathwayChoice, Why
from tests.client import Client, words
from tests.factories import NOW
from tests.jobtracks.makers import a_cohort, a_team, a_track, in_team, interested, on_track


@pytest.fixture
def ove(client: Client, session: Session) -> User:
    """A signed-in coordinator of a team."""
    _team, user = a_team(session)
    client.sign_in(user)
    return user


def team_of(session: Session, user: User) -> Team:
    return teams_of(session, user)[0]


def test_one_youth_goes_the_whole_way(client: Client, session: Session, ove: User) -> None:
    track = a_track(session, team_of(session, ove), ove)
    cohort = a_cohort(session, track, ove)
    youth = in_team(session, track.team, alias="Tussilago")
    said = {"youth": str(youth.id), "cohort": str(cohort.id)}
    page = words(client.follow(f"/tracks/{track.id}/enrol", said))
    assert "Tussilago: Jobba i vården" in page
    place = session.exec(select(Enrolment)).one()
    base = f"/tracks/enrolments/{place.id}"

    assert "Svara senast" in words(client.follow(f"{base}/offer"))
    assert "Är med i spåret." in words(client.follow(f"{base}/accept"))
    course = next(each for each in checks.whole(session, track).steps if each.weeks == 10)
    days = {"started_on": "2027-01-04", "ended_on": "2027-03-28"}
    page = words(client.follow(f"{base}/steps/{course.id}", days))
    assert "12 veckor" in page
    assert "2 veckor längre" in page
    chosen = {
        "path": "workplace",
        "chosen_on": "2027-03-28",
        "reasons": ["tried_it"],
        "took_part": ["youth", "employer"],
        "words": "Jag vill jobba nu.",
    }
    alone = client.post(f"{base}/path", chosen | {"took_part": ["caseworker"]}, expect=200)
    assert "Ungdomen behöver ha varit med när vägen valdes." in words(alone)
    page = words(client.follow(f"{base}/path", chosen))
    assert "Arbetsplats söndag 28 mars. Har provat på och trivs." in page
    assert "Med var: Ungdomen, Arbetsgivare." in page
    assert "Jag vill jobba nu." in page
    assert "Anställning" in page
    assert "Har gått klart spåret." in words(
        client.follow(f"{base}/complete", {"ended_on": "2027-09-01"})
    )
    actions = set(session.exec(select(AuditEntry.action).where(AuditEntry.subject_id == youth.id)))
    assert {
        "enrolment.ask",
        "enrolment.offer",
        "enrolment.accept",
        "enrolment.path_chosen",
        "enrolment.step_taken",
        "enrolment.complete",
        "enrolment.viewed",
    } <= actions
    assert session.exec(select(PathwayChoice)).one().words == "Jag vill jobba nu."


def test_a_seat_that_comes_free_is_told_to_the_caseworker_without_a_name(
    client: Client, session: Session, ove: User
) -> None:
    cohort = a_cohort(session, a_track(session, team_of(session, ove), ove), ove, seats=1)
    leaves = on_track(session, cohort, ove)
    waits = interested(session, cohort, ove, alias="Blåklocka")
    enrolments.wait(session, waits, by=ove, now=NOW)
    assert "Står först i kön." in words(client.get(f"/tracks/enrolments/{waits.id}"))

    client.post(f"/tracks/enrolments/{leaves.id}/leave", {"why": "found_job"})

    assert (leaves.left_why, waits.state) == (Why.FOUND_JOB, EnrolmentState.OFFERED)
    letter = session.exec(select(QueuedLetter)).one()
    assert letter.to == waits.youth.responsible.email
    assert f"/tracks/enrolments/{waits.id}" in letter.text
    assert "Blåklocka" not in letter.text + letter.subject
    assert "Svar att hämta" in words(client.get("/tracks"))


def test_going_before_asks_for_a_reason_and_shows_it(
    client: Client, session: Session, ove: User
) -> None:
    cohort = a_cohort(session, a_track(session, team_of(session, ove), ove), ove, seats=1)
    on_track(session, cohort, ove)
    first, second = (interested(session, cohort, ove) for _number in range(2))
    for place in (first, second):
        enrolments.wait(session, place, by=ove, now=NOW)
    last = max((first, second), key=lambda place: str(place.id))
    base = f"/tracks/enrolments/{last.id}"
    assert "Välj varför." in words(client.post(f"{base}/before", {}, expect=200))
    page = words(client.follow(f"{base}/before", {"why": "near_day_90", "note": "Dag 85."}))
    assert "Står först i kön." in page
    assert "Det är snart dag 90" in page
    line = words(client.get(f"/tracks/cohorts/{cohort.id}"))
    assert f"1. {last.youth.alias}" in line
    client.follow(f"{base}/take_turn")
    assert "1 person står före i kön." in words(client.get(base))


def test_what_was_done_meanwhile_is_told_and_changes_nothing(
    client: Client, session: Session, ove: User
) -> None:
    cohort = a_cohort(session, a_track(session, team_of(session, ove), ove), ove)
    place = interested(session, cohort, ove)
    refused = client.post(f"/tracks/enrolments/{place.id}/accept", expect=409)
    assert "Det har hänt något sedan du öppnade sidan." in words(refused)
    assert place.state is EnrolmentState.INTEREST
