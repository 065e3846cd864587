"""Finds the machine's Chromium; the project never downloads one of its own."""

import os
import shutil
from functools import cache
from pathlib import Path

USUAL_NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
"""The shell first: the same engine without a window to draw."""

USUAL_PATHS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@cache
def find_chromium() -> str | None:
    """The path that CHROMIUM names, or a browser in one of the usual places."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    on_path = (shutil.which(name) for name in USUAL_NAMES)
    installed = (str(path) for path in USUAL_PATHS if path.exists())
    return next((found for found in (*on_path, *installed) if found), None)
