"""What the list of youths is narrowed to and sorted by, read from the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from flask import request
from wtforms import Form, SelectField

from foundation.translating import lazy_
from suggestions.caseload import Concern, Order
from web.lists import here
from youths.queries import Filters
from youths.target_groups import LABELS, TargetGroup

ANY = ("", lazy_("Alla"))
MINE, TEAM, ARCHIVED = "mine", "team", "archived"
LONGEST_FIRST = {Order.WAITING: True, Order.REGISTERED: False, Order.ALIAS: False}
"""Whether an order begins with the largest when it is first chosen."""


class FilterForm(Form):
    """The filter bar; a value that is on no list narrows nothing."""

    whose = SelectField(
        lazy_("Vilka"),
        default=MINE,
        choices=[
            (MINE, lazy_("Mina")),
            (TEAM, lazy_("Hela teamet")),
            (ARCHIVED, lazy_("Arkiverade")),
        ],
    )
    concern = SelectField(
        lazy_("Visa"),
        choices=[
            ANY,
            (Concern.STRONG, lazy_("Har starka förslag")),
            (Concern.BACK, lazy_("Har förslag att ta upp igen")),
            (Concern.NOTHING, lazy_("Saknar förslag")),
            (Concern.OVERLOOKED, lazy_("Blev utan i veckans urval")),
            (Concern.UNKNOWN, lazy_("Har frågor kvar")),
        ],
    )

    def filters(self) -> Filters:
        """The same as the query understands it."""
        whose = self.whose.data
        return Filters(
            only_mine=whose not in {TEAM, ARCHIVED},
            archived=whose == ARCHIVED,
        )

    offered: tuple[TargetGroup, ...] = ()
    group = SelectField(lazy_("Målgrupp"), choices=[ANY], validate_choice=False)

    def offer(self, groups: Sequence[TargetGroup]) -> None:
        """Offer the groups that the person's teams follow."""
        self.offered = tuple(groups)
        self.group.choices = [ANY, *((group.value, LABELS[group]) for group in groups)]

    def chosen_group(self) -> TargetGroup | None:
        """Only youths of this group, or None for all."""
        return next((group for group in self.offered if group == self.group.data), None)

    def chosen_concern(self) -> Concern | None:
        """Only youths with this, or None for all."""
        return Concern(self.concern.data) if self.concern.data in list(Concern) else None


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column that sorts and its direction, as the `table` macro asks."""

    key: Order
    descending: bool

    @classmethod
    def from_address(cls) -> Self:
        """`?sort=waiting`, or `?sort=waiting&turned=1` for the other way round."""
        named = request.args.get("sort")
        key = Order(named) if named in list(Order) else Order.WAITING
        return cls(key, LONGEST_FIRST[key] != ("turned" in request.args))

    def url_for(self, key: str) -> str:
        """The address that sorts by a column, or turns the order round."""
        is_same, is_turned = key == self.key, self.descending != LONGEST_FIRST[self.key]
        return here(sort=key, turned="1" if is_same and not is_turned else None, page=None)
