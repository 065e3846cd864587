"""What is promised, offered and filled, by an organisation and the units below it."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, User
from employers import queries, units
from employers.models import Employer, EmployerKind
from employers.units import Circle, NumberMissing
from foundation.errors import NotFound
from openings import pledge_counts, pledges
from openings.models import OpeningKind
from openings.pledge_counts import Kept
from openings.pledges import ChangedMeanwhile, Ended, PeriodWrong, PledgeFacts
from tests.conftest import QueryCounter
from tests.factories import (
    NOW,
    TODAY,
    make_caseworker,
    make_employer,
    make_opening,
    make_user,
)

DAY = timedelta(days=1)
LATER = NOW + timedelta(hours=1)
FACTS = PledgeFacts(promised=10, kind=None, starts_on=TODAY, ends_on=TODAY + 90 * DAY)


@pytest.fixture
def ulla(session: Session) -> User:
    return make_user(session, RoleName.EMPLOYER)


@pytest.fixture
def town(session: Session, ulla: User) -> Employer:
    return make_employer(session, ulla, name="Kommunen", kind=EmployerKind.MUNICIPALITY)


def add_unit(session: Session, parent: Employer, by: User, name: str = "Skolan") -> Employer:
    return units.add(session, parent, name=name, country="SE", municipality="2182", by=by, now=NOW)


def test_a_unit_has_no_number_and_the_owners_of_its_parent(
    session: Session, town: Employer, ulla: User
) -> None:
    school = add_unit(session, town, ulla)
    assert (school.organization_number, school.kind) == (None, town.kind)
    assert queries.owners_of(session, school.id) == [ulla]
    assert units.directly_below(session, town) == [school]
    with pytest.raises(NumberMissing):
        units.put_below(session, school, None, by=ulla, now=NOW)


def test_nothing_lies_below_itself(session: Session, town: Employer, ulla: User) -> None:
    school = add_unit(session, town, ulla)
    kitchen = add_unit(session, school, ulla, "Köket")
    assert units.ids_below(session, town) == {town.id, school.id, kitchen.id}
    for below in (town, school, kitchen):
        with pytest.raises(Circle):
            units.put_below(session, town, below, by=ulla, now=NOW)
    assert school not in units.possible_parents(session, town)
    units.put_below(session, kitchen, town, by=ulla, now=NOW)
    assert units.ids_below(session, school) == {school.id}


def test_what_units_publish_in_the_period_counts(
    session: Session, town: Employer, ulla: User
) -> None:
    school = add_unit(session, town, ulla)
    pledge = pledges.make(session, town, FACTS, by=ulla, now=NOW)
    placements = OpeningKind.WORK_PLACEMENT
    of_kind = PledgeFacts(promised=2, kind=placements, starts_on=TODAY, ends_on=TODAY + 90 * DAY)
    narrow = pledges.make(session, town, of_kind, by=ulla, now=NOW)
    make_opening(session, school, number_of_vacancies=3, taken=2, kind=placements)
    make_opening(session, town, number_of_vacancies=4)
    make_opening(session, town, published_at=NOW - DAY)
    make_opening(session, town, published_at=NOW + 91 * DAY)
    make_opening(session, published_at=NOW)
    kept = pledge_counts.kept_of(session, [pledge, narrow])
    assert kept == {pledge.id: Kept(7, 2), narrow.id: Kept(3, 2)}
    assert pledge_counts.kept_by_unit(session, pledge) == [(town, Kept(4, 0)), (school, Kept(3, 2))]


def test_a_period_begins_and_ends_by_the_days_on_the_wall(
    session: Session, town: Employer, ulla: User
) -> None:
    facts = PledgeFacts(promised=1, kind=None, starts_on=TODAY, ends_on=TODAY + DAY)
    pledge = pledges.make(session, town, facts, by=ulla, now=NOW)
    midnight = NOW.replace(hour=23, minute=0)  # 23 UTC is midnight in Stockholm in November
    make_opening(session, town, published_at=midnight - DAY)
    make_opening(session, town, published_at=midnight - DAY - timedelta(minutes=1))
    make_opening(session, town, published_at=midnight + DAY - timedelta(minutes=1))
    make_opening(session, town, published_at=midnight + DAY)
    assert pledge_counts.kept_of(session, [pledge])[pledge.id].offered == 2


def test_a_change_is_kept_with_what_it_was(session: Session, town: Employer, ulla: User) -> None:
    pledge = pledges.make(session, town, FACTS, by=ulla, now=NOW)
    more = PledgeFacts(
        promised=12, kind=None, starts_on=TODAY, ends_on=FACTS.ends_on, note="Hemligt"
    )
    pledges.change(session, pledge, more, seen_at=NOW, by=ulla, now=LATER)
    with pytest.raises(ChangedMeanwhile):
        pledges.change(session, pledge, FACTS, seen_at=NOW, by=ulla, now=LATER)
    line = session.exec(select(AuditEntry).where(AuditEntry.action == "pledge.changed")).one()
    assert line.facts == {"promised": [10, 12], "note": []}
    pledges.end(session, pledge, by=ulla, now=LATER)
    with pytest.raises(Ended):
        pledges.change(session, pledge, FACTS, seen_at=LATER, by=ulla, now=LATER)


@pytest.mark.parametrize("days", [-1, 0, 366 * 3 + 1])
def test_a_pledge_is_for_a_time_to_look_back_on(
    session: Session, town: Employer, ulla: User, days: int
) -> None:
    facts = PledgeFacts(promised=1, kind=None, starts_on=TODAY, ends_on=TODAY + days * DAY)
    with pytest.raises(PeriodWrong):
        pledges.make(session, town, facts, by=ulla, now=NOW)


def test_a_pledge_is_seen_by_its_own_and_by_staff(
    session: Session, town: Employer, ulla: User
) -> None:
    pledge = pledges.make(session, town, FACTS, by=ulla, now=NOW)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    steering, lisa = make_user(session, RoleName.STEERING), make_caseworker(session)
    for reader in (ulla, steering, lisa):
        assert pledges.get_visible(session, pledge.id, to=reader) == pledge
    for writer in (ulla, lisa):
        assert pledges.get_changeable(session, pledge.id, by=writer) == pledge
    for other in (stranger, steering):
        with pytest.raises(NotFound):
            pledges.get_changeable(session, pledge.id, by=other)
    with pytest.raises(NotFound):
        pledges.get_visible(session, pledge.id, to=stranger)


def test_many_pledges_are_counted_in_one_question(
    session: Session, town: Employer, ulla: User, count_queries: QueryCounter
) -> None:
    made = [pledges.make(session, town, FACTS, by=ulla, now=NOW) for _each in range(25)]
    make_opening(session, town)
    session.flush()
    with count_queries() as seen:
        kept = pledge_counts.kept_of(session, made)
    assert len(seen) == 1
    assert set(kept.values()) == {Kept(1, 0)}
