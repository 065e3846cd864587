"""The letter about a seat that somebody has been offered. It names the track, and nobody on it."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from accounts.letters import Words, link_letter
from foundation import outbox
from foundation.translating import _, day, speaking
from jobtracks.enrolments.models import Enrolment

PATH = "/tracks/enrolments"
PURPOSE = "track_seat"


def seats_are_offered(
    session: Session, offered: Iterable[Enrolment], *, public_url: str, now: datetime
) -> None:
    """Tell each caseworker that a seat has come free for somebody of hers."""
    for enrolment in offered:
        user, track = enrolment.youth.responsible, enrolment.cohort.track
        if not user.active or enrolment.answer_by is None:
            continue
        with speaking(user.language):
            words = Words(
                _("En plats är ledig: %(track)s", track=track.title),
                _("En av dina ungdomar har fått erbjudande om en plats i jobbspåret."),
                _("Se erbjudandet"),
                _("Svara senast %(day)s. Du loggar in först.", day=day(enrolment.answer_by)),
                _("Efter den dagen går platsen vidare till nästa i kön."),
            )
            letter = link_letter(user, words, f"{public_url}{PATH}/{enrolment.id}")
        outbox.queue(session, letter, purpose=PURPOSE, now=now)
