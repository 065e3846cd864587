"""The weekly digest: how it would read now, the ones that went out, and whether to get it."""

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from digests import queries, service
from digests.models import DigestKind
from foundation import clock
from foundation.errors import NotFound
from foundation.settings import Settings
from foundation.translating import _
from web import guards
from web.db import session
from web.guards import signed_in
from web.lists import page_of
from web.youths.viewing import noted_list
from youths.models import Youth
from youths.queries import visible_to

bp = Blueprint("digests", __name__, url_prefix="/digests")


@bp.get("")
@signed_in
def index() -> str:
    """My next letter as it would go out now, and the earlier ones."""
    settings: Settings = current_app.config["SETTINGS"]
    user, kind = guards.user(), _my_kind()
    message = service.preview(session, user, kind, now=clock.now(), zone=settings.timezone)
    _note_viewed(kind)
    return render_template(
        "digests/index.html", message=message, earlier=page_of(queries.visible_to(user)), user=user
    )


@bp.post("/on")
@signed_in
def turn_on() -> ResponseReturnValue:
    """Get the letter from now on."""
    return _switch(wanted=True, words=_("Veckosammanställningen är på."))


@bp.post("/off")
@signed_in
def turn_off() -> ResponseReturnValue:
    """Get no letter from now on."""
    return _switch(
        wanted=False, words=_("Veckosammanställningen är av. Du kan slå på den igen här.")
    )


def _switch(*, wanted: bool, words: str) -> ResponseReturnValue:
    user = guards.user()
    _my_kind()
    service.switch(session, user, wanted=wanted, by=user, now=clock.now())
    session.commit()
    flash(words, "success")
    return redirect(url_for(".index"))


def _my_kind() -> DigestKind:
    """Which digest the signed-in person reads. Raises NotFound for roles that have none."""
    kind = service.kind_for(guards.user().role)
    if kind is None:
        raise NotFound
    return kind


def _note_viewed(kind: DigestKind) -> None:
    """A letter speaks of youths, if only by alias, so a look at it is a look at each of them."""
    user = guards.user()
    if kind is DigestKind.CASEWORKER:
        noted_list(session.exec(visible_to(user).where(Youth.responsible_id == user.id)))
