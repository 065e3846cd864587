"""Signed tokens: facts that can be read in an address, and that nobody but us can have written."""

from itsdangerous import BadData, URLSafeSerializer

from foundation.errors import Refused
from foundation.translating import lazy_


class Forged(Refused):
    """A token that is broken, cut off, or not ours."""

    message = lazy_("Länken stämmer inte. Öppna den igen direkt från brevet.")


def sign(secret: str, purpose: str, *facts: str) -> str:
    """A token that holds these facts and is good for this purpose alone."""
    return str(URLSafeSerializer(secret, salt=purpose).dumps(list(facts)))


def read(secret: str, purpose: str, token: str) -> list[str]:
    """The facts of a token. Raises Forged."""
    try:
        facts = URLSafeSerializer(secret, salt=purpose).loads(token)
    except BadData as error:
        raise Forged from error
    return [str(fact) for fact in facts]
