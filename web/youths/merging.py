"""Youths who are likely the same, and merging two of them, as a coordinator judges."""

from datetime import date
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from sqlmodel import col

from foundation import clock
from foundation.translating import _, day, lazy_, zone
from placements.merging import merge as merge_all
from web import guards
from web.addresses import public_url
from web.db import session
from web.fields import ButtonsField
from web.guards import coordinators_only
from web.youths import profile
from web.youths.blueprint import bp
from web.youths.viewing import noted, noted_list
from youths import duplicates, merging, queries
from youths.apart import judging
from youths.duplicates import Sign
from youths.models import Youth

MOST_SHOWN = 50
SIGNS: dict[Sign, str] = {
    Sign.SAME_NAME: lazy_("samma namn"),
    Sign.ALIKE_NAME: lazy_("liknande namn"),
    Sign.SOUNDS_ALIKE: lazy_("låter lika"),
    Sign.SAME_YEAR: lazy_("samma födelseår"),
}


class MergeForm(FlaskForm):
    """Which of the two goes on."""

    keep = ButtonsField(lazy_("Vilken vill du behålla?"))


@bp.get("/duplicates")
@coordinators_only
def list_duplicates() -> ResponseReturnValue:
    """The likeliest of those that may be one, with why."""
    me = guards.user()
    pairs = duplicates.likely_pairs(session, me)
    shown = pairs[:MOST_SHOWN]
    seen = queries.visible_to(me).with_only_columns(col(Youth.id))
    judged = judging.judged(session, among=seen)
    people = [y for pair in shown for y in (pair.first, pair.second)]
    people += [y for two in judged for y in (two.first, two.second)]
    noted_list({each.id: each for each in people}.values())
    return render_template(
        "youths/duplicates.html", pairs=shown, total=len(pairs), signs=SIGNS, judged=judged
    )


@bp.post("/<uuid:youth_id>/apart/<uuid:twin_id>")
@coordinators_only
def judge_apart(youth_id: UUID, twin_id: UUID) -> ResponseReturnValue:
    """Take two who are not the same off the list."""
    one, other = _two(youth_id, twin_id)
    judging.judge(session, one, other, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("De är två olika, och står inte på listan mer. Längst ner kan du ångra."), "success")
    return redirect(url_for(".list_duplicates"))


@bp.post("/<uuid:youth_id>/apart/<uuid:twin_id>/undo")
@coordinators_only
def undo_apart(youth_id: UUID, twin_id: UUID) -> ResponseReturnValue:
    """Put two back on the list, if they still look like one."""
    one, other = _two(youth_id, twin_id)
    judging.take_back(session, one, other, by=guards.user(), now=clock.now())
    session.commit()
    flash(_("Bedömningen är borttagen."), "success")
    return redirect(url_for(".list_duplicates"))


@bp.route("/<uuid:youth_id>/merge/<uuid:twin_id>", methods=["GET", "POST"])
@coordinators_only
def merge(youth_id: UUID, twin_id: UUID) -> ResponseReturnValue:
    """Show two youths side by side, and let the chosen one have what the other has."""
    me, form, two = guards.user(), MergeForm(), _two(youth_id, twin_id)
    form.keep.choices = [(str(each.id), _named(each)) for each in two]
    if form.validate_on_submit():
        kept, duplicate = sorted(two, key=lambda each: str(each.id) != form.keep.data)
        url = public_url()
        merge_all(session, duplicate, kept, by=me, public_url=url, now=clock.now())
        session.commit()
        flash(_("De är en ungdom nu. Inget har gått förlorat."), "success")
        return redirect(url_for(".show", youth_id=kept.id))
    for each in two:
        noted(each)
    today = clock.local_date(clock.now(), zone())
    sides = [(each.alias, url_for(".show", youth_id=each.id), _facts(each, today)) for each in two]
    return render_template("youths/merge.html", form=form, two=two, sides=sides)


def _two(youth_id: UUID, twin_id: UUID) -> tuple[Youth, Youth]:
    """Two youths whom the coordinator sees. Raises NotFound or SameYouth."""
    one, other = (
        queries.get_visible(session, each, to=guards.user()) for each in (youth_id, twin_id)
    )
    if one.id == other.id:
        raise merging.SameYouth
    return one, other


def _facts(youth: Youth, today: date) -> list[tuple[str, object]]:
    shown = profile.shown(youth, today=today)
    return [*shown.facts, *shown.search_area, *shown.strengths, *shown.wants]


def _named(youth: Youth) -> str:
    since = _("inskriven %(day)s", day=day(youth.registered_on, with_year=True))
    return f"{youth.alias}, {since}"
