"""Styles, scripts and pictures: an address tells of the content, so a browser fetches it once."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app

KEPT_FOR = 365 * 24 * 60 * 60
"""Seconds: what is at an address never changes, so as long as browsers keep anything."""

SERVED_BY = {"static": None, "bootstrap.static": "bootstrap"}
"""The endpoints that serve files, and whose they are: the portal's, or a blueprint's."""


def register(app: Flask) -> None:
    """Give every file an address of its content, and let browsers keep it."""
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = KEPT_FOR
    app.url_defaults(_tell_of_content)


def _tell_of_content(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint in SERVED_BY:
        blueprint = SERVED_BY[endpoint]
        owner = current_app.blueprints[blueprint] if blueprint else current_app
        values["v"] = _fingerprint(Path(owner.static_folder or "") / values["filename"])


@cache
def _fingerprint(file: Path) -> str:
    """Some letters that are others when the file is another; a file that is missing has none."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:10] if file.is_file() else ""
