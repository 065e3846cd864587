"""The live preview beside the form: what has been written so far, as a caseworker would see it.

A script sends the form here while it is filled in; nothing is saved. Without scripts the page to
read through before publishing shows the same.
"""

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from employers import queries as employers
from foundation import clock
from openings import queries
from openings.facts import OpeningFacts
from openings.models import Opening, OpeningState
from reference import places
from web.db import only_reads, session
from web.employer_openings import content, reaching
from web.employer_openings.blueprint import bp
from web.employer_openings.forms import OpeningForm
from web.guards import employers_only, user
from web.limits import READING, limiter
from web.openings import advising, presenting


@bp.post("/new/glance")
@only_reads
@employers_only
@limiter.limit(READING)
def glance_at_new() -> ResponseReturnValue:
    """The preview of an opening that has not been saved yet."""
    own = employers.employers_of(session, user())
    return _glance(own[0].name if own else "")


@bp.post("/<uuid:opening_id>/glance")
@only_reads
@employers_only
@limiter.limit(READING)
def glance_at(opening_id: UUID) -> ResponseReturnValue:
    """The preview of changes that have not been saved yet."""
    opening = queries.get_visible(session, opening_id, to=user())
    return _glance(opening.employer_name, opening)


def _glance(employer_name: str, opening: Opening | None = None) -> str:
    form = OpeningForm()
    own = [each.id for each in employers.employers_of(session, user())]
    form.offer_colleagues(employers.people_at(session, own))
    del form.version, form.employer
    if not form.validate():
        return render_template("employer_openings/_glance.html", shown=None)
    facts = content.facts_from(form)
    written = unsaved(facts, employer_name)
    return render_template(
        "employer_openings/_glance.html",
        shown=presenting.shown(written, with_people=True),
        advice=advising.told(facts, opening.advice_aside if opening else ()),
        reach=reaching.told(written),
    )


def unsaved(facts: OpeningFacts, employer_name: str) -> Opening:
    """An opening with these facts that is never saved."""
    now = clock.now()
    written = Opening(
        employer_name=employer_name,
        headline=facts.headline,
        state=OpeningState.DRAFT,
        created_at=now,
        updated_at=now,
    )
    facts.write_on(written)
    seat = places.municipality(facts.country, facts.municipality or "")
    written.county = seat.county if seat else None
    return written
