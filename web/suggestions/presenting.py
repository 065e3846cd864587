"""A youth's suggestions as the page shows them: in groups, with a map, and what is decided."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foundation.translating import _, lazy_, short_day
from reference import places
from suggestions import wording
from suggestions.models import Suggestion, SuggestionState
from suggestions.regions import Region
from suggestions.ways import Ways
from web.lists import here
from web.suggestions.cards import Card, abilities_in, card_of
from web.suggestions.forms import REASONS
from youths.models import Youth

FIRST_IN_A_GROUP = 8
WIDENING = "widening"
TITLES: dict[str, str] = {
    Region.NEAR: lazy_("Nära hem"),
    Region.SWEDEN: lazy_("Andra delar av Sverige"),
    Region.NORWAY: lazy_("Norge"),
    WIDENING: lazy_("Något du kanske inte har tänkt på"),
}
"""The groups in their order: by region, and last what lies outside her own wishes."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion that waits for an answer, with its card."""

    suggestion: Suggestion
    card: Card

    @property
    def is_back(self) -> bool:
        """Whether it was put off and has come back."""
        return self.suggestion.later_until is not None

    @property
    def is_picked(self) -> bool:
        """Whether the weekly sharing has picked it for her."""
        return self.suggestion.picked_for is not None

    @property
    def group(self) -> str:
        """The group that it is shown in."""
        return WIDENING if self.suggestion.is_widening else self.card.region


@dataclass(frozen=True, slots=True)
class Group:
    """Suggestions that belong together, or the first of them and where the rest are."""

    name: str
    title: str
    lead: str
    offers: list[Offer]
    total: int
    more_url: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the page: its words, how many there are, and where it leads."""

    words: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """What waits for an answer: the ways to narrow it, the groups, and the places for the map."""

    total: int
    choices: list[Choice]
    groups: list[Group]
    places: list[tuple[float, float, int, str]]


def overview(
    youth: Youth,
    waiting: Sequence[Suggestion],
    ways: Ways,
    *,
    label: str | None,
    whole: str | None,
) -> Overview:
    """Put what waits into groups; `label` narrows it, and `whole` names a group to show in full."""
    chosen = label if label in wording.LABELS else None
    shown = [each for each in waiting if chosen in {None, each.label}]
    offers = [Offer(each, card_of(each, youth, each.opening, ways)) for each in shown]
    groups = (_group(name, offers, is_whole=name == whole) for name in TITLES)
    return Overview(
        total=len(waiting),
        choices=_choices(waiting, chosen),
        groups=[group for group in groups if group.offers],
        places=_places(shown),
    )


def _group(name: str, offers: Iterable[Offer], *, is_whole: bool) -> Group:
    own = [offer for offer in offers if offer.group == name]
    first = own if is_whole else own[:FIRST_IN_A_GROUP]
    more_url = f"{here(whole=name)}#{name}" if len(first) < len(own) else None
    lead = _why_widened(first) if name == WIDENING else ""
    return Group(name, str(TITLES[name]), lead, first, len(own), more_url)


def _why_widened(offers: Iterable[Offer]) -> str:
    """What she can and has done that led outside her own wishes."""
    found = [ability for offer in offers for ability in abilities_in(offer.suggestion)]
    if not found:
        return _("De bygger på det du kan och har gjort, mer än på det du har önskat.")
    named = ", ".join(dict.fromkeys(found))
    return _("De bygger på det du redan kan och har gjort: %(abilities)s.", abilities=named)


def _choices(waiting: Sequence[Suggestion], chosen: str | None) -> list[Choice]:
    counts = Counter(each.label for each in waiting)
    every = Choice(_("Alla"), len(waiting), here(label=None), chosen is None)
    return [
        every,
        *(
            Choice(wording.label(code), counts[code], here(label=code), chosen == code)
            for code in wording.LABELS
            if counts[code]
        ),
    ]


def _places(shown: Iterable[Suggestion]) -> list[tuple[float, float, int, str]]:
    """Longitude, latitude, number of suggestions and name, for each municipality."""
    counts = Counter((s.opening.country, s.opening.municipality) for s in shown)
    return [
        (seat.longitude, seat.latitude, count, seat.name)
        for (country, code), count in counts.items()
        if (seat := places.municipality(country, code or ""))
    ]


def decision(suggestion: Suggestion) -> tuple[str, str]:
    """What was decided, in words, and the kind of tag it is shown as."""
    if suggestion.state is SuggestionState.ACCEPTED:
        return _("Tagen vidare"), "done"
    if suggestion.state is SuggestionState.LATER and suggestion.later_until:
        return _("Tillbaka %(day)s", day=short_day(suggestion.later_until)), "waits"
    reason = suggestion.dismissal_reason
    return str(REASONS[reason]) if reason else _("Passar inte"), "neutral"
