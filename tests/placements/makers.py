"""Rows on the way from a suggestion to a workplace, made by the steps that people take."""

from datetime import date, timedelta
from typing import Any

from sqlmodel import Session, col, select

from accounts.models import RoleName, User
from employers.queries import actors_at
from foundation.outbox import QueuedLetter
from openings.models import Opening
from placements import asking, introducing
from placements.disclosing import Written
from placements.introducing import Answer, Assessment
from placements.models import Ground, Introduction, Party, Purpose
from placements.moving import Actor, take
from placements.states import Step
from placements.work import service as work
from placements.work.models import Placement
from suggestions import decisions
from tests.factories import (
    NOW,
    TODAY,
    make_employer,
    make_opening,
    make_user,
    make_youth,
)
from tests.suggestions.makers import make_suggestion
from youths.models import LanguageSkill, Youth

URL = "https://farled.example.org"
IN_TIME = NOW + timedelta(days=1)


def an_employers_opening(session: Session, **facts: Any) -> Opening:
    """An opening of an employer with one colleague."""
    colleague = make_user(session, RoleName.EMPLOYER)
    return make_opening(session, make_employer(session, colleague), **facts)


def a_youth(session: Session, responsible: User | None = None, **facts: Any) -> Youth:
    """A youth of whom much is known that an employer must not learn by itself."""
    known: dict[str, Any] = {
        "alias": "Hemlig Räv",
        "skills": ["Kassa"],
        "languages": [LanguageSkill(language="so", level="native")],
        "driving_licences": ["B"],
        "target_groups": ["long_term"],
        "about": "Gillar att baka.",
    }
    return make_youth(session, responsible, **(known | facts))


def asked(
    session: Session, youth: Youth | None = None, opening: Opening | None = None
) -> Introduction:
    """A youth who has been asked whether she wants to be introduced."""
    person = youth or a_youth(session)
    suggestion = make_suggestion(session, person, opening or an_employers_opening(session))
    decisions.accept(session, suggestion, by=person.responsible, now=NOW)
    return asking.ask(session, suggestion, by=person.responsible, now=NOW)


def caseworker_of(introduction: Introduction) -> Actor:
    """The responsible caseworker as she acts."""
    return Actor(Party.CASEWORKER, introduction.youth.responsible)


def an_assessment(*ticked: str, **facts: Any) -> Assessment:
    """An assessment of these fields, on the ground of her consent."""
    told: dict[str, Any] = {
        "ticked": ticked or ("name", "skills"),
        "written": Written(name="Kim", about="Jag är snabb och noggrann.", contact="070-000 00 00"),
        "purpose": Purpose.RECRUITMENT,
        "ground": Ground.CONSENT,
    }
    return Assessment(**(told | facts))


def introduced(session: Session, introduction: Introduction | None = None) -> Introduction:
    """A youth who has said yes, and whom the employer has been told of."""
    made = introduction or asked(session)
    asking.record_answer(session, made, is_given=True, by=caseworker_of(made), now=NOW)
    introducing.introduce(
        session, made, an_assessment(), by=made.youth.responsible, public_url=URL, now=NOW
    )
    return made


def colleague_of(session: Session, introduction: Introduction) -> User:
    """Somebody who answers for the employer."""
    employer_id = introduction.opening.employer_id
    assert employer_id is not None
    return actors_at(session, employer_id)[0]


def welcomed(session: Session, introduction: Introduction | None = None) -> Introduction:
    """An introduction to which the employer has said yes."""
    made = introduction or introduced(session)
    by = Actor(Party.EMPLOYER, colleague_of(session, made))
    introducing.answer(session, made, Answer.YES, by=by, public_url=URL, now=IN_TIME)
    return made


def placed(session: Session, introduction: Introduction | None = None) -> Placement:
    """A youth at a workplace, for three months from today."""
    made = introduction or welcomed(session)
    take(session, made, Step.DRAFT, by=caseworker_of(made), now=IN_TIME)
    return work.start(
        session,
        made,
        starts_on=TODAY,
        ends_on=date(2027, 2, 23),
        follow_ups=[date(2026, 12, 23)],
        by=caseworker_of(made),
        now=IN_TIME,
    )


def tokens_in(session: Session, purpose: str = "introduction") -> list[str]:
    """What the links in the letters of a kind end with, the latest letter last."""
    rows = select(QueuedLetter).where(QueuedLetter.purpose == purpose)
    letters = session.exec(rows.order_by(col(QueuedLetter.queued_at)))
    return [
        letter.text.split("/answer/")[1].split()[0].split("?")[0]
        for letter in letters
        if "/answer/" in letter.text
    ]
