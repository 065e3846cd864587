"""The signer of letters' links, with this installation's secret."""

from flask import current_app

from digests.links import Signer


def signer() -> Signer:
    """Makes and reads the links that stand in letters."""
    return Signer(current_app.config["SETTINGS"].secret_key)
