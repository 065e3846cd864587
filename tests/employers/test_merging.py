"""Two rows for one organisation are found, and become one without loss."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, col, func, select

from accounts import links
from accounts.models import AuditEntry, LinkPurpose, RoleName, User
from employers import contacts, directory, duplicates, mentors, merging, queries, units
from employers.apart import judging
from employers.contacts import ContactFacts
from employers.duplicates import Sign, normalised
from employers.mentors import MentorFacts
from employers.merging import AlreadyMerged, MergedIntoItself
from employers.models import (
    Colleague,
    ColleagueRole,
    ColleagueState,
    ContactWay,
    Employer,
    EmployerKind,
)
from jobtracks import parts
from openings import pledges
from openings import service as openings
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningUpload
from openings.pledges import PledgeFacts
from placements.merging_employers import BELONGING
from placements.merging_employers import merge as merge_all
from tests.employers.applying import NUMBER, confirm, sign_up, tie_of
from tests.events.makers import an_event
from tests.factories import (
    NOW,
    TODAY,
    make_caseworker,
    make_employer,
    make_opening,
    make_user,
)
from tests.jobtracks.makers import a_draft, a_team

LATER = NOW + timedelta(hours=1)

MOVED = (*merging.MOVED, *(table for package in BELONGING for table in package.MOVED))


@pytest.mark.parametrize(
    "name",
    ["Åkes Åkeri AB", "ÅKES ÅKERI AKTIEBOLAG (publ)", "Åkes-Åkeri, ek. för.", "Akes Akeri HB"],
)
def test_a_name_is_compared_without_its_legal_form(name: str) -> None:
    assert normalised(name) == "akes akeri"


def test_a_name_that_is_only_a_legal_form_is_still_a_name() -> None:
    assert normalised("AB AS") == "ab as"


def test_likely_pairs_say_why(session: Session) -> None:
    make_employer(session, name="Hamnkaféet AB", organization_number="5560160680")
    make_employer(session, name="Hamnkafeet Ek. för.", organization_number="5560160689")
    make_employer(session, name="Norrlager Logistik AB", organization_number="5590000001")
    make_employer(session, name="Norrlagers Logistik", organization_number="7711111111")
    make_employer(session, name="Hamnkaféet", organization_number="1", country="NO")
    make_employer(session, name="Något helt annat", organization_number="5566778899")
    same, alike = duplicates.likely_pairs(session)
    assert same.signs == (Sign.SAME_NAME, Sign.NEAR_NUMBER, Sign.SAME_MUNICIPALITY)
    assert alike.signs == (Sign.ALIKE_NAME, Sign.SAME_MUNICIPALITY)


def test_alike_names_in_different_towns_are_no_pair(session: Session) -> None:
    make_employer(session, name="Förskolan Eken", organization_number="5590000001")
    other = make_employer(session, name="Förskolan Asken", organization_number="7711111111")
    queries.workplaces_of(session, other)[0].municipality = "0480"
    session.flush()
    assert duplicates.likely_pairs(session) == []


def test_every_row_that_names_an_employer_moves() -> None:
    """A new table must say in one of the lists how it moves, or be among those that do not."""
    naming = {
        (table.name, column.name)
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "employer"
    }
    moved = {(str(table.__tablename__), "employer_id") for table in MOVED}
    by_hand = {
        ("apart", "first_id"),
        ("apart", "second_id"),
        ("colleague", "employer_id"),
        ("employer", "parent_id"),
        ("employer", "merged_into_id"),
    }
    assert naming == moved | by_hand


def test_what_was_judged_about_a_duplicate_is_let_go(session: Session) -> None:
    by = make_user(session, RoleName.COORDINATOR)
    kept, twin, third = (make_employer(session, name=name) for name in ("Ett", "Ett AB", "Ett KB"))
    for one, other in ((kept, twin), (third, twin), (third, kept)):
        judging.judge(session, one, other, by=by, now=NOW)
    merging.merge(session, twin, kept, by=by, now=LATER)
    (left,) = judging.judged(session)
    assert {left.first.name, left.second.name} == {"Ett", "Ett KB"}


def counts(session: Session) -> list[int]:
    tables = (*MOVED, Employer)
    return [session.exec(select(func.count()).select_from(table)).one() for table in tables]


def fill(session: Session, employer: Employer, by: User) -> None:
    facts = ContactFacts(made_on=TODAY, way=ContactWay.VISIT)
    contacts.log(session, employer, facts, by=by, now=NOW)
    mentors.add(session, employer, MentorFacts(name="Bo"), by=by, now=NOW)
    make_opening(session, employer)
    session.add(OpeningUpload(employer_id=employer.id, user_id=by.id, made_at=NOW))
    promise = PledgeFacts(promised=3, kind=None, starts_on=TODAY, ends_on=TODAY + timedelta(days=9))
    pledges.make(session, employer, promise, by=by, now=NOW)
    team, coordinator = a_team(session)
    track = a_draft(session, team, coordinator, shortage_id=None)
    days: dict[str, Any] = {
        "starts_on": TODAY,
        "ends_on": TODAY,
        "places": 1,
        "by": coordinator,
        "now": NOW,
    }
    parts.add_letter(session, track, employer, **days)
    parts.agree(session, track, employer, agreed_on=TODAY, by=coordinator, now=NOW)
    an_event(session, team, coordinator, employers=[employer])


def test_nothing_is_lost(session: Session) -> None:
    ove = make_caseworker(session)
    maj, bo = (make_user(session, RoleName.EMPLOYER) for _ in range(2))
    kept = make_employer(session, maj, name="Kaféet")
    twin = make_employer(session, maj, bo, name="Kafet", opted_out_at=NOW)
    for employer in (kept, twin):
        fill(session, employer, ove)
    before = counts(session)
    merge_all(session, twin, kept, by=ove, now=LATER)
    assert counts(session) == before
    for table in MOVED:
        assert set(session.exec(select(table.employer_id))) == {kept.id}
    assert set(session.exec(select(Opening.employer_name))) == {"Kaféet"}
    assert {tie.user_id for tie in queries.colleagues_at(session, [kept.id])[kept.id]} == {
        maj.id,
        bo.id,
    }
    assert kept.opted_out_at == NOW
    assert directory.get(session, twin.id) == kept
    assert list(session.exec(directory.listed(directory.Filters()))) == [kept]
    lines = session.exec(select(AuditEntry).where(AuditEntry.action == "employer.merged")).all()
    assert {line.subject_id for line in lines} == {kept.id, twin.id}
    with pytest.raises(AlreadyMerged):
        merging.merge(session, twin, kept, by=ove, now=LATER)
    with pytest.raises(MergedIntoItself):
        merging.merge(session, kept, kept, by=ove, now=LATER)


def test_of_a_persons_two_ties_the_nearer_is_kept(session: Session) -> None:
    ove, maj = make_caseworker(session), make_user(session, RoleName.EMPLOYER)
    twin, kept = make_employer(session, maj), make_employer(session)
    session.add(
        Colleague(employer_id=kept.id, user_id=maj.id, state=ColleagueState.DECLINED, asked_at=NOW)
    )
    merging.merge(session, twin, kept, by=ove, now=LATER)
    tie = tie_of(session, maj.email)
    assert (tie.employer_id, tie.state, tie.role) == (
        kept.id,
        ColleagueState.ACTIVE,
        ColleagueRole.OWNER,
    )


def test_who_signs_up_with_the_old_number_comes_to_the_kept_one(session: Session) -> None:
    sign_up(session)
    tie = tie_of(session, "maj@kafeet.example")
    twin, kept = tie.employer, make_employer(session, make_user(session, RoleName.EMPLOYER))
    sign_up(session, "bo@kafeet.example")
    merging.merge(session, twin, kept, by=make_caseworker(session), now=LATER)
    eva = make_user(session, RoleName.EMPLOYER, email="eva@kafeet.example")
    late = Colleague(  # as if she had signed up while the two were being merged
        employer_id=twin.id,
        user_id=eva.id,
        state=ColleagueState.UNCONFIRMED,
        asked_at=NOW,
    )
    session.add(late)
    session.flush()
    links.issue(session, eva, LinkPurpose.CONFIRM, now=NOW, subject_id=late.id)
    confirm(session, "eva@kafeet.example")
    assert queries.by_number(session, NUMBER.country, NUMBER.digits) == kept
    assert tie_of(session, "eva@kafeet.example").employer_id == kept.id
    assert tie_of(session, "bo@kafeet.example").employer_id == kept.id


def test_what_is_added_to_a_duplicate_goes_to_the_kept_one(session: Session) -> None:
    maj = make_user(session, RoleName.EMPLOYER)
    twin, kept = make_employer(session, maj), make_employer(session)
    merging.merge(session, twin, kept, by=make_caseworker(session), now=LATER)
    draft = openings.create_draft(
        session, twin, OpeningFacts(headline="Sent utkast"), by=maj, now=LATER
    )
    assert (draft.employer_id, draft.employer_name) == (kept.id, kept.name)


def test_merging_in_a_tree_makes_no_circle(session: Session) -> None:
    ove = make_caseworker(session)
    top, twin, middle, kept = (
        make_employer(session, name=name, kind=EmployerKind.MUNICIPALITY) for name in "ABCD"
    )
    for below, above in ((twin, top), (middle, twin), (kept, middle)):
        units.put_below(session, below, above, by=ove, now=NOW)
    merging.merge(session, twin, kept, by=ove, now=LATER)
    assert (kept.parent_id, middle.parent_id) == (top.id, kept.id)
    other = make_employer(session)
    merging.merge(session, kept, other, by=ove, now=LATER)
    assert (twin.merged_into_id, middle.parent_id) == (other.id, other.id)
    assert units.ids_below(session, top) == {top.id, other.id, middle.id}


def test_of_two_opposite_merges_at_once_one_is_refused(fresh_engine: Engine) -> None:
    with Session(fresh_engine) as session:
        ove = make_caseworker(session).id
        pair = [make_employer(session).id for _ in range(2)]
        session.commit()
    start = Barrier(2)

    def merge(duplicate: object, kept: object) -> str:
        with Session(fresh_engine) as session:
            by = session.get_one(User, ove)
            two = [session.get_one(Employer, each) for each in (duplicate, kept)]
            session.commit()
            start.wait()
            try:
                merging.merge(session, *two, by=by, now=LATER)
                session.commit()
            except AlreadyMerged:
                return "refused"
            return "merged"

    with ThreadPoolExecutor(2) as people:
        told = sorted(people.map(merge, pair, reversed(pair)))
    assert told == ["merged", "refused"]
    with Session(fresh_engine) as session:
        left = select(Employer).where(col(Employer.merged_into_id).is_(None))
        assert len(session.exec(left).all()) == 1
