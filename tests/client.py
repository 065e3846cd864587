"""A strict test client: an unexpected status fails with the page's own words."""

from collections.abc import Mapping, Sequence
from html import unescape
from re import DOTALL, sub

from flask import Flask
from sqlmodel import Session
from werkzeug.test import TestResponse

from accounts.models import User
from foundation import clock

Fields = Mapping[str, str | Sequence[str]]


class Client:
    """Opens pages as one person. Every call names the status it expects."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.app = app
        self.session = session
        self.http = app.test_client()

    def sign_in(self, user: User) -> "Client":
        """Become `user`, as if she had just signed in; returns the client."""
        self.session.commit()
        with self.http.session_transaction() as cookie:
            cookie.clear()
            cookie["_user_id"] = user.fs_uniquifier
            cookie["_fresh"] = True
            cookie["since"] = clock.now().timestamp()
        return self

    def get(self, address: str, *, expect: int = 200) -> str:
        """The page's text at `address`, tags and all."""
        self.session.commit()
        return self._page(self.http.get(address), expect)

    def post(self, address: str, fields: Fields | None = None, *, expect: int = 302) -> str:
        """Send a form; returns where it leads for a redirect, else the page."""
        self.session.commit()
        response = self.http.post(address, data=dict(fields or {}))
        page = self._page(response, expect)
        return response.headers["Location"] if expect in {302, 303} else page

    def follow(self, address: str, fields: Fields | None = None) -> str:
        """Send a form, and read the page that it leads to."""
        return self.get(self.post(address, fields))

    def _page(self, response: TestResponse, expect: int) -> str:
        self.session.expire_all()
        page = response.get_data(as_text=True)
        assert response.status_code == expect, (
            f"expected {expect}, got {response.status_code}: {words(page)[:800]}"
        )
        return page


def words(page: str) -> str:
    """What a person reads on a page: its text without tags, in one line."""
    body = sub(r"<(script|style|head)\b.*?</\1>", " ", page, flags=DOTALL)
    return " ".join(unescape(sub(r"<[^>]+>", " ", body)).split())
