"""How the names of places vary, and how a written name is brought to its plain form.

A place is written "Söderhamns kommun", "GÖTEBORGS STAD", "Kárášjohka - Karasjok",
"HERØY (MØRE OG ROMSDAL)". What varies is taken off so that names can be compared; what the
brackets say about the county is kept.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What may stand around a name without being a part of it.
OFFICE = re.compile(
    r"\b(kommune?|stad|län|fylke|fylkeskommune|region|municipality|county)\b", re.IGNORECASE
)
IN_BRACKETS = re.compile(r"\(([^)]*)\)")
BETWEEN_LANGUAGES = re.compile(r"\s+[-–—]\s+|\s*/\s*")


class Spelling(NamedTuple):
    """One way to read a written name: in plain form, with the county said beside it."""

    name: str
    county: str | None = None


def plain(name: str) -> str:
    """Bring a name to the form in which names are compared: lower case, single spaces."""
    return " ".join(name.casefold().split())


def spellings(text: str) -> Iterator[Spelling]:
    """List how a written name may be read, the most literal first.

    A name is read as it stands, in each of its languages, without words such as "kommun", and
    then without the s of the genitive before them.
    """
    bracketed = IN_BRACKETS.search(text)
    county = bracketed[1] if bracketed else None
    bare = IN_BRACKETS.sub(" ", text)
    for name in (bare, *BETWEEN_LANGUAGES.split(bare)):
        literal, short = plain(name), plain(OFFICE.sub(" ", name))
        yield Spelling(literal, county)
        if short != literal:
            yield Spelling(short, county)
            yield Spelling(short.removesuffix("s"), county)
