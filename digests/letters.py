"""A digest as a letter: html and plain text from the same message, without a web request."""

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from digests import addresses
from digests.wording import Message
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


def write(message: Message, *, to: str, public_url: str) -> Letter:
    """The letter to one address, with links into the portal at `public_url`.

    Speaks the language of the moment, which must be the one that `message` was worded in.
    """
    facts = {
        "message": message,
        "start": public_url + addresses.START,
        "digests": public_url + addresses.DIGESTS,
        "public_url": public_url,
        "language": language(),
    }
    return Letter(
        to=to,
        subject=message.subject,
        text=templates.get_template("digest.txt").render(facts),
        html=templates.get_template("digest.html").render(facts),
    )
