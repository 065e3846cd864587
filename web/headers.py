"""Headers that keep a page to itself: no foreign code, no inline script, no frames."""

from flask import Flask, Response
from flask_talisman import Talisman

from foundation.settings import Settings

POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


def register(app: Flask) -> None:
    """Send the security headers with every page."""
    settings: Settings = app.config["SETTINGS"]
    Talisman(
        app,
        content_security_policy=POLICY,
        force_https=settings.is_https,
        strict_transport_security=settings.is_https,
        session_cookie_secure=settings.is_https,
        session_cookie_samesite="Lax",
        referrer_policy="same-origin",
        permissions_policy={"geolocation": "()", "camera": "()", "microphone": "()"},
    )
    app.after_request(_keep_pages_private)


def _keep_pages_private(response: Response) -> Response:
    """No shared cache, and no back button after signing out, shows a page with people in it.

    A page that says itself that it is public has been made to hold nobody, not its reader either.
    """
    if response.mimetype in {"text/html", "application/json"} and not response.cache_control.public:
        response.headers["Cache-Control"] = "no-store"
    return response
