"""A supervisor is a colleague who was chosen; somebody else with her name sees nothing."""

from sqlmodel import Session, select

from accounts.models import RoleName, User
from employers.models import ColleagueRole, Employer
from openings.models import Opening
from placements.agreements.models import AgreementVersion
from placements.merging_employers import merge
from tests.client import Client, words
from tests.factories import NOW, make_employer, make_opening, make_user
from tests.placements.agreements.makers import a_draft
from tests.placements.makers import asked, introduced, welcomed
from tests.web.agreements.test_agreements import FIELDS, of
from tests.web.agreements.test_meetings import version_in
from tests.web.employer.members import let_in
from tests.web.employer_openings.test_writing import WRITTEN, shown_in


def test_a_colleague_is_chosen_by_the_employer_and_suggested_to_the_caseworker(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    siv = make_user(session, RoleName.EMPLOYER, name="Siv Lind")
    let_in(session, employer, siv, ColleagueRole.SUPERVISOR)
    client.sign_in(maj)
    client.post("/my-openings/new", {**WRITTEN, "colleague": str(siv.id), "supervisor": ""})
    opening = session.exec(select(Opening)).one()
    assert (opening.supervisor_id, opening.supervisor) == (siv.id, "Siv Lind")
    edit = f"/my-openings/{opening.id}/edit"
    page = client.get(edit)
    assert f'<option selected value="{siv.id}">' in page
    begun_on = {**shown_in(page), "colleague": "", "supervisor": "Bo Ek"}
    client.post(edit, begun_on)
    assert (opening.supervisor_id, opening.supervisor) == (None, "Bo Ek")


def test_the_caseworker_chooses_among_the_colleagues(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    opening = make_opening(session, employer, supervisor="Maj Berg", supervisor_id=maj.id)
    made = welcomed(session, introduced(session, asked(session, opening=opening)))
    a_draft(session, made, supervisor_id=None, supervisor="Bo Ek")
    client.sign_in(made.youth.responsible)
    page = client.get(of(made, "/edit"))
    sent = {**FIELDS, "version": version_in(page), "colleague": str(maj.id), "supervisor": "Bo Ek"}
    client.post(of(made, "/edit"), sent)
    version = session.exec(select(AgreementVersion)).one()
    assert (version.supervisor_id, version.terms.supervisor) == (maj.id, "Maj Berg")
    stranger = make_user(session, RoleName.EMPLOYER)
    page = client.get(of(made, "/edit"))
    sent |= {"version": version_in(page), "colleague": str(stranger.id)}
    assert "Välj ett av alternativen" in client.post(of(made, "/edit"), sent, expect=200)


def test_a_supervisor_goes_along_when_employers_are_merged_and_stays_a_name_when_she_leaves(
    client: Client, session: Session, maj: User, employer: Employer
) -> None:
    siv = make_user(session, RoleName.EMPLOYER, name="Siv Lind")
    duplicate = make_employer(session, make_user(session, RoleName.EMPLOYER))
    tie = let_in(session, duplicate, siv, ColleagueRole.SUPERVISOR)
    opening = make_opening(
        session, duplicate, headline="Plocka varor", supervisor="Siv Lind", supervisor_id=siv.id
    )
    welcomed(session, introduced(session, asked(session, opening=opening)))
    merge(session, duplicate, employer, by=maj, now=NOW)
    session.refresh(tie)
    assert opening.supervisor_id == siv.id
    client.sign_in(maj)
    client.post(f"/employer/colleagues/{tie.id}/end")
    session.refresh(opening)
    assert opening.supervisor_id is None
    assert opening.supervisor == "Siv Lind"
    assert "Plocka varor" not in words(client.sign_in(siv).get("/employer"))
