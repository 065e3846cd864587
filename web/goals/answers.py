"""What only goals ask about a youth: written here, and never shown again, not even here."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from foundation import clock
from foundation.errors import Refused
from foundation.translating import _, lazy_, zone
from goals import wording
from web import guards
from web.db import session
from web.fields import ButtonsField, DayField
from web.goals.blueprint import bp
from web.guards import caseworkers_only
from web.youths.viewing import noted
from youths import queries as youths
from youths.goal_facts import service
from youths.goal_facts.models import ANSWERS, Answer, FactKind
from youths.models import Youth

KEEP, FORGET = "", "forget"
VIEWED = "youth.goal_facts_viewed"


def _question(kind: FactKind) -> Any:
    """A question whose first choice leaves things as they are: what is kept is not shown."""

    def choices() -> list[tuple[str, str]]:
        said = [(each.value, str(wording.ANSWERS[each])) for each in ANSWERS[kind]]
        return [(KEEP, _("Ändra inte")), *said, (FORGET, _("Ta bort svaret"))]

    return ButtonsField(wording.FACTS[kind], choices=choices, default=KEEP)


class AnswersForm(FlaskForm):
    """A question for each kind, and from when what changes is so."""

    sex = _question(FactKind.SEX)
    immigrant_background = _question(FactKind.IMMIGRANT_BACKGROUND)
    social_insurance = _question(FactKind.SOCIAL_INSURANCE)
    income_support_at_start = _question(FactKind.INCOME_SUPPORT_AT_START)
    income_support = _question(FactKind.INCOME_SUPPORT)
    since = DayField(lazy_("Försörjningsstödet gäller så från och med"))

    def said(self) -> Mapping[FactKind, str]:
        """What was chosen for each kind, where anything was."""
        return {kind: self[kind.value].data for kind in FactKind if self[kind.value].data}


@bp.route("/youths/<uuid:youth_id>/answers", methods=["GET", "POST"])
@caseworkers_only
def answers(youth_id: UUID) -> ResponseReturnValue:
    """Write answers; the page tells which questions have one, and never what it is."""
    youth = youths.get_visible(session, youth_id, to=guards.user())
    form = AnswersForm()
    if form.validate_on_submit():
        try:
            _save(youth, form)
        except Refused as refusal:
            session.rollback()
            form.form_errors.append(str(refusal))
        else:
            session.commit()
            flash(_("Sparat. Svaren visas inte igen, de räknas bara i mål."), "success")
            return redirect(url_for("youths.show", youth_id=youth.id))
    return render_template(
        "goals/answers.html",
        youth=noted(youths.get_visible(session, youth_id, to=guards.user()), VIEWED),
        form=form,
        recorded={kind.value: at for kind, at in service.recorded(session, youth).items()},
    )


def _save(youth: Youth, form: AnswersForm) -> None:
    by, now = guards.user(), clock.now()
    said = form.said()
    for kind in (kind for kind, answer in said.items() if answer == FORGET):
        service.forget(session, youth, kind, by=by, now=now)
    kept = {kind: Answer(answer) for kind, answer in said.items() if answer != FORGET}
    if kept:
        since = form.since.data or clock.local_date(now, zone())
        service.record(session, youth, kept, since=since, by=by, now=now)
