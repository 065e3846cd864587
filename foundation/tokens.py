"""Tokens of one-time links: long, by chance, and kept only as a digest."""

import hashlib
import secrets


def new() -> str:
    """A token that nobody can guess; it is shown once, in the link itself."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What is kept of a token: its SHA-256, from which it cannot be found again."""
    return hashlib.sha256(token.encode()).hexdigest()
