"""A youth's strengths: read, filled in together, let into the profile; and her support needs."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _
from suggestions.service import refresh
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.strengths import wording
from web.strengths.forms import StrengthsForm, SupportForm
from web.youths import wording as youth_wording
from web.youths.entries import Answer
from web.youths.viewing import noted, shown_again
from youths import belonging, queries
from youths.models import Youth
from youths.service import ChangedMeanwhile
from youths.strengths import service, support
from youths.strengths.models import SkillsAssessment, SupportNeeds
from youths.strengths.service import Strengths

bp = Blueprint("strengths", __name__, url_prefix="/youths/<uuid:youth_id>")
EMPTY_ROWS = 3


@bp.get("/strengths")
@caseworkers_only
def show(youth_id: UUID) -> ResponseReturnValue:
    """What she can and likes first, then what to ask, then what the profile could learn."""
    youth = _get(youth_id)
    assessment = service.assessment_of(session, youth)
    return render_template(
        "strengths/show.html",
        youth=youth,
        assessment=assessment,
        additions=service.additions(youth, assessment),
        questions=list(wording.questions_left(assessment)),
        may_read_support=support.may_read(session, youth, guards.user()),
        words=wording,
        spoken=youth_wording.spoken,
    )


@bp.route("/strengths/edit", methods=["GET", "POST"])
@caseworkers_only
def edit(youth_id: UUID) -> ResponseReturnValue:
    """Fill in together."""
    youth = _get(youth_id)
    assessment = service.assessment_of(session, youth)
    version = belonging.seen_at(assessment, youth)
    form = StrengthsForm(data={**_data(youth, assessment), "version": version})
    if form.validate_on_submit() and _saved(youth, form):
        session.commit()
        flash(_("Styrkorna är sparade."), "success")
        return _to_strengths(youth)
    return render_template("strengths/edit.html", youth=shown_again(youth), form=form)


@bp.post("/strengths/feed")
@caseworkers_only
def feed(youth_id: UUID) -> ResponseReturnValue:
    """Let what has been found into the profile, and look for openings again."""
    youth, now = _get(youth_id), clock.now()
    service.feed(session, youth, by=guards.user(), now=now)
    session.commit()
    refresh(session, youth.id, now=now)
    session.commit()
    flash(_("Profilen är uppdaterad. Förslagen räknar med det från nu."), "success")
    return _to_strengths(youth)


@bp.route("/support", methods=["GET", "POST"])
@caseworkers_only
def support_needs(youth_id: UUID) -> ResponseReturnValue:
    """What makes it easier for her; only for the responsible caseworker and those she names."""
    youth = queries.get_visible(session, youth_id, to=guards.user())
    needs = support.get(session, youth, to=guards.user())
    if request.method == "GET":
        noted(youth, "support_needs.viewed")
    is_mine = youth.responsible_id == guards.user().id
    form = _support_form(youth, needs)
    if form.validate_on_submit() and _support_saved(youth, form):
        session.commit()
        flash(_("Det är sparat."), "success")
        return _to_strengths(youth)
    return render_template(
        "strengths/support.html",
        youth=shown_again(youth),
        needs=needs,
        form=form,
        is_mine=is_mine,
    )


def _get(youth_id: UUID) -> Youth:
    """The youth, if this person may see her; a look is noted."""
    youth = queries.get_visible(session, youth_id, to=guards.user())
    return noted(youth, "strengths.viewed") if request.method == "GET" else youth


def _to_strengths(youth: Youth) -> ResponseReturnValue:
    return redirect(url_for("strengths.show", youth_id=youth.id))


def _data(youth: Youth, assessment: SkillsAssessment | None) -> dict[str, Any]:
    """What the form begins with; languages that are told in the profile wait to be judged."""
    found = assessment or Strengths()
    judged = [row.model_dump() for row in found.languages or ()]
    known = {row["language"] for row in judged}
    told = [
        {"language": each.language}
        for each in youth.languages or ()
        if each.language not in known and each.level != "native"
    ]
    return {
        "general_known": Answer.to(found.general_skills),
        "general_skills": [
            *(row.model_dump() for row in found.general_skills or ()),
            *({} for _row in range(EMPTY_ROWS)),
        ],
        "own_words": found.own_words,
        "interests_known": Answer.to(found.interests),
        "interests": "\n".join(found.interests or ()),
        "worked_before": found.worked_before,
        "languages_known": Answer.to(found.languages),
        "languages": [*judged, *told, {}],
    }


def _saved(youth: Youth, form: StrengthsForm) -> bool:
    """Whether the assessment was taken; who saves again has been told that a colleague has too."""
    seen, by, now = form.version.data, guards.user(), clock.now()
    try:
        service.save(session, youth, form.strengths, seen=seen, by=by, now=now)
    except ChangedMeanwhile as refused:
        form.form_errors.append(f"{refused} {_('Spara igen om det du har skrivit gäller.')}")
        form.version.data = belonging.seen_at(service.assessment_of(session, youth), youth)
        return False
    return True


def _support_form(youth: Youth, needs: SupportNeeds | None) -> SupportForm:
    named = [str(each) for each in support.reader_ids(session, youth)]
    version = belonging.seen_at(needs, youth)
    form = SupportForm(words=needs.words if needs else "", readers=named, version=version)
    form.choose_among(support.nameable(session, youth))
    return form


def _support_saved(youth: Youth, form: SupportForm) -> bool:
    readers = [UUID(each) for each in form.readers.data or ()]
    seen, by, now = form.version.data, guards.user(), clock.now()
    try:
        support.save(session, youth, form.words.data, readers, seen=seen, by=by, now=now)
    except ChangedMeanwhile as refused:
        form.form_errors.append(f"{refused} {_('Spara igen om det du har skrivit gäller.')}")
        form.version.data = belonging.seen_at(support.get(session, youth, to=by), youth)
        return False
    return True
