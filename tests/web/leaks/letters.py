"""The letters that an employer gets, and the links in them."""

from datetime import timedelta

from flask import Flask
from sqlmodel import Session, col, select

from accounts.models import User
from digests import service
from digests.links import Signer
from digests.models import DigestKind
from digests.service import Outcome, Sending, Turn
from foundation import clock
from foundation.outbox import QueuedLetter
from foundation.translating import HOME
from placements.models import Introduction
from tests.placements.makers import URL


def token_in(session: Session, path: str) -> str:
    """What the link of the newest letter to such a page ends with."""
    newest_first = select(QueuedLetter).order_by(col(QueuedLetter.queued_at).desc())
    texts = (letter.text for letter in session.exec(newest_first))
    return next(text.split(path)[1].split()[0].split("?")[0] for text in texts if path in text)


def links_of(app: Flask, session: Session, made: Introduction, colleague: User) -> dict[str, str]:
    """What the links of a colleague's weekly letter end with, by the page that they open."""
    signer, opening = Signer(app.config["SETTINGS"].secret_key), made.opening
    last = opening.application_deadline = clock.now().date() + timedelta(days=9)
    session.flush()
    return {
        "letter_links.stop": signer.stop(colleague.id).rpartition("/")[2],
        "letter_links.prolong": signer.prolong(opening.id, colleague.id, last).rpartition("/")[2],
    }


def send_weekly_letter(app: Flask, session: Session, colleague: User) -> None:
    """Queue the weekly letter of a colleague, who has an introduction to answer."""
    now, signer = clock.now(), Signer(app.config["SETTINGS"].secret_key)
    turn = Turn(colleague.id, DigestKind.EMPLOYER, clock.iso_week(now, HOME))
    assert service.send(session, [turn], Sending(URL, signer, now, HOME)) == {Outcome.QUEUED: 1}
