"""The signed links of letters: to stop them, to say what a suggestion is worth, to prolong.

Whoever holds a letter holds its links. Each opens a page with a button, for mail scanners open
every link; only stopping answers to a single POST as well (RFC 8058).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from digests import addresses
from foundation import signing
from foundation.signing import Forged

STOP, STOP_OWN = "digest.stop", "own_letter.stop"
OPINION, PROLONG = "digest.opinion", "digest.prolong"


class Prolonging(NamedTuple):
    """Which opening, by whom, and the last day that she saw: a link prolongs once."""

    opening_id: UUID
    user_id: UUID
    last_day: date


@dataclass(frozen=True, slots=True)
class Signer:
    """Makes and reads the signed links of this installation, as paths of the portal."""

    secret: str = field(repr=False)

    def stop(self, user_id: UUID) -> str:
        """Where a person's letters are stopped."""
        return addresses.STOP + signing.sign(self.secret, STOP, user_id.hex)

    def stopping(self, token: str) -> UUID:
        """Whose letters a token stops. Raises Forged."""
        return _ids(signing.read(self.secret, STOP, token), 1)[0]

    def stop_own(self, youth_id: UUID) -> str:
        """Where a youth's own letters are stopped."""
        return addresses.STOP_OWN + signing.sign(self.secret, STOP_OWN, youth_id.hex)

    def stopping_own(self, token: str) -> UUID:
        """Which youth's letters a token stops. Raises Forged."""
        return _ids(signing.read(self.secret, STOP_OWN, token), 1)[0]

    def opinion(self, suggestion_id: UUID, user_id: UUID) -> str:
        """Where a person says what a suggestion is worth."""
        token = signing.sign(self.secret, OPINION, suggestion_id.hex, user_id.hex)
        return addresses.OPINION + token

    def opining(self, token: str) -> tuple[UUID, UUID]:
        """Which suggestion a token is about, and whose word it is. Raises Forged."""
        suggestion_id, user_id = _ids(signing.read(self.secret, OPINION, token), 2)
        return suggestion_id, user_id

    def prolong(self, opening_id: UUID, user_id: UUID, last_day: date) -> str:
        """Where an opening gets more time."""
        facts = (opening_id.hex, user_id.hex, last_day.isoformat())
        return addresses.PROLONG + signing.sign(self.secret, PROLONG, *facts)

    def prolonging(self, token: str) -> Prolonging:
        """What a token prolongs. Raises Forged."""
        *ids, last_day = signing.read(self.secret, PROLONG, token)
        opening_id, user_id = _ids(ids, 2)
        return Prolonging(opening_id, user_id, date.fromisoformat(last_day))


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose letter it is, and the links that are hers alone.

    `answers` has the path of an answer page by introduction; a preview has none.
    """

    user_id: UUID
    signer: Signer
    answers: Mapping[UUID, str] = field(default_factory=dict)


def _ids(facts: list[str], number: int) -> list[UUID]:
    if len(facts) != number:
        raise Forged
    return [UUID(fact) for fact in facts]
