"""The list of tracks, the page of one, and the form about it."""

from datetime import date
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlmodel import col, select

from accounts.queries import colleagues_of, teams_of
from foundation import clock
from foundation.translating import _, few, zone
from jobtracks import checks, queries, schedule, service, shortages
from jobtracks.enrolments import queries as enrolments
from jobtracks.models import JobTrack, Part, Path, TrackMove
from jobtracks.service import ChangedMeanwhile, TrackFacts
from jobtracks.states import LETS, READABLE, Lets
from web import guards
from web.db import session
from web.employer.forms import tell_what_differs
from web.guards import caseworkers_only, staff_only
from web.lists import page_of
from web.tracks import content, wording
from web.tracks.blueprint import bp, done, own
from web.tracks.forms import TrackForm
from web.youths.viewing import noted_list


@bp.get("")
@staff_only
def index() -> ResponseReturnValue:
    """The team's tracks against the goal, the offers that wait for an answer, and all others."""
    user = guards.user()
    page = page_of(queries.in_lists(queries.visible_to(user)))
    teams = teams_of(session, user)
    counts = queries.count_readable(session)
    offers = enrolments.offers_to(session, user)
    noted_list([each.youth for each in offers])
    return render_template(
        "tracks/index.html",
        page=page,
        rooms=queries.rooms(session, page.rows),
        teams=[(team, counts.get(team.id, 0)) for team in teams],
        own={team.id for team in teams},
        published=sum(counts.values()),
        goal=queries.GOAL,
        offers=offers,
        words=wording,
        is_old=shortages.is_old,
        today=today(),
    )


@bp.get("/<uuid:track_id>")
@staff_only
def show(track_id: UUID) -> ResponseReturnValue:
    """One track: what it is, how far it is from being read, its steps, employers and cohorts."""
    track = queries.get_visible(session, track_id, to=guards.user())
    is_own = queries.is_owner(session, track, guards.user())
    whole = checks.whole(session, track)
    cohorts = queries.cohorts_of(session, track)
    return render_template(
        "tracks/show.html",
        track=track,
        is_own=is_own,
        may_edit=is_own and Lets.EDIT in LETS[track.state],
        is_read=track.state in READABLE,
        whole=whole,
        missing=checks.missing(whole, today=today()) if is_own else (),
        parts=content.parts(whole.steps),
        weeks_before=schedule.weeks(schedule.steps_of(whole.steps, Part.BEFORE)),
        weeks_after={
            path: schedule.weeks(schedule.steps_of(whole.steps, Part.AFTER, path)) for path in Path
        },
        cohorts=cohorts,
        counts=enrolments.count_by_state(session, [each.id for each in cohorts]),
        is_old=shortages.is_old,
        newer=shortages.newer_than(session, track.shortage) if track.shortage else None,
        moves=_moves(track) if is_own else [],
        few=few,
        words=wording,
        today=today(),
    )


@bp.route("/new", methods=["GET", "POST"])
@caseworkers_only
def new() -> ResponseReturnValue:
    """Begin a draft of one's team."""
    teams = teams_of(session, guards.user())
    form = TrackForm(contact=str(guards.user().id))
    del form.version
    _offer(form, None)
    form.team.choices = [(str(team.id), team.name) for team in teams]
    if form.validate_on_submit():
        [team] = [each for each in teams if str(each.id) == form.team.data]
        facts, by = content.facts_from(form), guards.user()
        track = service.create(session, team, facts, by=by, now=clock.now())
        return done(track.id, _("Utkastet är sparat. Lägg till insatser och arbetsgivare."))
    return render_template("tracks/form.html", form=form, track=None)


@bp.route("/<uuid:track_id>/edit", methods=["GET", "POST"])
@caseworkers_only
def edit(track_id: UUID) -> ResponseReturnValue:
    """Change what is written about a track."""
    track = own(track_id)
    written = content.data_from(TrackFacts.of(track))
    form = TrackForm(data={**written, "version": track.updated_at})
    del form.team
    _offer(form, track)
    status = 200
    if form.validate_on_submit():
        facts = content.facts_from(form)
        try:
            service.change(
                session,
                track,
                facts,
                seen_at=form.version.data,
                by=guards.user(),
                now=clock.now(),
            )
            return done(track.id, _("Ändringarna är sparade."))
        except checks.NotReady as refusal:
            session.rollback()
            form.form_errors += [str(wording.MISSING[each]) for each in refusal.missing]
            status = 409
        except ChangedMeanwhile as refusal:
            now_written = content.data_from(TrackFacts.of(track))
            plain = {name: now_written[name] for name in ("title", "summary")}
            tell_what_differs(form, plain, refusal)
            form.version.data, status = track.updated_at, 409
    return render_template("tracks/form.html", form=form, track=track), status


def today() -> date:
    """The date on the wall."""
    return clock.local_date(clock.now(), zone())


def _offer(form: TrackForm, track: JobTrack | None) -> None:
    """Let the form offer the team's people, and what forecasts say of the track's occupations."""
    people = colleagues_of(session, guards.user())
    if track and track.contact not in people:
        people.append(track.contact)
    form.contact.choices = [(str(each.id), each.name) for each in people]
    groups = [*(track.occupations if track else ()), *content.occupations_in(form)]
    known = shortages.about(session, groups)
    form.shortage.choices = [
        ("", _("Ingen vald än")),
        *((str(each.id), wording.shortage(each)) for each in known),
    ]


def _moves(track: JobTrack) -> list[TrackMove]:
    rows = select(TrackMove).where(col(TrackMove.track_id) == track.id)
    return list(session.exec(rows.order_by(col(TrackMove.at).desc(), col(TrackMove.id))))
