"""Who a request about signing in is counted for, beside the network address that it comes from.

Without these, many machines could guess at one account, each below the limit of its address.
"""

from collections.abc import Callable
from http.client import FOUND, GONE

from flask import Response, request
from flask import session as cookie

from accounts.queries import normal_email
from web.fields import tidy

PER_ACCOUNT = "10 per 15 minutes"
MAIL_PER_ACCOUNT = "3 per 15 minutes; 10 per day"
CODES = "6 per 10 minutes"


def account(field: str) -> Callable[[], str]:
    """The mail address in this field of the form, known or not, however it is written."""

    def key() -> str:
        return "account:" + normal_email(tidy(request.form.get(field)))

    return key


def awaited() -> str:
    """The account whose code is waited for."""
    return "code:" + str(cookie.get("awaiting_code", {}).get("key"))


def failed(response: Response) -> bool:
    """Only what went wrong is counted, so a whole office behind one address can sign in."""
    return response.status_code != FOUND


def spent(response: Response) -> bool:
    """Only links that do not work are counted: somebody may be guessing at tokens."""
    return response.status_code == GONE
