"""Twins: the same ad twice is one opening, and two openings are never taken for one."""

import gzip
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from foundation.db import session_for
from openings.importing import import_ads
from openings.models import Opening, OpeningState
from openings.pairing import Sighting, are_twins, pair_waiting
from openings.sources import jobtech, nav
from openings.sources.base import Ad
from tests.openings.ads import jobtech_ad, nav_content, rows

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)

SAME = """
30997081 30681998  31379940 30461764  30215604 29943074  31237892 30357033  31213964 31213378
29772078 29340347  30971542 29772626  30485071 30399818  30748518 30683360  31107031 30146336
30474429 30464784  29784180 29405869  30243671 30189557  30511893 30307897  31261686 30369380
30235210 29954426  29787846 29758170  30764427 30625981  30097334 29954294  29975252 29694559
30625981 30235250  30680410 30307897  30972400 30367775  30367775 29943208  30235250 29866377
30625981 29866377  30869318 30439013  30896730 30699579  31266030 30180604  30583492 30536304
31289254 30511893
"""
"""Ads of one employer in Göteborg that a person took for one and the same, rewritten or not."""

APART = """
29459297 29444568  29787427 29787426  31135171 31054065  31379940 31379924  29588799 29704490
31228788 30092160  30723015 29720919  30887901 30128014  31232185 30128014  31308402 30128014
30887901 30796684  31338956 31313008  31232185 29755187  30171542 29755187  31338956 30874729
31232185 30866056  30888670 30196972  31289250 30307897  31221755 31182147  30888670 30866056
31338956 30866056  31182147 29755187  30866056 30128014  30839294 29973357  31370806 30128014
30866056 30196972  31370806 31313008  31101324 31010687  31370806 29755187  30211147 29742760
31305552 31060358  31101324 30075060  31289250 30680549  31289250 30895963  30511370 29347819
30485071 30204205  30717880 30666502  30717880 30578559  30128427 29751132  30286983 29742759
30286983 29891558  30806275 30683360  29763869 29753551
"""
"""Ads of one employer with titles that are nearly the same, for other work."""

TEXT = """Vi söker dig som vill arbeta nära människor och göra skillnad i vardagen. Hos oss hjälper
du äldre med mat, hygien och promenader, och du dokumenterar det du gör. Du får en handledare de
första veckorna och schema i god tid. Arbetet är på dagar, kvällar och varannan helg. Du har
avslutat vård- och omsorgsprogrammet eller har motsvarande kunskaper, och du talar svenska. Vi ser
gärna att du har arbetat i hemtjänst förut. Körkort behövs, eftersom du kör mellan besöken."""
ROUND = TEXT.replace("Hos oss hjälper", "Här hjälper").replace("i god tid", "sex veckor i förväg")
PLACE = jobtech_ad()["workplace_address"]
NYKOPING = PLACE | {"municipality": "Nyköping", "municipality_code": "0480", "region_code": "04"}


def ad(**parts: Any) -> dict[str, Any]:
    """An invented ad for work in home care."""
    employer = {"name": "Vårdkedjan AB", "organization_number": "556677-8899"}
    known = {
        "id": "1",
        "headline": "Undersköterska till hemtjänsten",
        "description": {"text": TEXT},
        "employer": employer,
        "occupation_group": {"legacy_ams_taxonomy_id": "5321"},
    }
    return jobtech_ad(**known | parts)


INVENTED_SAME = [
    (ad(), ad(id="2")),
    (ad(), ad(description={"text": ROUND})),
    (ad(), ad(headline="UNDERSKÖTERSKA – hemtjänsten!")),
    (ad(), ad(employer={"name": "Vårdkedjan"})),
    (ad(), ad(application_deadline="2026-12-20T23:59:59")),
    (ad(description={"text": "Se länken."}), ad()),
]
INVENTED_APART = [
    (ad(), ad(workplace_address=NYKOPING)),
    (ad(), ad(workplace_address=PLACE | {"street_address": "Storgatan 9"})),
    (ad(), ad(headline="Sjuksköterska till hemtjänsten")),
    (ad(), ad(occupation_group={"legacy_ams_taxonomy_id": "5330"})),
    (ad(), ad(employer={"name": "Vårdkedjan AB", "organization_number": "559999-0008"})),
    (ad(), ad(employer={"name": "Omsorgskedjan AB"})),
    (ad(headline="Lärare 1-3"), ad(headline="Lärare 4-6")),
    (ad(), ad(headline="Sommarjobb: undersköterska till hemtjänsten")),
    (ad(), ad(workplace_address={"country": "Sverige"})),
    (
        ad(description={"text": TEXT + " Referensnummer: 2026/117"}),
        ad(description={"text": TEXT + " Referensnummer: 2026/118"}),
    ),
    (
        ad(description={"text": "Se länken."}),
        ad(description={"text": "Se länken."}, application_deadline="2026-12-24T23:59:59"),
    ),
    (ad(headline="Nattpersonal"), ad(headline="Dagpersonal")),
]
"""The same chain in another town, the same text for other work, and what else is nearly a twin."""


def seen(said: Any) -> Sighting:
    assert isinstance(said, Ad)
    own: dict[str, Any] = {
        "id": uuid4(),
        "state": OpeningState.PUBLISHED,
        "created_at": NOW,
        "taken": 0,
    }
    names = Sighting.__dataclass_fields__
    known: dict[str, Any] = {name: own.get(name, getattr(said, name, None)) for name in names}
    return Sighting(**known)


def pairs(text: str) -> list[tuple[str, str]]:
    ids = text.split()
    return list(zip(ids[::2], ids[1::2], strict=True))


def judged(together: Sequence[tuple[Any, Any]]) -> list[bool]:
    return [are_twins(seen(a), seen(b)) for a, b in together]


def invented(together: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> list[tuple[Any, Any]]:
    return [(jobtech.parse(a), jobtech.parse(b)) for a, b in together]


def test_invented_twins_are_found_and_near_misses_are_not() -> None:
    assert judged(invented(INVENTED_SAME)) == [True] * len(INVENTED_SAME)
    assert judged(invented(INVENTED_APART)) == [False] * len(INVENTED_APART)


def test_precision_is_at_least_98_percent_on_pairs_labelled_by_hand(shared_data: Path) -> None:
    wanted = {each for text in (SAME, APART) for each in text.split()}
    real = {}
    with gzip.open(shared_data / "ads_se_goteborg_it.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["id"] in wanted:
                real[row["id"]] = jobtech.parse(row)
    same = judged([(real[a], real[b]) for a, b in pairs(SAME)]) + judged(invented(INVENTED_SAME))
    apart = [(real[a], real[b]) for a, b in pairs(APART) if a in real and b in real]
    found, wrong = sum(same), sum(judged(apart + invented(INVENTED_APART)))
    precision, recall = found / (found + wrong), found / len(same)
    assert precision >= 0.98, f"precision {precision:.3f}, recall {recall:.3f}"
    assert recall >= 0.9, f"recall {recall:.3f}"


def take_in(engine: Engine, *contents: dict[str, Any], minutes: int = 0) -> None:
    now = NOW + timedelta(minutes=minutes)
    with session_for(engine) as session:
        import_ads(session, rows(*contents), now=now)
    pair_waiting(engine, now=lambda: now)


def states(engine: Engine) -> dict[str | None, OpeningState]:
    with Session(engine) as session:
        return {each.source_id: each.state for each in session.exec(select(Opening))}


def test_a_twin_stands_back_and_takes_over_when_the_first_is_removed(fresh_engine: Engine) -> None:
    take_in(fresh_engine, ad(id="1"))
    take_in(fresh_engine, ad(id="2"), ad(id="3"), ad(id="4", workplace_address=NYKOPING), minutes=1)
    twin, published, closed = OpeningState.TWIN, OpeningState.PUBLISHED, OpeningState.CLOSED
    assert states(fresh_engine) == {"1": published, "2": twin, "3": twin, "4": published}
    gone = {"id": "1", "removed": True, "removed_date": "2026-11-23T09:30:00"}
    take_in(fresh_engine, gone, minutes=2)
    assert sorted(states(fresh_engine).values()) == sorted([closed, published, published, twin])
    changed = ad(id="3", headline="Kock", publication_date="2026-11-20T08:00:00")
    take_in(fresh_engine, changed, minutes=3)
    assert states(fresh_engine) == {"1": closed, "2": published, "3": published, "4": published}


def test_an_ad_through_two_sources_is_one(fresh_engine: Engine) -> None:
    vestby = {"country": "Norge", "municipality": "Vestby", "street_address": "Bryggen 5"}
    content = nav_content(description=TEXT, title="Kokk", applicationDue="2026-12-01T00:00:00")
    swedish = ad(
        headline="Kokk",
        workplace_address=vestby,
        employer={"name": "Fjordkjøkken", "organization_number": "999999999"},
        occupation_group={"legacy_ams_taxonomy_id": "5120"},
    )
    assert are_twins(seen(jobtech.parse(swedish)), seen(nav.parse(content)))
    take_in(fresh_engine, swedish)
    take_in(fresh_engine, content, minutes=1)
    assert sorted(states(fresh_engine).values()) == [OpeningState.PUBLISHED, OpeningState.TWIN]


@pytest.mark.parametrize("reverse", [False, True])
def test_being_twins_goes_both_ways(reverse: bool) -> None:
    together = invented(INVENTED_SAME[:1] + INVENTED_APART[:4])
    assert judged([pair[::-1] if reverse else pair for pair in together]) == [True] + [False] * 4
