"""What a track must have to be read, what follows from a change, and who may see it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName
from foundation.errors import NotFound
from jobtracks import checks, parts, queries, service
from jobtracks.checks import Missing, NotReady
from jobtracks.models import (
    Competence,
    JobTrack,
    LetterOfIntent,
    Mastery,
    Part,
    Path,
    Situation,
    StepKind,
    TrackMove,
    TrackState,
)
from jobtracks.service import ChangedMeanwhile, OnlyDrafts, TrackFacts, UnknownOccupation
from jobtracks.states import IllegalMove, NotNow
from tests.factories import NOW, TODAY, make_caseworker, make_user
from tests.jobtracks.makers import (
    IN_TIME,
    a_cohort,
    a_draft,
    a_shortage,
    a_step,
    a_team,
    a_track,
    committed,
)


def lacks(session: Session, track: JobTrack) -> tuple[Missing, ...]:
    return checks.missing(checks.whole(session, track), today=TODAY)


def test_an_empty_draft_is_told_all_that_it_lacks(session: Session) -> None:
    team, by = a_team(session)
    bare = TrackFacts(title="Spår", contact_id=by.id)
    track = service.create(session, team, bare, by=by, now=NOW)
    assert lacks(session, track) == (
        Missing.SUMMARY,
        Missing.OCCUPATION,
        Missing.SHORTAGE,
        Missing.PROFILE,
        Missing.EMPLOYER,
        Missing.EMPLOYMENT,
    )
    with pytest.raises(NotReady) as refused:
        service.publish(session, track, by=by, now=NOW)
    assert refused.value.missing == lacks(session, track)
    assert track.state is TrackState.DRAFT


def test_a_shortage_has_to_be_one_and_of_the_work_that_the_track_leads_to(
    session: Session,
) -> None:
    team, by = a_team(session)
    enough = a_shortage(session, situation=Situation.SURPLUS, round="2025-1")
    other = a_shortage(session, occupation="5120", title="Kockar")
    for shortage, missing in ((enough, Missing.IS_SHORT), (other, Missing.SHORTAGE)):
        track = committed(session, a_draft(session, team, by, shortage_id=shortage.id), by)
        assert lacks(session, track) == (missing,)
    paradox = a_shortage(session, situation=Situation.PARADOX, round="2025-2")
    track = committed(session, a_draft(session, team, by, shortage_id=paradox.id), by)
    assert lacks(session, track) == ()


def test_a_changed_profile_has_to_be_agreed_to_anew(session: Session) -> None:
    team, by = a_team(session)
    track = committed(session, a_draft(session, team, by), by)
    skilled = (Competence(skill="Lyftteknik", mastery=Mastery.ALONE),)
    facts = replace(TrackFacts.of(track), profile=skilled)
    tomorrow = NOW + timedelta(days=1)
    service.change(session, track, facts, seen_at=track.updated_at, by=by, now=tomorrow)
    assert lacks(session, track) == (Missing.AGREEMENT,)


def test_a_promise_whose_time_is_out_and_work_after_studies_do_not_count(
    session: Session,
) -> None:
    team, by = a_team(session)
    track = committed(session, a_draft(session, team, by), by)
    later = TODAY + timedelta(days=366)
    assert checks.missing(checks.whole(session, track), today=later) == (Missing.EMPLOYER,)
    [work] = checks.whole(session, track).steps
    studies = parts.StepFacts(
        part=Part.AFTER, path=Path.STUDIES, kind=StepKind.EMPLOYMENT, title="Jobb", weeks=1
    )
    parts.change_step(session, work, studies, by=by, now=NOW)
    assert lacks(session, track) == (Missing.EMPLOYMENT,)


def test_what_is_read_stays_whole(session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    letter = session.exec(select(LetterOfIntent)).one()
    with pytest.raises(NotReady), session.begin_nested():
        parts.remove_letter(session, letter, by=by, now=NOW)
    wordless = replace(TrackFacts.of(track), summary="")
    with pytest.raises(NotReady), session.begin_nested():
        service.change(session, track, wordless, seen_at=track.updated_at, by=by, now=IN_TIME)
    session.refresh(track)
    assert track.summary


def test_every_move_is_timed_signed_and_says_why(session: Session) -> None:
    team, by = a_team(session)
    track = a_track(session, team, by)
    service.pause(session, track, note="Läraren är sjuk.", by=by, now=IN_TIME)
    service.resume(session, track, by=by, now=IN_TIME)
    with pytest.raises(IllegalMove):
        service.publish(session, track, by=by, now=IN_TIME)
    service.end(session, track, by=by, now=IN_TIME)
    with pytest.raises(NotNow):
        a_step(session, track, by)
    moves = session.exec(select(TrackMove)).all()
    assert {(m.act, m.before, m.after, m.by_id, m.note) for m in moves} == {
        ("publish", "draft", "published", by.id, ""),
        ("pause", "published", "paused", by.id, "Läraren är sjuk."),
        ("resume", "paused", "published", by.id, ""),
        ("end", "published", "ended", by.id, ""),
    }
    actions = session.exec(select(AuditEntry.action).where(AuditEntry.subject_id == track.id))
    assert {"job_track.created", "job_track.publish", "job_track.end"} <= set(actions)


def test_the_second_of_two_writers_is_told_and_an_unknown_occupation_refused(
    session: Session,
) -> None:
    team, by = a_team(session)
    track = a_draft(session, team, by)
    facts = TrackFacts.of(track)
    with pytest.raises(ChangedMeanwhile):
        service.change(session, track, facts, seen_at=NOW - timedelta(days=1), by=by, now=IN_TIME)
    with pytest.raises(UnknownOccupation):
        service.create(session, team, replace(facts, occupations=("9999",)), by=by, now=NOW)


def test_only_a_draft_can_be_thrown_away_with_all_that_belongs_to_it(session: Session) -> None:
    team, by = a_team(session)
    track = committed(session, a_draft(session, team, by), by)
    a_cohort(session, track, by)
    shortage_id = track.shortage_id
    service.discard(session, track, by=by, now=NOW)
    assert session.exec(select(LetterOfIntent)).all() == []
    read = a_track(session, team, by, shortage_id=shortage_id)
    with pytest.raises(OnlyDrafts):
        service.discard(session, read, by=by, now=NOW)


def test_a_team_sees_its_own_and_all_staff_what_is_published(session: Session) -> None:
    team, by = a_team(session)
    draft = a_draft(session, team, by)
    read = a_track(session, team, by, shortage_id=draft.shortage_id)
    other = make_caseworker(session)
    steering = make_user(session, RoleName.STEERING)
    mine = [each.id for each in session.exec(queries.visible_to(by))]
    assert sorted(mine, key=str) == sorted([draft.id, read.id], key=str)
    for person in (other, steering):
        assert list(session.exec(queries.visible_to(person))) == [read]
        assert list(session.exec(queries.owned_by(person))) == []
        with pytest.raises(NotFound):
            queries.get_visible(session, draft.id, to=person)
    assert queries.count_readable(session) == {team.id: 1}
