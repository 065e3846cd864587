"""Sets programmes and goals up, changes them, and makes and publishes reports."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation.db import broke, take_turn
from foundation.errors import Refused
from foundation.translating import lazy_
from goals.measures import MEASURES
from goals.models import Goal, Group, MeasureCode, Programme
from goals.presets import ESF
from goals.queries import goals_of


class EndsBeforeStart(Refused):
    """A period has a beginning and an end."""

    message = lazy_("Periodens sista dag behöver ligga efter den första.")


class GrantTooLarge(Refused):
    """A funder gives a part of the budget, and at the most all of it."""

    message = lazy_("Bidraget kan inte vara större än budgeten.")


class NameTaken(Refused):
    """Programmes are told apart by their names."""

    message = lazy_("Det finns redan ett program med det namnet.")


class OutsideProgramme(Refused):
    """A goal is part of what its programme does."""

    message = lazy_("Målets period behöver ligga inom programmets.")


class NoGroupHere(Refused):
    """Only youths are in groups, and a group is counted over all teams or not at all."""

    message = lazy_(
        "En grupp kan bara väljas för mål om ungdomar, och räknas för alla team och hela "
        "programmets period. Annars skulle någon kunna kännas igen."
    )


class NoTeamHere(Refused):
    """A pledge is an employer's, not a team's."""

    message = lazy_("Det här går bara att räkna för alla team tillsammans.")


class ChangedMeanwhile(Refused):
    """Somebody else saved another version after this one was opened."""

    message = lazy_("Någon annan har sparat en ändring medan du skrev. Ladda om och läs den.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeFacts:
    """What is known of a programme; money in whole kronor."""

    name: str
    starts_on: date
    ends_on: date
    budget: int
    grant_amount: int = 0
    funder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFacts:
    """What a goal says; `beside_id` is the series that is drawn beside it."""

    measure: MeasureCode
    target: float
    owner_id: UUID
    starts_on: date
    ends_on: date
    name: str = ""
    words: str = ""
    cohort: Group | None = None
    team_id: UUID | None = None
    baseline: float | None = None
    baseline_source: str = ""
    beside_id: UUID | None = None


def begin(
    session: Session, facts: ProgrammeFacts, *, with_esf_goals: bool, by: User, now: datetime
) -> Programme:
    """A new programme, with the preset goals where they are wanted.

    Raises EndsBeforeStart, GrantTooLarge or NameTaken.
    """
    _check(facts)
    programme = Programme(**asdict(facts), created_at=now, updated_at=now)
    _flush_named(session, programme)
    audit.record(session, by=by, action="programme.begun", subject=programme, now=now)
    for preset in ESF if with_esf_goals else ():
        goal = GoalFacts(
            measure=preset.measure,
            target=preset.target,
            cohort=preset.cohort,
            owner_id=by.id,
            starts_on=programme.starts_on,
            ends_on=programme.ends_on,
        )
        add_goal(session, programme, goal, by=by, now=now)
    return programme


def change_programme(
    session: Session,
    programme: Programme,
    facts: ProgrammeFacts,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> None:
    """Change a programme; goals that ran as long as it go along. Raises as `begin`."""
    _check(facts)
    if not take_turn(session, programme, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    before = (programme.starts_on, programme.ends_on)
    for name, value in asdict(facts).items():
        setattr(programme, name, value)
    _flush_named(session, programme)
    _move_goals(session, programme, before)
    audit.record(session, by=by, action="programme.changed", subject=programme, now=now)


def add_goal(
    session: Session, programme: Programme, facts: GoalFacts, *, by: User, now: datetime
) -> Goal:
    """A new goal. Raises EndsBeforeStart, OutsideProgramme, NoGroupHere or NoTeamHere."""
    _check_goal(programme, facts)
    turn = len(goals_of(session, programme))
    goal = Goal(
        programme_id=programme.id, turn=turn, created_at=now, updated_at=now, **asdict(facts)
    )
    session.add(goal)
    session.flush()
    told = {"measure": goal.measure.value, "target": goal.target}
    audit.record(session, by=by, action="goal.set", subject=goal, now=now, **told)
    return goal


def change_goal(
    session: Session,
    goal: Goal,
    facts: GoalFacts,
    *,
    seen_at: datetime,
    by: User,
    now: datetime,
) -> None:
    """Change a goal. Raises as `add_goal`, or ChangedMeanwhile."""
    _check_goal(goal.programme, facts)
    if not take_turn(session, goal, seen_at=seen_at, now=now):
        raise ChangedMeanwhile
    changed = [name for name, value in asdict(facts).items() if getattr(goal, name) != value]
    before = goal.target
    for name in changed:
        setattr(goal, name, getattr(facts, name))
    session.flush()
    told = {"changed": changed, "target": [before, goal.target]}
    audit.record(session, by=by, action="goal.changed", subject=goal, now=now, **told)


def remove_goal(session: Session, goal: Goal, *, by: User, now: datetime) -> None:
    """Let a goal go; the reports that tell of it stay as they are."""
    told = {"measure": goal.measure.value, "target": goal.target}
    audit.record(session, by=by, action="goal.removed", subject=goal, now=now, **told)
    session.delete(goal)
    session.flush()


def _check(facts: ProgrammeFacts) -> None:
    if facts.ends_on < facts.starts_on:
        raise EndsBeforeStart
    if facts.grant_amount > facts.budget:
        raise GrantTooLarge


def _check_goal(programme: Programme, facts: GoalFacts) -> None:
    if facts.ends_on < facts.starts_on:
        raise EndsBeforeStart
    if facts.starts_on < programme.starts_on or facts.ends_on > programme.ends_on:
        raise OutsideProgramme
    measure = MEASURES[facts.measure]
    is_whole = (facts.starts_on, facts.ends_on) == (programme.starts_on, programme.ends_on)
    if facts.cohort and (facts.team_id or not measure.of_youths or not is_whole):
        raise NoGroupHere
    if facts.team_id and not measure.has_teams:
        raise NoTeamHere


def _move_goals(session: Session, programme: Programme, before: tuple[date, date]) -> None:
    """Let goals of the whole programme follow it, and the others keep within it."""
    for goal in goals_of(session, programme):
        if (goal.starts_on, goal.ends_on) == before:
            goal.starts_on, goal.ends_on = programme.starts_on, programme.ends_on
        elif goal.starts_on < programme.starts_on or goal.ends_on > programme.ends_on:
            raise OutsideProgramme
    session.flush()


def _flush_named(session: Session, programme: Programme) -> None:
    try:
        with session.begin_nested():
            session.add(programme)
    except IntegrityError as error:
        if broke(error, "uq_programme_name", "programme.name"):
            raise NameTaken from error
        raise
