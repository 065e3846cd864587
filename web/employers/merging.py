"""Employers that are likely the same, and merging two of them, as a coordinator judges."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from employers import apart, contacts, directory, duplicates, merging, numbers, queries
from employers.models import Employer
from events import belonging as events
from foundation import clock
from foundation.translating import _, short_day
from jobtracks import belonging as tracks
from openings import belonging
from openings import queries as openings
from web.db import session
from web.employer.wording import KINDS
from web.employers.blueprint import bp
from web.employers.forms import MergeForm
from web.employers.wording import SIGNS
from web.guards import coordinators_only, user
from web.openings import wording

MOST_SHOWN = 50


@bp.get("/duplicates")
@coordinators_only
def list_duplicates() -> ResponseReturnValue:
    """The likeliest of those that may be one, with why."""
    pairs = duplicates.likely_pairs(session)
    return render_template(
        "employers/duplicates.html",
        pairs=pairs[:MOST_SHOWN],
        total=len(pairs),
        signs=SIGNS,
        judged=apart.judged(session),
    )


@bp.post("/<uuid:employer_id>/apart/<uuid:other_id>")
@coordinators_only
def judge_apart(employer_id: UUID, other_id: UUID) -> ResponseReturnValue:
    """Take two that are not the same off the list."""
    one, other = (directory.get(session, each) for each in (employer_id, other_id))
    if one.id == other.id:
        raise merging.MergedIntoItself
    apart.judge(session, one, other, by=user(), now=clock.now())
    session.commit()
    flash(_("De är två olika, och står inte på listan mer. Längst ner kan du ångra."), "success")
    return redirect(url_for(".list_duplicates"))


@bp.post("/<uuid:employer_id>/apart/<uuid:other_id>/undo")
@coordinators_only
def undo_apart(employer_id: UUID, other_id: UUID) -> ResponseReturnValue:
    """Put two back on the list, if they still look like one."""
    one, other = (directory.get(session, each) for each in (employer_id, other_id))
    apart.take_back(session, one, other, by=user(), now=clock.now())
    session.commit()
    flash(_("Bedömningen är borttagen."), "success")
    return redirect(url_for(".list_duplicates"))


@bp.route("/<uuid:employer_id>/merge/<uuid:other_id>", methods=["GET", "POST"])
@coordinators_only
def merge(employer_id: UUID, other_id: UUID) -> ResponseReturnValue:
    """Show two employers side by side, and let the chosen one have what the other has."""
    two = [directory.get(session, each) for each in (employer_id, other_id)]
    if two[0].id == two[1].id:
        raise merging.MergedIntoItself
    form = MergeForm()
    form.keep.choices = [(str(each.id), each.name) for each in two]
    if form.validate_on_submit():
        kept, duplicate = sorted(two, key=lambda each: str(each.id) != form.keep.data)
        merging.merge(session, duplicate, kept, by=user(), now=clock.now())
        belonging.move(session, duplicate, kept)
        tracks.move(session, duplicate, kept)
        events.move(session, duplicate, kept)
        session.commit()
        flash(_("De är en arbetsgivare nu. Inget har gått förlorat."), "success")
        return redirect(url_for(".show", employer_id=kept.id))
    return render_template("employers/merge.html", form=form, sides=[_side(one) for one in two])


def _side(employer: Employer) -> dict[str, object]:
    """What one of the two is and has, as the page compares them."""
    workplaces = queries.workplaces_of(session, employer)
    towns = (wording.municipality(at.country, at.municipality) for at in workplaces)
    newest = contacts.newest_with(session, [employer.id]).get(employer.id)
    return {
        "employer": employer,
        "facts": [
            (_("Organisationsnummer"), numbers.of(employer.country, employer.organization_number)),
            (_("Typ av organisation"), KINDS.get(employer.kind)),
            (_("Kommun"), ", ".join(dict.fromkeys(towns))),
            (_("Öppna platser"), openings.count_published(session, [employer.id])[employer.id]),
            (_("Kollegor"), queries.count_colleagues(session, employer)),
            (_("Senaste kontakt"), short_day(newest.made_on) if newest else None),
        ],
    }
