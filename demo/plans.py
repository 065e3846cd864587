"""The invented plans: strengths, goals, activities, own words, contacts, a pause, a meeting."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session, select

from demo import rows
from youths.first_days import service as first_days
from youths.first_days.models import PauseReason, Way
from youths.models import Youth
from youths.plans import meetings, service, versions, writing
from youths.plans.meetings import MeetingFacts
from youths.plans.models import ActivityKind, NotDone, OwnWords, Present, PresentAs
from youths.plans.service import ActivityFacts
from youths.strengths import service as strengths
from youths.strengths.models import GeneralSkill, Judged, JudgedLanguage, Sureness
from youths.strengths.service import Strengths


def add(session: Session, today: date, now: datetime) -> None:
    """Write down every plan of plans.toml, the way a caseworker does."""
    for row in rows.facts("plan"):
        youth = session.exec(select(Youth).where(Youth.alias == row["alias"])).one()
        _strengths(session, youth, row, now)
        service.set_goal(
            session, youth, row["goal"], seen=youth.created_at, by=youth.responsible, now=now
        )
        versions.keep(session, youth, by=youth.responsible, now=now)
        for activity in row.get("activity", []):
            _activity(session, youth, activity, today, now)
        if "words" in row:
            writing.show(session, youth, OwnWords(**row["words"]), now=now)
        _first_days(session, youth, row, today, now)
        if "meeting" in row:
            _meeting(session, youth, row, today, now)
        versions.keep(session, youth, by=youth.responsible, now=now)


def _strengths(session: Session, youth: Youth, row: dict[str, Any], now: datetime) -> None:
    """The assessment, where the row has one."""
    if "skills" not in row:
        return
    shown = row.get("shown", {})
    told = Strengths(
        general_skills=tuple(
            GeneralSkill(code=code, sureness=Sureness(sure), shown=shown.get(code, ""))
            for code, sure in row["skills"].items()
        ),
        own_words=row.get("own_words", ""),
        interests=tuple(row["interests"]) if "interests" in row else None,
        worked_before=row.get("worked_before", ""),
        languages=tuple(
            JudgedLanguage(language=code, level=level, how=Judged(how))
            for code, (level, how) in row.get("judged", {}).items()
        ),
    )
    strengths.save(session, youth, told, seen=youth.created_at, by=youth.responsible, now=now)


def _activity(
    session: Session, youth: Youth, row: dict[str, Any], today: date, now: datetime
) -> None:
    """An activity, and how it went where that is told."""
    days = [today + timedelta(days=each) for each in row["days"]]
    facts = ActivityFacts(
        kind=ActivityKind(row["kind"]),
        what=row["what"],
        starts_on=days[0],
        ends_on=days[1] if len(days) > 1 else None,
        place=row.get("place", ""),
        who_with=row.get("who", ""),
    )
    by = youth.responsible
    made = service.plan_activity(session, youth, facts, by=by, now=now)
    if "done" in row:
        why = NotDone(row["why"]) if "why" in row else None
        service.report(
            session, made, is_done=row["done"], why_not=why, seen=made.updated_at, by=by, now=now
        )


def _first_days(
    session: Session, youth: Youth, row: dict[str, Any], today: date, now: datetime
) -> None:
    """Contacts since registration, and a pause that goes on."""
    by = youth.responsible
    for day in row.get("contacts", []):
        made_on = youth.registered_on + timedelta(days=day)
        first_days.log_contact(
            session, youth, made_on=made_on, way=Way.PHONE, is_reached=True, by=by, now=now
        )
    if "pause" in row:
        begun = today + timedelta(days=row["pause"]["from"])
        reason = PauseReason(row["pause"]["reason"])
        first_days.pause(session, youth, reason, starts_on=begun, ends_on=None, by=by, now=now)


def _meeting(
    session: Session, youth: Youth, row: dict[str, Any], today: date, now: datetime
) -> None:
    """The joint meeting, with one decision on the plan as it is."""
    facts = MeetingFacts(
        held_on=today + timedelta(days=row["meeting"]["day"]),
        present=tuple(Present(role=PresentAs(r), agency=agency) for r, agency in row["present"]),
        decision=row["meeting"]["decision"],
    )
    meetings.record(session, youth, facts, by=youth.responsible, now=now)
