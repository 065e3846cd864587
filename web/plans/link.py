"""The youth's personal link: made, shown once to be handed over, and ended."""

from uuid import UUID

from flask import url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from web import guards
from web.addresses import public_url
from web.db import session
from web.guards import caseworkers_only
from web.plans.blueprint import bp, done, get
from web.plans.views import page_of_plan
from web.youths.viewing import shown_again
from youths.plans import links


@bp.post("/<uuid:youth_id>/plan/link")
@caseworkers_only
def make_link(youth_id: UUID) -> ResponseReturnValue:
    """Make a link to her own page, in place of the one before; it is shown this once."""
    youth = get(youth_id)
    token = links.issue(session, youth, by=guards.user(), now=clock.now())
    shown_again(youth)
    session.commit()
    return page_of_plan(youth, link=public_url() + url_for("own_plan.door", token=token))


@bp.post("/<uuid:youth_id>/plan/link/end")
@caseworkers_only
def end_link(youth_id: UUID) -> ResponseReturnValue:
    """Let her link work no more."""
    youth = get(youth_id)
    links.revoke(session, youth, by=guards.user(), now=clock.now())
    return done(youth, _("Länken fungerar inte längre."))
