"""The pages that a youth reads by herself are easy to read."""

from datetime import timedelta
from html import unescape
from re import DOTALL, sub

import pytest
from sqlmodel import Session

from foundation import clock
from foundation.plain_language import read
from openings.models import Opening
from placements import links as answer_links
from placements.models import LinkFor
from tests.client import Client
from tests.factories import make_caseworker, make_opening, make_youth
from tests.placements.makers import asked
from youths.plans import links

EASY = 40
WRITTEN = r"<(script|style|textarea|select)\b.*?</\1>"
"""What is no text of ours: scripts, and what she writes or chooses herself."""
BLOCKS = r"</?(?:p|h[1-6]|li|dt|dd|div|section|label|legend|button|td|th|header|input)\b[^>]*>"


def own_text(page: str) -> str:
    """What a page says in its middle, a line for each block; the frame around it is left out."""
    middle = page.split("<main", 1)[1].split("</main>", 1)[0].split(">", 1)[1]
    in_one_line = sub(r"\s+", " ", sub(WRITTEN, " ", middle, flags=DOTALL))
    return unescape(sub(r"<[^>]+>", " ", sub(BLOCKS, "\n", in_one_line)))


@pytest.fixture
def plain_opening(session: Session) -> Opening:
    """An opening whose own words weigh little: they are its employer's, and not ours."""
    return make_opening(session, headline="Kock", description="Du lagar mat. Vi är fyra.")


def pages_for_a_youth(client: Client, session: Session, opening: Opening) -> dict[str, str]:
    """Every page that she opens without her caseworker, by what it is."""
    youth = make_youth(session, make_caseworker(session))
    now = clock.now()
    token = links.issue(session, youth, by=youth.responsible, now=now)
    pages = {"door": client.get(f"/my-plan/open/{token}")}
    client.post(f"/my-plan/open/{token}")
    client.post("/my-plan", {"show": "1"})
    pages["own page"] = client.get("/my-plan")
    client.post("/my-plan/area", {"version": youth.updated_at.isoformat(), "norway": "y"})
    pages["search area"] = client.get("/my-plan/area")
    pages["closed"] = client.post("/my-plan/close", expect=200)
    pages["over"] = client.get("/my-plan", expect=410)
    introduction = asked(session, opening=opening)
    tomorrow = now + timedelta(days=1)
    for purpose, path in ((LinkFor.CONSENT, "consent"), (LinkFor.SIGN, "sign")):
        token = answer_links.issue(session, introduction, purpose, to=None, expires_at=tomorrow)
        pages[path] = client.get(f"/{path}/{token}")
    pages["consent over"] = client.get("/consent/forged", expect=410)
    pages["sign over"] = client.get("/sign/forged", expect=410)
    pages["privacy"] = client.get("/privacy")
    return pages


def test_a_youths_pages_have_a_lix_below_forty(
    client: Client, session: Session, plain_opening: Opening
) -> None:
    lix = {
        name: round(read(own_text(page)).lix)
        for name, page in pages_for_a_youth(client, session, plain_opening).items()
    }

    assert len(lix) == 10
    assert {name: value for name, value in lix.items() if value >= EASY} == {}
