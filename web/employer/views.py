"""Where an employer begins: what waits first, then the openings."""

from datetime import timedelta

from flask import render_template
from flask.typing import ResponseReturnValue

from employers import queries as employers
from events import queries as events
from events.models import Answer, Invitation
from foundation import clock
from foundation.translating import zone
from openings import queries
from openings.models import Opening, OpeningState
from openings.queries import Filters
from placements.agreements.queries import to_sign
from placements.meetings.queries import invited_to
from placements.meetings.wording import HOWS
from placements.queries import waiting_for_employer
from placements.supervising import supervised_by
from web.db import session
from web.employer.blueprint import bp
from web.employer_openings.counts import COUNTERS, columns, counted
from web.events.wording import when
from web.guards import employers_only, user
from web.openings import wording

SOON = timedelta(days=14)
MOST_SHOWN = 5


@bp.get("")
@employers_only
def index() -> ResponseReturnValue:
    """The start page; who acts for no employer is told what she can wait for."""
    own = employers.employers_of(session, user())
    if not own:
        return _without_openings()
    today = clock.local_date(clock.now(), zone())
    published = _first(OpeningState.PUBLISHED)
    return render_template(
        "employer/index.html",
        employers=own,
        requests=employers.requests_to(session, user()),
        introductions=waiting_for_employer(session, user()),
        agreements=to_sign(session, user()),
        meetings=session.exec(invited_to(user(), now=clock.now())).all(),
        invitations=_invitations(),
        when=when,
        drafts=_first(OpeningState.DRAFT),
        ending=queries.ending_soon(session, user(), first=today, last=today + SOON),
        published=published,
        counters=COUNTERS,
        counter_columns=columns(),
        figures=counted(session, published),
        counts=queries.count_by_state(session, user()),
        words=wording,
        today=today,
    )


def _invitations() -> list[Invitation]:
    """What the employers are invited to, but for what they have said no to."""
    found = session.exec(events.invited(user(), now=clock.now()))
    return [each for each in found if each.answer is not Answer.NO]


def _first(state: OpeningState) -> list[Opening]:
    rows = queries.listed(user(), Filters(state=state)).limit(MOST_SHOWN)
    return list(session.exec(rows))


def _without_openings() -> str:
    """A supervisor's own start, or what a person can wait for who is let in nowhere."""
    ties, now = employers.ties_of(session, user()), clock.now()
    if not ties:
        waits = employers.is_waiting(session, user())
        return render_template("employer/waiting.html", waits=waits)
    return render_template(
        "employer/supervisor.html",
        employers=[tie.employer for tie in ties],
        mine=supervised_by(session, user(), now=now),
        hows=HOWS,
        today=clock.local_date(now, zone()),
    )
