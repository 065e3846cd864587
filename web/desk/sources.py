"""Where things wait for a caseworker: each source is a function from the day to a section.

A further source is added to `SOURCES`, in the order of the page. A section where nothing waits is
not shown.
"""

from collections.abc import Callable, Iterable

from flask import url_for

from accounts.permissions import COORDINATORS
from accounts.queries import acquirers_among
from employers import contacts
from events import queries as events
from foundation import clock
from foundation.translating import _, ngettext, short_day
from jobtracks.enrolments import queries as enrolments
from openings.feeds import queries as feeds
from placements import first_days
from placements import quiet as quietness
from placements.waiting import Task, tasks
from suggestions.caseload import Concern
from web.agencies.wording import TODOS as COLLEAGUES
from web.db import session
from web.desk.sections import FEW, Day, Item, Section
from web.events import wording as event_words
from web.feeds.wording import ERRORS as FEED_ERRORS
from web.introductions.wording import TODOS
from web.youths.profile import QUESTIONS
from youths.agencies import waiting as between_colleagues
from youths.models import Youth
from youths.unknowns import unknowns_of


def sections(day: Day) -> list[Section]:
    """All that waits today, in the order of the page."""
    return [section for source in SOURCES if (section := source(day)).items]


def _between_colleagues(day: Day) -> Section:
    waiting = between_colleagues.tasks(session, day.user, today=day.today)
    listed = url_for("agencies.waiting")
    return Section(_("Mellan kollegor"), [_asked(each) for each in waiting], listed)


def _asked(task: between_colleagues.Task) -> Item:
    if task.todo in between_colleagues.HANDOVERS:
        url = url_for("agencies.handover", handover_id=task.subject_id)
    else:
        url = url_for("agencies.question", question_id=task.subject_id)
    who = task.youth.alias if task.youth else _("Visas om du tackar ja")
    what = f"{COLLEAGUES[task.todo]}: {task.colleague.name}"
    return Item(who, what, url, short_day(task.due_on))


def _on_the_way(day: Day) -> Section:
    waiting = tasks(session, day.user, only_mine=not day.is_team, today=day.today)
    listed = url_for("introductions.index", whose=day.whose)
    return Section(_("På väg till en plats"), [_task(each) for each in waiting], listed)


def _task(task: Task) -> Item:
    if task.introduction_id:
        url = url_for("introductions.show", introduction_id=task.introduction_id)
    else:
        url = url_for("suggestions.index", youth_id=task.youth.id) + "#decided"
    due = short_day(task.due_on) if task.due_on else ""
    return Item(task.youth.alias, f"{TODOS[task.todo]}: {task.opening.headline}", url, due)


def _offered_seats(day: Day) -> Section:
    items = [
        Item(
            each.youth.alias,
            _("Fråga om platsen på %(track)s", track=each.cohort.track.title),
            url_for("tracks.enrolment", enrolment_id=each.id),
            short_day(each.answer_by) if each.answer_by else "",
        )
        for each in enrolments.offers_to(session, day.user)
        if day.is_team or each.youth.responsible_id == day.user.id
    ]
    return Section(_("Erbjudna platser på jobbspår"), items, url_for("tracks.index"))


def _strong(day: Day) -> Section:
    waiting = day.caseload.waiting

    def item(youth: Youth) -> Item:
        waits = waiting[youth.id]
        what = ngettext("%(num)s starkt förslag", "%(num)s starka förslag", waits.strong)
        since = short_day(waits.since.date()) if waits.since else ""
        return Item(youth.alias, what, _suggestions_of(youth, label="strong"), since)

    listed = day.all_with(Concern.STRONG)
    title = _("Starka förslag att svara på")
    return Section(title, [item(youth) for youth in day.caseload.strong], listed)


def _before_day_90(day: Day) -> Section:
    """Those who still wait: whoever is on a pause or has a place is in the whole queue only."""
    found = first_days.queue(session, day.user, only_mine=not day.is_team, today=day.today)
    items = [
        Item(
            each.youth.alias,
            _missing(each),
            url_for("plans.first_days", youth_id=each.youth.id),
            ngettext("%(num)s dag kvar", "%(num)s dagar kvar", each.count.left),
        )
        for each in found
        if not each.count.is_paused and each.so_far.placement is None
    ]
    return Section(_("Före dag 90"), items, url_for("plans.before_day_90", whose=day.whose))


def _missing(each: first_days.Nearing) -> str:
    """The first thing that has not come yet, of a youth who has no place."""
    steps = (
        (each.so_far.contact, _("Ingen kontakt än")),
        (each.so_far.suggestion, _("Inget förslag än")),
        (each.so_far.activity, _("Ingen aktivitet än")),
    )
    return next((words for first, words in steps if first is None), _("Ingen plats än"))


def _without_activity(day: Day) -> Section:
    found = quietness.quiet(session, day.user, only_mine=not day.is_team, today=day.today)
    items = [
        Item(
            each.youth.alias,
            _("Planera nästa steg"),
            url_for("plans.show", youth_id=each.youth.id),
            ngettext("%(num)s dag", "%(num)s dagar", (day.today - each.since).days),
        )
        for each in found
    ]
    listed = url_for("plans.without_activity", whose=day.whose)
    return Section(_("Utan aktivitet på 14 dagar"), items, listed)


def _employers(day: Day) -> Section:
    acquires = day.user.id in acquirers_among(session, [day.user.id])
    due = contacts.due(session, day.user, on=day.today) if acquires else []
    items = [
        Item(
            each.employer.name,
            _("Hör av dig"),
            url_for("employers.show", employer_id=each.employer_id),
            short_day(each.next_on) if each.next_on else "",
        )
        for each in due
    ]
    listed = url_for("employers.index", sort="contact")
    return Section(_("Arbetsgivare att höra av sig till"), items, listed)


def _broken_feeds(day: Day) -> Section:
    """A coordinator is told of feeds that cannot be read."""
    is_hers = day.user.role in COORDINATORS
    broken = feeds.broken(session, now=clock.now()) if is_hers else []
    items = [
        Item(
            each.feed.name,
            str(FEED_ERRORS[each.last.error])
            if each.last and each.last.error
            else _("Flödet har inte lästs på länge."),
            url_for("feeds.show", feed_id=each.feed.id),
        )
        for each in broken
    ]
    return Section(_("Flöden som behöver ses över"), items, url_for("feeds.index"))


def _events(day: Day) -> Section:
    """What nobody has ticked as held yet, then what is next."""
    user, now = day.user, clock.now()
    late = [(each, _("Blev den av?")) for each in session.exec(events.unticked(user, now=now))]
    ahead = session.exec(events.coming(user, now=now).limit(FEW)).all()
    items = [
        Item(
            event.theme,
            what,
            url_for("events.show", event_id=event.id),
            event_words.day(event),
        )
        for event, what in [*late, *((each, event_words.where(each)) for each in ahead)]
    ]
    return Section(_("Träffar och resor"), items, url_for("events.index"))


def _back(day: Day) -> Section:
    waiting = day.caseload.waiting
    items = [
        Item(
            youth.alias,
            ngettext("%(num)s förslag", "%(num)s förslag", waiting[youth.id].back),
            _suggestions_of(youth),
        )
        for youth in day.caseload.back
    ]
    return Section(_("Ta upp igen"), items, day.all_with(Concern.BACK))


def _nothing(day: Day) -> Section:
    what = _("Vidga sökområdet eller önskemålen")
    items = _each(day.caseload.nothing, what, "youths.edit")
    return Section(_("Utan förslag"), items, day.all_with(Concern.NOTHING))


def _overlooked(day: Day) -> Section:
    what = _("Se vad som skulle öppna fler platser")
    items = _each(day.caseload.overlooked, what, "suggestions.possibilities")
    return Section(_("Utan plats i veckans urval"), items, day.all_with(Concern.OVERLOOKED))


def _questions(day: Day) -> Section:
    items = [
        Item(
            youth.alias,
            str(QUESTIONS[unknowns_of(youth)[0]]),
            url_for("youths.show", youth_id=youth.id),
        )
        for youth in day.caseload.unknown
    ]
    return Section(_("Frågor att ställa"), items, day.all_with(Concern.UNKNOWN))


def _each(people: Iterable[Youth], what: str, endpoint: str) -> list[Item]:
    return [Item(each.alias, what, url_for(endpoint, youth_id=each.id)) for each in people]


def _suggestions_of(youth: Youth, label: str | None = None) -> str:
    return url_for("suggestions.index", youth_id=youth.id, label=label)


SOURCES: tuple[Callable[[Day], Section], ...] = (
    _between_colleagues,
    _on_the_way,
    _offered_seats,
    _strong,
    _before_day_90,
    _without_activity,
    _employers,
    _events,
    _broken_feeds,
    _back,
    _nothing,
    _overlooked,
    _questions,
)
"""Where things wait, in the order of the page: what keeps somebody else waiting comes first."""
