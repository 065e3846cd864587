"""The switch between an opening for those signed in and one for the world."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from openings import public
from openings.models import Opening
from web import guards
from web.db import session

ANSWERS = {"yes": True, "no": False}


def switched(opening: Opening, back_to: str) -> ResponseReturnValue:
    """Do what the pressed button says, and go back to the opening's page."""
    shown = ANSWERS.get(request.form.get("shown", ""))
    if shown is None:
        abort(400)
    public.show_to_world(session, opening, shown, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Alla kan se platsen nu.") if shown else _("Bara inloggade ser platsen nu."), "success")
    return redirect(url_for(back_to, opening_id=opening.id))
