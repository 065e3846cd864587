"""The feed: off at first, only what is public, and read in again by our own importer."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlmodel import Session, select

from foundation.records import read_records
from openings.feed import TOGETHER
from openings.importing import import_ads
from openings.models import LanguageNeed, Merits, Needs, Opening, OpeningKind, OpeningState, Source
from tests.client import Client
from tests.conftest import QueryCounter
from tests.factories import NOW, make_employer, make_opening

SNAPSHOT, STREAM = "/v2/snapshot", "/v2/stream"
WRITTEN: dict[str, Any] = {
    "headline": "Servitör till kajen",
    "description": "Du serverar lunch. Kontakta Anna Berg, 070-123 45 67.",
    "kind": OpeningKind.SUMMER_JOB,
    "occupation": "5131",
    "occupation_title": "Servitör",
    "number_of_vacancies": 4,
    "application_deadline": date(2099, 5, 1),
    "scope_min": 50,
    "scope_max": 75,
    "working_hours": "kvällar",
    "must_have": Needs(
        skills=("kassa",),
        driving_licences=("B",),
        languages=(LanguageNeed(language="sv", level="B1"), LanguageNeed(language="en")),
    ),
    "nice_to_have": Merits(skills=("service",), experience=True),
    "experience_required": False,
    "education_level": "upper_secondary",
    "street_address": "Kajen 1",
}


@pytest.fixture(autouse=True)
def _switched_on(app: Flask) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], public_feed=True)


def make_public(session: Session, **facts: Any) -> Opening:
    defaults: dict[str, Any] = {"is_public": True, "public_changed_at": NOW}
    return make_opening(session, **(defaults | facts))


def ads(client: Client, address: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in client.get(address).splitlines()]


def test_the_feed_is_off_until_it_is_switched_on(app: Flask, client: Client) -> None:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], public_feed=False)
    client.get(SNAPSHOT, expect=404)
    client.get(f"{STREAM}?updated-after=2026-01-01T00:00:00", expect=404)


def test_a_snapshot_holds_public_and_open_openings_alone(client: Client, session: Session) -> None:
    shown = make_public(session)
    make_opening(session, headline="Inte för alla")
    make_public(session, state=OpeningState.PAUSED)
    make_public(session, number_of_vacancies=1, taken=1)
    [ad] = ads(client, SNAPSHOT)
    assert ad["id"] == str(shown.id)
    assert ad["webpage_url"] == f"http://127.0.0.1:8000/public/openings/{shown.id}"


def test_another_installation_reads_it_in(client: Client, session: Session, tmp_path: Path) -> None:
    opening = make_public(session, employer=make_employer(session, name="Kaféet AB"), **WRITTEN)
    text = client.get(SNAPSHOT)
    assert "Anna Berg" not in text
    assert "070-123" not in text
    file = tmp_path / "theirs.jsonl"
    file.write_text(text, "utf-8")
    summary = import_ads(session, read_records(file), source=Source.JOBTECH, now=NOW)
    assert (summary.new, summary.refused) == (1, 0)
    read = session.exec(select(Opening).where(Opening.source == Source.JOBTECH)).one()
    same = set(WRITTEN) - {"description"} | {"employer_name", "municipality", "county", "country"}
    assert {name: getattr(read, name) for name in same} == {
        name: getattr(opening, name) for name in same
    }
    assert (read.source_id, read.description) == (str(opening.id), "Du serverar lunch.")
    gone = replace_in(file, client, session, opening)
    summary = import_ads(session, read_records(gone), source=Source.JOBTECH, now=NOW)
    assert (summary.closed, read.state) == (1, OpeningState.CLOSED)


def replace_in(file: Path, client: Client, session: Session, opening: Opening) -> Path:
    """The stream after the opening was hidden from the world, in place of the file."""
    opening.is_public, opening.public_changed_at = False, NOW + timedelta(hours=1)
    session.flush()
    file.write_text(client.get(f"{STREAM}?updated-after=2026-11-23T09:30:00"), "utf-8")
    return file


def test_a_stream_tells_what_happened_in_its_time(client: Client, session: Session) -> None:
    hour = timedelta(hours=1)
    later = {"updated_at": NOW + 2 * hour, "public_changed_at": NOW - hour}
    early = make_public(session, updated_at=NOW, public_changed_at=NOW)
    late = make_public(session, **later)
    closed = make_public(session, **later, state=OpeningState.CLOSED)
    make_opening(session, updated_at=NOW + 2 * hour, state=OpeningState.CLOSED)
    make_public(session, **later, state=OpeningState.DRAFT)
    told = {
        each["id"]: each["removed"]
        for each in ads(client, f"{STREAM}?updated-after={NOW:%Y-%m-%dT%H:%M:%S}Z")
    }
    assert told == {str(late.id): False, str(closed.id): True}
    before = f"{STREAM}?updated-after=2026-11-23T08:00:00&updated-before=2026-11-23T09:30:00"
    assert [each["id"] for each in ads(client, before)] == [str(early.id)]
    [removal] = [
        each
        for each in ads(client, f"{STREAM}?updated-after=2026-11-23T10:00:00")
        if each["removed"]
    ]
    assert removal.keys() == {"id", "removed", "removed_date", "timestamp"}


@pytest.mark.parametrize(
    "asked", ["", "?updated-after=soon", "?updated-after=2026-11-23T08:00:00&updated-before=x"]
)
def test_a_stream_without_a_time_is_refused(client: Client, asked: str) -> None:
    assert "updated-after" in client.get(STREAM + asked, expect=400)


def test_a_long_feed_asks_no_more_of_the_database(
    client: Client, session: Session, count_queries: QueryCounter
) -> None:
    employer = make_employer(session)
    for _opening in range(TOGETHER + 1):
        make_public(session, employer=employer)
    session.commit()
    for address in (SNAPSHOT, f"{STREAM}?updated-after=2026-01-01T00:00:00"):
        with count_queries() as queries:
            assert len(ads(client, address)) == TOGETHER + 1
        assert len(queries) <= 3
