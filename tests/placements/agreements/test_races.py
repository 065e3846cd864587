"""Several who sign at once on a real database: every signature counts, and one placement starts."""

from datetime import timedelta

from sqlalchemy import Engine
from sqlmodel import Session, select

from foundation.db import session_for
from placements.agreements import signing, writing
from placements.agreements.models import Agreement, AgreementState, Signature
from placements.agreements.signing import Signing
from placements.models import Move, Party
from placements.moving import Actor
from placements.states import Step
from placements.work.models import Placement
from tests.placements.agreements.makers import agreed_terms, opened, signed_by
from tests.placements.makers import IN_TIME, URL, caseworker_of, colleague_of
from tests.racing import together


def test_two_who_sign_at_once_both_count_and_the_placement_starts_once(
    fresh_engine: Engine,
) -> None:
    with session_for(fresh_engine) as session:
        agreement = signed_by(session, opened(session), Party.CASEWORKER)
        id_, seen_at = agreement.id, agreement.updated_at
        token = signing.link_for_youth(session, agreement, now=IN_TIME)

    def by_link(session: Session) -> None:
        signing.sign_by_link(session, token, "Kim", seen_at=seen_at, public_url=URL, now=IN_TIME)

    def in_the_portal(session: Session) -> None:
        agreement = session.get_one(Agreement, id_)
        colleague = colleague_of(session, agreement.introduction)
        signing.sign(
            session,
            agreement,
            Signing(party=Party.EMPLOYER, name="Karin"),
            seen_at=seen_at,
            by=Actor(Party.EMPLOYER, colleague),
            public_url=URL,
            now=IN_TIME,
        )

    assert together(fresh_engine, by_link, in_the_portal) == [True, True]
    with Session(fresh_engine) as session:
        agreement = session.get_one(Agreement, id_)
        assert agreement.state is AgreementState.SIGNED
        assert len(session.exec(select(Signature)).all()) == 3
        assert len(session.exec(select(Placement)).all()) == 1
        assert len(session.exec(select(Move).where(Move.step == Step.PLACE)).all()) == 1
        assert agreement.introduction.opening.taken == 1


def test_of_a_signature_and_a_change_at_once_no_signature_is_on_words_unread(
    fresh_engine: Engine,
) -> None:
    with session_for(fresh_engine) as session:
        agreement = opened(session)
        id_, seen_at = agreement.id, agreement.updated_at

    def sign(session: Session) -> None:
        agreement = session.get_one(Agreement, id_)
        signing.sign(
            session,
            agreement,
            Signing(party=Party.CASEWORKER, name="Lisa"),
            seen_at=seen_at,
            by=caseworker_of(agreement.introduction),
            public_url=URL,
            now=IN_TIME,
        )

    def change(session: Session) -> None:
        agreement = session.get_one(Agreement, id_)
        by = agreement.introduction.youth.responsible
        later = IN_TIME + timedelta(minutes=1)
        writing.change(
            session, agreement, agreed_terms(scope=50), seen_at=seen_at, by=by, now=later
        )

    signed, changed = together(fresh_engine, sign, change)
    assert changed
    with Session(fresh_engine) as session:
        signatures = session.exec(select(Signature)).all()
        assert [each.version.terms.scope for each in signatures] == [75] * signed
        assert session.get_one(Agreement, id_).number == 1 + signed
