"""The questions to the database that goals about youths are counted by."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from accounts.models import Agency, AgencyKind
from goals.measures.base import Scope
from goals.models import Group
from jobtracks.enrolments.models import Enrolment
from jobtracks.enrolments.models import Why as LeftWhy
from openings.models import Opening, OpeningKind
from placements.models import Introduction
from placements.work.models import Outcome, Placement
from youths.agencies.models import AgencyStatus
from youths.goal_facts.models import Answer, FactKind, GoalFact
from youths.models import Youth
from youths.search_areas.models import SearchArea

WORK_OR_STUDIES = (Outcome.JOB_HERE, Outcome.JOB_ELSEWHERE, Outcome.STUDIES)
LEFT_FOR_IT = (LeftWhy.FOUND_JOB, LeftWhy.BEGAN_STUDIES)
ALWAYS = sa.type_coerce(sa.null(), sa.Date)
"""No last day, typed: without it SQLite's dates come back as text where rows are put together."""
CAME_TO_NOTHING = (Outcome.NOTHING_YET, Outcome.BROKEN_OFF)
SEEKS_WORK = ("registered", "in_programme")
"""The employment service's own words for who is registered there and looks for work."""

GROUPS: Mapping[Group, tuple[FactKind, Answer]] = {
    Group.IMMIGRANT_BACKGROUND: (FactKind.IMMIGRANT_BACKGROUND, Answer.YES),
    Group.SOCIAL_INSURANCE: (FactKind.SOCIAL_INSURANCE, Answer.YES),
    Group.INCOME_SUPPORT: (FactKind.INCOME_SUPPORT_AT_START, Answer.YES),
    Group.WOMEN: (FactKind.SEX, Answer.WOMAN),
    Group.MEN: (FactKind.SEX, Answer.MAN),
}


def cohort(scope: Scope) -> Any:
    """The youths who were registered in the period, each once, the archived ones too."""
    rows = sa.select(col(Youth.id), col(Youth.team_id), col(Youth.registered_on)).where(
        col(Youth.merged_into_id).is_(None),
        col(Youth.registered_on).between(scope.starts_on, scope.ends_on),
    )
    if scope.group is None:
        return rows
    kind, answer = GROUPS[scope.group]
    of_group = sa.select(col(GoalFact.youth_id)).where(
        col(GoalFact.kind) == kind, col(GoalFact.answer) == answer
    )
    return rows.where(col(Youth.id).in_(of_group))


def work_or_studies(scope: Scope) -> Any:
    """What led to work or studies: how a placement ended, a placement in a job, a track left."""
    until_it_failed = sa.case(
        (col(Placement.outcome).in_(CAME_TO_NOTHING), col(Placement.ended_on)), else_=None
    )
    placements = sa.join(Placement, Introduction)
    ended = (
        sa.select(col(Introduction.youth_id), col(Placement.ended_on), ALWAYS)
        .select_from(placements)
        .where(col(Placement.outcome).in_(WORK_OR_STUDIES))
    )
    in_a_job = (
        sa.select(col(Introduction.youth_id), col(Placement.starts_on), until_it_failed)
        .select_from(placements.join(Opening))
        .where(col(Opening.kind) == OpeningKind.JOB)
    )
    return sa.union_all(_in(scope, ended, Introduction), _in(scope, in_a_job, Introduction))


def left_a_track(scope: Scope) -> Any:
    """Who left a job track for a job or for studies, and when."""
    rows = sa.select(col(Enrolment.youth_id), col(Enrolment.state_since), ALWAYS)
    return _in(scope, rows.where(col(Enrolment.left_why).in_(LEFT_FOR_IT)), Enrolment)


def seeks_work(scope: Scope) -> Any:
    """From when the employment service has a youth registered as looking for work."""
    rows = (
        sa.select(col(AgencyStatus.youth_id), col(AgencyStatus.since), ALWAYS)
        .select_from(sa.join(AgencyStatus, Agency))
        .where(col(Agency.kind) == AgencyKind.EMPLOYMENT_SERVICE)
        .where(col(AgencyStatus.status).in_(SEEKS_WORK))
    )
    return _in(scope, rows, AgencyStatus)


def search_areas(scope: Scope) -> Any:
    """Every area that the youths of the cohort have had, in order."""
    rows = sa.select(
        col(SearchArea.youth_id),
        col(SearchArea.origin),
        col(SearchArea.is_limited),
        col(SearchArea.counties),
        col(SearchArea.countries),
        col(SearchArea.from_at),
        col(Youth.protected_identity),
    ).select_from(sa.join(SearchArea, Youth))
    ordered = rows.order_by(col(SearchArea.from_at), col(SearchArea.id))
    return _in(scope, ordered, SearchArea)


def income_support(scope: Scope) -> Any:
    """What has been answered about income support, at registration and later, in order."""
    kinds = (FactKind.INCOME_SUPPORT_AT_START, FactKind.INCOME_SUPPORT)
    rows = sa.select(
        col(GoalFact.youth_id), col(GoalFact.kind), col(GoalFact.answer), col(GoalFact.since)
    ).where(col(GoalFact.kind).in_(kinds))
    return _in(scope, rows.order_by(col(GoalFact.since)), GoalFact)


def _in(scope: Scope, rows: Any, table: Any) -> Any:
    """The rows about youths of the cohort."""
    return rows.where(col(table.youth_id).in_(cohort(scope).with_only_columns(col(Youth.id))))
