"""A source on loopback that speaks JobStream v2 and NAV's feed, with faults where one asks.

Its time is the test's own, so two days pass in a second.
"""

import json
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from time import sleep
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

TOKEN = "eyJhbGciOi.eyJzdWIiOiJmYXJsZWQ.c2lnbmVk"
WALL = ZoneInfo("Europe/Stockholm")
PAGE = 5


class Fault(StrEnum):
    """What may be wrong with an answer."""

    ERROR = "error"
    TOO_OFTEN = "too_often"
    LONG_WAIT = "long_wait"
    CUT = "cut"
    BROKEN = "broken"
    SLOW = "slow"


@dataclass
class World:
    """The ads that a source has, and the news that it has told."""

    now: datetime = datetime(2026, 11, 2, 8, tzinfo=UTC)
    ads: dict[str, dict[str, Any]] = field(default_factory=dict)
    news: list[tuple[datetime, dict[str, Any]]] = field(default_factory=list)
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)
    items: list[dict[str, Any]] = field(default_factory=list)
    faults: deque[Fault | None] = field(default_factory=deque)
    draw: Callable[[], Fault | None] | None = None
    asked: list[str] = field(default_factory=list)
    lag: float = 0.0
    most_at_once: int = 0
    _now_at_once: int = 0
    _counting: Lock = field(default_factory=Lock)

    def pass_time(self, **lapse: float) -> None:
        """Move the hands of the clock."""
        self.now += timedelta(**lapse)

    def tell(self, ad: dict[str, Any]) -> None:
        """JobStream: publish an ad, or another version of it."""
        stamped = ad | {"timestamp": round(self.now.timestamp() * 1000), "removed": False}
        self.ads[ad["id"]] = stamped
        self.news.append((self.now, stamped))

    def remove(self, ad_id: str) -> None:
        """JobStream: take an ad away; what is told of it is sparse."""
        del self.ads[ad_id]
        wall = self.now.astimezone(WALL).replace(tzinfo=None).isoformat(timespec="seconds")
        sparse = {"id": ad_id, "removed": True, "removed_date": wall, "occupation": None}
        self.news.append((self.now, sparse))

    def tell_nav(self, content: dict[str, Any], status: str = "ACTIVE") -> None:
        """NAV: an item about an ad, whose entry has lost its content where it is inactive."""
        changed = self.now.isoformat().replace("+00:00", "Z")
        uuid = content["uuid"]
        is_active = status == "ACTIVE"
        self.entries[uuid] = {
            "uuid": uuid,
            "ad_content": content if is_active else None,
            "sistEndret": changed,
            "status": status,
        }
        place = (content.get("workLocations") or [{}])[0]
        self.items.append(
            {
                "id": f"item-{len(self.items)}",
                "url": f"/api/v1/feedentry/{uuid}",
                "title": content.get("title"),
                "content_text": "",
                "date_modified": changed,
                "_feed_entry": {
                    "uuid": uuid,
                    "status": status,
                    "title": content.get("title") if is_active else None,
                    "businessName": "",
                    "municipal": place.get("municipal"),
                    "sistEndret": changed,
                },
            }
        )

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count how many entries are asked for at a time."""
        with self._counting:
            self._now_at_once += 1
            self.most_at_once = max(self.most_at_once, self._now_at_once)
        yield
        with self._counting:
            self._now_at_once -= 1

    def pages(self) -> list[list[dict[str, Any]]]:
        """The items in pages, each but the first beginning with the last item of the one before."""
        found = [self.items[at : at + PAGE] for at in range(0, len(self.items), PAGE)] or [[]]
        return [([found[at - 1][-1]] if at else []) + page for at, page in enumerate(found)]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    world: World

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The world's time, in the place of the machine's."""
        assert timestamp is None
        return format_datetime(self.world.now.replace(microsecond=0), usegmt=True)

    def do_GET(self) -> None:  # the library's name
        world = self.world
        world.asked.append(self.path)
        fault = world.faults.popleft() if world.faults else world.draw and world.draw()
        if fault is Fault.ERROR:
            return self._send(500, b"oj")
        if fault in {Fault.TOO_OFTEN, Fault.LONG_WAIT}:
            seconds = "7" if fault is Fault.TOO_OFTEN else "3600"
            return self._send(429, b"", {"Retry-After": seconds})
        if fault is Fault.SLOW:
            sleep(0.4)
        url = urlsplit(self.path)
        if url.path == "/v2/snapshot":
            return self._lines(list(world.ads.values()), fault)
        if url.path == "/v2/stream":
            after = datetime.fromisoformat(parse_qs(url.query)["updated-after"][0])
            after = after.replace(tzinfo=WALL)
            return self._lines([told for at, told in world.news if at > after], fault)
        return self._nav(url.path, fault)

    def _nav(self, path: str, fault: Fault | None) -> None:
        if path == "/api/publicToken":
            return self._send(200, f"Current public token for the feed:\n{TOKEN}\n".encode())
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self._send(401, b"")
        if path.startswith("/api/v1/feedentry/"):
            with self.world.counted():
                sleep(self.world.lag)
            entry = self.world.entries.get(path.rpartition("/")[2])
            return self._json(entry, fault) if entry else self._send(404, b"")
        pages = self.world.pages()
        at = 0 if path == "/api/v1/feed" else int(path.rpartition("/page-")[2])
        etag = f'"{at}-{len(pages[at])}-{len(pages)}"'
        if not pages[at] or self.headers.get("If-None-Match") == etag:
            return self._send(304, b"")
        is_last = at == len(pages) - 1
        following = None if is_last else f"/api/v1/feed/page-{at + 1}"
        page = {"version": "1.0", "id": f"page-{at}", "next_url": following, "items": pages[at]}
        return self._json(page, fault, {"ETag": etag})

    def _json(
        self, content: Any, fault: Fault | None, headers: dict[str, str] | None = None
    ) -> None:
        body = json.dumps(content).encode()
        self._send(200, body[: len(body) // 2] if fault is Fault.BROKEN else body, headers, fault)

    def _lines(self, rows: list[dict[str, Any]], fault: Fault | None) -> None:
        lines = [json.dumps(row, ensure_ascii=False).encode() for row in rows]
        if fault is Fault.BROKEN and lines:
            lines[0] = lines[0][: len(lines[0]) // 2]
        self._send(200, b"\n".join(lines), None, fault)

    def _send(
        self,
        status: int,
        body: bytes,
        headers: dict[str, str] | None = None,
        fault: Fault | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body) + (9 if fault is Fault.CUT else 0)))
        self.end_headers()
        if fault is Fault.CUT:
            body = body[: len(body) * 2 // 3]
            self.close_connection = True
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """A client that has gone is part of the play."""


@contextmanager
def serving(world: World) -> Iterator[str]:
    """Serve a world; gives its address."""
    handler = type("Handler", (_Handler,), {"world": world})
    server = _Server(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
