"""Each kind of agency's own words for where a youth stands with it.

They steer by different goals, so no list is forced on another. No code says anything about
health, a benefit or income support (docs/decisions/0006).
"""

from accounts.models import AgencyKind
from foundation.translating import lazy_

_ENDED = lazy_("Avslutad")

STATUSES: dict[AgencyKind, dict[str, str]] = {
    AgencyKind.EMPLOYMENT_SERVICE: {
        "registered": lazy_("Inskriven, söker jobb"),
        "in_programme": lazy_("I program eller insats"),
        "working": lazy_("Jobbar"),
        "studying": lazy_("Studerar"),
        "ended": _ENDED,
    },
    AgencyKind.MUNICIPALITY: {
        "planned": lazy_("Planering pågår"),
        "in_activity": lazy_("I aktivitet"),
        "studying": lazy_("Studerar"),
        "working": lazy_("Jobbar"),
        "ended": _ENDED,
    },
    AgencyKind.SOCIAL_SERVICES: {
        "first_contact": lazy_("Första kontakten tagen"),
        "contact": lazy_("Kontakt pågår"),
        "planned": lazy_("Gemensam planering"),
        "ended": _ENDED,
    },
    AgencyKind.SOCIAL_INSURANCE: {
        "coordinating": lazy_("Samordning pågår"),
        "waiting": lazy_("Väntar på en annan part"),
        "ended": _ENDED,
    },
    AgencyKind.ACTIVITY_RESPONSIBILITY: {
        "sought": lazy_("Söks"),
        "reached": lazy_("Nådd"),
        "mapped": lazy_("Kartläggning pågår"),
        "in_measure": lazy_("I individuell åtgärd"),
        "in_school": lazy_("Tillbaka i skolan"),
        "ended": _ENDED,
    },
    AgencyKind.OTHER: {
        "contact": lazy_("Kontakt pågår"),
        "waiting": lazy_("Väntar på en annan part"),
        "ended": _ENDED,
    },
}
