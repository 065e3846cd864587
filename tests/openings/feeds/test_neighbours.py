"""Neighbours: another installation's feed as we write it ourselves, and tables at an address."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from sqlmodel import Session

from foundation.sheets import as_csv
from openings import feed as our_own
from openings.feeds.models import FeedError, FeedKind, Reach
from openings.models import OpeningState, Source
from tests.factories import make_employer, make_opening
from tests.openings.feeds.conftest import Desk

HEADINGS = ("Egen beteckning", "Rubrik", "Vad får man göra?", "Yrke", "Kommun", "Arbetsgivare")
KOCK = ("a1", "Kock", "Du lagar lunch. Ring Anna Andersson, 070-123 45 67.", "kock", "Söderhamn")
BUD = ("a2", "Cykelbud", "Du cyklar med mat.", "5120", "Hudiksvall")


class Files(BaseHTTPRequestHandler):
    """Serves one table, which may change."""

    body = b""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:  # the library's name
        etag = f'"{hash(self.body)}"'
        is_known = self.headers.get("If-None-Match") == etag
        self.send_response(304 if is_known else 200)
        self.send_header("ETag", etag)
        self.end_headers()
        self.wfile.write(b"" if is_known else self.body)


@pytest.fixture
def table() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/platser.csv"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_table_is_read_when_it_has_changed(desk: Desk, table: str) -> None:
    Files.body = as_csv(HEADINGS, [(*KOCK, "Grytan AB"), (*BUD, "")])
    feed_id = desk.feed(FeedKind.SHEET, address=table, name="Grannen")
    assert desk.run(feed_id).new == 2
    first = next(each for each in desk.openings() if each.headline == "Kock")
    assert (first.source, first.employer_name, first.municipality, first.occupation) == (
        Source.NEIGHBOUR,
        "Grytan AB",
        "2182",
        "5120",
    )
    assert "Anna" not in first.description
    assert desk.run(feed_id).read == 0
    desk.world.pass_time(hours=1)
    Files.body = as_csv(HEADINGS, [(*KOCK[:2], "Du lagar middag.", *KOCK[3:], "Grytan AB")])
    run = desk.run(feed_id)
    assert (run.changed, run.closed, list(desk.standing().values())) == (1, 1, ["Kock"])
    Files.body = b"\0\0"
    assert desk.run(feed_id).error is FeedError.NOT_A_FEED
    assert list(desk.standing().values()) == ["Kock"]


def test_our_own_feed_is_read_back(desk: Desk, session: Session) -> None:
    now = datetime(2026, 11, 2, 8, tzinfo=UTC)
    for headline in ("Kock", "Snickare"):
        opening = make_opening(session, make_employer(session), headline=headline)
        opening.is_public, opening.public_changed_at = True, now
    session.flush()
    told = list(our_own.snapshot(session, on=date(2026, 11, 2)))
    desk.world.ads = {ad["id"]: json.loads(json.dumps(ad)) for ad in told}
    feed_id = desk.feed(FeedKind.NEIGHBOUR, name="Grannen")
    assert desk.run(feed_id, Reach.WHOLE).new == 2
    found = desk.openings(OpeningState.PUBLISHED)
    assert {each.source for each in found} == {Source.NEIGHBOUR}
    assert {each.source_id for each in found} == {f"{feed_id.hex[:12]}:{ad['id']}" for ad in told}
