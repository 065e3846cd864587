"""Something to look at for every page: a youth, an opening, a link that still works."""

from flask import Flask
from sqlmodel import Session, col, select

from accounts import letters
from accounts.models import Agency, LinkPurpose, Team, User
from employers.models import Colleague, Contact, Employer, Mentor
from employers.queries import workplaces_of
from events.models import Event, EventState, Invitation
from events.partners.models import Partner
from events.registrations.models import Registration
from foundation import clock
from foundation.db import Row
from foundation.outbox import QueuedLetter
from foundation.sheets import SheetRow
from goals.models import Goal, Report
from jobtracks import queries as tracks
from jobtracks.enrolments.models import Enrolment
from jobtracks.models import JobTrack, TrackStep
from openings import service as openings
from openings import uploads
from openings.facts import OpeningFacts
from openings.feeds import service as feeds
from openings.feeds.models import FeedKind, FeedRun, Reach
from openings.feeds.service import FeedFacts
from openings.models import Opening, OpeningState, OpeningUpload, Pledge
from placements.meetings.models import Meeting
from placements.models import Introduction, Stage
from placements.queries import visible_to, waiting_for_employer
from placements.work.models import FollowUp, Placement
from suggestions import trips
from suggestions.models import Suggestion
from tests.browser.pages import (
    AT_STAGES,
    CASEWORKER,
    COORDINATOR,
    EMPLOYER,
    SHOWN,
    TEAM,
    Ids,
    addresses,
)
from youths import uploads as youth_uploads
from youths.agencies.models import (
    AgencyNote,
    AgencyQuestion,
    AgencyStatus,
    Handover,
    Referral,
)
from youths.agencies.seeing import agency_in
from youths.first_days.models import Pause
from youths.models import Youth, YouthUpload
from youths.own_letters import service as own_letters
from youths.plans.models import Activity


def ids_for_a_caseworker(session: Session) -> Ids:
    """A youth of hers, and a suggestion that she may decide on."""
    youth = session.exec(select(Youth).where(Youth.alias == "Wilma")).one()
    suggestion = session.exec(select(Suggestion).where(Suggestion.youth_id == youth.id)).first()
    assert suggestion is not None
    contact = session.exec(select(Contact).join(User).where(User.email == CASEWORKER)).first()
    mentor = session.exec(select(Mentor)).first()
    assert contact is not None
    assert mentor is not None
    pledge = session.exec(select(Pledge).order_by(col(Pledge.promised).desc())).first()
    assert pledge is not None
    activity = session.exec(select(Activity).where(Activity.youth_id == youth.id)).first()
    assert activity is not None
    place = session.exec(select(Enrolment).where(Enrolment.youth_id == youth.id)).one()
    own_letters.agree(
        session,
        youth,
        address=None,
        language="sv",
        on=youth.registered_on,
        by=youth.responsible,
        now=clock.now(),
    )
    track = place.cohort.track_id
    step = session.exec(select(TrackStep).where(TrackStep.track_id == track)).first()
    assert step is not None
    return (
        _between_colleagues(session, youth)
        | _at_an_event(session, youth)
        | {
            "activity_id": activity.id,
            "pause_id": session.exec(select(Pause.id)).one(),
            "track_id": track,
            "cohort_id": place.cohort_id,
            "enrolment_id": place.id,
            "step_id": step.id,
            "pledge_id": pledge.id,
            "contact_id": contact.id,
            "employer_id": contact.employer_id,
            "mentor_id": mentor.id,
            "youth_id": youth.id,
            "suggestion_id": suggestion.id,
            "opening_id": suggestion.opening_id,
        }
    )


def _at_an_event(session: Session, youth: Youth) -> dict[str, object]:
    """An event that was held with a youth of hers and an employer, and a trip for the team."""
    held = select(Registration).join(Event).join(Youth).where(Event.state == EventState.HELD)
    guest = session.exec(held.where(Youth.responsible_id == youth.responsible_id)).first()
    assert guest is not None
    host = session.exec(select(Invitation).where(Invitation.event_id == guest.event_id)).first()
    assert host is not None
    [to, *_others] = trips.proposals(session, youth.team, youth.responsible, now=clock.now())
    return {
        "event_id": guest.event_id,
        "registration_id": guest.id,
        "invitation_id": host.id,
        "country": to.to.country,
        "county": to.to.county,
    }


def _between_colleagues(session: Session, youth: Youth) -> dict[str, object]:
    """What her agency keeps about the youth, and what waits between two agencies."""
    caseworker = session.exec(select(User).where(User.email == CASEWORKER)).one()
    agency = agency_in(session, caseworker, youth.team_id)
    kept = select(AgencyNote).where(AgencyNote.agency_id == agency)
    status = session.exec(select(AgencyStatus).where(AgencyStatus.agency_id == agency)).first()
    note, referral = session.exec(kept).first(), session.exec(select(Referral)).first()
    question = session.exec(select(AgencyQuestion)).first()
    handover = session.exec(select(Handover).where(Handover.to_id == caseworker.id)).first()
    rows: dict[str, Row | None] = {"note_id": note, "status_id": status, "referral_id": referral}
    rows |= {"question_id": question, "handover_id": handover}
    return {name: row.id for name, row in rows.items() if row is not None}


def on_the_way(app: Flask, session: Session) -> list[str]:
    """An address of each page about a youth on her way, and of her own at every stage."""
    caseworker = session.exec(select(User).where(User.email == CASEWORKER)).one()
    newest_first = visible_to(caseworker).order_by(col(Introduction.started_at).desc())
    found = {each.stage: each for each in session.exec(newest_first)}
    placed = Placement.introduction_id == found[Stage.PLACED].id
    talk = session.exec(select(FollowUp).join(Placement).where(placed)).first()
    assert talk is not None
    meeting = meeting_of(session, found[Stage.AGREEMENT])
    varying = {"follow_up_id": talk.id, "meeting_id": meeting.id, "party": "youth"}
    listed = [(SHOWN, made.id) for made in found.values()]
    listed += [(endpoint, found[stage].id) for endpoint, stage in AT_STAGES.items()]
    return [
        address
        for endpoint, id_ in listed
        for address in addresses(app, {endpoint}, {"introduction_id": id_} | varying)
    ]


def ids_for_a_coordinator(session: Session) -> Ids:
    """Two employers, or two youths, that could be merged, and a table of youths to read through."""
    first, second = session.exec(select(Employer.id).limit(2)).all()
    team = session.exec(select(Team.id).where(Team.name == TEAM)).one()
    colleague = session.exec(select(User.id).where(User.email == CASEWORKER)).one()
    rows = select(Youth.id).where(Youth.team_id == team).order_by(Youth.alias)
    youth, twin = session.exec(rows.limit(2)).all()
    return {
        "employer_id": first,
        "other_id": second,
        "team_id": team,
        "user_id": colleague,
        "youth_id": youth,
        "twin_id": twin,
        "upload_id": _table_of_youths(session).id,
        "partner_id": session.exec(select(Partner.id)).first(),
        **of_goals(session),
    }


def _table_of_youths(session: Session) -> YouthUpload:
    """A table that the coordinator has sent: a new one, one who may be here, and one to mend."""
    team = session.exec(select(Team).where(Team.name == TEAM)).one()
    by = session.exec(select(User).where(User.email == COORDINATOR)).one()
    cells = ({"Alias": "Ny"}, {"Alias": "Wilma"}, {"Alias": "Bo", "Födelseår": "i fjol"})
    rows = [SheetRow(number, each) for number, each in enumerate(cells, 2)]
    return youth_uploads.keep(session, team, by, rows, by=by, now=clock.now())


def ids_for_an_employer(session: Session) -> Ids:
    """Her organisation, and an opening of it."""
    colleague = session.exec(select(Colleague).join(User).where(User.email == EMPLOYER)).one()
    of_hers = select(Opening).where(Opening.employer_id == colleague.employer_id)
    shown = session.exec(of_hers.where(Opening.state == OpeningState.PUBLISHED)).first()
    assert shown is not None
    introductions = select(Introduction).join(Opening)
    to_her = introductions.where(Opening.employer_id == colleague.employer_id)
    made = session.exec(to_her.where(Introduction.stage == Stage.AGREEMENT)).first()
    assert made is not None
    return {
        "employer_id": colleague.employer_id,
        "colleague_id": colleague.id,
        "workplace_id": workplaces_of(session, colleague.employer)[0].id,
        "opening_id": shown.id,
        "introduction_id": made.id,
        "upload_id": _upload_of(session, colleague).id,
        "meeting_id": meeting_of(session, made).id,
        "invitation_id": invitation_to(session, colleague).id,
    }


def invitation_to(session: Session, colleague: Colleague) -> Invitation:
    """An invitation of her employer to what lies ahead."""
    asked = select(Invitation).join(Event).where(Event.state == EventState.ANNOUNCED)
    of_hers = asked.where(Invitation.employer_id == colleague.employer_id)
    found = session.exec(of_hers).first()
    assert found is not None
    return found


def introduced_to(session: Session, user: User) -> Introduction:
    """An introduction that waits for this person's answer."""
    return waiting_for_employer(session, user)[0]


def meeting_of(session: Session, introduction: Introduction) -> Meeting:
    """A meeting that has been proposed."""
    return session.exec(select(Meeting).where(Meeting.introduction_id == introduction.id)).one()


def _upload_of(session: Session, colleague: Colleague) -> OpeningUpload:
    """A table that she has sent, with a row to take in and one to mend."""
    rows = [SheetRow(2, {"Rubrik": "Kock"}), SheetRow(3, {"Rubrik": "Kock", "Typ": "okänd"})]
    by, now = colleague.user, clock.now()
    return uploads.keep(session, colleague.employer, rows, publishes=False, by=by, now=now)


def public_opening(session: Session) -> object:
    """The id of an opening that its employer shows to the world."""
    return session.exec(select(Opening.id).where(Opening.is_public)).first()


def public_track(session: Session) -> object:
    """The id of a job track that anybody may read."""
    return session.scalar(tracks.readable().with_only_columns(col(JobTrack.id)).limit(1))


def draft_of_the_employer(session: Session) -> Opening:
    """A draft that she may throw away."""
    user = session.exec(select(User).where(User.email == EMPLOYER)).one()
    tie = session.exec(select(Colleague).where(Colleague.user_id == user.id)).one()
    facts = OpeningFacts(headline="Halvskriven plats")
    return openings.create_draft(session, tie.employer, facts, by=user, now=clock.now())


def ids_for_an_administrator(session: Session, public_url: str) -> Ids:
    """Somebody with an account, and a letter to her."""
    user = session.exec(select(User).where(User.email == CASEWORKER)).one()
    now = clock.now()
    letters.send_link(session, user, LinkPurpose.RESET, public_url=public_url, now=now)
    letter = session.exec(select(QueuedLetter).where(QueuedLetter.to == user.email)).first()
    assert letter is not None
    agency = session.exec(select(Agency).order_by(Agency.name)).first()
    assert agency is not None
    facts = FeedFacts(name="Platsbanken", kind=FeedKind.JOBSTREAM, address="https://example.org")
    feed = feeds.set_up(session, facts, by=user, now=now)
    session.add(FeedRun(feed_id=feed.id, reach=Reach.NEWS, began_at=now, ended_at=now, read=12))
    return {
        "user_id": user.id,
        "letter_id": letter.id,
        "agency_id": agency.id,
        "feed_id": feed.id,
    }


def of_goals(session: Session) -> Ids:
    """A programme, the first of its goals, and its report, which everybody may read."""
    goal = session.exec(select(Goal).order_by(col(Goal.turn))).first()
    report = session.exec(select(Report).where(col(Report.published_at).is_not(None))).first()
    assert goal is not None
    assert report is not None
    return {"programme_id": goal.programme_id, "goal_id": goal.id, "report_id": report.id}
