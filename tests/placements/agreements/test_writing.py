"""An agreement is drafted, checked, changed in versions, read by the right people, or put aside."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from accounts.models import RoleName
from foundation.errors import NotFound
from openings.checks import NotReady
from placements.agreements import checks, queries, service, warning, writing
from placements.agreements.models import SIGNERS, AgreementState, Terms
from placements.agreements.turns import ChangedMeanwhile
from placements.models import Party, Stage, TeamTerms
from placements.queries import disclosures_of, moves_of
from placements.waiting import Todo, tasks
from placements.work import service as work
from placements.work.models import Outcome
from placements.work.queries import placement_of
from tests.factories import TODAY, make_employer, make_user
from tests.placements.agreements.makers import (
    a_draft,
    agreed_terms,
    opened,
    reword,
    signed_by,
    subjects_of,
)
from tests.placements.makers import (
    IN_TIME,
    URL,
    an_employers_opening,
    asked,
    colleague_of,
    introduced,
    welcomed,
)


def test_a_draft_begins_with_what_the_opening_says_and_the_name_that_was_told(
    session: Session,
) -> None:
    opening = an_employers_opening(session, scope_max=75, supervisor="Karin")
    made = welcomed(session, introduced(session, asked(session, opening=opening)))
    by = made.youth.responsible
    agreement = writing.start_draft(session, made, by=by, now=IN_TIME)
    terms = queries.current(session, agreement).terms
    assert made.stage is Stage.AGREEMENT
    assert (terms.name, terms.scope, terms.supervisor) == ("Kim", 75, "Karin")
    assert terms.tasks == opening.description


def test_what_is_missing_is_named_before_anybody_can_sign(session: Session) -> None:
    agreement = a_draft(session, goals="", supervisor="")
    with pytest.raises(NotReady) as refused:
        opened(session, agreement)
    assert [each.field for each in refused.value.problems] == ["supervisor", "goals"]


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        (agreed_terms(ends_on=date(2026, 12, 1)), "ends_on"),
        (agreed_terms(ends_on=date(2028, 12, 1)), "ends_on"),
        (agreed_terms(scope=120), "scope"),
        (agreed_terms(hours=60), "hours"),
        (agreed_terms(follow_ups=(date(2027, 8, 1),)), "follow_ups"),
    ],
)
def test_terms_that_contradict_each_other_are_not_even_saved(terms: Terms, field: str) -> None:
    assert field in [each.field for each in checks.contradictions(terms, today=TODAY)]


def test_a_change_after_a_signature_is_a_new_version_to_sign_anew(session: Session) -> None:
    agreement = signed_by(session, opened(session), Party.EMPLOYER)
    reword(session, agreement, scope=50)
    newest, replaced = queries.versions_of(session, agreement)
    assert (agreement.state, newest.number, newest.terms.scope) == (AgreementState.DRAFT, 2, 50)
    assert (replaced.terms.scope, replaced.replaced_at) == (75, IN_TIME)
    opened(session, agreement)
    assert list(queries.signatures_of(session, agreement)) == [1]
    signed_by(session, agreement, *SIGNERS)
    signatures = queries.signatures_of(session, agreement)
    assert [each.party for each in signatures[2]] == list(SIGNERS)
    assert [each.party for each in signatures[1]] == [Party.EMPLOYER]


def test_a_change_before_any_signature_is_the_same_version(session: Session) -> None:
    agreement = opened(session)
    reword(session, agreement, scope=50)
    [version] = queries.versions_of(session, agreement)
    assert (version.number, version.terms.scope) == (1, 50)


def test_of_two_who_change_the_terms_the_second_is_told(session: Session) -> None:
    agreement = a_draft(session)
    seen_at, by = agreement.updated_at, agreement.introduction.youth.responsible
    later = IN_TIME + timedelta(minutes=1)
    writing.change(session, agreement, agreed_terms(scope=50), seen_at=seen_at, by=by, now=later)
    with pytest.raises(ChangedMeanwhile):
        writing.change(
            session, agreement, agreed_terms(scope=25), seen_at=seen_at, by=by, now=later
        )


def test_a_name_that_the_employer_has_not_heard_needs_a_yes_and_leaves_a_receipt(
    session: Session,
) -> None:
    agreement = a_draft(session, name="Kim Andersson")
    made = agreement.introduction
    with pytest.raises(service.NameNotAgreed), session.begin_nested():
        service.open_for_signatures(
            session,
            agreement,
            name_agreed=False,
            seen_at=agreement.updated_at,
            by=made.youth.responsible,
            public_url=URL,
            now=IN_TIME,
        )
    opened(session, agreement)
    told = {each.field: each.value for each in disclosures_of(session, made)[0].shared}
    assert told == {"name": "Kim Andersson", "skills": ["Kassa"]}


def test_an_employer_reads_what_is_open_to_her_and_keeps_what_is_signed(session: Session) -> None:
    agreement = a_draft(session)
    made = agreement.introduction
    id_, colleague = made.id, colleague_of(session, made)
    stranger = make_user(session, RoleName.EMPLOYER)
    make_employer(session, stranger)
    with pytest.raises(NotFound):
        queries.get_read(session, id_, by=colleague)
    opened(session, agreement)
    assert queries.get_read(session, id_, by=colleague) == agreement
    with pytest.raises(NotFound):
        queries.get_read(session, id_, by=stranger)
    with pytest.raises(NotFound):
        queries.get_kept(session, id_, by=colleague)
    signed_by(session, agreement, *SIGNERS)
    placement = placement_of(session, made)
    assert placement is not None
    by = made.youth.responsible
    ended_on = date(2027, 3, 5)
    work.end(session, placement, Outcome.STUDIES, ended_on=ended_on, by=by, now=IN_TIME)
    with pytest.raises(NotFound):
        queries.get_read(session, id_, by=colleague)
    assert queries.get_kept(session, id_, by=colleague) == agreement


def test_a_draft_that_nobody_touches_warns_at_half_time_and_is_put_aside(session: Session) -> None:
    agreement = opened(session)
    made = agreement.introduction
    by, touched = made.youth.responsible, TODAY + timedelta(days=1)
    session.add(TeamTerms(team_id=made.youth.team_id, draft_days=10))
    reword(session, agreement)
    opened(session, agreement)
    assert made.due_on == touched + timedelta(days=10)
    assert queries.going_stale(session, by, today=touched + timedelta(days=4)) == []
    [stale] = queries.going_stale(session, by, today=touched + timedelta(days=5))
    assert stale.last_day == touched + timedelta(days=10)
    assert warning.warn(session, public_url=URL, now=IN_TIME + timedelta(days=4)) == 0
    todo = Todo.WRITE
    for days in (4, 5):
        [task] = tasks(session, by, only_mine=True, today=touched + timedelta(days=days))
        assert (task.todo, task.due_on) == (todo, stale.last_day)
        todo = Todo.RESCUE
    assert warning.warn(session, public_url=URL, now=IN_TIME + timedelta(days=5)) == 1
    assert warning.warn(session, public_url=URL, now=IN_TIME + timedelta(days=6)) == 0
    assert subjects_of(session)[-1] == "Snart läggs en överenskommelse undan: Köksbiträde"
    assert service.tend(session, public_url=URL, now=IN_TIME + timedelta(days=10)) == 0
    assert service.tend(session, public_url=URL, now=IN_TIME + timedelta(days=11)) == 1
    assert (agreement.state, made.stage) == (AgreementState.DROPPED, Stage.MEETING)
    assert moves_of(session, made)[-1].note == "Utkastet låg orört i 10 dagar."
    assert subjects_of(session)[-1].startswith("Överenskommelsen är undanlagd")
    again = writing.start_draft(session, made, by=by, now=IN_TIME)
    assert queries.current(session, again).terms == agreed_terms()
