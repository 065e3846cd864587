"""Steps as planned and as they were, and the choice of path."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from jobtracks import checks, parts, schedule
from jobtracks.enrolments import following, queries
from jobtracks.enrolments.following import NotOnIt, OtherTrack, TheYouthDecides, WrongDays
from jobtracks.enrolments.models import ChoiceReason, TookPart
from jobtracks.models import Part, Path, StepKind
from jobtracks.parts import IsTaken
from tests.factories import NOW, TODAY
from tests.jobtracks.makers import (
    IN_TIME,
    STARTS,
    a_cohort,
    a_draft,
    a_step,
    a_team,
    a_track,
    interested,
    on_track,
)

WHO = (TookPart.YOUTH, TookPart.CASEWORKER)


def test_what_goes_on_side_by_side_takes_as_long_as_the_longest(session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    a_step(session, track, by, title="Svenska", kind=StepKind.LANGUAGE, weeks=14)
    visit = a_step(session, track, by, title="Besök", turn=2, weeks=1)
    after = {"part": Part.AFTER, "weeks": 40}
    a_step(session, track, by, title="Skola", path=Path.STUDIES, kind=StepKind.STUDIES, **after)
    steps = checks.whole(session, track).steps

    before = schedule.steps_of(steps, Part.BEFORE)
    assert [[step.title for step in turn] for turn in schedule.turns(before)] == [
        ["Svenska", "Vård för nybörjare"],
        ["Besök"],
    ]
    assert schedule.weeks(before) == 15
    plan = {each.step.title: each for each in schedule.planned(steps, STARTS, path=Path.STUDIES)}
    assert plan["Besök"].starts_on == STARTS + timedelta(weeks=14)
    assert plan["Besök"].ends_on == STARTS + timedelta(weeks=15, days=-1)
    assert plan["Skola"].starts_on == STARTS + timedelta(weeks=15)
    assert "Jobb" not in plan
    assert visit.id in {each.step.id for each in schedule.planned(steps, STARTS, path=None)}


def test_what_a_step_really_took_stands_beside_the_plan(session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    enrolment = on_track(session, a_cohort(session, track, by), by)
    course = next(each for each in checks.whole(session, track).steps if each.weeks == 10)
    began = date(2027, 1, 4)
    days: dict[str, Any] = {"by": by, "now": IN_TIME}
    following.take_step(session, enrolment, course, started_on=began, ended_on=None, **days)
    ended = began + timedelta(weeks=12, days=-1)
    following.take_step(session, enrolment, course, started_on=began, ended_on=ended, **days)

    taken = queries.steps_taken(session, [enrolment.id])
    [planned] = schedule.planned([course], STARTS, path=None, taken=taken)

    assert (planned.weeks_taken, planned.weeks_over) == (12.0, 2.0)
    with pytest.raises(IsTaken):
        parts.remove_step(session, course, by=by, now=IN_TIME)
    with pytest.raises(WrongDays):
        following.take_step(session, enrolment, course, started_on=ended, ended_on=began, **days)
    following.undo_step(session, enrolment, course, **days)
    assert queries.steps_taken(session, [enrolment.id]) == []


def test_steps_are_of_the_own_track_and_for_who_is_on_it(session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    cohort = a_cohort(session, track, by)
    other = a_step(session, a_draft(session, team, by, shortage_id=track.shortage_id), by)
    days: dict[str, Any] = {"started_on": TODAY, "ended_on": None, "by": by, "now": NOW}
    with pytest.raises(OtherTrack):
        following.take_step(session, on_track(session, cohort, by), other, **days)
    with pytest.raises(NotOnIt):
        following.take_step(session, interested(session, cohort, by), other, **days)


def test_a_choice_is_the_youths_and_a_later_one_stands_beside_the_first(
    session: Session,
) -> None:
    team, by = a_team(session)
    enrolment = on_track(session, a_cohort(session, a_track(session, team, by), by), by)
    with pytest.raises(TheYouthDecides):
        following.choose_path(
            session,
            enrolment,
            Path.STUDIES,
            chosen_on=TODAY,
            reasons=[],
            took_part=[TookPart.CASEWORKER],
            by=by,
            now=NOW,
        )
    for path, day in ((Path.STUDIES, TODAY), (Path.WORKPLACE, TODAY + timedelta(days=20))):
        following.choose_path(
            session,
            enrolment,
            path,
            chosen_on=day,
            reasons=[ChoiceReason.OWN_WISH],
            took_part=WHO,
            words="Jag vill jobba.",
            by=by,
            now=NOW,
        )
    chosen = queries.choices_of(session, enrolment)
    assert [each.path for each in chosen] == [Path.WORKPLACE, Path.STUDIES]
    assert chosen[0].took_part == list(WHO)
