"""The youth is asked first: for each opening, with a last day, and no answer is no."""

from datetime import datetime, timedelta

from sqlmodel import Session, select

from accounts.models import User
from foundation import clock
from foundation.errors import Refused
from foundation.translating import lazy_, zone
from openings.models import OpeningState
from placements import letters, links
from placements.models import Consent, Introduction, LinkFor, Party, Stage, Way, Why
from placements.moving import Actor, note_move, take
from placements.queries import open_between
from placements.states import Step
from placements.terms import terms_of
from suggestions.models import Suggestion, SuggestionState
from youths.models import Youth


class IsProtected(Refused):
    """Nobody with protected identity is introduced: her caseworker finds another way."""

    message = lazy_("Den som har skyddade personuppgifter presenteras inte för någon genom Farled.")


class NotTakenOn(Refused):
    """The suggestion has not been accepted, or its opening cannot be applied for any more."""

    message = lazy_("Förslaget är inte taget vidare, eller så går platsen inte att söka längre.")


class OnTheWayAlready(Refused):
    """The youth is already on her way to this opening."""

    message = lazy_("Frågan är redan ställd. Se under På gång.")


def ask(session: Session, suggestion: Suggestion, *, by: User, now: datetime) -> Introduction:
    """Begin with the question to the youth. Raises NotTakenOn, IsProtected or OnTheWayAlready.

    The youth is locked until the caller commits, so two who ask at once ask one question.
    """
    youth = locked_youth(session, suggestion.youth_id)
    session.refresh(suggestion, with_for_update={"of": Suggestion})
    opening = suggestion.opening
    is_open = opening.state is OpeningState.PUBLISHED and opening.vacancies_left > 0
    if suggestion.state is not SuggestionState.ACCEPTED or not is_open:
        raise NotTakenOn
    if open_between(session, youth.id, opening.id):
        raise OnTheWayAlready
    today = clock.local_date(now, zone())
    introduction = Introduction(
        youth_id=youth.id,
        opening_id=opening.id,
        started_by_id=by.id,
        started_at=now,
        stage_since=now,
        due_on=today + timedelta(days=terms_of(session, youth.team_id).consent_days),
    )
    session.add(introduction)
    session.flush()
    session.add(Consent(introduction_id=introduction.id, asked_at=now))
    note_move(session, introduction, Step.ASK, Stage.ASKED, by=Actor(Party.CASEWORKER, by), now=now)
    return introduction


def link_for_youth(session: Session, introduction: Introduction, *, now: datetime) -> str:
    """A token for the youth to answer by herself; links from before stop working.

    The caseworker passes it on the way they keep in touch: we keep no address of hers.
    """
    links.cancel(session, introduction, now=now)
    last = introduction.due_on or clock.local_date(now, zone())
    until = clock.end_of(last, zone())
    return links.issue(session, introduction, LinkFor.CONSENT, to=None, expires_at=until)


def record_answer(
    session: Session,
    introduction: Introduction,
    *,
    is_given: bool,
    by: Actor,
    now: datetime,
    note: str = "",
) -> None:
    """Write down what the youth answered, and how. Raises IllegalStep or IsProtected."""
    if is_given:
        locked_youth(session, introduction.youth_id)
    step, why = (Step.CONSENT, None) if is_given else (Step.REFUSE, Why.YOUTH_DECLINED)
    take(session, introduction, step, by=by, now=now, why=why, note=note)
    links.cancel(session, introduction, now=now)
    consent = consent_of(session, introduction)
    consent.is_given, consent.answered_at, consent.way = is_given, now, by.way
    consent.recorded_by_id = by.user.id if by.user else None
    session.flush()


def answer_by_link(
    session: Session, token: str, *, is_given: bool, public_url: str, now: datetime
) -> Introduction:
    """The youth answers by her own link. Raises LinkOver or IllegalStep."""
    introduction = links.redeem(session, token, LinkFor.CONSENT, now=now).introduction
    record_answer(
        session, introduction, is_given=is_given, by=Actor(Party.YOUTH, way=Way.LINK), now=now
    )
    letters.answered(session, introduction, public_url=public_url, now=now)
    return introduction


def consent_of(session: Session, introduction: Introduction) -> Consent:
    """The youth's consent to this introduction, given or not."""
    return session.exec(select(Consent).where(Consent.introduction_id == introduction.id)).one()


def locked_youth(session: Session, youth_id: object) -> Youth:
    """The youth as she is now, held until the caller commits. Raises IsProtected."""
    youth = session.get_one(Youth, youth_id, with_for_update=True, populate_existing=True)
    if youth.protected_identity:
        raise IsProtected
    return youth
