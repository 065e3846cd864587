"""Throttles: how often one address may sign in, sign up, or make us send mail."""

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address, storage_uri="memory://", default_limits=[])

SIGN_IN = "10 per minute; 60 per hour"
SIGN_UP = "5 per minute; 20 per hour"
FEED = "20 per minute"
READING = "120 per minute"
MAIL = "5 per minute; 20 per hour"


def register(app: Flask) -> None:
    """Count requests in this process; the portal runs as one process with several threads."""
    limiter.init_app(app)
