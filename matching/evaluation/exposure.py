"""How much attention each group of seekers gets when seekers are ranked for openings.

The exposure of a seeker is the sum, over all rankings that she stands in, of the attention that
her place gets: 1 / log2(1 + place). Groups are treated alike when their members' mean exposure is
alike (demographic parity). A. Singh and T. Joachims, "Fairness of Exposure in Rankings", KDD
(2018).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from matching.evaluation.figures import Rankings
from matching.evaluation.measures import discount


@dataclass(frozen=True, slots=True)
class GroupExposure:
    """What a group of seekers gets.

    `exposure` is the mean over all members, also those who are nowhere shown; `mean_rank` is the
    mean place where a member is shown, counted from 1, and `None` where nobody is.
    """

    members: int
    shown: int
    exposure: float
    mean_rank: float | None


def exposure_by_group(
    rankings: Rankings, group_of: Mapping[str, str], *, k: int | None = None
) -> dict[str, GroupExposure]:
    """Measure each group's exposure, in the order of the groups' names.

    `rankings` holds, for each opening, seekers from the best; only the first `k` are looked at.
    `group_of` says whom to count: everybody in it is a member, and anybody else keeps her place
    and is not counted.
    """
    places = defaultdict(list)
    for ranked in rankings.values():
        for place, seeker in enumerate(ranked[:k], start=1):
            places[seeker].append(place)
    members = defaultdict(list)
    for seeker, group in group_of.items():
        members[group].append(places.get(seeker, []))
    return {group: _exposure(members[group]) for group in sorted(members)}


def smallest_share(exposures: Mapping[str, GroupExposure]) -> float:
    """Return the least exposed group's exposure as a share of the most exposed group's.

    1 means that all are treated alike, also where nobody is shown at all; 0 that somebody is
    shown and some group never is.
    """
    each = [group.exposure for group in exposures.values()]
    most = max(each, default=0.0)
    return min(each) / most if most else 1.0


def _exposure(places: list[list[int]]) -> GroupExposure:
    """Sum up one group: for each member, the places where she is shown."""
    all_places = [place for of_member in places for place in of_member]
    return GroupExposure(
        members=len(places),
        shown=sum(bool(of_member) for of_member in places),
        exposure=sum(map(discount, all_places)) / len(places),
        mean_rank=sum(all_places) / len(all_places) if all_places else None,
    )
