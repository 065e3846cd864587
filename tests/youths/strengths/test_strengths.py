"""The skills assessment, what it may add to the profile, and who reads the support needs."""

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from accounts.models import AuditEntry, RoleName, TeamMember, User
from foundation.errors import NotFound
from tests.factories import NOW, make_caseworker, make_team, make_user, make_youth
from youths import service as youths
from youths.belonging import seen_at
from youths.models import LanguageSkill, Youth
from youths.service import ChangedMeanwhile, NotOfTheTeam
from youths.strengths import service, support
from youths.strengths.models import GeneralSkill, Judged, JudgedLanguage, Sureness
from youths.strengths.service import Strengths

LATER = NOW + timedelta(hours=1)
SECRET = "Behöver en lugn plats att äta på"
TOLD = Strengths(
    general_skills=(
        GeneralSkill(code="punctuality", sureness=Sureness.SURE, shown="Kom i tid hela våren."),
        GeneralSkill(code="patience", sureness=Sureness.LIKELY),
        GeneralSkill(code="courage", sureness=Sureness.TRYING),
    ),
    own_words="Jag ger inte upp.",
    interests=("mopeder",),
    languages=(JudgedLanguage(language="sv", level="B1", how=Judged.TEST),),
)


@pytest.fixture
def sara(session: Session) -> User:
    return make_caseworker(session)


@pytest.fixture
def youth(session: Session, sara: User) -> Youth:
    spoken = [LanguageSkill(language="so", level="native"), LanguageSkill(language="sv")]
    return make_youth(session, sara, skills=["tålmodig"], languages=spoken)


def save(session: Session, youth: Youth, strengths: Strengths, by: User) -> None:
    seen = seen_at(service.assessment_of(session, youth), youth)
    service.save(session, youth, strengths, seen=seen, by=by, now=LATER)


def test_nothing_reaches_the_profile_until_somebody_lets_it(
    session: Session, youth: Youth, sara: User
) -> None:
    save(session, youth, TOLD, sara)
    assert youth.skills == ["tålmodig"]

    added = service.additions(youth, service.assessment_of(session, youth))
    changed = service.feed(session, youth, by=sara, now=LATER)

    assert added.skills == ("punktlighet",)
    assert sorted(changed) == ["languages", "skills"]
    assert youth.skills == ["tålmodig", "punktlighet"]
    assert youth.languages == [
        LanguageSkill(language="so", level="native"),
        LanguageSkill(language="sv", level="B1"),
    ]
    assert not service.additions(youth, service.assessment_of(session, youth))
    assert service.feed(session, youth, by=sara, now=LATER) == []


def test_an_assessment_is_logged_by_the_names_of_its_fields(
    session: Session, youth: Youth, sara: User
) -> None:
    save(session, youth, TOLD, sara)

    line = session.exec(select(AuditEntry).where(AuditEntry.action == "strengths.saved")).one()
    assert line.facts == {"fields": ["general_skills", "own_words", "interests", "languages"]}


def test_of_two_who_write_the_assessment_at_once_the_second_is_told(
    session: Session, youth: Youth, sara: User
) -> None:
    save(session, youth, TOLD, sara)

    with pytest.raises(ChangedMeanwhile):
        service.save(session, youth, TOLD, seen=youth.created_at, by=sara, now=LATER)


def team_of(session: Session, youth: Youth, *others: User) -> None:
    session.add_all(TeamMember(team_id=youth.team_id, user_id=each.id) for each in others)
    session.flush()


def test_support_needs_are_read_by_the_responsible_and_those_she_names(
    session: Session, youth: Youth, sara: User
) -> None:
    ali, mia = make_user(session), make_user(session)
    ove = make_user(session, RoleName.COORDINATOR)
    team_of(session, youth, ali, mia, ove)

    support.save(session, youth, SECRET, [ali.id], seen=youth.created_at, by=sara, now=LATER)

    for reader in (sara, ali):
        found = support.get(session, youth, to=reader)
        assert found is not None
        assert found.words == SECRET
    for other in (mia, ove):
        with pytest.raises(NotFound):
            support.get(session, youth, to=other)
    with pytest.raises(support.OnlyTheResponsible):
        support.save(session, youth, "", [], seen=LATER, by=ali, now=LATER)


def test_a_handover_ends_the_namings_and_leaves_the_needs_to_the_next(
    session: Session, youth: Youth, sara: User
) -> None:
    ali, mia = make_user(session), make_user(session)
    team_of(session, youth, ali, mia)
    support.save(session, youth, SECRET, [ali.id], seen=youth.created_at, by=sara, now=LATER)

    youths.hand_over(session, youth, to=mia, by=sara, now=LATER)

    assert support.may_read(session, youth, mia)
    assert not support.may_read(session, youth, ali)
    assert not support.may_read(session, youth, sara)


def test_nobody_outside_the_team_can_be_named(session: Session, youth: Youth, sara: User) -> None:
    stranger = make_user(session)
    make_team(session, stranger)

    with pytest.raises(NotOfTheTeam):
        support.save(
            session, youth, SECRET, [stranger.id], seen=youth.created_at, by=sara, now=LATER
        )


def test_the_log_knows_that_support_needs_were_written_and_not_what(
    session: Session, youth: Youth, sara: User
) -> None:
    support.save(session, youth, SECRET, [], seen=youth.created_at, by=sara, now=LATER)

    lines = session.exec(select(AuditEntry)).all()
    assert [line.action for line in lines] == ["support_needs.saved"]
    assert SECRET not in repr([line.model_dump() for line in lines])
