"""A caseworker's digest in words. What helps most comes first, and it all fits on a screen."""

from collections.abc import Iterator, Mapping

from digests import addresses
from digests.caseworker.content import CaseworkerDigest, Nearing, Pick, ToDo, YouthNews
from digests.links import Reader
from digests.message import Action, Line, Message, Part, Section, called, section
from digests.phrases import and_so, lead, subject_of, waits_for_you
from foundation.translating import _, day, lazy_, ngettext
from placements.waiting import Todo

MOST = {Part.TASKS: 4, Part.DAY_90: 2, Part.SUGGESTIONS: 3, Part.WAITING: 2, Part.WITHOUT: 2}
"""How many lines each section has; all together about fill a screen."""

TODOS: Mapping[Todo, str] = {
    Todo.CALL: lazy_("Ring arbetsgivaren, som inte har svarat"),
    Todo.FOLLOW_UP: lazy_("Följ upp på arbetsplatsen"),
    Todo.INTRODUCE: lazy_("Presentera för arbetsgivaren"),
    Todo.RESCUE: lazy_("Gör klart överenskommelsen innan den läggs undan"),
    Todo.MEET: lazy_("Bestäm ett möte"),
    Todo.WRITE: lazy_("Gör klart överenskommelsen"),
    Todo.ASK: lazy_("Fråga ungdomen"),
    Todo.ANSWER: lazy_("Hör vad ungdomen svarar"),
    Todo.END: lazy_("Avsluta eller förläng"),
}


def message(digest: CaseworkerDigest, reader: Reader) -> Message:
    """The digest in words, without its empty sections."""
    return Message(
        subject=subject_of(_subject(digest)),
        lead=lead(),
        sections=tuple(each for each in sections(digest, reader) if each.lines),
        closing=_("I brevet står bara alias eller initialer. Resten ser du i Farled."),
    )


def _subject(digest: CaseworkerDigest) -> str:
    counts = digest.counts
    if counts["strong"]:
        return _new_strong(counts["strong"])
    if counts["good"]:
        return _new_good(counts["good"])
    return waits_for_you()


def sections(digest: CaseworkerDigest, reader: Reader) -> Iterator[Section]:
    """Every section, the empty ones too."""
    yield section(
        Part.TASKS,
        _("Väntar på ditt nästa steg"),
        map(_task, digest.tasks),
        most=MOST[Part.TASKS],
        rest=addresses.INTRODUCTIONS,
    )
    yield section(
        Part.DAY_90,
        _("Före dag 90"),
        map(_nearing, digest.nearing),
        most=MOST[Part.DAY_90],
        rest=addresses.BEFORE_DAY_90,
    )
    yield section(
        Part.SUGGESTIONS,
        _("Nya förslag"),
        (_fresh(youth, reader) for youth in digest.fresh),
        most=MOST[Part.SUGGESTIONS],
        rest=addresses.DESK,
    )
    yield section(
        Part.WAITING,
        _("Väntar på ditt svar"),
        (line for youth in digest.waiting for line in _waiting(youth)),
        most=MOST[Part.WAITING],
        rest=addresses.DESK,
    )
    yield section(
        Part.WITHOUT,
        _("Utan förslag just nu"),
        map(_without, digest.without),
        most=MOST[Part.WITHOUT],
        rest=addresses.DESK,
    )


def _task(task: ToDo) -> Line:
    facts = {"name": called(task.name), "what": TODOS[task.todo], "headline": task.headline}
    text = _("%(name)s: %(what)s. %(headline)s", **facts)
    if task.due_on:
        text = _("%(text)s, senast %(day)s", text=text, day=day(task.due_on))
    if task.introduction_id:
        return Line(text, addresses.introduction(task.introduction_id))
    return Line(text, addresses.suggestions(task.youth_id))


def _nearing(each: Nearing) -> Line:
    left = ngettext("%(num)s dag kvar", "%(num)s dagar kvar", each.left)
    text = _(
        "%(name)s: %(left)s. %(missing)s", name=called(each.name), left=left, missing=_miss(each)
    )
    return Line(text, addresses.first_days(each.youth_id))


def _miss(each: Nearing) -> str:
    """The first thing that has not come yet."""
    steps = (
        (each.so_far.contact, _("Ingen kontakt än")),
        (each.so_far.suggestion, _("Inget förslag än")),
        (each.so_far.activity, _("Ingen aktivitet än")),
    )
    return next((words for first, words in steps if first is None), _("Ingen plats än"))


def _fresh(youth: YouthNews, reader: Reader) -> Line:
    what = and_so((_new_strong, youth.strong), (_new_good, youth.good))
    picks = tuple(_pick(pick, youth, reader) for pick in youth.picks)
    return Line(
        f"{called(youth.name)}: {what}", addresses.suggestions(youth.youth_id), details=picks
    )


def _pick(pick: Pick, youth: YouthNews, reader: Reader) -> Line:
    """One suggestion, and what the caseworker thinks of it at a press."""
    text = _("%(headline)s hos %(employer)s", headline=pick.headline, employer=pick.employer)
    opinion = reader.signer.opinion(pick.suggestion_id, reader.user_id)
    return Line(
        text,
        addresses.suggestion(youth.youth_id, pick.opening_id),
        (
            Action(_("Bra förslag"), f"{opinion}?says=yes"),
            Action(_("Inte till hjälp"), f"{opinion}?says=no"),
        ),
    )


def _waiting(youth: YouthNews) -> Iterator[Line]:
    path = addresses.suggestions(youth.youth_id)
    if youth.overdue.total:
        yield Line(
            ngettext(
                "%(name)s: %(num)s starkt förslag har väntat mer än en vecka",
                "%(name)s: %(num)s starka förslag har väntat mer än en vecka",
                youth.overdue.total,
                name=called(youth.name),
            ),
            path,
        )
    if youth.returned.total:
        yield Line(
            ngettext(
                "%(name)s: %(num)s förslag som du sköt upp är tillbaka",
                "%(name)s: %(num)s förslag som du sköt upp är tillbaka",
                youth.returned.total,
                name=called(youth.name),
            ),
            path,
        )


def _without(youth: YouthNews) -> Line:
    text = _("%(name)s: prata om önskemål och sökområde", name=called(youth.name))
    return Line(text, addresses.youth(youth.youth_id))


def _new_strong(count: int) -> str:
    return ngettext("%(num)s nytt starkt förslag", "%(num)s nya starka förslag", count)


def _new_good(count: int) -> str:
    return ngettext("%(num)s nytt gott förslag", "%(num)s nya goda förslag", count)
