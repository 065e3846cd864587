"""The codes of feeds in words a person reads."""

from datetime import timedelta

from foundation.translating import _, lazy_, ngettext
from openings.feeds.models import FeedError, FeedKind
from openings.feeds.queries import Standing

KINDS: dict[FeedKind, str] = {
    FeedKind.JOBSTREAM: lazy_("Platsbanken (JobStream)"),
    FeedKind.NAV: lazy_("NAV"),
    FeedKind.NEIGHBOUR: lazy_("Annan kommuns Farled"),
    FeedKind.SHEET: lazy_("Tabell (CSV eller Excel)"),
}

ERRORS: dict[FeedError, str] = {
    FeedError.UNREACHABLE: lazy_("Källan svarar inte."),
    FeedError.REFUSED: lazy_("Källan säger nej. Kontrollera adressen."),
    FeedError.TOO_OFTEN: lazy_("Källan ber oss vänta."),
    FeedError.BROKEN_OFF: lazy_("Svaret bröts på vägen."),
    FeedError.NO_KEY: lazy_("Nyckeln saknas eller gäller inte längre."),
    FeedError.NOT_A_FEED: lazy_("Svaret går inte att läsa. Kontrollera adressen."),
    FeedError.SHRUNK: lazy_("Källan visar mycket färre platser än förut. Inget har stängts."),
    FeedError.OTHER: lazy_("Något gick fel hos oss."),
}


def state(standing: Standing) -> tuple[str, str]:
    """How a feed stands, and the kind of tag that it is shown as."""
    if not standing.feed.is_on:
        return _("Avstängt"), "neutral"
    if standing.feed.wished_at:
        return _("Läses inom en minut"), "waits"
    if standing.is_broken:
        return _("Behöver ses över"), "expired"
    return (_("Fungerar"), "done") if standing.feed.read_at else (_("Inte läst än"), "neutral")


def ago(lag: timedelta | None) -> str | None:
    """How long ago a feed was read, roughly."""
    if lag is None:
        return None
    minutes = int(lag.total_seconds() // 60)
    if minutes < 60:
        return ngettext("%(num)s minut sedan", "%(num)s minuter sedan", max(minutes, 1))
    if minutes < 48 * 60:
        return ngettext("%(num)s timme sedan", "%(num)s timmar sedan", minutes // 60)
    return ngettext("%(num)s dag sedan", "%(num)s dagar sedan", minutes // 1440)
