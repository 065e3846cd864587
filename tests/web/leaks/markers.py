"""A youth of whom everything is known, each fact with a mark that cannot be mistaken."""

from datetime import date, timedelta
from typing import Any

from sqlmodel import Session

from accounts.models import AgencyKind, TeamMember
from events.models import Invitation
from events.queries import invitations_of
from events.registrations.models import Coming
from foundation import clock
from foundation.db import Row
from openings.models import Opening
from placements.disclosing import Written
from placements.models import Introduction
from tests.events.makers import an_event, at
from tests.factories import NOW, TODAY, make_caseworker
from tests.placements.makers import a_youth, an_employers_opening, asked
from tests.youths.agencies.makers import agency
from tests.youths.makers import make_activity
from youths.agencies.models import (
    AgencyNote,
    AgencyQuestion,
    AgencyShare,
    AgencyStatus,
    Ground,
    Handover,
)
from youths.models import Experience, LanguageSkill, Youth
from youths.plans.models import (
    ActionPlan,
    JointMeeting,
    OwnWords,
    PlanVersion,
    ProjectDescription,
    Snapshot,
)
from youths.strengths.models import SkillsAssessment, SupportNeeds, SupportReader

SHOWN = {"name": "Synlignamn", "skills": "Synligkunskap"}
"""The two fields that are ticked, with their marks."""

MARK = "Hemlig"
TRACES = (
    "tigrinja",
    "1961",
    "Kiruna",
    "2584",
    "Grundskola",
    "2031",
    "Norrbottens län",
    "D1E",
    "8331",
)
"""What gives away a fact that is a code, a number or a word of the portal's own."""

WRITTEN = Written(
    name=SHOWN["name"], about="Hemligpresentation", contact="hemlig@example.org, 070-987 65 43"
)
FACTS: dict[str, Any] = {
    "alias": "Hemligalias",
    "exchange_id": "Hemlignummer",
    "born": 1961,
    "target_groups": ["hemliggrupp"],
    "wishes": ["Hemligönskan"],
    "occupations": ["8331"],
    "skills": [SHOWN["skills"]],
    "about": "Hemligtext",
    "education_level": "compulsory",
    "experience": [Experience(title="Hemligerfarenhet", months=7)],
    "languages": [LanguageSkill(language="ti", level="native")],
    "driving_licences": ["D1E"],
    "own_car": True,
    "authorised_occupations": ["8331"],
    "home_municipality": "2584",
    "counties": ["25"],
    "available_from": date(2031, 5, 6),
}


def asked_of_all(session: Session) -> Introduction:
    """A youth with everything filled in, asked whether she wants to be introduced."""
    caseworker = make_caseworker(session, email="lisa@kommunen.example", name="Lisa Handläggare")
    youth = a_youth(session, caseworker, **FACTS)
    for row in (*_plan(session, youth), *_strengths(youth)):
        session.add(row)
    _between_agencies(session, youth)
    session.flush()
    return asked(session, youth, _opening(session))


def _plan(session: Session, youth: Youth) -> list[Row]:
    by = youth.responsible_id
    version = PlanVersion(
        youth_id=youth.id, number=1, plan=Snapshot(goal="Hemligmål"), made_by_id=by, made_at=NOW
    )
    session.add(version)
    session.flush()
    words = OwnWords(**dict.fromkeys(OwnWords.model_fields, "Hemligegnaord"))
    return [
        ActionPlan(youth_id=youth.id, goal="Hemligmål", updated_at=NOW),
        make_activity(youth, what="Hemligkurs", place="Hemligplats", who_with="Hemligkontakt"),
        ProjectDescription(
            youth_id=youth.id, draft=words, shown=words, shown_at=NOW, updated_at=NOW
        ),
        JointMeeting(
            youth_id=youth.id,
            held_on=TODAY,
            decision="Hemligbeslut",
            version_id=version.id,
            recorded_by_id=by,
            recorded_at=NOW,
        ),
    ]


def _strengths(youth: Youth) -> list[Any]:
    by = youth.responsible_id
    return [
        SkillsAssessment(
            youth_id=youth.id,
            own_words="Hemligstyrka",
            interests=["Hemligintresse"],
            worked_before="Hemligframgång",
            written_by_id=by,
            updated_at=NOW,
        ),
        SupportNeeds(youth_id=youth.id, words="Hemligtstöd", written_by_id=by, updated_at=NOW),
        SupportReader(youth_id=youth.id, user_id=by, named_by_id=by, named_at=NOW),
    ]


def _between_agencies(session: Session, youth: Youth) -> None:
    """What another agency keeps, what it shares, and what the two ask of each other."""
    social = agency(session, "Socialtjänsten", AgencyKind.SOCIAL_SERVICES)
    labour = agency(session, "Arbetsförmedlingen", AgencyKind.EMPLOYMENT_SERVICE)
    other = make_caseworker(session, name="Ali Socialtjänst")
    session.add(TeamMember(team_id=youth.team_id, user_id=other.id, agency_id=social.id))
    note = AgencyNote(
        youth_id=youth.id,
        agency_id=social.id,
        by_id=other.id,
        text="Hemliganteckning",
        created_at=NOW,
    )
    status = AgencyStatus(
        youth_id=youth.id,
        agency_id=social.id,
        status="ongoing",
        since=TODAY,
        detail="Hemligtläge",
        by_id=other.id,
        created_at=NOW,
    )
    for row in (note, status):
        session.add(row)
    session.flush()
    session.add(
        AgencyShare(
            note_id=note.id,
            to_agency_id=labour.id,
            ground=Ground.CONSENT,
            by_id=other.id,
            shared_at=NOW,
        )
    )
    session.add(
        AgencyQuestion(
            youth_id=youth.id,
            from_agency_id=social.id,
            to_agency_id=labour.id,
            asked_by_id=other.id,
            to_id=youth.responsible_id,
            text="Hemligfråga",
            ground=Ground.CONSENT,
            asked_at=NOW,
            due_on=TODAY,
        )
    )
    session.add(
        Handover(
            youth_id=youth.id,
            from_id=youth.responsible_id,
            to_id=other.id,
            to_team_id=youth.team_id,
            message="Hemligöverlämning",
            ground=Ground.CONSENT,
            due_on=TODAY,
            offered_at=NOW,
        )
    )


def _opening(session: Session) -> Opening:
    """Open to the world, with room for one more."""
    return an_employers_opening(session, is_public=True, number_of_vacancies=2)


def invite_both_to_an_event(session: Session, made: Introduction) -> Invitation:
    """Her employer and she are invited to the same meeting, and she says yes."""
    employer, by = made.opening.employer, made.youth.responsible
    assert employer is not None
    starts_at = clock.now() + timedelta(days=14)
    event = an_event(
        session,
        made.youth.team,
        by,
        employers=[employer],
        is_announced=True,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
    )
    at(session, event, by, Coming.REGISTERED, youth=made.youth)
    return invitations_of(session, event)[0]
