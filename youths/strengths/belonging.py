"""What becomes of strengths and support needs when two rows for one youth are merged."""

from sqlmodel import Session, col, delete

from youths.belonging import both_lists, both_texts, move_one, move_rows, only
from youths.models import Youth
from youths.strengths.models import SkillsAssessment, SupportNeeds, SupportReader

MOVED = (SkillsAssessment, SupportNeeds, SupportReader)
"""What goes along, by its `youth_id`, when a youth is merged into another."""


def move(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let what a duplicate can, and what helps her, be the kept youth's."""
    move_one(session, SkillsAssessment, duplicate, kept, _join_assessments)
    _move_readers(session, duplicate, kept)
    move_one(session, SupportNeeds, duplicate, kept, _join_needs)
    session.expire_all()


def _join_assessments(mine: SkillsAssessment, theirs: SkillsAssessment) -> None:
    """Both together; of a skill or a language that is in both, what the kept one says."""
    mine.general_skills = both_lists(mine.general_skills, theirs.general_skills, by="code")
    mine.languages = both_lists(mine.languages, theirs.languages, by="language")
    mine.interests = both_lists(mine.interests, theirs.interests)
    mine.own_words = both_texts(mine.own_words, theirs.own_words)
    mine.worked_before = both_texts(mine.worked_before, theirs.worked_before)


def _join_needs(mine: SupportNeeds, theirs: SupportNeeds) -> None:
    mine.words = both_texts(mine.words, theirs.words)


def _move_readers(session: Session, duplicate: Youth, kept: Youth) -> None:
    """Let readers follow the words they were named for.

    Where both have words, whoever was named to read the one was not named to read the other: all
    namings end, and the responsible caseworker decides anew.
    """
    if only(session, SupportNeeds, duplicate) is None:
        return
    has_both = only(session, SupportNeeds, kept) is not None
    ended = [duplicate.id, kept.id] if has_both else [kept.id]
    session.exec(delete(SupportReader).where(col(SupportReader.youth_id).in_(ended)))
    move_rows(session, (SupportReader,), duplicate, kept)
