"""Both sides of a meeting, page by page."""

import re
from datetime import timedelta

from sqlmodel import Session, select

from accounts.models import AuditEntry
from foundation import clock
from placements.meetings.models import Meeting, Reply
from tests.client import Client, words
from tests.conftest import QueryCounter
from tests.placements.makers import colleague_of, introduced, welcomed

DAY = (clock.now() + timedelta(days=9)).date().isoformat()
FIELDS = {
    "day": DAY,
    "at": "10:00",
    "minutes": "45",
    "how": "on_site",
    "place": "Hamngatan 4",
    "ask_for": "Karin",
    "directions": "Buss 63",
    "message": "Välkomna",
}


def version_in(page: str) -> str:
    found = re.search(r'name="version"[^>]*value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_meeting_from_proposal_to_note(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    made = welcomed(session)
    colleague = colleague_of(session, made)
    way, new = f"/introductions/{made.id}", f"/introductions/{made.id}/meetings/new"
    client.sign_in(made.youth.responsible)
    assert "Föreslå ett möte" in client.get(way)
    page = client.post(new, FIELDS | {"day": "2020-01-01", "place": ""}, expect=200)
    assert "Tiden har redan varit" in page
    assert "Skriv vilken dag" in client.post(new, FIELDS | {"day": ""}, expect=200)
    assert "Inget svar än" in client.follow(new, FIELDS)
    meeting = session.exec(select(Meeting)).one()
    note = words(client.get(f"/meetings/{meeting.id}/note"))
    for told in ("Hamngatan 4", "Fråga efter Karin", "Buss 63", "Du ska på möte"):
        assert told in note
    assert "METHOD:PUBLISH" in client.get(f"/meetings/{meeting.id}.ics")

    client.sign_in(colleague)
    assert "Passar tiden?" in client.get("/employer")
    mine = f"/my-introductions/meetings/{meeting.id}"
    with count_queries() as queries:
        page = client.get(mine)
    assert len(queries) <= 9
    version = version_in(page)
    page = client.post(f"{mine}/reply", {"version": version, "other": "1"}, expect=200)
    assert "Skriv en eller ett par tider" in page
    assert "sagt att tiden passar" in client.follow(
        f"{mine}/reply", {"version": version, "fits": "1"}
    )
    session.refresh(meeting)
    assert meeting.reply is Reply.FITS

    client.sign_in(made.youth.responsible)
    edit = f"/meetings/{meeting.id}/edit"
    version = version_in(client.get(edit))
    assert "Inget svar än" in client.follow(edit, FIELDS | {"at": "13:00", "version": version})
    client.post(edit, FIELDS | {"at": "14:00", "version": version}, expect=409)
    cancel = f"/meetings/{meeting.id}/cancel"
    assert "Inställt" in client.follow(cancel, {"version": version_in(client.get(cancel))})
    assert "METHOD:CANCEL" in client.get(f"/meetings/{meeting.id}.ics")
    client.post(edit, FIELDS | {"version": version}, expect=409)


def test_nobody_else_finds_a_meeting_and_no_meeting_comes_before_a_yes(
    client: Client, session: Session
) -> None:
    made, other = welcomed(session), introduced(session)
    client.sign_in(made.youth.responsible)
    client.follow(f"/introductions/{made.id}/meetings/new", FIELDS)
    meeting = session.exec(select(Meeting)).one()
    client.get(f"/introductions/{other.id}/meetings/new", expect=404)
    client.sign_in(other.youth.responsible)
    client.get(f"/introductions/{other.id}/meetings/new", expect=409)
    client.get(f"/meetings/{meeting.id}/note", expect=404)
    client.get(f"/meetings/{meeting.id}.ics", expect=404)
    client.sign_in(colleague_of(session, other))
    client.get(f"/my-introductions/meetings/{meeting.id}", expect=404)
    client.get(f"/my-introductions/meetings/{meeting.id}.ics", expect=404)


def test_what_a_caseworker_looks_at_leaves_a_line(client: Client, session: Session) -> None:
    made = welcomed(session)
    client.sign_in(made.youth.responsible)
    client.get(f"/introductions/{made.id}/meetings/new")
    rows = select(AuditEntry).where(AuditEntry.action == "introduction.viewed")
    assert session.exec(rows).one().subject_id == made.youth_id
