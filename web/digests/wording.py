"""Words of the page about the weekly letter."""

from babel.dates import get_day_names

from digests.message import Part
from foundation import translating
from foundation.translating import lazy_

PARTS = {
    Part.TASKS: lazy_("Det som väntar på ditt nästa steg"),
    Part.DAY_90: lazy_("Ungdomar nära dag 90"),
    Part.SUGGESTIONS: lazy_("Nya förslag"),
    Part.WAITING: lazy_("Förslag som väntar på ditt svar"),
    Part.WITHOUT: lazy_("Ungdomar utan förslag"),
    Part.OVERLOOKED: lazy_("Ungdomar utan plats i veckans urval"),
    Part.UNANSWERED: lazy_("Presentationer utan svar"),
    Part.SEATS: lazy_("Jobbspår med lediga platser"),
    Part.FEEDS: lazy_("Flöden som behöver ses över"),
    Part.INTRODUCTIONS: lazy_("Presentationer som väntar på svar"),
    Part.EXPIRING: lazy_("Platser som snart går ut"),
    Part.OPENINGS: lazy_("Dina platser"),
    Part.MEETINGS: lazy_("Möten och träffar"),
    Part.COLLEAGUES: lazy_("Personer som vill bli kollegor"),
    Part.DRAFTS: lazy_("Utkast som inte är publicerade"),
}


def weekday(number: int) -> str:
    """The name of a day of the week, counted from Monday, 0."""
    return str(get_day_names("wide", locale=translating.locale())[number])
