"""Tracks and places on them, made by the steps that people take."""

from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from accounts.models import RoleName, Team, TeamMember, User
from jobtracks import parts, service
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import Enrolment
from jobtracks.models import (
    Cohort,
    Competence,
    JobTrack,
    Level,
    Mastery,
    Part,
    Path,
    Shortage,
    Situation,
    StepKind,
    TrackStep,
)
from jobtracks.parts import StepFacts
from jobtracks.service import TrackFacts
from tests.factories import NOW, TODAY, make_employer, make_team, make_user, make_youth
from youths.models import Youth

CARE = "5321"
IN_TIME = NOW + timedelta(days=1)
STARTS = TODAY + timedelta(days=30)


def a_shortage(session: Session, **facts: Any) -> Shortage:
    """What a forecast of this year says of care."""
    said: dict[str, Any] = {
        "source": "Prognosen",
        "round": "2026-1",
        "occupation": CARE,
        "title": "Undersköterskor",
        "situation": Situation.SHORTAGE,
        "chances": Level.HIGH,
        "published_on": date(2026, 1, 1),
        "imported_at": NOW,
    }
    shortage = Shortage(**(said | facts))
    session.add(shortage)
    session.flush()
    return shortage


def a_team(session: Session) -> tuple[Team, User]:
    """A team and a coordinator of it, who sees all its youths."""
    user = make_user(session, RoleName.COORDINATOR)
    return make_team(session, user), user


def a_draft(session: Session, team: Team, by: User, **facts: Any) -> JobTrack:
    """A draft that lacks nothing of what is written about the track itself."""
    written: dict[str, Any] = {
        "title": "Jobba i vården",
        "contact_id": by.id,
        "summary": "Du lär dig jobba med äldre.",
        "occupations": (CARE,),
        "profile": (Competence(skill="Omvårdnad", mastery=Mastery.GOOD),),
    }
    if "shortage_id" not in facts:
        written["shortage_id"] = a_shortage(session).id
    return service.create(session, team, TrackFacts(**(written | facts)), by=by, now=NOW)


def a_step(session: Session, track: JobTrack, by: User, **facts: Any) -> TrackStep:
    """A course of ten weeks before the choice."""
    written: dict[str, Any] = {
        "part": Part.BEFORE,
        "kind": StepKind.COURSE,
        "title": "Vård för nybörjare",
        "weeks": 10,
    }
    return parts.add_step(session, track, StepFacts(**(written | facts)), by=by, now=NOW)


def committed(session: Session, track: JobTrack, by: User) -> JobTrack:
    """The track with an employer behind it, and with a way to employment."""
    employer = make_employer(session)
    until = TODAY + timedelta(days=365)
    parts.agree(session, track, employer, agreed_on=TODAY, by=by, now=NOW)
    parts.add_letter(
        session, track, employer, places=5, starts_on=TODAY, ends_on=until, by=by, now=NOW
    )
    work = {"part": Part.AFTER, "path": Path.WORKPLACE, "kind": StepKind.EMPLOYMENT, "weeks": 26}
    a_step(session, track, by, title="Jobb", **work)
    return track


def a_track(session: Session, team: Team, by: User, **facts: Any) -> JobTrack:
    """A published track with a course before the choice and work after it."""
    track = committed(session, a_draft(session, team, by, **facts), by)
    a_step(session, track, by)
    service.publish(session, track, by=by, now=NOW)
    return track


def a_cohort(session: Session, track: JobTrack, by: User, seats: int = 2) -> Cohort:
    """A start in a month."""
    return parts.add_cohort(session, track, starts_on=STARTS, seats=seats, by=by, now=NOW)


def in_team(session: Session, team: Team, **facts: Any) -> Youth:
    """A youth of the team, with a caseworker of her own."""
    user = make_user(session)
    session.add(TeamMember(team_id=team.id, user_id=user.id))
    return make_youth(session, user, team_id=team.id, **facts)


def interested(session: Session, cohort: Cohort, by: User, **facts: Any) -> Enrolment:
    """A new youth of the team who has asked for the track."""
    youth = in_team(session, cohort.track.team, **facts)
    return enrolments.ask(session, cohort, youth, by=by, now=NOW)


def on_track(session: Session, cohort: Cohort, by: User) -> Enrolment:
    """A youth who has a seat and has said yes."""
    enrolment = interested(session, cohort, by)
    enrolments.offer(session, enrolment, by=by, now=NOW)
    enrolments.accept(session, enrolment, by=by, now=IN_TIME)
    return enrolment
