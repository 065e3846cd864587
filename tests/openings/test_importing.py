"""Imports: the newest statement about an ad wins, and nothing is doubled, lost or undone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Insert, event
from sqlmodel import Session, col, select

from foundation.records import BadRecord, Row, read_records
from openings.importing import PROBLEMS_KEPT, Summary, batches, import_ads
from openings.models import Opening, OpeningState, Source
from tests.conftest import QueryCounter
from tests.openings.ads import jobtech_ad, nav_content, nav_entry, nav_item, rows

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
FILES = {
    "ads_se_jobtech": (60, 0),
    "ads_se_goteborg_it": (1279, 0),
    "ads_se_legacy_small": (30, 2),
    "ads_no_nav": (100, 0),
}
"""How many ads each file holds, and how many rows without headline and text."""

LARGEST = "ads_se_goteborg_it"
"""Reading its texts takes most of the time, and is the same for every database."""


def openings(session: Session) -> list[Opening]:
    found = select(Opening).where(col(Opening.source) != Source.PORTAL)
    return list(session.exec(found.order_by(Opening.source_id)))


def only(session: Session) -> Opening:
    (opening,) = openings(session)
    return opening


def take_in(session: Session, *contents: dict[str, Any], now: datetime = NOW) -> Summary:
    return import_ads(session, rows(*contents), now=now)


def counted(summary: Summary) -> dict[str, int]:
    """The figures that are not nought."""
    return {name: count for name, count in asdict(summary).items() if count and name != "problems"}


def version(day: int, **parts: Any) -> dict[str, Any]:
    """The ad as it was on a day of November."""
    return jobtech_ad(publication_date=f"2026-11-{day:02d}T12:00:00", **parts)


def removal(day: int) -> dict[str, Any]:
    return {"id": "29000001", "removed": True, "removed_date": f"2026-11-{day:02d}T12:00:00"}


def test_a_new_ad_becomes_a_published_opening(session: Session) -> None:
    assert counted(take_in(session, jobtech_ad())) == {"read": 1, "new": 1}
    opening = only(session)
    assert opening.state is OpeningState.PUBLISHED
    assert (opening.source, opening.source_id) == (Source.JOBTECH, "29000001")
    assert (opening.employer_id, opening.employer_name) == (None, "Strandköket AB")
    assert (opening.occupation, opening.municipality) == ("5120", "2182")
    assert opening.created_at == NOW


def test_the_same_ad_again_changes_nothing(session: Session) -> None:
    take_in(session, jobtech_ad())
    before = only(session).model_dump()
    assert counted(take_in(session, jobtech_ad(), now=NOW + timedelta(days=1))) == {
        "read": 1,
        "unchanged": 1,
    }
    assert only(session).model_dump() == before


def test_a_later_version_updates_and_an_older_one_does_not(session: Session) -> None:
    newer, older = version(9, headline="Kökschef"), version(5, headline="Kock")
    assert counted(take_in(session, older, newer, older)) == {
        "read": 3,
        "new": 1,
        "changed": 1,
        "unchanged": 1,
    }
    assert only(session).headline == "Kökschef"
    assert counted(take_in(session, older, newer)) == {"read": 2, "unchanged": 2}
    assert only(session).headline == "Kökschef"


def test_a_version_without_a_time_never_overwrites_one_that_has(session: Session) -> None:
    take_in(session, version(9), jobtech_ad(headline="Okänd tid", publication_date=None))
    assert only(session).headline == "Kock till Strandköket"


def test_a_removal_closes_and_keeps_what_the_ad_said(session: Session) -> None:
    take_in(session, version(5))
    assert counted(take_in(session, removal(9))) == {"read": 1, "closed": 1}
    opening = only(session)
    assert opening.state is OpeningState.CLOSED
    assert opening.closed_at == datetime(2026, 11, 9, 11, tzinfo=UTC)
    assert opening.updated_at == NOW
    assert opening.description.startswith("Du lagar lunch.")


def test_a_removed_ad_stays_closed_when_its_old_version_comes_again(session: Session) -> None:
    take_in(session, version(5), removal(9))
    assert counted(take_in(session, version(5), removal(9))) == {"read": 2, "unchanged": 2}
    assert only(session).state is OpeningState.CLOSED


def test_a_removed_ad_that_comes_anew_opens_again(session: Session) -> None:
    take_in(session, version(5), removal(9))
    assert counted(take_in(session, version(12))) == {"read": 1, "changed": 1}
    opening = only(session)
    assert (opening.state, opening.closed_at) == (OpeningState.PUBLISHED, None)
    assert counted(take_in(session, removal(9))) == {"read": 1, "unchanged": 1}
    assert only(session).state is OpeningState.PUBLISHED


def test_a_removal_without_a_time_counts_from_now(session: Session) -> None:
    take_in(session, version(5), {"id": "29000001", "removed": True}, version(12))
    assert only(session).state is OpeningState.CLOSED


def test_a_removal_of_what_was_never_here_leaves_nothing(session: Session) -> None:
    assert counted(take_in(session, removal(9))) == {"read": 1, "unchanged": 1}
    assert openings(session) == []


def test_an_inactive_ad_at_nav_closes(session: Session) -> None:
    take_in(session, nav_entry())
    inactive = nav_entry("INACTIVE", sistEndret="2026-11-20T10:00:00Z")
    assert counted(take_in(session, inactive)) == {"read": 1, "closed": 1}
    assert only(session).headline == "Kokk, 100 % fast stilling"


def test_a_header_is_filled_by_its_ad_and_never_empties_it(session: Session) -> None:
    assert counted(take_in(session, nav_item())) == {"read": 1, "new": 1}
    assert only(session).description == ""
    assert counted(take_in(session, nav_entry())) == {"read": 1, "changed": 1}
    later = {"sistEndret": "2026-11-20T10:00:00Z"}
    assert counted(take_in(session, nav_item(_feed_entry=later))) == {"read": 1, "unchanged": 1}
    assert only(session).description.startswith("Du lager middag")


def test_a_header_that_is_active_again_opens_a_closed_ad(session: Session) -> None:
    take_in(session, nav_entry(), nav_entry("INACTIVE", sistEndret="2026-11-10T10:00:00Z"))
    active = {"sistEndret": "2026-11-20T10:00:00Z"}
    assert counted(take_in(session, nav_item(_feed_entry=active))) == {"read": 1, "changed": 1}
    assert only(session).state is OpeningState.PUBLISHED


def test_the_last_item_of_a_page_may_come_again_on_the_next(session: Session) -> None:
    other = nav_content(uuid="2", title="Servitør")
    summary = take_in(session, nav_content(), other, other)
    assert counted(summary) == {"read": 3, "new": 2, "unchanged": 1}


def test_two_sources_may_use_the_same_id(session: Session) -> None:
    take_in(session, jobtech_ad(id="7"), nav_content(uuid="7"))
    assert {opening.source for opening in openings(session)} == {Source.JOBTECH, Source.NAV}


def test_a_named_source_reads_rows_that_do_not_tell(session: Session) -> None:
    row = rows({"id": "1", "description": {"text": "…"}})
    assert import_ads(session, row, now=NOW).problems[0][1].startswith("Raden liknar ingen")
    summary = import_ads(session, row, source=Source.JOBTECH, now=NOW)
    assert summary.problems == ((1, "Annonsen saknar rubrik."),)


def test_a_bad_row_is_told_of_by_number_and_stops_nothing(session: Session) -> None:
    mixed: list[Row] = [
        *rows(jobtech_ad(), {"id": "2", "headline": None}, {"x": 1}),
        BadRecord(4, "Raden är inte giltig JSON."),
        *rows(jobtech_ad(id="5")),
    ]
    summary = import_ads(session, mixed, now=NOW)
    assert counted(summary) == {"read": 5, "new": 2, "refused": 3}
    assert [number for number, _why in summary.problems] == [2, 3, 4]


def test_all_bad_rows_are_counted_and_the_first_are_kept(session: Session) -> None:
    bad = (BadRecord(number, "trasig") for number in range(1, 1201))
    summary = import_ads(session, bad, now=NOW)
    assert (summary.read, summary.refused) == (1200, 1200)
    assert [number for number, _why in summary.problems] == list(range(1, PROBLEMS_KEPT + 1))


def test_a_batch_asks_the_database_as_often_as_a_row(
    session: Session, count_queries: QueryCounter
) -> None:
    def queries(count: int) -> Counter[str]:
        ads = [jobtech_ad(id=f"{count}-{number}") for number in range(count)]
        with count_queries() as seen:
            import_ads(session, rows(*ads), now=NOW)
        return Counter(statement.split()[0] for statement in seen)

    assert queries(2) == queries(40)


def test_rows_are_read_no_further_than_the_batch(session: Session) -> None:
    seen: list[int] = []

    def endless() -> Iterator[Row]:
        for number in range(1, 10**9):
            seen.append(number)
            yield BadRecord(number, "trasig")

    first = next(batches(endless()))
    assert import_ads(session, first, now=NOW).read == len(seen) == 500


@pytest.mark.parametrize("name", sorted(FILES.keys() - {LARGEST}))
def test_real_ads_go_in_twice_with_the_same_result(
    session: Session, shared_data: Path, name: str
) -> None:
    go_in_twice(session, shared_data, name)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_largest_file_goes_in_twice_too(session: Session, shared_data: Path) -> None:
    go_in_twice(session, shared_data, LARGEST)


def go_in_twice(session: Session, shared_data: Path, name: str) -> None:
    ads, refused = FILES[name]
    path = shared_data / f"{name}.jsonl.gz"
    first = import_ads(session, read_records(path), now=NOW)
    assert counted(first) == {
        key: count
        for key, count in {"read": ads + refused, "new": ads, "refused": refused}.items()
        if count
    }
    before = [opening.model_dump() for opening in openings(session)]
    assert len(before) == ads
    second = import_ads(session, read_records(path), now=NOW + timedelta(days=1))
    assert (second.read, second.unchanged, second.refused) == (ads + refused, ads, refused)
    assert [opening.model_dump() for opening in openings(session)] == before


def test_two_imports_at_once_never_double_an_ad(fresh_engine: Engine) -> None:
    if fresh_engine.dialect.name == "sqlite":
        pytest.skip("SQLite lets only one writer in at a time")
    written: list[Insert] = []
    with Session(fresh_engine) as first, Session(fresh_engine) as second:

        def before_writing(_connection: object, statement: object, *_rest: object) -> None:
            if isinstance(statement, Insert) and not written:
                written.append(statement)
                meanwhile()

        def meanwhile() -> None:
            import_ads(second, rows(version(9, headline="Den andras")), now=NOW)
            second.commit()

        event.listen(first.connection(), "before_execute", before_writing)
        ads = [version(5), jobtech_ad(id="2")]
        summary = import_ads(first, rows(*ads), now=NOW)
        first.commit()
    assert counted(summary) == {"read": 2, "new": 1, "unchanged": 1}
    with Session(fresh_engine) as session:
        assert [each.headline for each in openings(session)] == [
            "Kock till Strandköket",
            "Den andras",
        ]
