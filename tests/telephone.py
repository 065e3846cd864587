"""An authenticator app, written from RFC 6238 alone, to hold the portal's codes against."""

import base64
import hmac
import time

STEP = 30


def code_for(key: str, *, later: int = 0) -> str:
    """The six digits for `key` (base32, dashes allowed), `later` seconds from now."""
    plain = key.replace("-", "")
    secret = base64.b32decode(plain + "=" * (-len(plain) % 8))
    counter = int((time.time() + later) // STEP).to_bytes(8, "big")
    digest = hmac.digest(secret, counter, "sha1")
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"
