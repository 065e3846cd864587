"""What a colleague of another agency sees of a youth, field by field."""

from dataclasses import fields
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from accounts.models import AgencyKind, AuditEntry
from foundation.errors import NotFound
from tests.conftest import QueryCounter
from tests.factories import NOW, TODAY, make_user
from tests.youths.agencies.makers import URL, Together, agency, make_together, place
from youths import queries
from youths.agencies import consent, notes, offers, questions, referrals, sharing, statuses
from youths.agencies.models import AgencyShare, Ground, ReferralPurpose
from youths.agencies.seeing import SEEN, NoAgency, Relation, Subject
from youths.facts import YouthFacts

PROFILE = {each.name for each in fields(YouthFacts)}
OTHER_AGENCY: dict[tuple[Subject, Relation], set[str]] = {
    (Subject.PROFILE, Relation.TEAM): PROFILE,
    (Subject.NOTE, Relation.TEAM): set(),
    (Subject.NOTE, Relation.SHARED): {"agency", "text", "by", "created_at"},
    (Subject.NOTE, Relation.COORDINATES): set(),
    (Subject.STATUS, Relation.TEAM): set(),
    (Subject.STATUS, Relation.SHARED): {"agency", "status", "since"},
    (Subject.STATUS, Relation.COORDINATES): set(),
    (Subject.REFERRAL, Relation.TEAM): set(),
    (Subject.REFERRAL, Relation.COORDINATES): {"to_agency", "from_agency", "made_on"},
    (Subject.QUESTION, Relation.TEAM): set(),
    (Subject.QUESTION, Relation.COORDINATES): {"to_agency", "from_agency", "due_on"},
    (Subject.HANDOVER, Relation.TEAM): {"giver", "receiver", "due_on"},
    (Subject.HANDOVER, Relation.COORDINATES): {"giver", "receiver", "due_on"},
}


@pytest.mark.parametrize(
    ("subject", "relation", "field"),
    [(subject, relation, field) for subject, relation in OTHER_AGENCY for field in SEEN[subject]],
    ids=str,
)
def test_another_agency_sees_the_field_only_where_it_is_written_here(
    subject: Subject, relation: Relation, field: str
) -> None:
    assert (relation in SEEN[subject][field]) == (field in OTHER_AGENCY[subject, relation])


def test_the_agency_itself_sees_every_field_of_its_own() -> None:
    assert all(Relation.OWN in who for table in SEEN.values() for who in table.values())


def test_a_note_is_read_by_its_own_agency_until_it_is_shared_and_again_after(
    session: Session,
) -> None:
    all_ = make_together(session)
    note = notes.write(session, all_.youth, "Vill bli kock", by=all_.sara, now=NOW)

    def readers() -> list[str]:
        people = (all_.sara, all_.siv, all_.ali, all_.ove)
        return [each.name for each in people if notes.notes_for(session, all_.youth, each)]

    assert readers() == ["Sara", "Siv"]
    share = sharing.share(session, note, all_.social, ground=Ground.CONSENT, by=all_.siv, now=NOW)
    assert readers() == ["Sara", "Siv", "Ali"]
    (seen,) = notes.notes_for(session, all_.youth, all_.ali)
    assert seen.relation is Relation.SHARED
    assert set(seen.fields) == OTHER_AGENCY[Subject.NOTE, Relation.SHARED]
    sharing.revoke(session, share, by=all_.sara, now=NOW)
    assert readers() == ["Sara", "Siv"]
    (own,) = notes.notes_for(session, all_.youth, all_.siv)
    assert [each.revoked_at for each in own.fields["shares"]] == [NOW]


def test_only_the_agency_that_keeps_it_shares_it_and_only_once(session: Session) -> None:
    all_ = make_together(session)
    note = notes.write(session, all_.youth, "Vill bli kock", by=all_.sara, now=NOW)
    with pytest.raises(NotFound):
        sharing.share(session, note, all_.social, ground=Ground.DUTY, by=all_.ali, now=NOW)
    with pytest.raises(sharing.SharedWithItself):
        sharing.share(session, note, all_.employment, ground=Ground.DUTY, by=all_.sara, now=NOW)
    sharing.share(session, note, all_.social, ground=Ground.DUTY, by=all_.sara, now=NOW)
    with pytest.raises(sharing.AlreadyShared):
        sharing.share(session, note, all_.social, ground=Ground.DUTY, by=all_.sara, now=NOW)


def test_a_share_is_of_one_thing(session: Session) -> None:
    all_ = make_together(session)
    with pytest.raises(IntegrityError), session.begin_nested():
        session.add(
            AgencyShare(
                to_agency_id=all_.social.id, ground=Ground.DUTY, by_id=all_.sara.id, shared_at=NOW
            )
        )


def test_a_status_is_in_the_agencys_own_words_and_a_new_one_is_not_shared_with_the_old(
    session: Session,
) -> None:
    all_ = make_together(session)
    with pytest.raises(statuses.NotInTheList):
        statuses.settle(session, all_.youth, "in_programme", since=TODAY, by=all_.ali, now=NOW)
    first = statuses.settle(
        session, all_.youth, "registered", since=TODAY, detail="Ringer", by=all_.sara, now=NOW
    )
    assert statuses.statuses_for(session, all_.youth, all_.ali) == []
    sharing.share(session, first, all_.social, ground=Ground.CONSENT, by=all_.sara, now=NOW)
    (seen,) = statuses.statuses_for(session, all_.youth, all_.ali)
    assert set(seen.fields) == OTHER_AGENCY[Subject.STATUS, Relation.SHARED]
    assert seen.fields["status"] == "Inskriven, söker jobb"

    later = NOW + timedelta(days=1)
    statuses.settle(session, all_.youth, "working", since=TODAY, by=all_.siv, now=later)

    assert statuses.statuses_for(session, all_.youth, all_.ali) == []
    (own,) = statuses.statuses_for(session, all_.youth, all_.sara)
    assert own.fields["status"] == "Jobbar"


def test_a_no_closes_the_youth_to_other_agencies_and_takes_back_what_she_allowed(
    session: Session,
) -> None:
    all_ = make_together(session)
    allowed = notes.write(session, all_.youth, "Med samtycke", by=all_.sara, now=NOW)
    by_law = notes.write(session, all_.youth, "Enligt lag", by=all_.sara, now=NOW)
    sharing.share(session, allowed, all_.social, ground=Ground.CONSENT, by=all_.sara, now=NOW)
    sharing.share(session, by_law, all_.social, ground=Ground.DUTY, by=all_.sara, now=NOW)

    consent.answer(session, all_.youth, is_given=False, on=TODAY, by=all_.sara, now=NOW)

    seers = [
        each.name
        for each in (all_.sara, all_.siv, all_.ali, all_.ove)
        if queries.is_visible(session, all_.youth.id, to=each)
    ]
    assert seers == ["Sara", "Siv", "Ove"]
    in_force = session.exec(select(AgencyShare).where(col(AgencyShare.revoked_at).is_(None)))
    assert [share.note_id for share in in_force] == [by_law.id]
    with pytest.raises(sharing.NeedsConsent):
        sharing.share(session, allowed, all_.social, ground=Ground.CONSENT, by=all_.sara, now=NOW)
    line = select(AuditEntry).where(AuditEntry.action == "youth.team_consent_withdrawn")
    assert session.exec(line).one().facts == {"taken_back": 1}

    consent.answer(session, all_.youth, is_given=True, on=TODAY, by=all_.sara, now=NOW)
    assert queries.is_visible(session, all_.youth.id, to=all_.ali)


def test_who_comes_from_nowhere_keeps_nothing_and_sees_nothing_shared(session: Session) -> None:
    all_ = make_together(session)
    nobody = make_user(session, name="Nova")
    place(session, all_.team, nobody, None)
    notes.write(session, all_.youth, "Hemligt", by=all_.sara, now=NOW)

    with pytest.raises(NoAgency):
        notes.write(session, all_.youth, "Hej", by=nobody, now=NOW)
    assert notes.notes_for(session, all_.youth, nobody) == []
    consent.answer(session, all_.youth, is_given=False, on=TODAY, by=all_.sara, now=NOW)
    assert not queries.is_visible(session, all_.youth.id, to=nobody)


def refer(session: Session, all_: Together, days_ago: int) -> None:
    referrals.refer(
        session,
        all_.youth,
        all_.social,
        purpose=ReferralPurpose.GUIDANCE,
        made_on=TODAY - timedelta(days=days_ago),
        today=TODAY,
        by=all_.sara,
        now=NOW,
    )


def test_the_third_time_to_social_services_in_sixty_days_is_told(session: Session) -> None:
    all_ = make_together(session)
    for days_ago in (70, 59, 30, 0):
        refer(session, all_, days_ago)

    seen = referrals.referrals_for(session, all_.youth, all_.ali)
    assert [each.time for each in seen] == [3, 3, 2, 1]
    (found,) = referrals.repeated(session, all_.ali, today=TODAY)
    assert (found.youth, found.to, found.times) == (all_.youth, all_.social, 3)
    assert referrals.repeated(session, all_.ove, today=TODAY) == [found]
    (first, *_rest) = referrals.referrals_for(session, all_.youth, all_.ove)
    assert set(first.fields) == OTHER_AGENCY[Subject.REFERRAL, Relation.COORDINATES]


def test_a_third_agency_sees_no_referral_and_no_count(session: Session) -> None:
    all_ = make_together(session)
    third = make_user(session)
    insurance = agency(session, "Försäkringskassan", AgencyKind.SOCIAL_INSURANCE)
    place(session, all_.team, third, insurance)
    for days_ago in (2, 1):
        refer(session, all_, days_ago)
    assert referrals.referrals_for(session, all_.youth, third) == []
    assert referrals.repeated(session, third, today=TODAY) == []
    with pytest.raises(referrals.NotYetMade):
        refer(session, all_, -1)


def test_a_question_is_between_two_agencies_and_answered_once(session: Session) -> None:
    all_ = make_together(session)
    assert questions.may_be_asked(session, all_.youth, all_.sara) == [all_.ali, all_.ove]
    made = questions.ask(
        session, all_.youth, all_.ali, "När börjar kursen?", ground=Ground.CONSENT,
        due_on=TODAY, today=TODAY, public_url=URL, by=all_.sara, now=NOW,
    )  # fmt: skip
    (told,) = questions.questions_for(session, all_.youth, all_.ove)
    assert set(told.fields) == OTHER_AGENCY[Subject.QUESTION, Relation.COORDINATES]
    with pytest.raises(NotFound):
        questions.answer(
            session, made, "Snart", ground=Ground.CONSENT, public_url=URL, by=all_.siv, now=NOW
        )
    questions.answer(
        session, made, "I maj", ground=Ground.CONSENT, public_url=URL, by=all_.ali, now=NOW
    )
    with pytest.raises(questions.AnsweredAlready):
        questions.withdraw(session, made, by=all_.sara, now=NOW)
    (seen,) = questions.questions_for(session, all_.youth, all_.siv)
    assert seen.fields["answer"] == "I maj"


def test_a_youth_takes_as_many_queries_with_many_notes_as_with_one(
    session: Session, count_queries: QueryCounter
) -> None:
    all_ = make_together(session)
    taken = []
    for many in (1, 10):
        for number in range(many):
            note = notes.write(session, all_.youth, f"{number}", by=all_.sara, now=NOW)
            sharing.share(session, note, all_.social, ground=Ground.DUTY, by=all_.sara, now=NOW)
            refer(session, all_, number)
        session.expire_all()
        youth, ali = all_.youth, all_.ali
        session.refresh(youth)
        session.refresh(ali)
        with count_queries() as counted:
            notes.notes_for(session, youth, ali)
            referrals.referrals_for(session, youth, ali)
            offers.receivers(session, youth)
        taken.append(len(counted))
    assert taken[0] == taken[1]
