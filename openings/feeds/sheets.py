"""Reads a neighbour's table of openings, CSV or Excel, at an address: every row is an opening.

The columns are those of `openings.sheet`. The whole table is what the neighbour has, so what is no
longer in it is closed.
"""

import hashlib
from dataclasses import fields
from datetime import datetime

import httpx
from pydantic import TypeAdapter

from foundation.sheets import NoSheet, SheetRow, read_sheet
from foundation.translating import _
from openings.contacts import without_contacts, without_people
from openings.facts import OpeningFacts
from openings.feeds.fetching import FeedBroken, Fetcher
from openings.feeds.jobstream import close_missing
from openings.feeds.ledger import Ledger
from openings.feeds.models import Cursor, Feed, FeedError
from openings.feeds.rows import within
from openings.feeds.scope import Scope
from openings.models import Source
from openings.sheet import REFERENCE, facts_of, named
from openings.sources.base import Ad, Problem, RowRefused
from openings.storing import Told
from reference import places

MOST_ROWS = 20_000
MOST_BYTES = 20 * 1024 * 1024
TOGETHER = 500
EMPLOYER = ("employer", "arbetsgivare", "arbeidsgiver")
"""The heading of the one column that an employer's own table does not have."""

_FACTS = TypeAdapter(OpeningFacts)
_SHARED = {each.name for each in fields(OpeningFacts)} & {each.name for each in fields(Ad)}


def read(feed: Feed, fetcher: Fetcher, ledger: Ledger) -> None:
    """Take in a table that has changed. Raises FeedBroken; what was kept stays."""
    headers = {"If-None-Match": feed.cursor.etag} if feed.cursor.etag else {}
    answer = fetcher.get(feed.address, headers)
    if answer.status_code == httpx.codes.NOT_MODIFIED:
        return
    if answer.status_code != httpx.codes.OK or len(answer.content) > MOST_BYTES:
        raise FeedBroken(FeedError.REFUSED, str(answer.status_code))
    try:
        rows = read_sheet(answer.content, most=MOST_ROWS)
    except NoSheet as error:
        raise FeedBroken(FeedError.NOT_A_FEED, "no table") from error
    _take(rows, feed, ledger)
    ledger.keep(cursor=Cursor(etag=answer.headers.get("ETag")))


def _take(rows: list[SheetRow], feed: Feed, ledger: Ledger) -> None:
    scope, now = Scope.of(feed), ledger.now()
    told: list[tuple[int, Told]] = []
    problems: list[Problem] = []
    for row in rows:
        try:
            told.append((row.number, Told(within(scope, ad_of(row, feed, now)))))
        except RowRefused as refusal:
            problems.append((row.number, str(refusal)))
    if not told:
        raise FeedBroken(FeedError.NOT_A_FEED, "no row can be read")
    for start in range(0, len(told), TOGETHER):
        ledger.keep(told[start : start + TOGETHER])
    ledger.keep(problems=problems)
    if not problems:
        close_missing(ledger, {each.statement.source_id for _number, each in told}, now)


def ad_of(row: SheetRow, feed: Feed, now: datetime) -> Ad:
    """What a row offers. Raises RowRefused for one without headline, or with a cell amiss."""
    facts, faults = facts_of(named(row.cells), country=feed_country(feed))
    if faults:
        raise RowRefused(f"{faults[0].column}: {faults[0].message}")
    if not facts.headline:
        raise RowRefused(_("Annonsen saknar rubrik."))
    known = {name: getattr(facts, name) for name in _SHARED}
    known["headline"] = without_people(facts.headline)
    known["description"] = without_contacts(facts.description)
    place = places.municipality(facts.country, facts.municipality or "")
    reference = named(row.cells).get(REFERENCE) or _content_key(facts)
    return Ad(
        **known,
        source=Source.NEIGHBOUR,
        source_id=f"{feed.id.hex[:12]}:{reference}",
        source_updated_at=now,
        employer_name=_employer(row) or feed.name,
        county=place.county if place else None,
    )


def feed_country(feed: Feed) -> str:
    """The country of a table's rows that name none: that of the feed's counties, else Sweden."""
    return feed.counties[0][:2] if feed.counties else "SE"


def _employer(row: SheetRow) -> str:
    cells = (value for name, value in row.cells.items() if name.strip().casefold() in EMPLOYER)
    return next(cells, "")


def _content_key(facts: OpeningFacts) -> str:
    return "#" + hashlib.sha256(_FACTS.dump_json(facts)).hexdigest()[:24]
