"""Words in an opening that may shut somebody out, each with a ground and a better wording.

Advice and never a lock: what a law allows depends on the work, and a person knows it better than
a pattern. The patterns stand in `data/advice.csv`, Swedish, Norwegian and English, one row a
wording: `pattern` is whole words in any case, `unless` is what makes it a false friend within
`NEAR` characters, `allowed_by` is what makes it right wherever it stands in the opening, and `work`
says where it is worth a thought (`WORKS`). Two more checks read the fields: a licence that no task
asks for, and a level of language above what the kind of work needs.

Measured with `python -m benchmarks.advice` on 1,469 real ads: 76 of them get 80 pieces of
advice. Each was read and judged once, as were those that a stricter rule has taken away since
(`tests/openings/advice_judged.csv`): 79 of the 80 help whoever writes the ad. The rules were
mended on these same ads, so the figure flatters; edited ads of large employers hold few such words,
so recall is not known.

Grounds: Diskrimineringslagen 1 kap. 4–5 §§ and 2 kap. 1 §, Föräldraledighetslagen 16 §,
Likestillings- og diskrimineringsloven §§ 6 and 8, Arbeidsmiljøloven § 13-1.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from openings.facts import OpeningFacts
from reference import levels

TABLE = Path(__file__).parent / "data" / "advice.csv"

MOST_LANGUAGE_NEEDED = "B2"
"""The highest level of the country's language that simple work is taken to need."""

COUNTRY_LANGUAGES = frozenset({"sv", "no", "nb", "nn"})
LITTLE_WRITING = ("512", "6", "71", "72", "75", "8", "9")
"""SSYK groups in which hands do most of the work: cooks, farming, crafts, machines, elementary."""

LITTLE_TALKING = ("21", "2512", "2513", "2514", "2519", "31", "74")
"""SSYK groups in which most of the work is done with machines: engineers, programmers, fitters."""

WORKS: Mapping[str, tuple[str, ...]] = {
    "": ("",),
    "hands": LITTLE_WRITING,
    "hands or machines": (*LITTLE_WRITING, *LITTLE_TALKING),
}
"""What the table's `work` may say: in which SSYK groups a wording is worth a thought."""

DRIVING_GROUPS = ("266", "515", "532", "533", "741", "742", "83")
"""SSYK groups in which one drives, or goes from house to house or from site to site."""


NEAR = 100
"""How many characters around a wording are searched for what makes it a false friend."""


class Ground(StrEnum):
    """Why a wording may shut somebody out."""

    AGE = "age"
    SEX = "sex"
    ORIGIN = "origin"
    RELIGION = "religion"
    DISABILITY = "disability"
    FAMILY = "family"
    LANGUAGE = "language"
    LICENCE = "licence"


@dataclass(frozen=True, slots=True)
class Advice:
    """One wording to think over: where it stands, the words themselves, and better ones."""

    ground: Ground
    field: str
    found: str
    better: str = ""

    @property
    def key(self) -> str:
        """What it is set aside by: the same words for the same reason, wherever they stand."""
        return f"{self.ground}:{' '.join(self.found.casefold().split())}"


@dataclass(frozen=True, slots=True)
class _Wording:
    ground: Ground
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    allowed_by: re.Pattern[str] | None
    groups: tuple[str, ...]
    better: str

    def is_friend(self, text: str, match: re.Match[str], end: int) -> bool:
        """Whether what stands around the words makes them harmless; `end` is their sentence's.

        What follows a demand of language softens the next demand, not the one before it.
        """
        last = end if self.ground is Ground.LANGUAGE else match.end() + NEAR
        around = text[max(match.start() - NEAR, 0) : last]
        return self.unless is not None and bool(self.unless.search(around))


_BREAKS = re.compile(r"[.!?•]\s|\n")
_WELCOMES = re.compile(
    r"oavsett|uavhengig|uansett|mångfald|mangfold|diskriminer|alla åldrar|alle aldre"
    r"|jämställd|likestill|inkluder",
    re.IGNORECASE,
)
"""A sentence with one of these speaks of everybody, even where it names a ground."""

_DRIVES = re.compile(
    r"\b(?:kör(?!kort)|bil(?!d|l|ag|ater|jett)|tjänstebil|fordon|transport|lever(?:ans|era)|utkörning"
    r"|skjuts|hämta och|hämtning|chaufför|truck|resor\b|resande|reser|kundbesök|hembesök|hemtjänst"
    r"|hos (?:\w+ )?kund|ute på fält|olika (?:arbets)?platser|kjør(?!ekort)|varebil|kjøretøy|frakt"
    r"|leverer|levering|sjåfør|reise|hjemmebesøk|hjemmetjeneste|hjemmesykepleie|hos (?:\w+ )?kunde"
    r"|fältarbete|i fält|besök hos|feltarbeid|driv(?:e|ing)(?! licen[sc]e)|vehicle|travel|car\b"
    r"|customer sites?|on.site|elektriker|däck|mont[öø]r)",
    re.IGNORECASE,
)


def advise(facts: OpeningFacts) -> tuple[Advice, ...]:
    """What to think over in an opening, in the order of its form; each wording once."""
    told = [*_texts(facts), *_of_licences(facts), *_of_languages(facts)]
    return tuple({each.key: each for each in reversed(told)}.values())[::-1]


def _texts(facts: OpeningFacts) -> Iterator[Advice]:
    occupation = facts.occupation or ""
    written = list(_written(facts))
    whole = "\n".join(text for _name, text in written)
    wordings = [each for each in _wordings() if occupation.startswith(each.groups)]
    for name, text in written:
        for wording, found in _found_in(text, wordings):
            if wording.allowed_by is None or not wording.allowed_by.search(whole):
                yield Advice(wording.ground, name, found, wording.better)


def _written(facts: OpeningFacts) -> Iterable[tuple[str, str]]:
    """The texts that a person has written, by their fields."""
    yield "headline", facts.headline
    yield "description", facts.description
    for name, needs in (("must_have", facts.must_have), ("nice_to_have", facts.nice_to_have)):
        yield name, "\n".join(needs.skills)


def _found_in(text: str, wordings: Iterable[_Wording]) -> Iterator[tuple[_Wording, str]]:
    """Each wording that a text holds, in its order, with the words as they stand there."""
    ends = [0, *(match.end() for match in _BREAKS.finditer(text)), len(text)]
    found: list[tuple[int, int, _Wording]] = []
    for wording in wordings:
        for match in wording.pattern.finditer(text):
            at = bisect_right(ends, match.start(), hi=len(ends) - 1)
            if not wording.is_friend(text, match, ends[at]) and not _WELCOMES.search(
                text[ends[at - 1] : ends[at]]
            ):
                found.append((*match.span(), wording))
    end = 0
    for start, stop, wording in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= end:
            end = stop
            yield wording, text[start:stop].strip()


def _of_licences(facts: OpeningFacts) -> Iterator[Advice]:
    """A licence that is demanded where neither the occupation nor the text speaks of driving."""
    licences = facts.must_have.driving_licences
    drives = (facts.occupation or "").startswith(DRIVING_GROUPS) or any(
        _DRIVES.search(text) for _name, text in _written(facts)
    )
    if licences and facts.description and not drives:
        yield Advice(Ground.LICENCE, "must_have_licences", ", ".join(licences))


def _of_languages(facts: OpeningFacts) -> Iterator[Advice]:
    """More of the country's language than simple work needs."""
    for need in facts.must_have.languages:
        if need.language not in COUNTRY_LANGUAGES or need.level in {None, MOST_LANGUAGE_NEEDED}:
            continue
        level = str(need.level)
        if _is_simple(facts) and levels.at_least(level, MOST_LANGUAGE_NEEDED):
            yield Advice(Ground.LANGUAGE, "languages", level)


def _is_simple(facts: OpeningFacts) -> bool:
    return (facts.occupation or "").startswith(LITTLE_WRITING)


@cache
def _wordings() -> tuple[_Wording, ...]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            _Wording(
                Ground(row["ground"]),
                re.compile(rf"\b(?:{row['pattern']})(?!\w)", re.IGNORECASE),
                re.compile(row["unless"], re.IGNORECASE) if row["unless"] else None,
                re.compile(row["allowed_by"], re.IGNORECASE) if row["allowed_by"] else None,
                WORKS[row["work"]],
                row["better"],
            )
            for row in csv.DictReader(lines)
        )
