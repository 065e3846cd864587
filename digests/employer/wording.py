"""An employer's digest in words. Who waits for an answer comes first."""

from collections.abc import Iterator

from digests import addresses
from digests.employer.content import Ahead, EmployerDigest, Expiring, Introduced, OpeningNews
from digests.links import Reader
from digests.message import Action, Line, Message, Part, Section, section
from digests.phrases import and_so, lead, subject_of, waits_for_you
from foundation import translating
from foundation.translating import _, ngettext

MOST = 5
"""How many lines a section has; the others stand in the portal."""


def message(digest: EmployerDigest, reader: Reader) -> Message:
    """The digest in words, without its empty sections."""
    return Message(
        subject=subject_of(_subject(digest)),
        lead=lead(),
        sections=tuple(each for each in sections(digest, reader) if each.lines),
        closing=_("Vilka ungdomarna är får du veta när en handläggare presenterar dem."),
    )


def _subject(digest: EmployerDigest) -> str:
    """Who waits, or the most that any one opening has; a sum could give a small count away."""
    if digest.introductions:
        return ngettext(
            "%(num)s presentation väntar på svar",
            "%(num)s presentationer väntar på svar",
            len(digest.introductions),
        )
    accepted = max((opening.accepted for opening in digest.news), default=0)
    suggested = max((opening.suggested for opening in digest.news), default=0)
    if accepted:
        return _gone_on(accepted)
    return _may_suit(suggested) if suggested else waits_for_you()


def sections(digest: EmployerDigest, reader: Reader) -> Iterator[Section]:
    """Every section, the empty ones too."""
    yield section(
        Part.INTRODUCTIONS,
        _("Presentationer som väntar på svar"),
        (_introduced(each, reader) for each in digest.introductions),
        most=MOST,
        rest=addresses.OWN_INTRODUCTIONS,
    )
    yield section(
        Part.COLLEAGUES,
        _("Väntar på ditt svar"),
        _requests(digest),
        most=MOST,
        rest=addresses.ORGANISATION,
    )
    yield section(
        Part.EXPIRING,
        _("Går snart ut"),
        (_expiring(each, reader) for each in digest.expiring),
        most=MOST,
        rest=addresses.OWN_OPENINGS,
    )
    yield section(
        Part.MEETINGS,
        _("Möten och träffar"),
        map(_ahead, digest.ahead),
        most=MOST,
        rest=addresses.OWN_INTRODUCTIONS,
    )
    yield section(
        Part.OPENINGS,
        _("Dina platser"),
        (*_published(digest), *map(_news, digest.news)),
        most=MOST,
        rest=addresses.OWN_OPENINGS,
    )
    yield section(
        Part.DRAFTS,
        _("Utkast som inte är publicerade"),
        (Line(draft.headline, addresses.opening(draft.opening_id)) for draft in digest.drafts),
        most=MOST,
        rest=addresses.OWN_OPENINGS,
    )


def _introduced(each: Introduced, reader: Reader) -> Line:
    """What is asked, with an answer at a press; without a link of her own, the portal's page."""
    text = each.headline
    if each.due_on:
        day = translating.day(each.due_on)
        text = _("%(headline)s: svara senast %(day)s", headline=each.headline, day=day)
    answer = reader.answers.get(each.introduction_id)
    if answer is None:
        return Line(text, addresses.own_introduction(each.introduction_id))
    return Line(
        text,
        answer,
        (
            Action(_("Ja, vi vill träffas"), f"{answer}?answer=yes"),
            Action(_("Inte den här gången"), f"{answer}?answer=no"),
            Action(_("Senare"), f"{answer}?answer=later"),
        ),
    )


def _ahead(each: Ahead) -> Line:
    text = f"{translating.moment(each.starts_at)}: {each.title}"
    if each.meeting_id:
        return Line(text, addresses.meeting(each.meeting_id))
    return Line(text, addresses.START)


def _published(digest: EmployerDigest) -> Iterator[Line]:
    """How many openings can be applied for: no news, but where the employer stands."""
    if digest.published:
        text = ngettext("%(num)s plats är ute", "%(num)s platser är ute", digest.published)
        yield Line(text, addresses.OWN_OPENINGS)


def _news(opening: OpeningNews) -> Line:
    what = and_so((_gone_on, opening.accepted), (_may_suit, opening.suggested))
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


def _expiring(opening: Expiring, reader: Reader) -> Line:
    """When it ends, and two weeks more at a press."""
    last_day = translating.day(opening.last_day)
    text = _("%(headline)s: sista dagen är %(day)s", headline=opening.headline, day=last_day)
    actions: tuple[Action, ...] = ()
    if opening.can_be_prolonged:
        path = reader.signer.prolong(opening.opening_id, reader.user_id, opening.last_day)
        actions = (Action(_("Förläng två veckor"), path),)
    return Line(text, addresses.opening(opening.opening_id), actions)


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
