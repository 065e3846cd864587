"""Where the portal is found from outside, for the links in letters."""

from flask import current_app


def public_url() -> str:
    """The portal's address, without a slash at its end."""
    return str(current_app.config["SETTINGS"].public_url)
