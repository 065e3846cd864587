"""What each colleague may see and do on the pages of an employer, and one-press pauses."""

from sqlmodel import Session

from accounts.models import RoleName, User
from employers import queries
from employers.models import ColleagueRole, ColleagueState, Employer
from openings.models import OpeningState
from tests.client import Client, words
from tests.factories import make_employer, make_opening, make_user
from tests.web.employer.members import ask, let_in

PAGE = "/employer/organisation"
THERE = {
    "name": "Kajen",
    "place": "NO-5001",
    "street_address": "Kajen 1",
    "accessibility": "Hiss finns.",
}


def test_colleagues_see_each_other_and_only_an_owner_sees_addresses(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    bo = make_user(session, RoleName.EMPLOYER, name="Bo Ek")
    let_in(session, employer, bo, ColleagueRole.SUPERVISOR)
    waiting = ask(session, employer, name="Ulf Frågar")
    page = words(client.sign_in(maj).get(PAGE))
    assert f"Bo Ek Handledare {bo.email}" in page
    page = words(client.sign_in(bo).get(PAGE))
    assert "Maj Berg" in page
    assert maj.email not in page
    assert "Ulf Frågar" not in page
    page = words(client.sign_in(waiting.user).get(PAGE))
    assert "Maj Berg" not in page
    assert "Kaféet" not in page


def test_a_recruiter_publishes_and_a_supervisor_does_not(
    client: Client, session: Session, employer: Employer
) -> None:
    recruiter, supervisor = (make_user(session, RoleName.EMPLOYER) for _ in range(2))
    let_in(session, employer, recruiter, ColleagueRole.RECRUITER)
    let_in(session, employer, supervisor, ColleagueRole.SUPERVISOR)
    opening = make_opening(session, employer, state=OpeningState.DRAFT)
    publish = f"/my-openings/{opening.id}/publish"
    client.sign_in(supervisor).post(publish, expect=404)
    client.get("/my-openings/new", expect=409)
    assert "Du är handledare hos Kaféet" in words(client.get("/employer"))
    client.sign_in(recruiter).post(publish)
    for page in ("edit", "invite"):
        client.get(f"{PAGE}/{employer.id}/{page}", expect=404)


def test_what_somebody_is_contact_for_goes_to_another_when_she_leaves(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    bo = make_user(session, RoleName.EMPLOYER, name="Bo Ek")
    tie = let_in(session, employer, bo, ColleagueRole.RECRUITER)
    opening = make_opening(session, employer, contact_id=bo.id)
    closed = make_opening(session, employer, contact_id=bo.id, state=OpeningState.CLOSED)
    end = f"/employer/colleagues/{tie.id}/end"
    assert "1 plats behöver en ny kontaktperson" in words(client.sign_in(maj).get(end))
    assert "Välj vem som tar över" in words(client.post(end, {"heir": ""}, expect=200))
    client.post(end, {"heir": str(maj.id)})
    assert (opening.contact_id, closed.contact_id) == (maj.id, bo.id)
    assert tie.state is ColleagueState.LEFT
    client.sign_in(bo).get(f"/my-openings/{opening.id}", expect=404)


def test_a_new_role_is_chosen_by_an_owner_only(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    bo = make_user(session, RoleName.EMPLOYER)
    tie = let_in(session, employer, bo, ColleagueRole.RECRUITER)
    opening = make_opening(session, employer, contact_id=bo.id)
    page = f"/employer/colleagues/{tie.id}"
    client.sign_in(bo).post(page, {"role": "owner"}, expect=404)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    client.sign_in(stranger).get(page, expect=404)
    client.post(f"{page}/end", expect=404)
    client.sign_in(maj).post(page, {"role": "supervisor"})
    assert tie.role is ColleagueRole.SUPERVISOR
    assert opening.contact_id == maj.id


def test_workplaces_are_added_changed_and_removed(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    client.sign_in(maj).post(f"{PAGE}/{employer.id}/workplaces/new", THERE)
    page = words(client.get(PAGE))
    assert "Kajen Trondheim Kajen 1 Hiss finns." in page
    places = queries.workplaces_of(session, employer)
    [added] = [place for place in places if place.name == "Kajen"]
    version = {"version": added.updated_at.isoformat()}
    client.post(f"/employer/workplaces/{added.id}", THERE | version | {"name": "Bryggan"})
    assert added.name == "Bryggan"
    client.post(f"/employer/workplaces/{added.id}", THERE | version, expect=409)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    client.sign_in(stranger).post(f"/employer/workplaces/{added.id}/remove", expect=404)
    client.sign_in(maj).post(f"/employer/workplaces/{added.id}/remove")
    assert "Bryggan" not in words(client.get(PAGE))


def test_a_pause_is_one_press_and_so_is_taking_it_back(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    client.sign_in(maj).post(f"{PAGE}/{employer.id}/pause", {"weeks": "2"})
    assert "Ångra pausen" in words(client.get(PAGE))
    assert employer.paused_until is not None
    client.post(f"{PAGE}/{employer.id}/resume")
    assert employer.paused_until is None
    client.post(f"{PAGE}/{employer.id}/pause", {"until": "2020-01-01"}, expect=409)
    client.post(f"{PAGE}/{employer.id}/opt-out")
    assert "Ångra: ta emot igen" in words(client.get(PAGE))
    recruiter = make_user(session, RoleName.EMPLOYER)
    let_in(session, employer, recruiter, ColleagueRole.RECRUITER)
    client.sign_in(recruiter).post(f"{PAGE}/{employer.id}/opt-in", expect=404)
    client.sign_in(maj).post(f"{PAGE}/{employer.id}/opt-in")
    assert employer.opted_out_at is None
