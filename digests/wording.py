"""A digest in words: one message that the html, the plain text and the preview all show.

Every function speaks the language of the moment; `foundation.translating.speaking` sets it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from babel.lists import format_list

from digests import addresses
from digests.content import (
    AnyDigest,
    CaseworkerDigest,
    EmployerDigest,
    Expiring,
    OpeningNews,
    YouthNews,
)
from foundation import translating
from foundation.translating import _, ngettext


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know, and the path of the page where something can be done about it."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind under a heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A whole letter before it is dressed as html or plain text."""

    subject: str
    lead: str
    sections: tuple[Section, ...]
    closing: str


def message(digest: AnyDigest) -> Message:
    """The digest in words, without its empty sections."""
    if isinstance(digest, CaseworkerDigest):
        subject, sections = _caseworker_subject(digest), _to_caseworker(digest)
        closing = _("I brevet står bara alias eller initialer. Resten ser du i Farled.")
    else:
        subject, sections = _employer_subject(digest), _to_employer(digest)
        closing = _("Vilka ungdomarna är får du veta när en handläggare presenterar dem.")
    return Message(
        subject=_("Veckosammanställning: %(what)s", what=subject),
        lead=_("Hej! Här är det som är nytt sedan förra brevet, och det som väntar på dig."),
        sections=tuple(section for section in sections if section.lines),
        closing=closing,
    )


def _caseworker_subject(digest: CaseworkerDigest) -> str:
    counts = digest.counts
    if counts["strong"]:
        return _new_strong(counts["strong"])
    if counts["good"]:
        return _new_good(counts["good"])
    return _("det här väntar på dig")


def _employer_subject(digest: EmployerDigest) -> str:
    """The most that any one opening has; a small count could be worked out from a sum."""
    accepted = max((opening.accepted for opening in digest.news), default=0)
    suggested = max((opening.suggested for opening in digest.news), default=0)
    if accepted:
        return _gone_on(accepted)
    if suggested:
        return _may_suit(suggested)
    return _("det här väntar på dig")


def _to_caseworker(digest: CaseworkerDigest) -> Iterator[Section]:
    yield Section(_("Nya förslag"), tuple(map(_fresh, digest.fresh)))
    yield Section(
        _("Väntar på ditt svar"),
        tuple(line for youth in digest.waiting for line in _waiting(youth)),
    )
    yield Section(_("Utan förslag just nu"), tuple(map(_without, digest.without)))


def _fresh(youth: YouthNews) -> Line:
    what = _joined((_new_strong, youth.strong), (_new_good, youth.good))
    return Line(f"{_name(youth)}: {what}", addresses.suggestions(youth.youth_id))


def _waiting(youth: YouthNews) -> Iterator[Line]:
    path = addresses.suggestions(youth.youth_id)
    if youth.overdue.total:
        yield Line(
            ngettext(
                "%(name)s: %(num)s starkt förslag har väntat mer än en vecka",
                "%(name)s: %(num)s starka förslag har väntat mer än en vecka",
                youth.overdue.total,
                name=_name(youth),
            ),
            path,
        )
    if youth.returned.total:
        yield Line(
            ngettext(
                "%(name)s: %(num)s förslag som du sköt upp är tillbaka",
                "%(name)s: %(num)s förslag som du sköt upp är tillbaka",
                youth.returned.total,
                name=_name(youth),
            ),
            path,
        )


def _without(youth: YouthNews) -> Line:
    text = _("%(name)s: prata om önskemål och sökområde", name=_name(youth))
    return Line(text, addresses.youth(youth.youth_id))


def _name(youth: YouthNews) -> str:
    return youth.name or _("En ungdom")


def _new_strong(count: int) -> str:
    return ngettext("%(num)s nytt starkt förslag", "%(num)s nya starka förslag", count)


def _new_good(count: int) -> str:
    return ngettext("%(num)s nytt gott förslag", "%(num)s nya goda förslag", count)


def _to_employer(digest: EmployerDigest) -> Iterator[Section]:
    yield Section(_("Nytt om dina platser"), tuple(map(_news, digest.news)))
    yield Section(_("Väntar på ditt svar"), tuple(_requests(digest)))
    yield Section(_("Går snart ut"), tuple(map(_expiring, digest.expiring)))
    yield Section(
        _("Utkast som inte är publicerade"),
        tuple(Line(draft.headline, addresses.opening(draft.opening_id)) for draft in digest.drafts),
    )


def _news(opening: OpeningNews) -> Line:
    what = _joined((_gone_on, opening.accepted), (_may_suit, opening.suggested))
    return Line(f"{opening.headline}: {what}", addresses.opening(opening.opening_id))


def _requests(digest: EmployerDigest) -> Iterator[Line]:
    if digest.requests.total:
        yield Line(
            ngettext(
                "%(num)s person vill bli kollega hos er",
                "%(num)s personer vill bli kollegor hos er",
                digest.requests.total,
            ),
            addresses.ORGANISATION,
        )


def _expiring(opening: Expiring) -> Line:
    last_day = translating.day(opening.last_day)
    text = _("%(headline)s: sista dagen är %(day)s", headline=opening.headline, day=last_day)
    return Line(text, addresses.opening(opening.opening_id))


def _gone_on(count: int) -> str:
    return ngettext(
        "en handläggare vill gå vidare med %(num)s ungdom",
        "handläggare vill gå vidare med %(num)s ungdomar",
        count,
    )


def _may_suit(count: int) -> str:
    return ngettext(
        "%(num)s ungdom kan passa",
        "%(num)s ungdomar kan passa",
        count,
    )


def _joined(*counted: tuple[Callable[[int], str], int]) -> str:
    """What there is any of, in one phrase: "2 nya starka förslag och 1 nytt gott förslag"."""
    return format_list([words(num) for words, num in counted if num], locale=translating.locale())
