"""Nothing of a youth reaches an employer that was not ticked: no page, file, letter or log line."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlmodel import Session, select
from structlog.testing import capture_logs

from accounts.models import AuditEntry, RoleName, Team, User
from employers.models import Colleague, ColleagueRole, Employer
from employers.queries import workplaces_of
from foundation import clock
from foundation.letters import Letter
from foundation.outbox import QueuedLetter
from foundation.sheets import SheetRow
from openings import uploads
from openings.models import Pledge
from placements import asking, introducing
from placements.agreements import service as agreements
from placements.agreements import signing, writing
from placements.agreements.models import Agreement
from placements.agreements.signing import Signing
from placements.introducing import Answer
from placements.meetings import service as meetings
from placements.meetings.models import Meeting
from placements.models import Introduction, Party
from placements.moving import Actor
from placements.work import assessing
from placements.work import service as work
from placements.work.models import Outcome
from placements.work.queries import follow_ups_of, placement_of
from tests.client import Client
from tests.factories import make_user
from tests.goals.makers import a_published_report
from tests.jobtracks.makers import a_track
from tests.placements.agreements.makers import agreed_terms
from tests.placements.makers import URL, an_assessment, caseworker_of, colleague_of
from tests.placements.meetings.makers import meeting_facts
from tests.web.employer.members import let_in
from tests.web.leaks.letters import links_of, send_weekly_letter, token_in
from tests.web.leaks.markers import (
    SHOWN,
    TRACES,
    WRITTEN,
    asked_of_all,
    invite_both_to_an_event,
)
from tests.web.leaks.reachable import WITHOUT_HER, addresses, routes, text_of

CARD = "employer_introductions.show"
MARKS = re.compile("hemlig", re.IGNORECASE)
WORDS = {
    trace: re.compile(rf"(?<![\w-]){re.escape(trace)}(?![\w-])", re.IGNORECASE) for trace in TRACES
}

Found = Mapping[tuple[str, str], int]
"""How often each trace stands at an address."""


def traces_in(text: str) -> dict[str, int]:
    return {trace: len(word.findall(text)) for trace, word in WORDS.items()}


@dataclass(frozen=True, slots=True)
class Visitor:
    """A colleague of the employer, who opens all that she can open."""

    client: Client
    samples: Mapping[str, object]
    opened: set[str]

    def read_all(self, tokens: Mapping[str, str], unless_before: Found | None = None) -> Found:
        """Open every route; whatever stood there before is the portal's own word, and no leak.

        The two ticked marks stand on the card alone, and whatever has the other mark nowhere.
        """
        found: dict[tuple[str, str], int] = {}
        for endpoint, address in addresses(self.client.app, self.samples, tokens):
            self.client.session.commit()
            answer = self.client.http.get(address)
            text = text_of(answer)
            if answer.status_code == 200:
                self.opened.add(endpoint)
            assert answer.status_code in {200, 302, 404, 409, 410}, (address, answer.status_code)
            assert not MARKS.search(text), (address, text)
            told = [mark for mark in SHOWN.values() if mark in text]
            assert not told or endpoint == CARD, (address, told)
            for trace, times in traces_in(text).items():
                found[address, trace] = times
                if unless_before is not None:
                    assert times <= unless_before.get((address, trace), 0), (address, trace)
        return found


def samples_of(session: Session, made: Introduction, colleague: User) -> dict[str, object]:
    """Something for each part of an address, all of the employer that is told of the youth."""
    employer = made.opening.employer
    assert employer is not None
    tie = session.exec(select(Colleague).where(Colleague.user_id == colleague.id)).one()
    recruiter = make_user(session, RoleName.EMPLOYER)
    other = let_in(session, employer, recruiter, ColleagueRole.RECRUITER)
    rows = [SheetRow(2, {"Rubrik": "Kock"})]
    sent = uploads.keep(session, employer, rows, publishes=False, by=colleague, now=clock.now())
    team = session.get_one(Team, made.youth.team_id)
    return {
        "employer_id": employer.id,
        "colleague_id": other.id,
        "workplace_id": workplaces_of(session, tie.employer)[0].id,
        "opening_id": made.opening_id,
        "introduction_id": made.id,
        "meeting_id": made.id,
        "invitation_id": made.id,
        "upload_id": sent.id,
        "pledge_id": make_pledge(session, employer).id,
        "report_id": a_published_report(session, colleague).id,
        "track_id": a_track(session, team, make_user(session, RoleName.COORDINATOR)).id,
    }


def make_pledge(session: Session, employer: Employer) -> Pledge:
    now = clock.now()
    until = now.date() + timedelta(days=90)
    pledge = Pledge(
        employer_id=employer.id,
        promised=3,
        starts_on=now.date(),
        ends_on=until,
        created_at=now,
        updated_at=now,
    )
    session.add(pledge)
    session.flush()
    return pledge


def consent_and_introduce(session: Session, made: Introduction) -> None:
    now, lisa = clock.now(), caseworker_of(made)
    asking.record_answer(
        session, made, is_given=True, by=lisa, now=now, note="Hemligt om samtycket"
    )
    assessment = an_assessment(*SHOWN, written=WRITTEN, note="Hemlig bedömning")
    introducing.introduce(
        session, made, assessment, by=made.youth.responsible, public_url=URL, now=now
    )


def welcome_meet_and_agree(session: Session, made: Introduction) -> Agreement:
    """The employer says yes, a meeting is noted, and an agreement waits for signatures."""
    now, by = clock.now(), made.youth.responsible
    boss = Actor(Party.EMPLOYER, colleague_of(session, made))
    introducing.answer(session, made, Answer.YES, by=boss, public_url=URL, now=now)
    ahead = meeting_facts(day=now.date() + timedelta(days=3))
    meetings.propose(session, made, ahead, by=by, public_url=URL, now=now)
    agreement = writing.start_draft(session, made, by=by, now=now)
    today = now.date()
    terms = agreed_terms(
        starts_on=today,
        ends_on=today + timedelta(days=90),
        follow_ups=(today + timedelta(days=14), today + timedelta(days=60)),
    )
    seen = agreement.updated_at
    writing.change(session, agreement, terms, seen_at=seen, by=by, now=now)
    agreements.open_for_signatures(
        session,
        agreement,
        name_agreed=True,
        seen_at=agreement.updated_at,
        by=by,
        public_url=URL,
        now=now,
    )
    return agreement


def sign_and_follow_up(session: Session, made: Introduction, agreement: Agreement) -> None:
    """All three sign, and a talk about the placement is written down."""
    now, lisa = clock.now(), caseworker_of(made)
    boss = Actor(Party.EMPLOYER, colleague_of(session, made))
    for party, by in (
        (Party.EMPLOYER, boss),
        (Party.CASEWORKER, lisa),
        (Party.YOUTH, Actor(Party.YOUTH)),
    ):
        signing.sign(
            session,
            agreement,
            Signing(party=party, name=f"Namn {party}"),
            seen_at=agreement.updated_at,
            by=by,
            public_url=URL,
            now=now,
        )
    placement = placement_of(session, made)
    assert placement is not None
    work.follow_up_done(
        session,
        follow_ups_of(session, placement)[0],
        done_on=now.date(),
        days_planned=5,
        days_present=4,
        note="Hemlig uppföljning",
        by=made.youth.responsible,
        now=now,
    )


def end_and_look_back(session: Session, made: Introduction) -> None:
    """The placement ends, the youth says how it was, and the employer is asked."""
    now, by = clock.now(), made.youth.responsible
    placement = placement_of(session, made)
    assert placement is not None
    work.end(
        session,
        placement,
        Outcome.STUDIES,
        ended_on=now.date(),
        note="Hemligt om slutet",
        by=by,
        now=now,
    )
    said = dict.fromkeys(assessing.QUESTIONS[Party.YOUTH], 1)
    assessing.say(session, placement, Party.YOUTH, said, "Hemligt omdöme", by=None, now=now)
    assessing.ask_employer(session, made, public_url=URL, now=now)


def all_that_is_known(client: Client, made: Introduction) -> str:
    """What her own caseworker reads. Each trace stands there: none is looked for in vain."""
    client.sign_in(made.youth.responsible)
    youth = f"/youths/{made.youth_id}"
    pages = [youth, f"{youth}/edit", f"/introductions/{made.id}"]
    return " ".join(client.get(page) for page in pages)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_nothing_that_was_not_ticked_reaches_an_employer(
    own_app: Flask, session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    own_app.config["SETTINGS"] = replace(own_app.config["SETTINGS"], public_feed=True)
    client = Client(own_app, session)
    made = asked_of_all(session)
    known = all_that_is_known(client, made)
    assert [trace for trace, times in traces_in(known).items() if not times] == [], known
    colleague = colleague_of(session, made)
    visitor = Visitor(client, samples_of(session, made, colleague), set())
    client.sign_in(colleague)
    before = visitor.read_all(links_of(own_app, session, made, colleague))
    with capture_logs() as lines:
        consent_and_introduce(session, made)
        token = token_in(session, "/answer/")
        send_weekly_letter(own_app, session, colleague)
        invited = {"invitation_id": invite_both_to_an_event(session, made).id}
        links = {"answers.answer": token, "answers.event": token_in(session, "/events/answer/")}
        replace(visitor, samples={**visitor.samples, **invited}).read_all(links, before)
        for card in (
            client.get(f"/my-introductions/{made.id}"),
            client.post(f"/answer/{token}", {"look": "1"}, expect=200),
        ):
            assert all(mark in card for mark in SHOWN.values())
            assert not MARKS.search(card)
            assert not any(traces_in(card).values())
        agreement = welcome_meet_and_agree(session, made)
        meeting = session.exec(select(Meeting.id)).one()
        visitor = replace(visitor, samples={**visitor.samples, "meeting_id": meeting})
        visitor.read_all({}, before)
        sign_and_follow_up(session, made, agreement)
        visitor.read_all({}, before)
        end_and_look_back(session, made)
        links = {"answers.employer_assessment": token_in(session, "/assessment/employer/")}
        visitor.read_all(links, before)
    assert {rule.endpoint for rule in routes(own_app)} - visitor.opened == WITHOUT_HER
    facts = [str(entry.facts) for entry in session.exec(select(AuditEntry))]
    for text in (*_letters(session), *facts, *map(str, lines), caplog.text):
        assert not MARKS.search(text), text
        assert not [mark for mark in SHOWN.values() if mark in text], text
        assert not [trace for trace, times in traces_in(text).items() if times], text


def _letters(session: Session) -> list[str]:
    """Each letter as it leaves: its headers, its text, its page and its calendar file."""
    letters = session.exec(select(QueuedLetter)).all()
    assert {"introduction", "agreement", "meeting", "digest"} <= {
        letter.purpose for letter in letters
    }
    return [
        f"{letter.purpose} {_headers(letter)} {letter.text} {letter.html} {letter.calendar}"
        for letter in letters
    ]


def _headers(letter: QueuedLetter) -> str:
    made = Letter(to=letter.to, subject=letter.subject, text=letter.text, html=letter.html)
    return str(made.as_message("farled@example.org").items())
