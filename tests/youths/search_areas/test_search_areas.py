"""Where a youth looks, from her registration on, and how many have come to look further."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import JSON, Boolean, Engine, MetaData, text
from sqlmodel import Session, select

from accounts.models import Team, User
from foundation.db import migrating
from foundation.settings import ROOT
from placements.merging import merge
from tests.conftest import QueryCounter
from tests.factories import NOW, TODAY, make_caseworker
from tests.youths.agencies.makers import URL
from web.mobility.wording import timeline
from youths import service
from youths.facts import YouthFacts
from youths.models import Youth
from youths.search_areas import queries, widening
from youths.search_areas.models import Origin
from youths.search_areas.widening import NothingToUndo, NothingToWiden, Step

NEAR = YouthFacts(
    alias="Räv", registered_on=TODAY, home_municipality="2182", max_commute_km=30
)  # fmt: skip
DAY = timedelta(days=1)


@pytest.fixture
def sara(session: Session) -> User:
    return make_caseworker(session, name="Sara")


def registered(session: Session, sara: User, facts: YouthFacts = NEAR) -> Youth:
    team = session.exec(select(Team)).one()
    return service.register(session, facts, team=team, responsible=sara, by=sara, now=NOW)


def widen(session: Session, youth: Youth, step: Step, sara: User, county: str = "") -> None:
    now = youth.updated_at + DAY
    widening.widen(session, youth, step, county, seen=youth.updated_at, by=sara, now=now)


def test_every_change_is_told_with_its_day_and_by_whom(session: Session, sara: User) -> None:
    youth = registered(session, sara)
    assert timeline(queries.history(session, youth)) == []

    widen(session, youth, Step.LONGER_WAY, sara)
    widen(session, youth, Step.COUNTY, sara, "21")
    widen(session, youth, Step.NORWAY, sara)
    widen(session, youth, Step.WHOLE_COUNTRY, sara)
    facts = replace(YouthFacts.of(youth), wishes=("kök",))
    service.change(session, youth, facts, seen_at=youth.updated_at, by=sara, now=NOW + 9 * DAY)

    told = timeline(queries.history(session, youth))
    assert [(each.when, each.area) for each in told] == [
        ("Först, 23 nov. 2026", "30 km hemifrån"),
        ("Sedan 24 nov. 2026", "60 km hemifrån"),
        ("Sedan 25 nov. 2026", "60 km hemifrån och Gävleborgs län"),
        ("Sedan 26 nov. 2026", "60 km hemifrån, Gävleborgs län och Norge"),
        ("Sedan 27 nov. 2026", "hela Sverige och Norge"),
    ]
    assert {each.by for each in told} == {"Sara"}


def test_a_step_that_is_none_is_refused(session: Session, sara: User) -> None:
    youth = registered(session, sara, replace(NEAR, counties=("21",), countries=("SE", "NO")))
    free = registered(session, sara, replace(NEAR, max_commute_km=None))
    for each, step, county in (
        (youth, Step.COUNTY, "21"),
        (youth, Step.COUNTY, "99"),
        (youth, Step.NORWAY, ""),
        (free, Step.COUNTY, "21"),
        (free, Step.WHOLE_COUNTRY, ""),
        (free, Step.LONGER_WAY, ""),
    ):
        with pytest.raises(NothingToWiden):
            widen(session, each, step, sara, county)


def test_the_latest_change_can_be_taken_back_once(session: Session, sara: User) -> None:
    youth = registered(session, sara)
    with pytest.raises(NothingToUndo):
        widening.undo(session, youth, seen=youth.updated_at, by=sara, now=NOW)
    widen(session, youth, Step.COUNTY, sara, "03")

    widening.undo(session, youth, seen=youth.updated_at, by=sara, now=NOW + 2 * DAY)

    assert (youth.counties, youth.max_commute_km) == ([], 30)
    origins = [each.origin for each in queries.history(session, youth)]
    assert origins == [Origin.REGISTERED, Origin.CHANGED, Origin.UNDONE]
    with pytest.raises(NothingToUndo):
        widening.undo(session, youth, seen=youth.updated_at, by=sara, now=NOW + 3 * DAY)


def test_the_figure_counts_who_looks_further_than_at_first(
    session: Session, sara: User, count_queries: QueryCounter
) -> None:
    youths = [registered(session, sara) for _ in range(14)]
    registered(session, sara, replace(NEAR, max_commute_km=None, countries=("SE", "NO")))
    for youth in youths[:5]:
        widen(session, youth, Step.NORWAY, sara)
    for youth in youths[5:10]:
        widen(session, youth, Step.WHOLE_COUNTRY, sara)
    widen(session, youths[10], Step.COUNTY, sara, "03")
    widening.undo(session, youths[4], seen=youths[4].updated_at, by=sara, now=NOW + 9 * DAY)
    widen(session, youths[4], Step.NORWAY, sara)
    service.archive(session, youths[0], by=sara, now=NOW)

    with count_queries() as made:
        (figure,) = queries.widened(session)

    assert len(made) == 3
    assert (figure.youths, figure.far, figure.share) == (15, 10, 67)
    assert (figure.whole_country, figure.norway, figure.county) == (5, 5, 6)


def test_no_count_is_told_from_which_few_could_be_known(session: Session, sara: User) -> None:
    youths = [registered(session, sara) for _ in range(8)]
    for youth in youths[:5]:
        widen(session, youth, Step.NORWAY, sara)
    widen(session, youths[5], Step.WHOLE_COUNTRY, sara)

    (figure,) = queries.widened(session)

    assert (figure.youths, figure.far) == (8, 6)
    assert (figure.whole_country, figure.norway, figure.county) == (None, None, None)


def test_a_merge_keeps_both_histories_and_widens_nothing(session: Session, sara: User) -> None:
    kept = registered(session, sara, replace(NEAR, counties=("21",)))
    twin = registered(session, sara, replace(NEAR, counties=("03",)))
    others = [registered(session, sara) for _ in range(4)]
    for youth in others:
        widen(session, youth, Step.COUNTY, sara, "03")

    merge(session, twin, kept, by=sara, public_url=URL, now=NOW + DAY)

    rows = queries.history(session, kept)
    assert [each.origin for each in rows] == [Origin.REGISTERED, Origin.REGISTERED, Origin.MERGED]
    assert rows[-1].counties == ["21", "03"]
    (figure,) = queries.widened(session)
    assert (figure.youths, figure.county) == (5, None)
    widen(session, kept, Step.COUNTY, sara, "01")
    assert queries.widened(session)[0].county == 5


def test_kilometres_are_let_go_with_protected_identity_and_widen_nothing(
    session: Session, sara: User
) -> None:
    youth = registered(session, sara)
    widen(session, youth, Step.LONGER_WAY, sara)
    facts = replace(
        YouthFacts.of(youth), protected_identity=True, home_municipality=None, max_commute_km=None
    )
    service.change(session, youth, facts, seen_at=youth.updated_at, by=sara, now=NOW + 3 * DAY)

    rows = queries.history(session, youth)
    assert [each.max_commute_km for each in rows] == [None] * 3
    assert not widening.can_undo(rows)
    (figure,) = queries.widened(session)
    assert (figure.far, figure.county) == (0, 0)


def test_everyone_who_was_here_before_gets_her_present_area_as_the_first(
    fresh_engine: Engine,
) -> None:
    config = Config(ROOT / "alembic.ini")
    with migrating(fresh_engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0012")
        old = MetaData()
        old.reflect(connection)

        def key() -> object:
            made = uuid4()
            return made if fresh_engine.dialect.name == "postgresql" else made.hex

        user, team = key(), key()
        account = {"email": "a@x.example", "fs_uniquifier": "a", "name": "Maj", "active": True}
        rest = {"language": "sv", "wants_digest": True, "created_at": NOW}
        connection.execute(old.tables["user"].insert().values(id=user, **account, **rest))
        named = {"id": team, "name": "Team", "municipality": "2182", "created_at": NOW}
        connection.execute(old.tables["team"].insert().values(named))
        demanded: dict[str, object] = {
            column.name: [] if isinstance(column.type, JSON) else False
            for column in old.tables["youth"].columns
            if not column.nullable and isinstance(column.type, JSON | Boolean)
        }
        known = {"id": key(), "team_id": team, "responsible_id": user, "registered_on": TODAY}
        known |= {
            "alias": "Räv",
            "about": "",
            "created_at": NOW,
            "updated_at": NOW,
            "counties": ["21"],
            "countries": ["SE"],
        }
        connection.execute(old.tables["youth"].insert().values(demanded | known))
        command.upgrade(config, "head")
        row = connection.execute(
            text("SELECT origin, max_commute_km, is_limited, by_id FROM search_area")
        ).one()
        assert (row.origin, row.max_commute_km, bool(row.is_limited), row.by_id) == (
            "known_before", None, True, None,
        )  # fmt: skip
