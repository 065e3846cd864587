"""A coordinator's digest in words: what is stuck in the team, and then her own youths."""

from collections.abc import Iterator

from digests import addresses
from digests.caseworker import wording as caseworker
from digests.coordinator.content import CoordinatorDigest, FreeSeats, Overlooked, Unanswered
from digests.links import Reader
from digests.message import Line, Message, Part, Section, called, section
from digests.phrases import lead, subject_of
from foundation.translating import _, ngettext

MOST = 3
"""How many lines a section has; the others stand in the portal."""


def message(digest: CoordinatorDigest, reader: Reader) -> Message:
    """The digest in words, without its empty sections."""
    own = caseworker.sections(digest.own, reader) if digest.own else ()
    return Message(
        subject=subject_of(_("läget i teamet")),
        lead=lead(),
        sections=tuple(each for each in (*sections(digest), *own) if each.lines),
        closing=_("I brevet står bara alias eller initialer. Resten ser du i Farled."),
    )


def sections(digest: CoordinatorDigest) -> Iterator[Section]:
    """Every section about the team, the empty ones too."""
    yield section(
        Part.UNANSWERED,
        _("Presentationer utan svar"),
        map(_unanswered, digest.unanswered),
        most=MOST,
        rest=f"{addresses.INTRODUCTIONS}?whose=team",
    )
    yield section(
        Part.OVERLOOKED,
        _("Utan plats i veckans urval"),
        map(_overlooked, digest.overlooked),
        most=MOST,
        rest=f"{addresses.YOUTHS}?concern=overlooked&whose=team",
    )
    yield section(
        Part.SEATS,
        _("Jobbspår med lediga platser"),
        map(_seats, digest.seats),
        most=MOST,
        rest=addresses.TRACKS,
    )
    yield section(
        Part.FEEDS,
        _("Flöden som behöver ses över"),
        (Line(each.name, addresses.feed(each.feed_id)) for each in digest.feeds),
        most=MOST,
        rest=addresses.FEEDS,
    )


def _unanswered(each: Unanswered) -> Line:
    text = ngettext(
        "%(headline)s: %(num)s dag utan svar",
        "%(headline)s: %(num)s dagar utan svar",
        each.days,
        headline=each.headline,
    )
    return Line(text, addresses.introduction(each.introduction_id))


def _overlooked(each: Overlooked) -> Line:
    text = _("%(name)s: se vad som skulle öppna fler platser", name=called(each.name))
    return Line(text, addresses.possibilities(each.youth_id))


def _seats(each: FreeSeats) -> Line:
    text = ngettext(
        "%(title)s: %(num)s ledig plats",
        "%(title)s: %(num)s lediga platser",
        each.left,
        title=each.title,
    )
    return Line(text, addresses.track(each.track_id))
