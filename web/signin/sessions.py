"""The signed cookie that says who is signed in, begun anew at every step up."""

from datetime import datetime, timedelta

from flask import redirect, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_security import login_user, logout_user
from sqlmodel import col, select

from accounts import audit
from accounts.models import User
from web import guards, pages
from web.db import session

TIME_FOR_CODE = timedelta(minutes=10)


def begin(user: User, *, way: str, now: datetime) -> None:
    """Sign `user` in with a fresh cookie: nothing from before lives on, so nothing planted does."""
    _empty()
    login_user(user, authn_via=[way])
    cookie["since"] = now.timestamp()
    audit.record(session, by=user, action="user.signed_in", subject=user, now=now, way=way)


def end() -> None:
    """Sign out, and leave nothing but the language in the cookie."""
    logout_user()
    _empty()


def lead_on(user: User, next_page: str | None) -> ResponseReturnValue:
    """To the page of ours that she was on the way to, or to the start of her role."""
    start = url_for(pages.start_of(user.role))
    return redirect(guards.own_address(next_page) or start)


def await_code(user: User, next_page: str | None, *, now: datetime) -> None:
    """Remember whose password was right while the code is asked for; she is not signed in yet."""
    _empty()
    until = (now + TIME_FOR_CODE).timestamp()
    cookie["awaiting_code"] = {"key": user.fs_uniquifier, "until": until, "next": next_page}


def who_awaits_code(*, now: datetime) -> tuple[User, str | None] | None:
    """Whose code is waited for, and where she was going; None when the time is out."""
    waiting = cookie.get("awaiting_code")
    if not waiting or waiting["until"] < now.timestamp():
        return None
    named = select(User).where(User.fs_uniquifier == waiting["key"], col(User.active))
    user = session.exec(named).one_or_none()
    return (user, waiting["next"]) if user else None


def _empty() -> None:
    language = cookie.get("language")
    cookie.clear()
    if language:
        cookie["language"] = language
