"""Every address that an employer can open, by the map of the portal, and all that it answers."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from flask import Flask
from pypdf import PdfReader
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from accounts.models import RoleName
from web.guards import LIBRARY_ROUTES, allowed

NOT_HERS = "a-token-that-only-somebody-else-has-got-1234"
KINDS = ("csv", "xlsx")
"""Both forms that a table can be had in."""

ASKED_FOR = {"feed.stream": "?updated-after=2020-01-01T00:00:00"}
"""What an address asks for where it says nothing without."""

WITHOUT_HER = {
    "answers.consent",
    "answers.youth_assessment",
    "letter_links.opinion",
    "letter_links.stop_own",
    "own_plan.area",
    "own_plan.door",
    "own_plan.index",
    "own_plan.paper",
    "signing.agreement",
    "home.index",
    "signin.choose_password",
    "signin.code",
    "signin.index",
    "signin.link",
}
"""What only the link of a youth or a caseworker opens, and what leads on who has signed in."""

Samples = Mapping[str, object]


def routes(app: Flask) -> list[Rule]:
    """The routes that a signed-in employer may open, in the order of the alphabet."""
    found = [
        rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and rule.endpoint not in LIBRARY_ROUTES
        and _is_hers(app, rule.endpoint)
    ]
    return sorted(found, key=lambda rule: rule.endpoint)


def _is_hers(app: Flask, endpoint: str) -> bool:
    roles = allowed(endpoint, app.view_functions[endpoint])
    return roles is None or RoleName.EMPLOYER in roles


def addresses(app: Flask, samples: Samples, tokens: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each endpoint with an address of it. A part without a sample raises KeyError."""
    adapter = app.url_map.bind("")
    for rule in routes(app):
        for kind in KINDS if "kind" in rule.arguments else ("",):
            own = {"kind": kind, "token": tokens.get(rule.endpoint, NOT_HERS)}
            parts = {name: {**samples, **own}[name] for name in rule.arguments}
            address = adapter.build(rule.endpoint, parts)
            yield rule.endpoint, address + ASKED_FOR.get(rule.endpoint, "")


def text_of(answer: TestResponse) -> str:
    """All that an answer says: its headers and its body, read out of PDF and Excel too."""
    return f"{answer.headers}\n{_body(answer.data)}"


def _body(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        paper = PdfReader(BytesIO(data))
        return f"{paper.metadata}" + "\n".join(page.extract_text() for page in paper.pages)
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return data.decode().replace("\r\n ", "")
