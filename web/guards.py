"""Who may use which route. A view says it with a decorator; a view that says nothing is closed.

The decorators only label the view. The check is made in one place, before every request, so a
route of a library is guarded by the same table.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from flask import Flask, abort, redirect, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue, RouteCallable
from flask_security import current_user, logout_user

from accounts.models import RoleName, User
from accounts.permissions import (
    ADMINISTRATORS,
    CASEWORKERS,
    COORDINATORS,
    EMPLOYERS,
    EVERYONE,
    STAFF,
)
from foundation import clock
from web.security import WORKING_DAY

View = TypeVar("View", bound=Callable[..., Any])

PATH = re.compile(r"/(?!/)[^\\\s\x00-\x1f\x7f]*")

LIBRARY_ROUTES: dict[str, frozenset[RoleName] | None] = {
    "static": None,
    "bootstrap.static": None,
}
"""Routes whose views we did not write; `None` means open to the world."""


def _labelled(roles: frozenset[RoleName] | None) -> Callable[[View], View]:
    def label(view: View) -> View:
        view.open_to = roles  # type: ignore[attr-defined]  # the label that `allowed` reads
        return view

    return label


public = _labelled(None)
signed_in = _labelled(EVERYONE)
employers_only = _labelled(EMPLOYERS)
caseworkers_only = _labelled(CASEWORKERS)
employers_and_caseworkers = _labelled(EMPLOYERS | CASEWORKERS)
coordinators_only = _labelled(COORDINATORS)
staff_only = _labelled(STAFF)
administrators_only = _labelled(ADMINISTRATORS)
administrators_and_coordinators = _labelled(ADMINISTRATORS | COORDINATORS)


class Unguarded(LookupError):  # noqa: N818
    """A route that nobody has said who may use."""


def allowed(endpoint: str, view: RouteCallable) -> frozenset[RoleName] | None:
    """The roles that may use a route, or None for a public one.

    Raises Unguarded where neither the view nor LIBRARY_ROUTES says it.
    """
    if hasattr(view, "open_to"):
        return cast("frozenset[RoleName] | None", view.open_to)
    if endpoint in LIBRARY_ROUTES:
        return LIBRARY_ROUTES[endpoint]
    raise Unguarded(endpoint)


def user() -> User:
    """The signed-in person; only for views that are not public."""
    return cast(User, current_user._get_current_object())


def own_address(address: str | None) -> str | None:
    """`address` if it is a path of this portal, else None: no link leads a person elsewhere.

    A browser reads a backslash as a slash and skips tabs and line breaks, so none of them may
    stand in it.
    """
    if address and PATH.fullmatch(address):
        return address
    return None


def _day_is_over(now: datetime) -> bool:
    """Whether it is too long since she signed in; using the portal renews the cookie, not this."""
    begun = datetime.fromtimestamp(cookie.get("since", 0), UTC)
    return "_user_id" in cookie and now - begun >= WORKING_DAY


def _check(app: Flask) -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None
    try:
        roles = allowed(request.endpoint, app.view_functions[request.endpoint])
    except Unguarded:
        abort(403)
    if _day_is_over(clock.now()):
        logout_user()
    if roles is None:
        return None
    if not current_user.is_authenticated:
        back = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("signin.index", next=back))
    if user().role not in roles:
        abort(403)
    return None


def register(app: Flask) -> None:
    """Check every request against its view's label."""
    app.before_request(lambda: _check(app))
