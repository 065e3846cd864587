"""What each country's titles are learnt from: a title, the code it leads to, and its worth."""

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reference.known_titles import KnownTitle, registered, telling_words, titles
from reference.occupations import by_styrk08
from reference.styrk import styrk_groups
from reference.tables import rows
from reference.title_grammar import composed

# What is written in the neighbouring country's language tells a little of one's own.
NEIGHBOUR = 0.5
# So does its register, in groups that the two classifications have alike.
REGISTERED_NEIGHBOUR = 0.3
# What a rule made up counts less than what somebody wrote down.
COMPOSED = 0.3
FOREIGN = {"SE": "nb", "NO": "sv"}
# The English titles of the register are such as Swedish employers write, and coded as Sweden does.
REGISTERED = {"SE": ("sv", "en"), "NO": ("nb",)}
# How much the size of a group counts. Swedish titles come from ads, and large groups have the
# most of them; Norwegian ones come from a classification, which gives every group its due.
BY_SIZE = {"SE": 0.4, "NO": 0.0}
# What is added to every group's thousands, so that the smallest keep a chance.
SMALLEST = 0.5


class Example(NamedTuple):
    """A title, an SSYK 2012 or STYRK-08 code for it, and how much it counts."""

    title: str
    code: str
    worth: float


def examples(country: str) -> Iterator[Example]:
    """List all examples of a country: with SSYK codes for SE, STYRK-08 codes for NO."""
    own = (known for known in registered() if known.language in REGISTERED[country])
    for known in chain(titles(), telling_words(), own):
        worth = NEIGHBOUR if known.language == FOREIGN[country] else 1.0
        codes = (known.group.ssyk,) if country == "SE" else known.styrk08_codes
        yield from (Example(known.title, code, worth / len(codes)) for code in codes)
    for known in registered():
        code = _shared_code(known, country) if known.language == FOREIGN[country] else ""
        if code:
            yield Example(known.title, code, REGISTERED_NEIGHBOUR)
    for title, code in composed(country):
        yield Example(title, code, COMPOSED)
    if country == "NO":
        yield from (Example(group.label_nb, group.code, 1.0) for group in styrk_groups())


def _shared_code(known: KnownTitle, country: str) -> str:
    """Return the one code that a neighbour's title has here, or nothing where it may be several."""
    if country == "NO":
        codes = known.group.styrk08
    else:
        codes = tuple(group.ssyk for group in by_styrk08(known.styrk08))
    return codes[0] if len(codes) == 1 else ""


def usualness(country: str, codes: Sequence[str]) -> list[float]:
    """Tell how much each code's size speaks for it, on the scale of a model's scores."""
    thousands = {row["ssyk"]: float(row["thousands"]) for row in rows("employed.csv")}
    return [BY_SIZE[country] * math.log(thousands.get(code, 0.0) + SMALLEST) for code in codes]


def name_of(known: Iterable[Example]) -> str:
    """Name a collection of examples, so that a model made from others can be told."""
    text = "\n".join(f"{each.title}\t{each.code}\t{each.worth:.4f}" for each in known)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
