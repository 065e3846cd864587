"""How many real ads get advice about their words, and what it is about: for a person to judge.

Run it with `python -m benchmarks.advice [FOLDER]`, where FOLDER holds the real ads (by default the
shared data beside the project). Each hit is printed with the words around it.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields
from pathlib import Path
from typing import Any

from foundation.records import Record, read_records
from openings.advice import Advice, advise
from openings.completing import completed
from openings.facts import OpeningFacts
from openings.importing import statement_of
from openings.sources.base import Ad, RowRefused

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FILES = ("ads_se_jobtech", "ads_se_legacy_small", "ads_se_goteborg_it", "ads_no_nav")
AROUND = 80


def facts_in(
    file: Path, only: AbstractSet[str] | None = None
) -> Iterator[tuple[str, OpeningFacts]]:
    """The ids and the ads of a file, as the importer completes them; `only` names the ads."""
    for row in read_records(file):
        if only is not None and isinstance(row, Record) and not only & _ids(row.content):
            continue
        try:
            ad = statement_of(row)
        except RowRefused:
            continue
        if isinstance(ad, Ad):
            known = {each.name for each in fields(Ad)}
            names = [each.name for each in fields(OpeningFacts) if each.name in known]
            whole = completed(ad)
            yield ad.source_id, OpeningFacts(**{name: getattr(whole, name) for name in names})


def _ids(content: Mapping[str, Any]) -> set[str]:
    """What an ad may be called in its raw form, so that the others need not be read through."""
    return {str(content.get(name)) for name in ("id", "uuid")}


def shown(advice: Advice, facts: OpeningFacts) -> str:
    """A hit on one line, with the words around it."""
    at = max(facts.description.find(advice.found), 0)
    near = facts.description[max(at - AROUND, 0) : at + len(advice.found) + AROUND]
    return f"{advice.ground:11} {advice.found!r} | {facts.headline} | {' '.join(near.split())}"


def main() -> None:
    """Print every hit, then the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    grounds: Counter[str] = Counter()
    ads, advised, seconds = 0, 0, 0.0
    for name in FILES:
        for id_, facts in facts_in(folder / f"{name}.jsonl.gz"):
            begun = time.process_time()
            advice = advise(facts)
            seconds += time.process_time() - begun
            ads, advised = ads + 1, advised + bool(advice)
            grounds.update(str(each.ground) for each in advice)
            for each in advice:
                print(id_, shown(each, facts))
    print(f"{ads} ads, {advised} with advice, {1000 * seconds / ads:.1f} ms of processor an ad")
    print(dict(grounds))


if __name__ == "__main__":
    main()
