"""Three sign what they have read, each in her own way, and then somebody is at work."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from accounts.models import AuditEntry
from foundation.errors import NotFound
from foundation.outbox import QueuedLetter
from placements import links
from placements import service as introductions
from placements.agreements import queries, signing
from placements.agreements.models import SIGNERS, AgreementState, OnBehalf
from placements.agreements.signing import Signing
from placements.agreements.states import NotNow
from placements.agreements.turns import ChangedMeanwhile
from placements.asking import IsProtected
from placements.models import Party, Stage, Way, Why
from placements.moving import Actor
from placements.states import IllegalStep
from placements.work import service as work
from placements.work.queries import follow_ups_of, placement_of
from tests.placements.agreements.makers import (
    a_draft,
    opened,
    reword,
    signed_by,
    subjects_of,
)
from tests.placements.makers import (
    IN_TIME,
    URL,
    an_employers_opening,
    asked,
    caseworker_of,
    colleague_of,
    introduced,
    placed,
    welcomed,
)

BOTH_OTHERS = (Party.EMPLOYER, Party.CASEWORKER)


def test_three_signatures_start_the_placement_on_the_agreed_terms(session: Session) -> None:
    agreement = signed_by(session, opened(session), *BOTH_OTHERS)
    made = agreement.introduction
    assert (agreement.state, made.stage) == (AgreementState.OPEN, Stage.AGREEMENT)
    signed_by(session, agreement, Party.YOUTH)
    placement = placement_of(session, made)
    assert placement is not None
    assert (agreement.state, made.stage) == (AgreementState.SIGNED, Stage.PLACED)
    assert (placement.starts_on, placement.ends_on) == (date(2026, 12, 7), date(2027, 3, 5))
    assert [each.due_on for each in follow_ups_of(session, placement)] == [
        date(2026, 12, 21),
        date(2027, 2, 1),
    ]
    assert made.opening.taken == 1
    assert [subject.split(":")[0] for subject in subjects_of(session)] == [
        "Läs och skriv under",
        "Alla har skrivit under",
        "Alla har skrivit under",
    ]


def test_no_letter_tells_who_it_is_about(session: Session) -> None:
    signed_by(session, opened(session), *SIGNERS)
    letters = session.exec(select(QueuedLetter).where(QueuedLetter.purpose == "agreement")).all()
    assert letters
    for letter in letters:
        for word in ("Kim", "Hemlig", "Namn", "Karin Fjärden", "disken"):
            assert word not in f"{letter.subject}{letter.text}{letter.html}"


def test_nobody_signs_other_words_than_she_has_read(session: Session) -> None:
    agreement = opened(session)
    seen_at = agreement.updated_at
    reword(session, agreement, now=IN_TIME + timedelta(minutes=1), scope=50)
    opened(session, agreement, now=IN_TIME + timedelta(minutes=2))
    with pytest.raises(ChangedMeanwhile):
        signing.sign(
            session,
            agreement,
            Signing(party=Party.CASEWORKER, name="Lisa"),
            seen_at=seen_at,
            by=caseworker_of(agreement.introduction),
            public_url=URL,
            now=IN_TIME,
        )


def test_the_youth_signs_by_a_link_that_works_once(session: Session) -> None:
    agreement = signed_by(session, opened(session), *BOTH_OTHERS)
    token = signing.link_for_youth(session, agreement, now=IN_TIME)

    def sign() -> None:
        signing.sign_by_link(
            session,
            token,
            "Kim",
            seen_at=agreement.updated_at,
            public_url=URL,
            now=IN_TIME,
        )

    sign()
    assert agreement.state is AgreementState.SIGNED
    [given] = [
        each for each in queries.signatures_of(session, agreement)[1] if each.party is Party.YOUTH
    ]
    assert (given.name, given.way, given.by_id) == ("Kim", Way.LINK, None)
    with pytest.raises(links.LinkOver):
        sign()


def test_on_somebodys_behalf_only_a_caseworker_signs_and_says_why(session: Session) -> None:
    agreement = opened(session)
    made = agreement.introduction
    for by, reason in (
        (Actor(Party.EMPLOYER, colleague_of(session, made)), OnBehalf.ON_PAPER),
        (caseworker_of(made), None),
    ):
        with pytest.raises(NotNow):
            signing.sign(
                session,
                agreement,
                Signing(party=Party.YOUTH, name="Kim", on_behalf=reason),
                seen_at=agreement.updated_at,
                by=by,
                public_url=URL,
                now=IN_TIME,
            )
    signed_by(session, agreement, Party.YOUTH, on_behalf=OnBehalf.ON_PAPER)
    [given] = queries.signatures_of(session, agreement)[1]
    assert (given.way, given.on_behalf, given.by) == (
        Way.PAPER,
        OnBehalf.ON_PAPER,
        made.youth.responsible,
    )
    with pytest.raises(signing.SignedAlready):
        signed_by(session, agreement, Party.YOUTH)


def test_without_a_vacancy_the_last_signature_is_refused_and_nothing_is_lost(
    session: Session,
) -> None:
    opening = an_employers_opening(session)
    made = welcomed(session, introduced(session, asked(session, opening=opening)))
    other = welcomed(session, introduced(session, asked(session, opening=opening)))
    agreement = signed_by(session, opened(session, a_draft(session, made)), *BOTH_OTHERS)
    placed(session, other)
    token = signing.link_for_youth(session, agreement, now=IN_TIME)

    def sign() -> None:
        signing.sign_by_link(
            session, token, "Kim", seen_at=agreement.updated_at, public_url=URL, now=IN_TIME
        )

    with pytest.raises(work.NoVacancyLeft):
        sign()
    assert (agreement.state, made.stage) == (AgreementState.OPEN, Stage.AGREEMENT)
    assert len(queries.signatures_of(session, agreement)[1]) == 2
    opening.number_of_vacancies = 2
    session.flush()
    sign()
    assert made.stage is Stage.PLACED


def test_who_has_got_protected_identity_since_signs_nothing(session: Session) -> None:
    agreement = opened(session)
    youth = agreement.introduction.youth
    youth.home_municipality, youth.protected_identity = None, True
    session.flush()
    with pytest.raises(IsProtected):
        signed_by(session, agreement, Party.CASEWORKER)
    colleague = colleague_of(session, agreement.introduction)
    with pytest.raises(NotFound):
        queries.get_read(session, agreement.introduction_id, by=colleague)


def test_what_has_ended_is_not_signed(session: Session) -> None:
    agreement = signed_by(session, opened(session), *BOTH_OTHERS)
    made = agreement.introduction
    by = caseworker_of(made)
    introductions.withdraw(session, made, Why.WITHDRAWN, by=by, public_url=URL, now=IN_TIME)
    with pytest.raises(IllegalStep):
        signed_by(session, agreement, Party.YOUTH)


def test_every_act_leaves_a_line_without_names(session: Session) -> None:
    signed_by(session, opened(session), *SIGNERS)
    lines = session.exec(select(AuditEntry).where(col(AuditEntry.action).startswith("agreement")))
    entries = list(lines)
    assert {each.action for each in entries} == {
        "agreement.started",
        "agreement.changed",
        "agreement.opened",
        "agreement.signed",
    }
    assert "Kim" not in str([each.facts for each in entries])
