"""A youth's own letter comes only after her yes, says nothing of her, and leaves no address."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from accounts.models import AuditEntry
from digests.service import Outcome, Sending
from digests.youth import sending as own_letters
from foundation import bounces
from foundation.outbox import QueuedLetter
from foundation.translating import HOME
from tests.digests.making import DAY, PORTAL, PROTECTED, SIGNER, letters, make_suggestion
from tests.factories import NOW, TODAY, make_opening, make_youth
from youths.models import Youth
from youths.own_letters import belonging, service
from youths.own_letters.models import OwnLetter, OwnLetterWeek
from youths.own_letters.service import NoMail

ADDRESS = "wilma@example.org"
WEEK = timedelta(days=7)


def agree(session: Session, youth: Youth, address: str | None = ADDRESS) -> OwnLetter:
    return service.agree(
        session,
        youth,
        address=address,
        language="sv",
        on=TODAY,
        by=youth.responsible,
        now=NOW,
    )


def with_news(session: Session, **facts: Any) -> Youth:
    youth = make_youth(session, **({"alias": "Amina Hassan", "about": "Bor hos mormor"} | facts))
    opening = make_opening(
        session, headline="Köksbiträde", employer_name="Hotell Nord", is_public=True
    )
    make_suggestion(session, youth, opening)
    return youth


def send(session: Session, after: timedelta = timedelta(0)) -> dict[Outcome, int]:
    now = NOW + after
    week, youths = own_letters.due_now(session, now=now, zone=HOME)
    return own_letters.send(session, youths, week, Sending(PORTAL, SIGNER, now, HOME))


def test_without_her_yes_there_is_no_letter(session: Session) -> None:
    with_news(session)
    assert send(session) == {}
    assert letters(session) == []


def test_her_letter_tells_of_openings_and_nothing_of_her(session: Session) -> None:
    youth = with_news(session)
    agree(session, youth)
    assert send(session) == {Outcome.QUEUED: 1}
    (letter,) = letters(session)
    assert (letter.to, letter.subject) == (ADDRESS, "1 ny plats för dig")
    assert "- Köksbiträde hos Hotell Nord\n" in letter.text
    assert f"{PORTAL}/public/openings/" in letter.text
    everything = letter.subject + letter.text + (letter.html or "")
    for secret in ("Amina", "Hassan", "A.H.", "mormor", "/youths/", "/digests"):
        assert secret not in everything
    assert letter.stop is not None
    assert SIGNER.stopping_own(letter.stop.rpartition("/")[2]) == youth.id


def test_one_letter_a_week_and_none_with_nothing_in_it(session: Session) -> None:
    youth = with_news(session)
    agree(session, youth)
    send(session)
    assert send(session, timedelta(hours=1)) == {}
    assert send(session, WEEK) == {Outcome.NOTHING_NEW: 1}
    make_suggestion(session, youth, first_suggested_at=NOW + 8 * DAY)
    assert send(session, 2 * WEEK) == {Outcome.QUEUED: 1}
    assert len(letters(session)) == 2


@pytest.mark.parametrize("change", [{"archived_at": NOW}, PROTECTED], ids=["archived", "protected"])
def test_who_should_not_be_written_to_is_not(session: Session, change: dict[str, Any]) -> None:
    youth = with_news(session)
    agree(session, youth)
    for name, value in change.items():
        setattr(youth, name, value)
    session.flush()
    assert send(session) == {}


def test_a_marked_address_and_paper_get_no_mail(session: Session) -> None:
    agree(session, with_news(session))
    agree(session, with_news(session), address=None)
    bounces.mark(session, ADDRESS, why="550", now=NOW)
    assert send(session) == {}


def test_nobody_with_protected_identity_is_promised_mail(session: Session) -> None:
    youth = make_youth(session, **PROTECTED)
    with pytest.raises(NoMail):
        agree(session, youth)
    assert agree(session, youth, address=None).address is None


def test_her_no_forgets_the_address_wherever_it_stood(session: Session) -> None:
    youth = with_news(session)
    agree(session, youth)
    send(session)
    service.end(session, youth, by=None, now=NOW)
    assert session.exec(select(OwnLetter)).all() == []
    assert session.exec(select(QueuedLetter)).all() == []
    facts = str([entry.facts for entry in session.exec(select(AuditEntry))])
    assert ADDRESS not in facts
    actions = session.exec(select(AuditEntry.action)).all()
    assert sorted(actions) == ["own_letter.agreed", "own_letter.ended"]
    service.end(session, youth, by=None, now=NOW)


def test_another_address_forgets_the_one_before(session: Session) -> None:
    youth = with_news(session)
    agree(session, youth)
    send(session)
    agree(session, youth, "other@example.org")
    assert [letter.to for letter in letters(session)] == []
    assert send(session) == {}


def test_the_database_keeps_an_address_for_mail_only(session: Session) -> None:
    youth = make_youth(session)
    letter = agree(session, youth)
    letter.address = None
    with pytest.raises(IntegrityError), session.begin_nested():
        session.flush()


def test_a_merge_keeps_one_yes_and_each_week_once(session: Session) -> None:
    kept, duplicate = with_news(session), with_news(session)
    for youth in (kept, duplicate):
        agree(session, youth)
    send(session)
    belonging.move(session, duplicate, kept)
    assert [letter.youth_id for letter in session.exec(select(OwnLetter))] == [kept.id]
    assert [week.youth_id for week in session.exec(select(OwnLetterWeek))] == [kept.id]
