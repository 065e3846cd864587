"""Two rows for one youth become one, with everything that refers to either."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session, SQLModel, col, func, select

from accounts.models import AuditEntry
from foundation.errors import NotFound
from foundation.records import Record
from openings.models import Opening
from placements import belonging
from placements.merging import BELONGING, merge
from placements.models import Introduction, Stage
from suggestions import belonging as of_suggestions
from suggestions.models import SuggestionState
from tests.factories import NOW, TODAY, make_opening, make_youth
from tests.suggestions.makers import make_suggestion
from tests.youths.agencies.makers import URL, Together, make_together
from youths import merging, queries
from youths.agencies import (
    consent,
    handovers,
    notes,
    offers,
    questions,
    referrals,
    sharing,
    statuses,
)
from youths.agencies.models import Ground, HandoverState, ReferralPurpose
from youths.facts import YouthFacts
from youths.importing import import_youths
from youths.models import Experience, LanguageSkill, Youth

LATER = NOW + timedelta(hours=1)
TABLES = (*merging.MOVED, *(table for package in BELONGING for table in package.MOVED))
SEVERAL = (*merging.MOVED, *of_suggestions.MOVED, *belonging.MOVED)
"""Of these a youth may have several; plans and strengths have tests of their own."""


def test_every_row_that_names_a_youth_moves() -> None:
    """A new table must say how it moves, or be among those that are seen to by hand."""
    naming = {
        (table.name, column.name)
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name == "youth"
    }
    by_hand = {
        ("youth", "merged_into_id"),
        ("youths_apart", "first_id"),
        ("youths_apart", "second_id"),
    }
    moved = {(str(table.__tablename__), "youth_id") for table in TABLES}
    missing = sorted(f"{table}.{column}" for table, column in naming - moved - by_hand)
    assert not missing, (
        f"{', '.join(missing)} would be lost when two youths are merged: list the table in MOVED "
        "of its package's belonging module (which has `move`), and that module in BELONGING of "
        "placements.merging"
    )
    assert moved <= naming


def both(session: Session) -> tuple[Together, Youth]:
    all_ = make_together(session, alias="Wilma", exchange_id=None)
    twin = make_youth(session, all_.sara, team_id=all_.team.id, alias="Vilma", exchange_id="7")
    return all_, twin


def fill(session: Session, all_: Together, youth: Youth, opening: Opening) -> None:
    """One row of every table that names a youth."""
    notes.write(session, youth, "Hej", by=all_.sara, now=NOW)
    statuses.settle(session, youth, "registered", since=TODAY, by=all_.sara, now=NOW)
    referrals.refer(
        session, youth, all_.social, purpose=ReferralPurpose.WORK, made_on=TODAY, today=TODAY,
        by=all_.sara, now=NOW,
    )  # fmt: skip
    questions.ask(
        session, youth, all_.ali, "När?", ground=Ground.CONSENT, due_on=TODAY, today=TODAY,
        public_url=URL, by=all_.sara, now=NOW,
    )  # fmt: skip
    handovers.offer(
        session, youth, all_.ali, all_.team, "", ground=Ground.CONSENT, today=TODAY,
        public_url=URL, by=all_.sara, now=NOW,
    )  # fmt: skip
    make_suggestion(session, youth, opening=opening)
    session.add(
        Introduction(
            youth_id=youth.id, opening_id=opening.id, started_by_id=all_.sara.id,
            started_at=NOW, stage=Stage.CLOSED, stage_since=NOW,
        )
    )  # fmt: skip
    session.flush()


def counts(session: Session) -> list[int]:
    return [session.exec(select(func.count()).select_from(table)).one() for table in SEVERAL]


def test_nothing_is_lost(session: Session) -> None:
    all_, twin = both(session)
    for youth in (all_.youth, twin):
        fill(session, all_, youth, make_opening(session))
    before = counts(session)
    assert all(each == 2 for each in before)

    merge(session, twin, all_.youth, by=all_.ove, public_url=URL, now=LATER)

    assert counts(session) == before
    for table in SEVERAL:
        assert set(session.exec(select(table.youth_id))) == {all_.youth.id}
    open_one = offers.open_for(session, all_.youth)
    assert open_one is not None
    assert open_one.state is HandoverState.OFFERED
    assert queries.get_visible(session, twin.id, to=all_.sara) == all_.youth
    assert list(session.exec(queries.visible_to(all_.ove))) == [all_.youth]
    lines = session.exec(select(AuditEntry).where(AuditEntry.action == "youth.merged")).all()
    assert {line.subject_id for line in lines} == {all_.youth.id, twin.id}
    with pytest.raises(merging.MergedAlready):
        merge(session, twin, all_.youth, by=all_.ove, public_url=URL, now=LATER)
    with pytest.raises(merging.SameYouth):
        merge(session, all_.youth, all_.youth, by=all_.ove, public_url=URL, now=LATER)


def test_what_the_two_rows_say_is_said_together() -> None:
    kept = YouthFacts(
        alias="Wilma", registered_on=TODAY, wishes=("kök",), skills=(), about="Glad",
        languages=(LanguageSkill(language="sv"), LanguageSkill(language="ar", level="native")),
        home_municipality="2182", own_car=False,
    )  # fmt: skip
    other = YouthFacts(
        alias="Vilma", registered_on=TODAY - timedelta(days=9), born=2005, wishes=("kök", "lager"),
        skills=("kassa",), about="Snabb", experience=(Experience(title="kock"),),
        languages=(LanguageSkill(language="sv", level="B1"),), home_municipality="2184",
        own_car=True, countries=("SE", "NO"),
    )  # fmt: skip

    together = merging.joined(kept, other)

    assert together == replace(
        kept, registered_on=other.registered_on, born=2005, wishes=("kök", "lager"),
        skills=("kassa",), about="Glad\nSnabb", experience=other.experience,
        languages=(other.languages or ())[:1] + (kept.languages or ())[1:],
        countries=("SE", "NO"),
    )  # fmt: skip
    assert merging.joined(
        kept, replace(other, protected_identity=True, home_municipality=None)
    ) == (replace(together, protected_identity=True, home_municipality=None))


def test_of_two_suggestions_for_one_opening_the_decided_one_stays(session: Session) -> None:
    all_, twin = both(session)
    opening = make_opening(session)
    make_suggestion(session, all_.youth, opening=opening)
    decided = make_suggestion(
        session, twin, opening=opening, state=SuggestionState.ACCEPTED, decided_at=NOW
    )
    merge(session, twin, all_.youth, by=all_.ove, public_url=URL, now=LATER)
    session.refresh(decided)
    assert decided.youth_id == all_.youth.id


def test_two_who_are_on_the_way_to_one_opening_are_not_merged(session: Session) -> None:
    all_, twin = both(session)
    opening = make_opening(session)
    for youth in (all_.youth, twin):
        session.add(
            Introduction(
                youth_id=youth.id, opening_id=opening.id, started_by_id=all_.sara.id,
                started_at=NOW, stage_since=NOW,
            )
        )  # fmt: skip
    session.flush()
    with pytest.raises(belonging.BothOnTheWay):
        merge(session, twin, all_.youth, by=all_.ove, public_url=URL, now=LATER)


def test_a_no_and_a_protected_identity_hold_for_both(session: Session) -> None:
    all_, twin = both(session)
    note = notes.write(session, all_.youth, "Hej", by=all_.sara, now=NOW)
    share = sharing.share(session, note, all_.social, ground=Ground.CONSENT, by=all_.sara, now=NOW)
    consent.answer(session, twin, is_given=False, on=TODAY, by=all_.sara, now=NOW)
    twin.home_municipality = twin.max_commute_km = None
    twin.protected_identity = True
    merge(session, twin, all_.youth, by=all_.ove, public_url=URL, now=LATER)
    session.refresh(share)
    assert (all_.youth.team_consent, share.revoked_at) == (False, LATER)
    assert (all_.youth.protected_identity, all_.youth.home_municipality) == (True, None)
    with pytest.raises(NotFound):
        queries.get_visible(session, twin.id, to=all_.siv)


def test_the_other_systems_key_leads_to_the_kept_one(session: Session) -> None:
    all_, twin = both(session)
    third = make_youth(session, all_.sara, team_id=all_.team.id, exchange_id="8")
    merge(session, twin, all_.youth, by=all_.ove, public_url=URL, now=LATER)
    merge(session, third, all_.youth, by=all_.ove, public_url=URL, now=LATER)
    rows = [Record(1, {"id": "7", "born": 2001}), Record(2, {"id": "8", "own_car": True})]
    done = import_youths(session, rows, team=all_.team, responsible=all_.sara, now=LATER)
    assert (done.new, done.problems) == (0, [])
    assert all_.youth.own_car is True
    standing = select(Youth).where(col(Youth.merged_into_id).is_(None))
    assert session.exec(standing).one() == all_.youth


def test_youths_of_two_teams_are_not_merged(session: Session) -> None:
    all_, other = make_together(session), make_youth(session)
    with pytest.raises(merging.OtherTeam):
        merge(session, other, all_.youth, by=all_.ove, public_url=URL, now=LATER)
