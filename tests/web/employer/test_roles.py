"""What an owner, a recruiter and a supervisor may open and do, route by route."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlmodel import Session

from accounts.models import RoleName, User
from employers.models import ColleagueRole, Employer
from foundation import clock
from openings.models import OpeningState
from placements.models import Party
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.factories import make_opening, make_user
from tests.placements.agreements.makers import a_draft, opened, signed_by
from tests.placements.makers import asked, introduced, welcomed
from tests.placements.meetings.makers import a_meeting
from tests.web.employer.members import let_in

OWNER, RECRUITER, SUPERVISOR = ColleagueRole
SHUT = 404
SOON = clock.now().date() + timedelta(days=2)
FOR_ALL, FOR_ACTORS, FOR_OWNERS = (200, 200, 200), (200, 200, SHUT), (200, SHUT, SHUT)


@dataclass(frozen=True, slots=True)
class Route:
    """An address, and the answer to an owner, a recruiter and a supervisor."""

    address: str
    answers: tuple[int, int, int]
    method: str = "GET"


ROUTES = (
    Route("/employer", FOR_ALL),
    Route("/employer/organisation", FOR_ALL),
    Route("/employer/organisation/{employer}/edit", FOR_OWNERS),
    Route("/employer/organisation/{employer}/invite", FOR_OWNERS),
    Route("/employer/organisation/{employer}/workplaces/new", FOR_OWNERS),
    Route("/employer/colleagues/{other}", FOR_OWNERS),
    Route("/employer/colleagues/{other}/end", FOR_OWNERS),
    Route("/employer/requests/{other}/approve", (SHUT, SHUT, SHUT), "POST"),
    Route("/employer/organisation/{employer}/opt-in", (302, SHUT, SHUT), "POST"),
    Route("/my-openings/new", (200, 200, 409)),
    Route("/my-openings/{opening}", FOR_ACTORS),
    Route("/my-openings/{opening}/edit", FOR_ACTORS),
    Route("/my-openings/{opening}/close", FOR_ACTORS),
    Route("/my-openings/{draft}/discard", FOR_ACTORS),
    Route("/my-openings/{opening}/copy", (302, 302, SHUT), "POST"),
    Route("/my-openings/{opening}/public", (400, 400, SHUT), "POST"),
    Route("/my-openings/{draft}/publish", (302, 302, SHUT), "POST"),
    Route("/my-introductions/{introduction}", FOR_ACTORS),
    Route("/my-introductions/{introduction}/agreement", FOR_ACTORS),
    Route("/my-introductions/{introduction}/agreement/sign", FOR_ACTORS),
    Route("/my-introductions/{introduction}/agreement.pdf", (SHUT, SHUT, SHUT)),
    Route("/my-introductions/{introduction}/answer", (302, 302, SHUT), "POST"),
    Route("/my-introductions/meetings/{meeting}", FOR_ACTORS),
    Route("/my-introductions/meetings/{meeting}/reply", (200, 200, SHUT), "POST"),
)
"""Nobody has asked to join, and nothing is signed by all three yet: there those routes are shut.

What is sent without its fields is answered with 200 or 400 by those who may send it.
"""


@pytest.mark.parametrize("role", list(ColleagueRole), ids=list(ColleagueRole))
def test_a_role_opens_what_it_may_and_nothing_else(
    client: Client, session: Session, maj: User, employer: Employer, role: ColleagueRole
) -> None:
    person, other = (make_user(session, RoleName.EMPLOYER) for _each in range(2))
    let_in(session, employer, person, role)
    opening = make_opening(session, employer, supervisor_id=person.id)
    made = welcomed(session, introduced(session, asked(session, opening=opening)))
    meeting = a_meeting(session, made, day=SOON)
    opened(session, a_draft(session, made))
    draft = make_opening(session, employer, state=OpeningState.DRAFT)
    parts = {
        "employer": employer.id,
        "other": let_in(session, employer, other, RECRUITER).id,
        "opening": opening.id,
        "draft": draft.id,
        "introduction": made.id,
        "meeting": meeting.id,
    }
    client.sign_in(person)
    at = list(ColleagueRole).index(role)
    got = {}
    for route in ROUTES:
        session.commit()
        address = route.address.format(**parts)
        got[route.address] = client.http.open(address, method=route.method).status_code
    assert got == {route.address: route.answers[at] for route in ROUTES}


def test_a_supervisor_has_a_start_with_what_she_is_named_in_and_no_person(
    client: Client, session: Session, employer: Employer, count_queries: QueryCounter
) -> None:
    siv = make_user(session, RoleName.EMPLOYER, name="Siv Lind")
    let_in(session, employer, siv, SUPERVISOR)
    client.sign_in(siv)
    assert "Inget väntar på dig" in words(client.get("/employer"))
    hers, others = (
        make_opening(session, employer, headline=headline, supervisor="Siv Lind")
        for headline in ("Plocka varor", "Packa varor")
    )
    for opening, chosen in ((hers, siv.id), (others, None)):
        made = welcomed(session, introduced(session, asked(session, opening=opening)))
        a_meeting(session, made, day=SOON)
        draft = a_draft(session, made, supervisor="Siv Lind", supervisor_id=chosen)
        agreement = opened(session, draft)
        signed_by(session, agreement, Party.EMPLOYER, Party.YOUTH, Party.CASEWORKER)
    with count_queries() as queries:
        page = words(client.get("/employer"))
    assert len(queries) <= 10
    for table in ("Möten 1", "Uppföljningar 2", "På plats nu 1"):
        assert table in page
    assert "Plocka varor" in page
    for untold in ("Packa varor", "Kim", "Hemlig Räv", "Mina platser", "Presentationer"):
        assert untold not in page
