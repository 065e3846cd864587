"""The index in a folder: all arrays in one file, mapped into memory by whoever opens it."""

from collections.abc import Mapping
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from matching import columns
from matching.engine import arrays, values
from matching.engine.arrays import Arrays
from matching.engine.headlines import Headlines
from matching.engine.held import Held
from matching.engine.layout import Segment
from matching.index import Reader
from matching.learnt import Learnt
from matching.numbering import Numbers
from matching.strings import Strings
from matching.vocabulary import Vocabulary
from reference.tables import DATA

FORMAT = 2


class UnreadableIndexError(ValueError):
    """An index that was written by other code, or with another reference."""


def save(folder: Path, reader: Reader, held: list[Held]) -> None:
    """Write what was learnt, what was numbered, and every segment."""
    learnt = reader.learnt
    saved: Arrays = {
        "term_frequencies": learnt.term_frequencies,
        "word_frequencies": learnt.word_frequencies,
        **_strings("terms", learnt.terms),
        **_vocabulary("words", learnt.words),
        **_strings("boilerplate", Strings.of(sorted(learnt.boilerplate))),
        **_strings("skills", Strings.of(reader.skills.values)),
        **_counts("asked", learnt.asked),
        **_counts("spoken", learnt.spoken),
        **_counts("title_words", learnt.title_words),
    }
    for name, numbers in reader.facts.items():
        saved[f"facts.{name}"] = values.written(numbers.values)
    for part, each in enumerate(held):
        saved |= _part(f"part{part}", each)
    about = {"format": FORMAT, "reference": fingerprint(), "read": learnt.read, "parts": len(held)}
    arrays.write(folder, saved, about)


def load(folder: Path) -> tuple[Reader, list[Held]]:
    """Map an index into memory. Raises `UnreadableIndexError` where it must be made anew."""
    found, about = arrays.read(folder)
    if (about["format"], about["reference"]) != (FORMAT, fingerprint()):
        raise UnreadableIndexError(f"The index in {folder} was made for something else.")
    learnt = Learnt(
        read=about["read"],
        terms=_strings_of("terms", found),
        term_frequencies=found["term_frequencies"],
        words=_vocabulary_of("words", found),
        word_frequencies=found["word_frequencies"],
        asked=_counts_of("asked", found),
        spoken=_counts_of("spoken", found),
        title_words=_counts_of("title_words", found),
        boilerplate=frozenset(_strings_of("boilerplate", found)),
    )
    facts = {
        name: Numbers(partial(values.read, found[f"facts.{name}"])) for name in columns.COLUMNS
    }
    skills = _strings_of("skills", found)
    reader = Reader(learnt, facts, Numbers(lambda: skills))
    return reader, [_part_of(f"part{part}", found) for part in range(about["parts"])]


@cache
def fingerprint() -> str:
    """Tell one state of the reference from another."""
    told = blake2b(digest_size=8)
    for file in sorted(DATA.glob("*.csv")):
        told.update(file.read_bytes())
    return told.hexdigest()


def _strings(name: str, strings: Strings) -> Arrays:
    return {f"{name}.letters": strings.letters, f"{name}.starts": strings.starts}


def _strings_of(name: str, found: Arrays) -> Strings:
    return Strings(found[f"{name}.letters"], found[f"{name}.starts"])


def _counts(name: str, counts: Mapping[str, int]) -> Arrays:
    numbers = np.array(list(counts.values()), dtype=np.int32)
    return {**_strings(name, Strings.of(counts)), f"{name}.counts": numbers}


def _counts_of(name: str, found: Arrays) -> Mapping[str, int]:
    counts = found[f"{name}.counts"].tolist()
    return dict(zip(_strings_of(name, found), counts, strict=True))


def _vocabulary(name: str, words: Vocabulary) -> Arrays:
    return {
        **_strings(f"{name}.words", words.words),
        **_strings(f"{name}.backwards", words.backwards),
        **_strings(f"{name}.stems", words.stems),
        f"{name}.forwards": words.forwards,
        f"{name}.stem_starts": words.stem_starts,
        f"{name}.stemmed": words.stemmed,
    }


def _vocabulary_of(name: str, found: Arrays) -> Vocabulary:
    return Vocabulary(
        words=_strings_of(f"{name}.words", found),
        backwards=_strings_of(f"{name}.backwards", found),
        forwards=found[f"{name}.forwards"],
        stems=_strings_of(f"{name}.stems", found),
        stem_starts=found[f"{name}.stem_starts"],
        stemmed=found[f"{name}.stemmed"],
    )


def _part(name: str, held: Held) -> Arrays:
    """Name the arrays of a segment and of what belongs to it."""
    return {
        **{f"{name}.segment.{key}": array for key, array in held.segment._asdict().items()},
        **_strings(f"{name}.ids", held.ids),
        **_vocabulary(f"{name}.headlines", held.headlines.words),
        f"{name}.headlines.starts": held.headlines.starts,
        f"{name}.headlines.rows": held.headlines.rows,
        f"{name}.rows": held.rows,
        f"{name}.common": held.common,
        f"{name}.gone": held.gone,
    }


def _part_of(name: str, found: dict[str, Any]) -> Held:
    headlines = Headlines(
        _vocabulary_of(f"{name}.headlines", found),
        found[f"{name}.headlines.starts"],
        found[f"{name}.headlines.rows"],
    )
    return Held(
        Segment(*(found[f"{name}.segment.{key}"] for key in Segment._fields)),
        _strings_of(f"{name}.ids", found),
        found[f"{name}.rows"],
        headlines,
        found[f"{name}.common"],
        found[f"{name}.gone"].copy(),
    )
