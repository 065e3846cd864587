"""Who is in a cohort, and noting that somebody is interested."""

from collections.abc import Sequence
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from foundation import clock
from foundation.translating import _, short_day
from jobtracks import checks, queries, schedule
from jobtracks.enrolments import queries as enrolled
from jobtracks.enrolments import service as enrolments
from jobtracks.enrolments.models import Enrolment, EnrolmentState
from jobtracks.models import Cohort, JobTrack
from jobtracks.states import LETS, Lets
from suggestions.tracks import youths_for
from web import guards
from web.db import session
from web.guards import caseworkers_only
from web.suggestions.track_cards import youth_card
from web.tracks import wording
from web.tracks.blueprint import bp, own
from web.tracks.forms import EnrolForm
from web.youths.viewing import noted_list
from youths import queries as youths
from youths.models import Youth
from youths.queries import Filters

SHOWN = (
    EnrolmentState.OFFERED,
    EnrolmentState.WAITING,
    EnrolmentState.INTEREST,
    EnrolmentState.ACTIVE,
    EnrolmentState.PAUSED,
    EnrolmentState.COMPLETED,
    EnrolmentState.LEFT,
)
"""What waits for somebody first, and what is over last."""


@bp.get("/cohorts/<uuid:cohort_id>")
@caseworkers_only
def cohort(cohort_id: UUID) -> ResponseReturnValue:
    """Who waits, who takes part and who has gone, with what is planned against what was."""
    found = queries.get_piece(session, Cohort, cohort_id, by=guards.user())
    people = enrolled.of_cohort(session, found, guards.user())
    noted_list({each.youth_id: each.youth for each in people}.values())
    counts = enrolled.count_by_state(session, [found.id])[found.id]
    whole = checks.whole(session, found.track)
    return render_template(
        "tracks/cohort.html",
        cohort=found,
        track=found.track,
        groups=[(state, [e for e in people if e.state is state]) for state in SHOWN],
        counts=counts,
        hidden=sum(counts.values()) - len(people),
        may_ask=Lets.QUEUE in LETS[found.track.state] and found.is_open,
        planned=schedule.planned(whole.steps, found.starts_on, path=None),
        means=_means(people),
        words=wording,
    )


@bp.get("/<uuid:track_id>/youths", endpoint="youths")
@caseworkers_only
def who_gains(track_id: UUID) -> ResponseReturnValue:
    """Which of the team's youths the track fits, and what it would open for each."""
    track = own(track_id)
    found = youths_for(session, track, guards.user(), now=clock.now())
    noted_list([each.youth for each in found])
    cards = [youth_card(each) for each in found]
    return render_template("tracks/youths.html", track=track, cards=cards)


@bp.route("/<uuid:track_id>/enrol", methods=["GET", "POST"])
@caseworkers_only
def enrol(track_id: UUID) -> ResponseReturnValue:
    """Note that a youth is interested in a cohort of the track."""
    track = own(track_id)
    people, cohorts = _people(track), _cohorts(track)
    form = EnrolForm(youth=request.args.get("youth", ""), cohort=request.args.get("cohort", ""))
    form.youth.choices = [("", _("Välj ungdom")), *((k, y.alias) for k, y in people.items())]
    form.cohort.choices = [(key, _named(each)) for key, each in cohorts.items()]
    if form.validate_on_submit():
        made = enrolments.ask(
            session,
            cohorts[form.cohort.data],
            people[form.youth.data],
            by=guards.user(),
            now=clock.now(),
        )
        session.commit()
        flash(_("Intresset är inskrivet."), "success")
        return redirect(url_for(".enrolment", enrolment_id=made.id))
    noted_list(people.values())
    return render_template("tracks/enrol.html", form=form, track=track, has_cohorts=bool(cohorts))


def _people(track: JobTrack) -> dict[str, Youth]:
    """The team's active youths whom the person may see, by alias."""
    rows = youths.listed(guards.user(), Filters()).where(Youth.team_id == track.team_id)
    by_alias = sorted(session.exec(rows), key=lambda each: (each.alias.casefold(), str(each.id)))
    return {str(each.id): each for each in by_alias}


def _cohorts(track: JobTrack) -> dict[str, Cohort]:
    return {str(each.id): each for each in queries.cohorts_of(session, track) if each.is_open}


def _named(cohort: Cohort) -> str:
    return _(
        "Start %(day)s, %(left)s av %(all)s platser lediga",
        day=short_day(cohort.starts_on),
        left=cohort.seats_left,
        all=cohort.seats,
    )


def _means(people: Sequence[Enrolment]) -> dict[UUID, tuple[int, float]]:
    """For each step that some of these have ended: how many, and how many weeks it took them."""
    taken = enrolled.steps_taken(session, [each.id for each in people])
    found: dict[UUID, list[int]] = {}
    for each in taken:
        if each.ended_on is not None:
            days = (each.ended_on - each.started_on).days + 1
            found.setdefault(each.step_id, []).append(days)
    return {
        step_id: (len(days), round(sum(days) / len(days) / schedule.WEEK, 1))
        for step_id, days in found.items()
    }
