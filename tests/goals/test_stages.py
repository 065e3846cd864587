"""How soon each stage is come to, for all and team by team."""

from sqlmodel import Session

from goals import stages
from goals.measures import Scope
from goals.stages import Reached, Stage
from tests.factories import TODAY
from tests.goals.makers import BEGAN, Crowd


def outcome(session: Session, *crowds: Crowd) -> Reached:
    ways = stages.passages(session, Scope(BEGAN, TODAY), on=TODAY)
    found = stages.reached(ways, [crowd.team.id for crowd in crowds], on=TODAY)
    return next(each for each in found if each.stage is Stage.OUTCOME)


def test_days_are_the_median_of_all_and_of_each_team(session: Session) -> None:
    slow, quick = Crowd(session, "A"), Crowd(session, "B")
    slow.of(20, in_work=8, days_ago=60)
    quick.of(30, in_work=10, days_ago=40)
    found = outcome(session, slow, quick)
    assert found.days == 33
    assert found.team_days == {slow.team.id: 53, quick.team.id: 33}


def test_the_days_of_a_team_that_is_not_told_are_not_told_either(session: Session) -> None:
    few, many = Crowd(session, "A"), Crowd(session, "B")
    few.of(20, in_work=2)
    many.of(30, in_work=10)
    found = outcome(session, few, many)
    assert found.total.numerator == 12
    assert found.team_days == {few.team.id: None, many.team.id: None}
