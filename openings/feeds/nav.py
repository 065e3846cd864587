"""Reads NAV's feed: a key, pages that each repeat the last item of the one before, and entries.

An ad that is not active is taken down before anything else is asked of it. The cursor is the page
in turn and the last of its items that has been taken in; it moves with every batch.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import httpx
from sqlmodel import Session, col, select

from foundation.translating import _
from openings.feeds.fetching import Answer, FeedBroken, Fetcher
from openings.feeds.ledger import STANDING, Ledger
from openings.feeds.models import Cursor, Feed, FeedError, Reach
from openings.feeds.rows import within
from openings.feeds.scope import Scope
from openings.models import Opening, Source
from openings.sources import nav, values
from openings.sources.base import Ad, Outside, Problem, Removal, RowRefused, Statement
from openings.storing import Told

FROM_THE_START = timedelta(days=180)
"""How far back the first page lies; NAV's ads stand for shorter than that."""

TOGETHER = 100
MOST_PAGES = 20
"""So many pages are read in one run, so that other feeds have their turn."""

AT_ONCE = 4
"""So many entries are asked for at a time: each waits on the way there and back."""

_TOKEN = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+")
Item = dict[str, Any]


def token_in(text: str) -> str:
    """The key in a text that may have a line or a label before it. Raises FeedBroken."""
    found = _TOKEN.findall(text)
    if not found:
        raise FeedBroken(FeedError.NO_KEY, "none given")
    return str(max(found, key=len))


@dataclass(slots=True)
class Nav:
    """NAV's feed at an address, with a key that is never written down."""

    address: str
    fetcher: Fetcher
    token: str | None = field(default=None, repr=False)

    def page(self, cursor: Cursor, now: datetime) -> tuple[Answer, Any]:
        """The page in turn, or the first; 304 and nothing where there is no news."""
        if cursor.page is None:
            since = format_datetime(now - FROM_THE_START, usegmt=True)
            return self._get("/api/v1/feed", {"If-Modified-Since": since})
        return self._get(cursor.page, {"If-None-Match": cursor.etag} if cursor.etag else {})

    def entries(self, uuids: Sequence[str]) -> dict[str, Any]:
        """Whole ads by their ids, a few asked for at once; None where NAV no longer has one.

        None of the next few is asked for before all of these are there, so that nobody asks on
        while NAV tells another to wait.
        """
        found: dict[str, Any] = {}
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for start in range(0, len(uuids), AT_ONCE):
                few = uuids[start : start + AT_ONCE]
                found |= zip(few, pool.map(self._entry, few), strict=True)
        return found

    def _entry(self, uuid: str) -> Any:
        answer, content = self._get(f"/api/v1/feedentry/{quote(uuid, safe='')}", {})
        return content if answer.status_code == httpx.codes.OK else None

    def _get(self, path: str, headers: dict[str, str]) -> tuple[Answer, Any]:
        url = urljoin(self.address, path)
        if urlsplit(url)[:2] != urlsplit(self.address)[:2]:
            raise FeedBroken(FeedError.NOT_A_FEED, "leads to another host")
        if self.token is None:
            answer = self.fetcher.get(urljoin(self.address, "/api/publicToken"))
            self.token = answer.content.decode("utf-8", "replace")
        bearer = {"Authorization": f"Bearer {token_in(self.token)}"}
        return self.fetcher.get_json(url, headers | bearer)


def read(feed: Feed, reach: Reach, source: Nav, ledger: Ledger) -> bool:
    """Read on from where the feed is; true where there may be more than one run takes.

    The night's run asks for the page in turn whatever its version is said to be. Raises
    FeedBroken; what was kept stays.
    """
    cursor, scope = feed.cursor, Scope.of(feed)
    if reach is Reach.WHOLE:
        cursor = cursor.model_copy(update={"etag": None})
    for _page in range(MOST_PAGES):
        answer, page = source.page(cursor, ledger.now())
        if answer.status_code != httpx.codes.OK:
            return False
        items = _items(page)
        for batch in _batches(_after(items, cursor.item)):
            cursor = _behind(cursor, page, batch[-1])
            told, problems, unchanged = _told(source, batch, scope, ledger)
            ledger.keep(told, problems, unchanged=unchanged, cursor=cursor)
        cursor, is_last = _turned(cursor, page, answer)
        ledger.keep(cursor=cursor)
        if is_last:
            return False
    return True


def _behind(cursor: Cursor, page: Item, item: Item) -> Cursor:
    """The cursor after an item of a page; the page is not done, so its version is not kept."""
    return Cursor(page=cursor.page or _own_path(page), item=_id_of(item))


def _turned(cursor: Cursor, page: Item, answer: Answer) -> tuple[Cursor, bool]:
    """The cursor behind a page: on the next one, or on this one until it has a next."""
    following = page.get("next_url")
    if isinstance(following, str) and following:
        return Cursor(page=following, item=cursor.item), False
    etag = answer.headers.get("ETag")
    return Cursor(page=cursor.page or _own_path(page), item=cursor.item, etag=etag), True


def _own_path(page: Item) -> str | None:
    page_id = values.identity(page.get("id"))
    return f"/api/v1/feed/{quote(page_id, safe='')}" if page_id else None


def _items(page: Any) -> list[Item]:
    found = page.get("items") if isinstance(page, dict) else None
    if not isinstance(found, list):
        raise FeedBroken(FeedError.NOT_A_FEED, "a page without items")
    return [each for each in found if isinstance(each, dict)]


def _id_of(item: Item) -> str:
    return values.identity(item.get("id"))


def _after(items: list[Item], last: str | None) -> list[Item]:
    """The items behind the one that was taken in last; all where it is not among them."""
    ids = [_id_of(each) for each in items]
    return items[ids.index(last) + 1 :] if last in ids else items


def _batches(items: list[Item]) -> Iterator[list[Item]]:
    for start in range(0, len(items), TOGETHER):
        yield items[start : start + TOGETHER]


def _told(
    source: Nav, batch: Sequence[Item], scope: Scope, ledger: Ledger
) -> tuple[list[tuple[int, Told]], list[Problem], int]:
    """What items tell, each with its entry where it says more than the item; how many say nothing.

    An ad that comes twice in a batch is asked for once, since its entry is as it is now.
    """
    told: list[tuple[int, Told]] = []
    problems: list[Problem] = []
    headers: dict[str, tuple[int, Statement]] = {}
    for number, item in enumerate(batch, 1):
        try:
            statement = nav.parse(item, is_followed=True)
        except RowRefused as refusal:
            problems.append((number, str(refusal)))
        else:
            headers[statement.source_id] = number, statement
    known = _known(ledger, headers)
    news = [
        (number, header)
        for number, header in headers.values()
        if not isinstance(header, Ad) or known.get(header.source_id) != header.source_updated_at
    ]
    entries = source.entries([h.source_id for _n, h in news if _is_asked_for(h, scope)])
    for number, header in news:
        try:
            told.append((number, Told(_whole(header, entries, scope))))
        except RowRefused as refusal:
            problems.append((number, str(refusal)))
    return told, problems, len(batch) - len(told) - len(problems)


def _known(ledger: Ledger, ids: dict[str, Any]) -> dict[str, datetime | None]:
    """The versions that are here of those that are not closed."""
    rows = select(Opening.source_id, Opening.source_updated_at).where(
        col(Opening.source) == Source.NAV,
        col(Opening.source_id).in_(ids),
        col(Opening.source_updated_at).is_not(None),
        col(Opening.state).in_(STANDING),
    )
    with Session(ledger.engine) as session:
        return {str(source_id): version for source_id, version in session.exec(rows)}


def _is_asked_for(header: Statement, scope: Scope) -> bool:
    """Whether the entry says more: not of an ad that is gone, nor of one in another county."""
    if not isinstance(header, Ad):
        return False
    return not header.county or scope.has_place(header.country, header.county)


def _whole(header: Statement, entries: Mapping[str, Any], scope: Scope) -> Statement:
    """The ad behind a header, by its entry where that was asked for."""
    if not isinstance(header, Ad):
        return header
    version = header.source_updated_at
    if header.source_id not in entries:
        return Outside(source=Source.NAV, source_id=header.source_id, source_updated_at=version)
    content = entries[header.source_id]
    if content is None:
        return Removal(source=Source.NAV, source_id=header.source_id, removed_at=version)
    if not isinstance(content, dict):
        raise RowRefused(_("Det här är inte ett JSON-objekt."))
    return within(scope, replace(nav.parse(content), source_id=header.source_id))
