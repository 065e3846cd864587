"""Registering, changing, handing over and archiving a youth."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select, update

from accounts.models import AuditEntry, RoleName, Team
from tests.factories import NOW, TODAY, make_caseworker, make_team, make_user, make_youth
from youths import service
from youths.facts import YouthFacts
from youths.models import Experience, LanguageSkill, Youth

LATER = NOW + timedelta(minutes=5)
FACTS = YouthFacts(
    alias="Räv",
    registered_on=TODAY,
    born=2006,
    wishes=("laga mat",),
    skills=("kassa", "truckkort"),
    experience=(Experience(title="kock", months=8),),
    languages=(LanguageSkill(language="sv", level="B1"),),
    driving_licences=(),
    home_municipality="2182",
    max_commute_km=50,
)


def actions(session: Session, youth: Youth) -> list[str]:
    lines = select(AuditEntry).where(col(AuditEntry.subject_id) == youth.id)
    return [line.action for line in session.exec(lines.order_by(col(AuditEntry.at)))]


def last_line(session: Session) -> AuditEntry:
    return session.exec(select(AuditEntry).order_by(col(AuditEntry.at).desc())).first()  # type: ignore[return-value]


def test_a_registered_youth_keeps_every_fact(session: Session) -> None:
    sara = make_caseworker(session)
    team = session.exec(select(Team)).one()

    youth = service.register(session, FACTS, team=team, responsible=sara, by=sara, now=NOW)
    session.expire_all()

    assert YouthFacts.of(youth) == FACTS
    assert youth.responsible_id == sara.id


def test_not_asked_and_none_at_all_stay_different(session: Session) -> None:
    sara = make_caseworker(session)
    team = session.exec(select(Team)).one()
    facts = replace(FACTS, skills=None, experience=(), languages=None, driving_licences=())

    youth = service.register(session, facts, team=team, responsible=sara, by=sara, now=NOW)
    session.expire_all()

    assert youth.skills is None
    assert youth.languages is None
    assert youth.experience == []
    assert youth.driving_licences == []


def test_the_responsible_person_must_work_in_the_team(session: Session) -> None:
    sara, stranger = make_caseworker(session), make_caseworker(session)
    team = session.exec(select(Team)).first()
    assert team is not None

    with pytest.raises(service.NotOfTheTeam):
        service.register(session, FACTS, team=team, responsible=stranger, by=sara, now=NOW)


def test_an_administrator_is_never_responsible_for_a_youth(session: Session) -> None:
    sara = make_user(session)
    administrator = make_user(session, RoleName.ADMINISTRATOR)
    team = make_team(session, sara, administrator)

    with pytest.raises(service.NotOfTheTeam):
        service.register(session, FACTS, team=team, responsible=administrator, by=sara, now=NOW)


def test_a_youth_without_a_responsible_person_cannot_be_kept(session: Session) -> None:
    youth = make_youth(session)
    nobody = update(Youth).where(col(Youth.id) == youth.id).values(responsible_id=None)

    with pytest.raises(IntegrityError), session.begin_nested():
        session.exec(nobody)


def test_where_a_protected_identity_lives_is_not_kept(session: Session) -> None:
    sara = make_caseworker(session)
    team = session.exec(select(Team)).one()
    facts = replace(FACTS, protected_identity=True)

    with pytest.raises(service.HomeOfProtected):
        service.register(session, facts, team=team, responsible=sara, by=sara, now=NOW)


def test_a_change_is_written_and_its_fields_are_logged_without_their_content(
    session: Session,
) -> None:
    youth = make_youth(session, alias="Räv")
    by, facts = (
        youth.responsible,
        replace(YouthFacts.of(youth), alias="Hermelin", skills=("kassa",)),
    )

    changed = service.change(session, youth, facts, seen_at=NOW, by=by, now=LATER)

    assert changed == ["alias", "skills"]
    assert youth.updated_at == LATER
    assert last_line(session).facts == {"fields": ["alias", "skills"]}


def test_a_change_of_nothing_leaves_no_trace(session: Session) -> None:
    youth = make_youth(session)
    by, facts = youth.responsible, YouthFacts.of(youth)

    assert service.change(session, youth, facts, seen_at=NOW, by=by, now=LATER) == []
    assert youth.updated_at == NOW
    assert actions(session, youth) == []


def test_who_has_not_seen_the_latest_version_does_not_write_over_it(session: Session) -> None:
    youth = make_youth(session, alias="Räv")
    by, before = youth.responsible, YouthFacts.of(youth)
    mine, theirs = replace(before, alias="Hermelin"), replace(before, about="Gillar hästar")
    service.change(session, youth, theirs, seen_at=NOW, by=by, now=LATER)

    with pytest.raises(service.ChangedMeanwhile):
        service.change(session, youth, mine, seen_at=NOW, by=by, now=LATER)
    assert youth.about == "Gillar hästar"


def test_a_youth_is_handed_over_within_the_team_and_it_is_logged(session: Session) -> None:
    sara, ali = make_user(session), make_user(session)
    make_team(session, sara, ali)
    youth = make_youth(session, sara)

    service.hand_over(session, youth, to=ali, by=sara, now=NOW)

    assert youth.responsible_id == ali.id
    assert last_line(session).action == "youth.handed_over"
    assert last_line(session).facts == {"from_id": str(sara.id), "to_id": str(ali.id)}


def test_a_youth_is_not_handed_over_to_another_team(session: Session) -> None:
    youth, stranger = make_youth(session), make_caseworker(session)

    with pytest.raises(service.NotOfTheTeam):
        service.hand_over(session, youth, to=stranger, by=youth.responsible, now=NOW)


def test_who_no_longer_works_here_is_not_handed_a_youth(session: Session) -> None:
    sara, gone = make_user(session), make_user(session, active=False)
    make_team(session, sara, gone)
    youth = make_youth(session, sara)

    with pytest.raises(service.NotOfTheTeam):
        service.hand_over(session, youth, to=gone, by=sara, now=NOW)


def test_archiving_can_be_undone_and_both_are_logged_once(session: Session) -> None:
    youth = make_youth(session)
    by = youth.responsible

    service.archive(session, youth, by=by, now=NOW)
    service.archive(session, youth, by=by, now=NOW)
    assert youth.archived_at == NOW

    service.restore(session, youth, by=by, now=LATER)
    assert youth.archived_at is None
    assert actions(session, youth) == ["youth.archived", "youth.restored"]
