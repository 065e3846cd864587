"""A youth's own letter in words: plain, short, and nothing in it that says anything of her."""

from collections.abc import Sequence

from digests import addresses
from digests.message import Line, Message, Part, Section
from digests.youth.news import NewOpening
from foundation.translating import _, day, ngettext


def message(openings: Sequence[NewOpening]) -> Message:
    """The letter in the language of the moment."""
    subject = ngettext("%(num)s ny plats för dig", "%(num)s nya platser för dig", len(openings))
    lines = tuple(map(_line, openings))
    return Message(
        subject=subject,
        lead=_("Hej! De här platserna är nya sedan förra brevet."),
        sections=(Section(Part.OPENINGS, _("Nya platser"), lines),),
        closing=_("Vill du veta mer eller söka? Prata med din handläggare."),
    )


def _line(opening: NewOpening) -> Line:
    text = _("%(headline)s hos %(employer)s", headline=opening.headline, employer=opening.employer)
    if opening.last_day:
        text = _("%(text)s, senast %(day)s", text=text, day=day(opening.last_day))
    return Line(text, _path(opening))


def _path(opening: NewOpening) -> str:
    """Where anybody can read more: its page for the world, its source, or the front page."""
    if opening.is_public:
        return addresses.public_opening(opening.opening_id)
    if opening.source_url and opening.source_url.startswith("https://"):
        return opening.source_url
    return addresses.START
