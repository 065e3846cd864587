"""An employer answers an invitation to an event from its mail: what, when and where, and nobody."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from events import inviting, links
from events.models import Answer
from events.wording import KINDS, where
from foundation import clock
from foundation.translating import _
from web.answers.blueprint import OFTEN_ENOUGH, bp
from web.db import session
from web.events.wording import access, when
from web.guards import public
from web.limits import limiter


@bp.route("/events/answer/<token>", methods=["GET", "POST"])
@limiter.limit(OFTEN_ENOUGH)
@public
def event(token: str) -> ResponseReturnValue:
    """Tell about the event, and take the answer of the button that is pressed."""
    now = clock.now()
    link = links.find(session, token, now=now)
    form, said = FlaskForm(), request.form.get("said")
    if said not in list(Answer) or not form.validate_on_submit():
        return render_template(
            "answers/event.html",
            form=form,
            event=link.invitation.event,
            kinds=KINDS,
            access=access,
            when=when,
            where=where,
        )
    inviting.answer_by_link(session, token, Answer(said), now=now)
    session.commit()
    is_yes = said == Answer.YES
    words = _("Tack! Vi ses.") if is_yes else _("Tack för beskedet. Vi hörs en annan gång.")
    return render_template("answers/thanks.html", words=words)
