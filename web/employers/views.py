"""The list of employers, one employer as a whole, and who owns the relation."""

from collections.abc import Collection
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.queries import caseworking_colleagues_of
from employers import contacts, directory, mentors, numbers, queries, relations, units
from foundation import clock
from foundation.translating import _, zone
from openings import pledge_counts, pledges
from openings import queries as openings
from placements.load import Room, rooms
from placements.terms import most_a_week_of
from web.db import session
from web.employer.wording import KINDS, ROLES
from web.employers.blueprint import bp
from web.employers.forms import OwnerForm
from web.employers.listing import FilterForm, order
from web.employers.wording import TOPICS, TRAINING, WAYS, room_tag
from web.guards import caseworkers_only, user
from web.lists import page_of
from web.openings import wording

MOST_SHOWN = 10


@bp.get("")
@caseworkers_only
def index() -> ResponseReturnValue:
    """Every employer, narrowed and sorted by the address."""
    form = FilterForm(request.args)
    form.offer_places(session)
    page = page_of(directory.listed(form.filters(user())))
    ids = [employer.id for employer in page.rows]
    return render_template(
        "employers/index.html",
        form=form,
        page=page,
        order=order(),
        workplaces=queries.workplaces_at(session, ids),
        newest=contacts.newest_with(session, ids),
        published=openings.count_published(session, ids),
        rooms=_rooms(ids),
        kinds=KINDS,
        room_tag=room_tag,
        words=wording,
        today=clock.local_date(clock.now(), zone()),
    )


@bp.get("/<uuid:employer_id>")
@caseworkers_only
def show(employer_id: UUID) -> ResponseReturnValue:
    """One employer: the relation first, then what it offers, where, and what was said."""
    employer = directory.get(session, employer_id)
    promised = list(session.exec(pledges.of_employer(user(), employer.id)))
    return render_template(
        "employers/show.html",
        employer=employer,
        number=numbers.of(employer.country, employer.organization_number),
        parent=directory.get(session, employer.parent_id) if employer.parent_id else None,
        units=units.directly_below(session, employer),
        has_units=employer.kind in units.HAVE_UNITS,
        pledges=promised,
        kept=pledge_counts.kept_of(session, promised),
        log=page_of(contacts.with_employer(employer.id), MOST_SHOWN),
        newest=contacts.newest_with(session, [employer.id]).get(employer.id),
        openings=list(session.exec(openings.of_employer(user(), employer.id).limit(MOST_SHOWN))),
        published=openings.count_published(session, [employer.id])[employer.id],
        workplaces=queries.workplaces_of(session, employer),
        colleagues=queries.colleagues_at(session, [employer.id])[employer.id],
        mentors=list(session.exec(mentors.listed(employer_id=employer.id))),
        room=_rooms([employer.id])[employer.id],
        kinds=KINDS,
        roles=ROLES,
        ways=WAYS,
        topics=TOPICS,
        training=TRAINING,
        room_tag=room_tag,
        words=wording,
        today=clock.local_date(clock.now(), zone()),
    )


@bp.route("/<uuid:employer_id>/relation", methods=["GET", "POST"])
@caseworkers_only
def relation(employer_id: UUID) -> ResponseReturnValue:
    """Say who of one's team owns the relation, or that nobody does."""
    employer = directory.get(session, employer_id)
    people = {str(one.id): one for one in caseworking_colleagues_of(session, user())}
    current = str(employer.relation_owner_id or "")
    form = OwnerForm(owner=current if current in people else str(user().id))
    form.owner.choices = [("", _("Ingen")), *((key, one.name) for key, one in people.items())]
    if form.validate_on_submit():
        owner = people.get(form.owner.data)
        relations.give_to(session, employer, owner, by=user(), now=clock.now())
        session.commit()
        flash(_("Det är sparat vem som håller i kontakten."), "success")
        return redirect(url_for(".show", employer_id=employer.id))
    return render_template("employers/relation.html", employer=employer, form=form)


def _rooms(employer_ids: Collection[UUID]) -> dict[UUID, Room]:
    """How near each employer is to the most that the reader's team asks of one."""
    most = most_a_week_of(session, user())
    return rooms(session, employer_ids, most, now=clock.now())
