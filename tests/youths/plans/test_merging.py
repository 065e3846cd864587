"""Plans, strengths and first days of two rows for one youth become one."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import User
from placements.merging import merge
from tests.factories import NOW, TODAY, make_caseworker, make_youth
from youths.first_days import service as first_days
from youths.first_days.models import Pause, PauseReason, Way, YouthContact
from youths.models import Youth
from youths.plans import links, meetings, queries, service, versions, writing
from youths.plans.meetings import MeetingFacts
from youths.plans.models import ActivityKind, OwnWords, PlanVersion, Present, PresentAs
from youths.plans.service import ActivityFacts
from youths.strengths import service as strengths
from youths.strengths import support
from youths.strengths.models import GeneralSkill, Judged, JudgedLanguage, Sureness
from youths.strengths.service import Strengths

URL = "https://farled.example.org"
LATER = NOW + timedelta(hours=1)
MUCH_LATER = NOW + timedelta(hours=2)


@pytest.fixture
def sara(session: Session) -> User:
    return make_caseworker(session)


@pytest.fixture
def wilma(session: Session, sara: User) -> Youth:
    return make_youth(session, sara, alias="Wilma")


@pytest.fixture
def twin(session: Session, sara: User, wilma: Youth) -> Youth:
    return make_youth(session, sara, team_id=wilma.team_id, alias="Vilma")


def become_one(session: Session, twin: Youth, kept: Youth, sara: User) -> None:
    merge(session, twin, kept, by=sara, public_url=URL, now=MUCH_LATER)


def fill(session: Session, youth: Youth, sara: User, *, goal: str, at_hour: int) -> None:
    """A plan with one version, one meeting on it, one contact, one pause and her own words."""
    now = NOW + timedelta(minutes=at_hour)
    service.set_goal(session, youth, goal, seen=youth.created_at, by=sara, now=now)
    course = ActivityFacts(kind=ActivityKind.COURSE, what=f"Kurs: {goal}", starts_on=TODAY)
    service.plan_activity(session, youth, course, by=sara, now=now)
    present = (
        Present(role=PresentAs.YOUTH),
        Present(role=PresentAs.SOCIAL_WORKER, agency="Kommunen"),
    )
    facts = MeetingFacts(held_on=TODAY, present=present, decision="Praktik.")
    meetings.record(session, youth, facts, by=sara, now=now)
    writing.show(session, youth, OwnWords(want=goal), now=now)
    first_days.log_contact(
        session, youth, made_on=TODAY, way=Way.PHONE, is_reached=True, by=sara, now=now
    )


def test_two_plans_become_one_and_its_versions_stand_in_the_order_they_were_made(
    session: Session, wilma: Youth, twin: Youth, sara: User
) -> None:
    fill(session, wilma, sara, goal="Bli kock", at_hour=20)
    fill(session, twin, sara, goal="Jobba i kök", at_hour=10)

    become_one(session, twin, wilma, sara)

    plan, description = queries.plan_of(session, wilma), queries.description_of(session, wilma)
    assert plan is not None
    assert plan.goal == "Bli kock\nJobba i kök"
    assert description is not None
    assert description.shown == OwnWords(want="Bli kock\nJobba i kök")
    activities = queries.activities_of(session, wilma, with_health=True)
    assert {each.what for each in activities} == {"Kurs: Bli kock", "Kurs: Jobba i kök"}
    rows = select(PlanVersion).where(PlanVersion.youth_id == wilma.id)
    numbered = {each.number: each.plan.goal for each in session.exec(rows)}
    assert numbered == {1: "Jobba i kök", 2: "Bli kock"}
    assert len(queries.meetings_of(session, wilma)) == 2
    assert len(session.exec(select(YouthContact)).all()) == 2
    assert versions.keep(session, wilma, by=sara, now=MUCH_LATER).number == 3


def test_a_plan_that_only_the_duplicate_has_comes_along(
    session: Session, wilma: Youth, twin: Youth, sara: User
) -> None:
    fill(session, twin, sara, goal="Jobba i kök", at_hour=1)
    first_days.pause(
        session, twin, PauseReason.AWAY, starts_on=TODAY, ends_on=TODAY, by=sara, now=NOW
    )

    become_one(session, twin, wilma, sara)

    plan = queries.plan_of(session, wilma)
    assert plan is not None
    assert plan.goal == "Jobba i kök"
    assert session.exec(select(Pause.youth_id)).all() == [wilma.id]


def test_one_personal_link_works_afterwards(
    session: Session, wilma: Youth, twin: Youth, sara: User
) -> None:
    mine = links.issue(session, wilma, by=sara, now=NOW)
    theirs = links.issue(session, twin, by=sara, now=LATER)

    become_one(session, twin, wilma, sara)

    assert links.find(session, mine, now=MUCH_LATER).youth_id == wilma.id
    with pytest.raises(links.LinkOver):
        links.find(session, theirs, now=MUCH_LATER)


def test_the_only_link_goes_on_working(
    session: Session, wilma: Youth, twin: Youth, sara: User
) -> None:
    theirs = links.issue(session, twin, by=sara, now=NOW)

    become_one(session, twin, wilma, sara)

    assert links.find(session, theirs, now=MUCH_LATER).youth_id == wilma.id


def test_strengths_are_put_together_and_what_is_kept_goes_first(
    session: Session, wilma: Youth, twin: Youth, sara: User
) -> None:
    sure, trying = (
        GeneralSkill(code="punctuality", sureness=each) for each in (Sureness.SURE, Sureness.TRYING)
    )
    swedish = JudgedLanguage(language="sv", level="B1", how=Judged.TEST)
    for youth, skill, interests in ((wilma, sure, ("mat",)), (twin, trying, ("bilar", "mat"))):
        facts = Strengths(general_skills=(skill,), interests=interests, languages=(swedish,))
        strengths.save(session, youth, facts, seen=youth.created_at, by=sara, now=NOW)

    become_one(session, twin, wilma, sara)

    found = strengths.assessment_of(session, wilma)
    assert found is not None
    assert (found.general_skills, found.languages) == ([sure], [swedish])
    assert found.interests == ["mat", "bilar"]


def test_who_may_read_what_helps_is_decided_anew_where_two_texts_become_one(
    session: Session, wilma: Youth, twin: Youth, sara: User
) -> None:
    siv = make_caseworker(session, wilma.team)
    for youth, words, readers in ((wilma, "Lugnt rum", set()), (twin, "Egen dator", {siv.id})):
        support.save(session, youth, words, readers, seen=youth.created_at, by=sara, now=NOW)
    assert support.may_read(session, twin, siv)

    become_one(session, twin, wilma, sara)

    needs = support.get(session, wilma, to=sara)
    assert needs is not None
    assert needs.words == "Lugnt rum\nEgen dator"
    assert not support.may_read(session, wilma, siv)


def test_readers_follow_the_only_text(
    session: Session, wilma: Youth, twin: Youth, sara: User
) -> None:
    siv = make_caseworker(session, wilma.team)
    support.save(session, twin, "Egen dator", {siv.id}, seen=twin.created_at, by=sara, now=NOW)

    become_one(session, twin, wilma, sara)

    assert support.may_read(session, wilma, siv)
