"""What both sides say when a placement has ended: three short questions and a few words."""

from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from accounts import audit
from accounts.models import User
from foundation.db import broke
from foundation.errors import Refused
from foundation.translating import lazy_
from placements import links
from placements.introducing import people_to_tell
from placements.letters import how_did_it_go
from placements.models import Introduction, LinkFor, Party
from placements.work.models import Assessment, Placement
from placements.work.queries import placement_of

QUESTIONS: dict[Party, tuple[str, ...]] = {
    Party.EMPLOYER: ("as_introduced", "enough_support", "would_again"),
    Party.YOUTH: ("learnt", "welcomed", "would_recommend"),
}
"""What each side is asked; an answer is from 1, not at all, to 4, entirely."""

LEAST, MOST = 1, 4
LINKS = {Party.EMPLOYER: LinkFor.EMPLOYER_ASSESSMENT, Party.YOUTH: LinkFor.YOUTH_ASSESSMENT}
LASTS = timedelta(days=30)
ONE_A_SIDE = ("uq_assessment_placement_id_party", "assessment.placement_id", "assessment.party")


class SaidAlready(Refused):
    """The side has answered."""

    message = lazy_("Svaret är redan sparat.")


class NotOver(Refused):
    """A placement that goes on is followed up, not looked back on."""

    message = lazy_("Placeringen pågår än.")


def ask_employer(
    session: Session, introduction: Introduction, *, public_url: str, now: datetime
) -> int:
    """Mail each colleague a link of her own to the questions; returns how many."""
    people = people_to_tell(session, introduction)
    for person in people:
        token = _issue(session, introduction, Party.EMPLOYER, to=person, now=now)
        how_did_it_go(session, person, introduction.opening, token, public_url=public_url, now=now)
    return len(people)


def link_for_youth(session: Session, introduction: Introduction, *, now: datetime) -> str:
    """A token for the youth's questions, to be passed on by her caseworker."""
    return _issue(session, introduction, Party.YOUTH, to=None, now=now)


def say(
    session: Session,
    placement: Placement,
    party: Party,
    answers: dict[str, int],
    words: str,
    *,
    by: User | None,
    now: datetime,
) -> Assessment:
    """Write down what a side says. Raises SaidAlready or NotOver."""
    if placement.outcome is None:
        raise NotOver
    given = Assessment(
        placement_id=placement.id,
        party=party,
        answers={name: min(max(answers[name], LEAST), MOST) for name in QUESTIONS[party]},
        words=words,
        given_at=now,
        by_id=by.id if by else None,
    )
    try:
        with session.begin_nested():
            session.add(given)
    except IntegrityError as error:
        if not broke(error, *ONE_A_SIDE):
            raise
        raise SaidAlready from error
    youth, facts = placement.introduction.youth, {"placement_id": str(placement.id)}
    audit.record(session, by=by, action=f"assessment.{party}", subject=youth, now=now, **facts)
    return given


def say_by_link(
    session: Session,
    token: str,
    party: Party,
    answers: dict[str, int],
    words: str,
    *,
    now: datetime,
) -> Assessment:
    """Write down what the holder of a link says. Raises LinkOver, SaidAlready or NotOver."""
    link = links.redeem(session, token, LINKS[party], now=now)
    placement = placement_of(session, link.introduction)
    if placement is None:
        raise NotOver
    return say(session, placement, party, answers, words, by=link.user, now=now)


def _issue(
    session: Session, introduction: Introduction, party: Party, *, to: User | None, now: datetime
) -> str:
    return links.issue(session, introduction, LINKS[party], to=to, expires_at=now + LASTS)
