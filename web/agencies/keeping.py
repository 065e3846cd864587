"""Notes and statuses of one's own agency, and sharing one of them on purpose."""

from uuid import UUID

from flask import flash
from flask.typing import ResponseReturnValue

from accounts.models import Agency
from foundation import clock
from foundation.errors import Refused
from foundation.translating import _
from web import guards
from web.agencies.blueprint import bp
from web.agencies.forms import NoteForm, ShareForm, StatusForm
from web.agencies.presenting import (
    back_to,
    choices_of,
    chosen,
    other_agencies,
    plain_form,
    today,
    visible,
)
from web.db import session
from web.guards import caseworkers_only
from youths import queries
from youths.agencies import notes, sharing, statuses
from youths.agencies.models import AgencyNote, AgencyStatus, Ground
from youths.agencies.seeing import demand_agency, get_own


@bp.route("/youths/<uuid:youth_id>/notes/new", methods=["GET", "POST"])
@caseworkers_only
def write_note(youth_id: UUID) -> ResponseReturnValue:
    """Write a note that only one's own agency reads."""
    youth, me = visible(youth_id), guards.user()
    agency = session.get_one(Agency, demand_agency(session, me, youth))
    form, name = NoteForm(), agency.name
    if form.validate_on_submit():
        notes.write(session, youth, form.text.data, by=me, now=clock.now())
        session.commit()
        flash(_("Anteckningen är sparad. Bara %(agency)s ser den.", agency=agency.name), "success")
        return back_to(youth)
    return plain_form(
        form,
        youth,
        _("Ny anteckning om %(alias)s", alias=youth.alias),
        _("Den hör till %(agency)s. Ingen annan läser den om ni inte delar den.", agency=name),
        _("Spara anteckningen"),
        {"text": _("Skriv bara det som behövs för arbetet.")},
    )


@bp.route("/youths/<uuid:youth_id>/status", methods=["GET", "POST"])
@caseworkers_only
def settle_status(youth_id: UUID) -> ResponseReturnValue:
    """Write where the youth stands with one's own agency, in its own words."""
    youth, me = visible(youth_id), guards.user()
    agency = session.get_one(Agency, demand_agency(session, me, youth))
    form = StatusForm(since=today())
    form.status.choices = list(statuses.vocabulary_of(agency).items())
    if form.validate_on_submit() and form.since.data:
        statuses.settle(
            session,
            youth,
            form.status.data,
            since=form.since.data,
            detail=form.detail.data or "",
            by=me,
            now=clock.now(),
        )
        session.commit()
        flash(_("Läget är sparat. Bara %(agency)s ser det.", agency=agency.name), "success")
        return back_to(youth)
    return plain_form(
        form,
        youth,
        _("%(alias)s hos %(agency)s", alias=youth.alias, agency=agency.name),
        _("Andra myndigheter ser läget först när ni delar det."),
        _("Spara läget"),
        {"detail": _("Det här delas aldrig. Skriv inget om hälsa eller bidrag.")},
    )


@bp.route("/notes/<uuid:note_id>/share", methods=["GET", "POST"])
@caseworkers_only
def share_note(note_id: UUID) -> ResponseReturnValue:
    """Let another agency read one note."""
    note = get_own(session, AgencyNote, note_id, of=guards.user())
    return _share(note, _("Dela anteckningen"), note.text)


@bp.route("/statuses/<uuid:status_id>/share", methods=["GET", "POST"])
@caseworkers_only
def share_status(status_id: UUID) -> ResponseReturnValue:
    """Let another agency see one status."""
    status = get_own(session, AgencyStatus, status_id, of=guards.user())
    agency = session.get_one(Agency, status.agency_id)
    return _share(status, _("Dela läget"), statuses.word_of(agency, status.status))


def _share(kept: sharing.Kept, title: str, lead: str) -> ResponseReturnValue:
    youth, form = visible(kept.youth_id), ShareForm()
    agencies = other_agencies(kept.agency_id)
    form.to.choices = choices_of(agencies)
    if form.validate_on_submit():
        to, ground = chosen(agencies, form.to.data), Ground(form.ground.data)
        try:
            sharing.share(session, kept, to, ground=ground, by=guards.user(), now=clock.now())
        except sharing.NeedsConsent as refused:
            form.ground.errors = [str(refused)]
        except Refused as refused:
            form.to.errors = [str(refused)]
        else:
            session.commit()
            flash(_("%(agency)s ser det nu. Du kan ta tillbaka det.", agency=to.name), "success")
            return back_to(youth)
    hints = {"ground": _("Grunden sparas. Är du osäker, fråga ungdomen först.")}
    return plain_form(form, youth, title, lead, _("Dela"), hints)


@bp.post("/shares/<uuid:share_id>/revoke")
@caseworkers_only
def revoke(share_id: UUID) -> ResponseReturnValue:
    """Take back what one's own agency has shared."""
    share = sharing.get_share(session, share_id)
    kept = sharing.kept_of(session, share)
    queries.get_visible(session, kept.youth_id, to=guards.user())
    youth = sharing.revoke(session, share, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Det delas inte längre."), "success")
    return back_to(youth)
