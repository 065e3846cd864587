"""One letter for each recipient, kind and week, whatever is run twice or breaks on the way."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import JSON, Engine, type_coerce, update
from sqlmodel import Session, col, select

from accounts.models import RoleName, User
from digests import building, service
from digests.models import Digest, DigestKind
from digests.service import Outcome, Sending
from foundation import bounces, clock
from foundation.translating import FEWEST_SHOWN, HOME
from openings.models import Opening
from suggestions.models import SuggestionState
from tests.digests.making import (
    DAY,
    PORTAL,
    PROTECTED,
    SIGNER,
    letters,
    make_suggestion,
    send,
    with_news,
)
from tests.factories import (
    NOW,
    make_caseworker,
    make_employer,
    make_opening,
    make_team,
    make_user,
    make_youth,
)
from youths.models import Youth

WEEK = "2026-W48"
NEXT_MONDAY = NOW + 7 * DAY


def an_employer_with_news(session: Session) -> User:
    user = make_user(session, RoleName.EMPLOYER)
    opening = make_opening(session, make_employer(session, user))
    suited(session, opening)
    return user


def suited(session: Session, opening: Opening) -> None:
    """So many youths that an employer may be told how many they are."""
    lisa = make_caseworker(session)
    for _each in range(FEWEST_SHOWN):
        make_suggestion(session, make_youth(session, lisa), opening)


def test_a_caseworker_and_an_employer_get_a_letter_each(session: Session) -> None:
    employer = an_employer_with_news(session)
    caseworker = with_news(session)
    summary = send(session)
    assert summary.week == WEEK
    assert {letter.to for letter in letters(session)} >= {caseworker.email, employer.email}
    assert summary.outcomes[DigestKind.EMPLOYER] == {Outcome.QUEUED: 1}
    assert summary.outcomes[DigestKind.CASEWORKER] == {Outcome.QUEUED: 2}


def test_a_row_keeps_the_week_the_counts_and_the_letter(session: Session) -> None:
    caseworker = with_news(session)
    send(session)
    digest = session.exec(select(Digest)).one()
    assert (digest.recipient_id, digest.kind, digest.week) == (
        caseworker.id,
        DigestKind.CASEWORKER,
        WEEK,
    )
    assert digest.counts["strong"] == 1
    assert digest.letter is not None
    assert (digest.letter.purpose, digest.letter.to) == ("digest", caseworker.email)


def test_running_it_again_sends_nothing_more(session: Session) -> None:
    caseworker = with_news(session)
    send(session)
    make_suggestion(session, make_youth(session, caseworker), first_suggested_at=NOW)
    again = send(session, now=NOW + timedelta(hours=1))
    assert again.total(Outcome.SENT_BEFORE) == 1
    assert again.total(Outcome.QUEUED) == 0
    assert len(letters(session)) == 1


def test_nothing_new_means_no_letter_that_week(session: Session) -> None:
    caseworker = make_caseworker(session)
    youth = make_youth(session, caseworker)
    assert send(session).total(Outcome.NOTHING_NEW) == 1
    assert letters(session) == []
    make_suggestion(session, youth, first_suggested_at=NOW)
    assert send(session, now=NOW + timedelta(hours=1)).total(Outcome.SENT_BEFORE) == 1
    assert send(session, now=NEXT_MONDAY).total(Outcome.QUEUED) == 1


def test_who_sends_by_hand_before_the_hour_takes_nobodys_letter(session: Session) -> None:
    make_youth(session)
    sending = Sending(PORTAL, SIGNER, NOW, HOME, keeps_silence=False)
    assert service.send_week(session, sending).total(Outcome.NOTHING_NEW) == 1
    assert session.exec(select(Digest)).all() == []


def test_nobody_is_written_to_at_a_marked_address(session: Session) -> None:
    caseworker = with_news(session)
    bounces.mark(session, caseworker.email.upper(), why="550", now=NOW)
    assert send(session).total(Outcome.QUEUED) == 0
    bounces.lift(session, caseworker.email)
    assert send(session).total(Outcome.QUEUED) == 1


def test_the_next_letter_tells_only_what_came_after_the_last(session: Session) -> None:
    caseworker = with_news(session)
    send(session)
    make_suggestion(session, make_youth(session, caseworker), first_suggested_at=NOW + DAY)
    send(session, now=NEXT_MONDAY)
    later = session.exec(select(Digest).where(Digest.week == "2026-W49")).one()
    assert later.counts["strong"] == 1


def test_a_week_without_a_letter_loses_nothing(session: Session) -> None:
    caseworker = with_news(session)
    send(session)
    make_suggestion(session, make_youth(session, caseworker), first_suggested_at=NEXT_MONDAY - DAY)
    send(session, now=NEXT_MONDAY + 7 * DAY)
    latest = session.exec(select(Digest).where(Digest.week == "2026-W50")).one()
    assert latest.counts["strong"] == 1


def test_a_decided_week_is_followed_by_silence(session: Session) -> None:
    caseworker = make_caseworker(session)
    suggestion = make_suggestion(session, make_youth(session, caseworker))
    send(session)
    suggestion.state = SuggestionState.DISMISSED
    session.flush()
    assert send(session, now=NEXT_MONDAY).total(Outcome.QUEUED) == 0


@pytest.mark.parametrize(
    "facts",
    [{"active": False}, {"confirmed_at": None}, {"wants_digest": False}],
    ids=["closed account", "unconfirmed address", "turned off"],
)
def test_who_should_have_no_letter_has_none(session: Session, facts: dict[str, object]) -> None:
    with_news(session, **facts)
    assert send(session).total(Outcome.QUEUED) == 0
    assert letters(session) == []


def test_a_coordinator_with_youths_of_her_own_gets_a_letter(session: Session) -> None:
    coordinator = make_user(session, RoleName.COORDINATOR)
    make_team(session, coordinator)
    make_suggestion(session, make_youth(session, coordinator))
    send(session)
    assert [letter.to for letter in letters(session)] == [coordinator.email]


def test_every_colleague_of_an_employer_gets_a_letter(session: Session) -> None:
    people = [make_user(session, RoleName.EMPLOYER) for _number in range(2)]
    suited(session, make_opening(session, make_employer(session, *people)))
    send(session)
    assert {person.email for person in people} <= {letter.to for letter in letters(session)}


def test_everybody_reads_in_her_own_language(session: Session) -> None:
    youths = {
        language: make_youth(session, make_caseworker(session, language=language))
        for language in ("sv", "nb", "en")
    }
    for youth in youths.values():
        make_suggestion(session, youth)
    send(session)
    pages = [letter.html or "" for letter in letters(session)]
    for language in youths:
        assert sum(f'<html lang="{language}">' in page for page in pages) == 1


def test_no_letter_holds_anything_about_a_youth_but_an_alias_or_initials(session: Session) -> None:
    caseworker = make_caseworker(session)
    youth = make_youth(
        session,
        caseworker,
        alias="Amina Hassan-Öberg",
        about="Bor hos sin mormor",
        born=2006,
        skills=["svetsning"],
        wishes=["bilmek"],
    )
    hidden = make_youth(session, caseworker, alias="Hemlig", **PROTECTED)
    user = make_user(session, RoleName.EMPLOYER)
    opening = make_opening(session, make_employer(session, user), headline="Mekaniker")
    others = [make_youth(session, caseworker) for _each in range(FEWEST_SHOWN)]
    for each in (youth, hidden, *others):
        make_suggestion(session, each, opening)
    send(session)
    sent = letters(session)
    assert len(sent) == 2
    for letter in sent:
        everything = letter.subject + letter.text + (letter.html or "")
        for secret in ("Amina", "Hassan", "Öberg", "Hemlig", "mormor", "2006", "svets", "bilmek"):
            assert secret not in everything
    assert "A.H.Ö.: 1 nytt starkt förslag" in sent[0].text + sent[1].text


def test_what_breaks_for_one_stops_no_other(session: Session) -> None:
    people = sorted((with_news(session) for _number in range(3)), key=lambda user: user.id)
    unreadable = type_coerce("not a list", JSON)
    session.execute(
        update(Youth).where(col(Youth.responsible_id) == people[1].id).values(skills=unreadable)
    )
    session.expire_all()
    summary = send(session)
    assert summary.outcomes[DigestKind.CASEWORKER] == {Outcome.QUEUED: 2, Outcome.FAILED: 1}
    assert {letter.to for letter in letters(session)} == {people[0].email, people[2].email}


def test_a_week_may_be_named(session: Session) -> None:
    with_news(session)
    assert send(session, week="2026-W47").week == "2026-W47"
    assert session.exec(select(Digest.week)).all() == ["2026-W47"]


def test_the_week_is_the_one_on_the_wall(session: Session) -> None:
    with_news(session)
    sunday_in_utc = clock.monday_of(WEEK, NOW.time().replace(hour=0), HOME)
    assert sunday_in_utc.isoweekday() == 7
    assert send(session, now=sunday_in_utc).week == WEEK


def test_a_transaction_that_is_undone_leaves_no_letter_and_no_row(fresh_engine: Engine) -> None:
    with Session(fresh_engine) as session:
        with_news(session)
        session.commit()
        send(session)
        session.rollback()
        assert letters(session) == []
        assert session.exec(select(Digest)).all() == []
        assert send(session).total(Outcome.QUEUED) == 1


def test_two_senders_at_once_make_one_letter(fresh_engine: Engine) -> None:
    with Session(fresh_engine) as session:
        for _number in range(3):
            with_news(session)
        session.commit()
    together = Barrier(2)

    def run() -> int:
        with Session(fresh_engine) as session:
            together.wait()
            queued = send(session).total(Outcome.QUEUED)
            session.commit()
            return queued

    with ThreadPoolExecutor(2) as pool:
        counts = [future.result() for future in [pool.submit(run) for _number in range(2)]]
    assert sum(counts) == 3
    with Session(fresh_engine) as session:
        assert len(letters(session)) == 3


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (RoleName.CASEWORKER, DigestKind.CASEWORKER),
        (RoleName.COORDINATOR, DigestKind.COORDINATOR),
        (RoleName.EMPLOYER, DigestKind.EMPLOYER),
        (RoleName.STEERING, None),
        (RoleName.ADMINISTRATOR, None),
    ],
)
def test_the_role_says_which_letter_one_reads(role: RoleName, kind: DigestKind | None) -> None:
    assert building.kind_for(role) is kind


def test_the_preview_is_the_letter_that_would_go(session: Session) -> None:
    caseworker = with_news(session)
    preview = building.preview(
        session, caseworker, DigestKind.CASEWORKER, signer=SIGNER, now=NOW, zone=HOME
    )
    send(session)
    assert preview is not None
    assert letters(session)[0].subject == preview.subject
    assert all(line.text in letters(session)[0].text for s in preview.sections for line in s.lines)
