"""Weighted comparisons: one file for each question, one row or name here for each weight.

Most of them judge a few facts at a time; the others look for the seeker's words and skills.
What is not known gives no points.
"""

from collections.abc import Mapping
from typing import Any

from matching.comparisons.beginning import BEGINNING, easy_beginning
from matching.comparisons.judging import ByFact
from matching.comparisons.nearness import near_home, near_homes, newly_published
from matching.comparisons.work import (
    WORK,
    aims_and_practice,
    earlier_work,
    earlier_works,
    practice,
    wanted_work,
    wanted_works,
)
from matching.numbering import Column
from matching.profile import nothing, the_day
from matching.rules.places import PLACE

BY_FACT: Mapping[str, ByFact[Any]] = {
    "occupation": ByFact(WORK, wanted_work, aims_and_practice, wanted_works),
    "experience": ByFact(WORK, earlier_work, practice, earlier_works),
    "distance": ByFact(
        PLACE,
        near_home,
        lambda p: (p.seeker.home_municipality, p.seeker.search_area.counties),
        near_homes,
    ),
    "first_job": ByFact(BEGINNING, easy_beginning, nothing),
    "freshness": ByFact(Column("published", lambda v: v.published_on), newly_published, the_day),
}
"""By the name of the weight in `Weights`; beside these stand wish, skills and text."""
