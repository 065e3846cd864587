"""Goals as they stand: who counts, what is told of groups and teams, and how it came."""

from datetime import date, timedelta

from sqlmodel import Session

from events.models import EventState
from goals import queries
from goals.counting import month_ends
from goals.models import Goal, MeasureCode, Programme
from goals.standing import Reader, Standing
from goals.telling import Told
from openings import pledges
from openings.pledges import PledgeFacts
from tests.conftest import QueryCounter
from tests.events.makers import a_team, an_event
from tests.factories import NOW, TODAY, make_employer
from tests.goals.makers import Crowd, a_programme
from youths.goal_facts.models import Answer


def standings(session: Session, programme: Programme, *teams: Crowd) -> list[Standing]:
    reader = Reader(session, [crowd.team.id for crowd in teams], today=TODAY)
    return [reader.standing(goal) for goal in queries.goals_of(session, programme)]


def test_the_preset_is_the_esf_projects(session: Session) -> None:
    goals = queries.goals_of(session, a_programme(session))
    assert [goal.target for goal in goals] == [65, 40, 80, 70, -20, 9, 3, 100]


def test_a_group_is_told_only_where_the_others_are_not_told_by_it(session: Session) -> None:
    crowd, programme = Crowd(session), a_programme(session)
    crowd.of(10, in_work=5, immigrant_background=Answer.YES)
    crowd.of(12, in_work=2)
    everybody, group, *_rest = standings(session, programme, crowd)
    assert everybody.told == Told(7, 22)
    assert group.told == Told()
    crowd.of(10, in_work=5)
    everybody, group, *_rest = standings(session, programme, crowd)
    assert everybody.told == Told(12, 32)
    assert everybody.value == 37.5
    assert everybody.is_reached is False
    assert group.told == Told(5, 10)
    assert group.is_reached is True


def test_fewer_on_income_support_than_at_registration(session: Session) -> None:
    crowd, programme = Crowd(session), a_programme(session)
    crowd.of(10, days_ago=50, income_support_at_start=Answer.YES, income_support=Answer.NO)
    crowd.of(20, income_support_at_start=Answer.YES)
    crowd.of(10, income_support_at_start=Answer.NO)
    support = standings(session, programme, crowd)[4]
    assert support.told == Told(20, 30)
    assert support.value == -33.3
    assert support.is_reached


def test_a_team_that_is_told_hides_no_other(session: Session) -> None:
    teams = [Crowd(session, name) for name in "ABC"]
    for crowd, count, in_work in zip(teams, (20, 18, 16), (10, 9, 2), strict=True):
        crowd.of(count, in_work=in_work)
    everybody = standings(session, a_programme(session), *teams)[0]
    told = [everybody.teams[crowd.team.id] for crowd in teams]
    assert told == [Told(10, 20), Told(), Told()]
    assert everybody.told == Told(21, 54)


def test_the_trend_ends_today_and_leaves_out_what_would_tell(session: Session) -> None:
    crowd, programme = Crowd(session), a_programme(session)
    crowd.of(20, in_work=0, days_ago=200)
    crowd.of(8, in_work=8, days_ago=100)
    crowd.of(2, in_work=0, days_ago=20)
    assert standings(session, programme, crowd)[0].trend == [(TODAY, 26.7)]
    crowd.of(4, in_work=0, days_ago=20)
    later = standings(session, programme, crowd)[0].trend
    unchanged = month_ends(date(2026, 5, 1), date(2026, 7, 31))
    assert later == [*((day, 0.0) for day in unchanged), (TODAY, 23.5)]


def test_meetings_tracks_and_pledges_are_counted_in_the_period(session: Session) -> None:
    team, by = a_team(session)
    for days in (-5, -400, 5):
        starts_at = NOW + timedelta(days=days)
        event = an_event(
            session,
            team,
            by,
            marketed_on=starts_at.date(),
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
        )
        event.state = EventState.HELD if days < 0 else EventState.ANNOUNCED
    session.flush()
    facts = PledgeFacts(
        promised=40, kind=None, starts_on=date(2025, 12, 1), ends_on=date(2026, 3, 1)
    )
    pledges.make(session, make_employer(session), facts, by=by, now=NOW)
    found = {each.goal.measure: each for each in standings(session, a_programme(session))}
    assert found[MeasureCode.MEETINGS].told == Told(1)
    assert found[MeasureCode.TRACKS].told == Told(0)
    assert found[MeasureCode.PLEDGED_PLACEMENTS].told == Told(40)
    assert found[MeasureCode.PLEDGED_PLACEMENTS].trend[0] == (date(2026, 1, 31), 40)


def test_a_goal_costs_few_questions(session: Session, count_queries: QueryCounter) -> None:
    teams = [Crowd(session, name) for name in "ABCDEF"]
    for crowd in teams:
        crowd.of(6, in_work=3)
    goal: Goal = queries.goals_of(session, a_programme(session))[0]
    reader = Reader(session, [crowd.team.id for crowd in teams], today=TODAY)
    with count_queries() as asked:
        reader.standing(goal)
        reader.standing(goal)
    assert len(asked) <= 4
