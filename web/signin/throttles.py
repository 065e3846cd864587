"""Who a request about signing in is counted for, beside the network address that it comes from.

Without these, many machines could guess at one account, each below the limit of its address.
"""

from http.client import FOUND, GONE

from flask import Response, request
from flask import session as cookie

PER_ACCOUNT = "10 per 15 minutes"
MAIL_PER_ACCOUNT = "3 per 15 minutes; 10 per day"
CODES = "6 per 10 minutes"


def account() -> str:
    """The mail address in the form, known or not."""
    fields = (value for name, value in request.form.items() if name.endswith("email"))
    return "account:" + next(fields, "").strip().lower()


def awaited() -> str:
    """The account whose code is waited for."""
    return "code:" + str(cookie.get("awaiting_code", {}).get("key"))


def failed(response: Response) -> bool:
    """Only what went wrong is counted, so a whole office behind one address can sign in."""
    return response.status_code != FOUND


def spent(response: Response) -> bool:
    """Only links that do not work are counted: somebody may be guessing at tokens."""
    return response.status_code == GONE
