"""The weekly digest: how it would read now, the ones that went out, and how one wants it."""

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from digests import building, choosing, queries
from digests.models import DigestKind
from foundation import bounces, clock
from foundation.errors import NotFound
from foundation.settings import Settings
from foundation.translating import _
from web import guards
from web.db import session
from web.digests.forms import ChoiceForm
from web.digests.signing import signer
from web.digests.wording import weekday
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
    message = building.preview(
        session, user, kind, signer=signer(), now=clock.now(), zone=settings.timezone
    )
    _note_viewed(kind)
    return render_template(
        "digests/index.html",
        message=message,
        earlier=page_of(queries.visible_to(user)),
        user=user,
        choice=queries.choice_of(session, user),
        weekday=weekday,
        mark=bounces.mark_on(session, user.email),
    )


@bp.route("/choices", methods=["GET", "POST"])
@signed_in
def choices() -> ResponseReturnValue:
    """Choose the day, the hour, the language and the content, or pause."""
    user, kind = guards.user(), _my_kind()
    form = ChoiceForm.of(queries.choice_of(session, user), building.PARTS[kind])
    if form.validate_on_submit():
        choosing.choose(session, user, form.wishes(), now=clock.now())
        session.commit()
        flash(_("Dina val är sparade."), "success")
        return redirect(url_for(".index"))
    return render_template("digests/choices.html", form=form)


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
    choosing.switch(session, user, wanted=wanted, by=user, now=clock.now())
    session.commit()
    flash(words, "success")
    return redirect(url_for(".index"))


def _my_kind() -> DigestKind:
    """Which digest the signed-in person reads. Raises NotFound for roles that have none."""
    kind = building.kind_for(guards.user().role)
    if kind is None:
        raise NotFound
    return kind


def _note_viewed(kind: DigestKind) -> None:
    """A letter speaks of youths, if only by alias, so a look at it is a look at each of them.

    A coordinator's speaks of the whole team's.
    """
    user = guards.user()
    if kind is DigestKind.CASEWORKER:
        noted_list(session.exec(visible_to(user).where(Youth.responsible_id == user.id)))
    if kind is DigestKind.COORDINATOR:
        noted_list(session.exec(visible_to(user)))
