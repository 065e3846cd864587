"""What becomes of plans when two rows for one youth are merged."""

from sqlmodel import Session, col, select, update

from youths.belonging import both_texts, move_one, move_rows
from youths.models import Youth
from youths.plans.models import (
    ActionPlan,
    Activity,
    JointMeeting,
    OwnWords,
    PersonalLink,
    PlanVersion,
    ProjectDescription,
)

MOVED = (ActionPlan, Activity, JointMeeting, PersonalLink, PlanVersion, ProjectDescription)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let the plan of a duplicate be part of the kept youth's; of two links, hers still works."""
    move_one(session, ActionPlan, duplicate, kept, _join_plans)
    move_one(session, ProjectDescription, duplicate, kept, _join_descriptions)
    _let_go_of_twice_planned(session, duplicate, kept)
    move_rows(session, (Activity, JointMeeting), duplicate, kept)
    _move_versions(session, duplicate, kept)
    _move_links(session, duplicate, kept)
    session.expire_all()


def _let_go_of_twice_planned(session: Session, duplicate: Youth, kept: Youth) -> None:
    """A step of a checklist that both have stays in the plan twice, as what was written there."""
    hers = select(Activity.checklist_key).where(
        Activity.youth_id == kept.id, col(Activity.checklist_key).is_not(None)
    )
    theirs = update(Activity).where(
        col(Activity.youth_id) == duplicate.id, col(Activity.checklist_key).in_(hers)
    )
    session.exec(
        theirs.values(checklist_key=None), execution_options={"synchronize_session": False}
    )


def _join_plans(mine: ActionPlan, theirs: ActionPlan) -> None:
    mine.goal = both_texts(mine.goal, theirs.goal)


def _join_descriptions(mine: ProjectDescription, theirs: ProjectDescription) -> None:
    """Both drafts in one, and of what she has shown all of it."""
    mine.draft = _both_words(mine.draft, theirs.draft)
    if theirs.shown is not None:
        mine.shown = _both_words(mine.shown or OwnWords(), theirs.shown)
        mine.shown_at = max(filter(None, (mine.shown_at, theirs.shown_at)), default=None)


def _both_words(one: OwnWords, other: OwnWords) -> OwnWords:
    names = OwnWords.model_fields
    return OwnWords(
        **{each: both_texts(getattr(one, each), getattr(other, each)) for each in names}
    )


def _move_versions(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Number the versions of both anew, in the order in which they were made."""
    rows = select(PlanVersion).where(col(PlanVersion.youth_id).in_([duplicate.id, kept.id]))
    versions = session.exec(rows.order_by(col(PlanVersion.made_at), col(PlanVersion.number))).all()
    for free, version in enumerate(versions, start=1):
        version.youth_id, version.number = kept.id, -free
    session.flush()  # the numbers are free before they are taken
    for number, version in enumerate(versions, start=1):
        version.number = number
    session.flush()


def _move_links(session: Session, duplicate: Youth, kept: Youth) -> None:
    """One link at a time is in force: where both have one, the duplicate's ends."""
    in_force = select(PersonalLink.id).where(
        PersonalLink.youth_id == kept.id,
        col(PersonalLink.revoked_at).is_(None),
        col(PersonalLink.expires_at) > kept.updated_at,
    )
    if session.exec(in_force).first():
        theirs = update(PersonalLink).where(
            col(PersonalLink.youth_id) == duplicate.id, col(PersonalLink.revoked_at).is_(None)
        )
        session.exec(theirs.values(revoked_at=kept.updated_at))
    move_rows(session, (PersonalLink,), duplicate, kept)
