"""A digest as a letter: html and plain text from the same message, without a web request."""

from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from digests import addresses
from digests.links import Reader
from digests.message import Message
from foundation.letters import Letter
from foundation.translating import gettext, language

templates = Environment(
    loader=PackageLoader("digests"),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
templates.globals["_"] = gettext


def write(message: Message, reader: Reader, *, to: str, public_url: str) -> Letter:
    """The letter to one address, with links into the portal at `public_url`.

    Speaks the language of the moment, which must be the one that `message` was worded in.
    """
    facts = {"start": public_url + addresses.START, "digests": public_url + addresses.DIGESTS}
    return _dressed(message, reader.signer.stop(reader.user_id), to, public_url, facts)


def write_own(message: Message, stop: str, *, to: str, public_url: str) -> Letter:
    """The letter to a youth, who has no account: it leads to openings, and can be stopped."""
    return _dressed(message, stop, to, public_url, {"start": None, "digests": None})


def _dressed(
    message: Message, stop: str, to: str, public_url: str, facts: Mapping[str, str | None]
) -> Letter:
    def whole(path: str) -> str:
        return path if path.startswith("https://") else public_url + path

    known = {
        "message": message,
        "stop": public_url + stop,
        "whole": whole,
        "language": language(),
        **facts,
    }
    return Letter(
        to=to,
        subject=message.subject,
        text=templates.get_template("digest.txt").render(known),
        html=templates.get_template("digest.html").render(known),
        stop=public_url + stop,
    )
