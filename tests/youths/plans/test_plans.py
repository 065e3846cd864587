"""A plan's goal, activities, versions, joint meetings, and the youth's own words and link."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlmodel import Session, col, delete, select

from accounts.models import AuditEntry, User
from tests.factories import NOW, TODAY, make_caseworker, make_youth
from youths.models import Youth
from youths.plans import links, meetings, queries, service, versions, writing
from youths.plans.meetings import MeetingFacts
from youths.plans.models import (
    ActionPlan,
    Activity,
    ActivityKind,
    JointMeeting,
    NotDone,
    OwnWords,
    PersonalLink,
    PlanVersion,
    Present,
    PresentAs,
    ProjectDescription,
)
from youths.plans.paper import Sheet, pdf_of
from youths.plans.service import ActivityFacts
from youths.service import ChangedMeanwhile

LATER = NOW + timedelta(hours=1)
COURSE = ActivityFacts(
    kind=ActivityKind.COURSE,
    what="Truckkort",
    starts_on=TODAY,
    ends_on=TODAY + timedelta(days=4),
    place="Söderhamn",
    who_with="Hamra utbildning",
)
VISIT = ActivityFacts(kind=ActivityKind.HEALTH_CONTACT, starts_on=TODAY)
TOGETHER = MeetingFacts(
    held_on=TODAY,
    present=(
        Present(role=PresentAs.YOUTH),
        Present(role=PresentAs.SOCIAL_WORKER, agency="Söderhamns kommun"),
        Present(role=PresentAs.EMPLOYMENT_OFFICER, agency="Arbetsförmedlingen"),
    ),
    decision="Praktik i kök från januari. Alla följer samma plan.",
)


@pytest.fixture
def sara(session: Session) -> User:
    return make_caseworker(session)


@pytest.fixture
def youth(session: Session, sara: User) -> Youth:
    return make_youth(session, sara, alias="Räv 7")


def set_goal(session: Session, youth: Youth, goal: str, by: User) -> None:
    plan = queries.plan_of(session, youth)
    seen = plan.updated_at if plan else youth.created_at
    service.set_goal(session, youth, goal, seen=seen, by=by, now=LATER)


def test_of_two_who_write_the_goal_at_once_the_second_is_told(
    session: Session, youth: Youth, sara: User
) -> None:
    service.set_goal(session, youth, "Kock", seen=youth.created_at, by=sara, now=LATER)

    with pytest.raises(ChangedMeanwhile):
        service.set_goal(session, youth, "Bagare", seen=youth.created_at, by=sara, now=LATER)


def test_a_version_stays_as_it_was_and_tells_what_the_next_one_changed(
    session: Session, youth: Youth, sara: User
) -> None:
    set_goal(session, youth, "Jobba i kök", sara)
    course = service.plan_activity(session, youth, COURSE, by=sara, now=NOW)
    first = versions.keep(session, youth, by=sara, now=NOW)
    again = versions.keep(session, youth, by=sara, now=LATER)
    service.report(
        session,
        course,
        is_done=False,
        why_not=NotDone.MOVED,
        seen=course.updated_at,
        by=sara,
        now=LATER,
    )
    set_goal(session, youth, "Bli kock", sara)
    second = versions.keep(session, youth, by=sara, now=LATER)

    assert (first.id, first.number, second.number) == (again.id, 1, 2)
    assert first.plan.goal == "Jobba i kök"
    found = versions.differences(first.plan, second.plan)
    assert [(each.part, each.before, each.after) for each in found[:1]] == [
        ("goal", "Jobba i kök", "Bli kock")
    ]
    before, after = found[1].before, found[1].after
    assert not isinstance(before, str | None)
    assert not isinstance(after, str | None)
    assert (before.is_done, after.is_done, after.why_not) == (None, False, NotDone.MOVED)
    assert versions.differences(second.plan, second.plan) == []


def test_of_a_contact_with_health_care_only_the_day_is_kept_and_few_see_it(
    session: Session, youth: Youth, sara: User
) -> None:
    colleague = make_caseworker(session)
    for told in (
        replace(VISIT, what="Samtal"),
        replace(VISIT, place="Hälsocentralen"),
        replace(VISIT, who_with="Kurator"),
    ):
        with pytest.raises(service.HealthIsNotTold):
            service.plan_activity(session, youth, told, by=sara, now=NOW)
    service.plan_activity(session, youth, VISIT, by=sara, now=NOW)

    assert len(queries.seen_activities(session, youth, to=sara)) == 1
    assert queries.seen_activities(session, youth, to=colleague) == []
    assert versions.snapshot(session, youth).activities == ()
    lines = session.exec(select(AuditEntry).where(AuditEntry.action == "activity.planned"))
    assert lines.one().facts == {}


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        (replace(COURSE, ends_on=TODAY - timedelta(days=1)), service.WrongDays),
        (replace(COURSE, starts_on=None), service.WrongDays),
        (ActivityFacts(kind=ActivityKind.OTHER), service.WithoutAName),
    ],
    ids=["ends before it begins", "ends without a beginning", "something else without a name"],
)
def test_an_activity_that_does_not_hold_together_is_refused(
    session: Session,
    youth: Youth,
    sara: User,
    facts: ActivityFacts,
    refusal: type[Exception],
) -> None:
    with pytest.raises(refusal):
        service.plan_activity(session, youth, facts, by=sara, now=NOW)
    assert session.exec(select(Activity)).all() == []


def test_a_joint_meeting_makes_one_decision_on_one_version(
    session: Session, youth: Youth, sara: User
) -> None:
    set_goal(session, youth, "Jobba i kök", sara)

    meeting = meetings.record(session, youth, TOGETHER, by=sara, now=LATER)
    set_goal(session, youth, "Något annat", sara)

    assert meeting.version.plan.goal == "Jobba i kök"
    assert [each.agency for each in meeting.present[1:]] == [
        "Söderhamns kommun",
        "Arbetsförmedlingen",
    ]
    assert queries.meetings_of(session, youth) == [meeting]


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        (replace(TOGETHER, held_on=TODAY + timedelta(days=2)), meetings.NotYet),
        (replace(TOGETHER, present=TOGETHER.present[1:]), meetings.NotTogether),
        (replace(TOGETHER, present=TOGETHER.present[:1]), meetings.NotTogether),
        (replace(TOGETHER, decision=""), meetings.NothingDecided),
    ],
    ids=["not held yet", "without the youth", "the youth alone", "nothing decided"],
)
def test_a_meeting_that_decides_nothing_together_is_refused(
    session: Session, youth: Youth, sara: User, facts: MeetingFacts, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        meetings.record(session, youth, facts, by=sara, now=NOW)
    assert queries.versions_of(session, youth) == []


def test_a_draft_is_the_youths_own_until_she_shows_it(session: Session, youth: Youth) -> None:
    writing.save_draft(session, youth, OwnWords(want="Baka"), now=NOW)
    writing.save_draft(session, youth, OwnWords(want="Baka bröd"), now=NOW + timedelta(minutes=1))
    assert versions.snapshot(session, youth).own_words is None

    writing.show(session, youth, OwnWords(want="Baka bröd"), now=LATER)
    writing.save_draft(session, youth, OwnWords(want="Kanske inte"), now=LATER)

    assert versions.snapshot(session, youth).own_words == OwnWords(want="Baka bröd")
    rows = select(AuditEntry.action).where(AuditEntry.subject_id == youth.id)
    assert sorted(session.exec(rows)) == ["own_words.saved", "own_words.shown"]


def test_a_link_works_until_a_new_one_is_made_it_is_ended_or_its_time_is_out(
    session: Session, youth: Youth, sara: User
) -> None:
    first = links.issue(session, youth, by=sara, now=NOW)
    assert links.find(session, first, now=NOW + links.LASTS - timedelta(hours=1)).youth == youth
    second = links.issue(session, youth, by=sara, now=NOW)

    assert links.find(session, second, now=NOW).youth == youth
    for token, moment in ((first, NOW), ("forged", NOW), (second, NOW + links.LASTS)):
        with pytest.raises(links.LinkOver):
            links.find(session, token, now=moment)
    links.revoke(session, youth, by=sara, now=NOW)
    with pytest.raises(links.LinkOver):
        links.find(session, second, now=NOW)
    kept = " ".join(each.token_hash for each in session.exec(select(PersonalLink)))
    assert first not in kept
    assert second not in kept


def test_an_archived_youths_link_opens_nothing(session: Session, youth: Youth, sara: User) -> None:
    token = links.issue(session, youth, by=sara, now=NOW)
    youth.archived_at = NOW

    with pytest.raises(links.LinkOver):
        links.find(session, token, now=NOW)


def test_the_plan_can_be_read_back_from_paper(session: Session, youth: Youth, sara: User) -> None:
    set_goal(session, youth, "Bli kock på en båt", sara)
    service.plan_activity(session, youth, COURSE, by=sara, now=NOW)
    service.plan_activity(session, youth, VISIT, by=sara, now=NOW)
    writing.show(session, youth, OwnWords(want="Laga mat", help="Åka buss"), now=NOW)

    plan = versions.snapshot(session, youth)
    sheet = Sheet(
        alias=youth.alias,
        plan=plan,
        today=TODAY,
        made_at=NOW,
        decision=TOGETHER.decision,
        decided_on=TODAY,
    )
    reader = PdfReader(BytesIO(pdf_of(sheet)))

    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in (
        "Min plan",
        "Räv 7, måndag 23 november 2026",
        "Bli kock på en båt",
        "Det här vill jag Laga mat",
        "Åka buss",
        "Det här vill jag ha hjälp med",
        "23 nov. 2026 – 27 nov. 2026 Kurs: Truckkort, Söderhamn, med Hamra utbildning",
        TOGETHER.decision,
    ):
        assert words in text
    assert "Vårdkontakt" not in text
    assert "Det här kan jag" not in text


def test_nothing_of_a_plan_outlives_its_youth(session: Session, youth: Youth, sara: User) -> None:
    set_goal(session, youth, "Bli kock", sara)
    service.plan_activity(session, youth, COURSE, by=sara, now=NOW)
    writing.show(session, youth, OwnWords(want="Laga mat"), now=NOW)
    links.issue(session, youth, by=sara, now=NOW)
    meetings.record(session, youth, TOGETHER, by=sara, now=LATER)

    session.exec(delete(Youth).where(col(Youth.id) == youth.id))

    kept = (ActionPlan, Activity, JointMeeting, PersonalLink, PlanVersion, ProjectDescription)
    assert [table for table in kept if session.exec(select(table)).first()] == []
