"""One's own account: language and the weekly letter."""

from sqlmodel import Session

from accounts.models import RoleName
from tests.client import Client
from tests.factories import make_caseworker, make_user


def test_the_language_is_kept_and_spoken_at_once(client: Client, session: Session) -> None:
    user = make_caseworker(session)
    client.sign_in(user)
    client.get("/account")
    client.post("/account", {"language": "en", "wants_digest": "y"})
    assert user.language == "en"
    assert '<html lang="en">' in client.get("/account")


def test_the_weekly_letter_can_be_turned_off(client: Client, session: Session) -> None:
    user = make_caseworker(session)
    client.sign_in(user).post("/account", {"language": "sv"})
    assert user.wants_digest is False


def test_one_who_gets_no_weekly_letter_is_not_asked_about_it(
    client: Client, session: Session
) -> None:
    user = make_user(session, RoleName.STEERING)
    assert "veckosammanställning" not in client.sign_in(user).get("/account")
    client.post("/account", {"language": "sv"})
    assert user.wants_digest is True


def test_an_unknown_language_is_refused(client: Client, session: Session) -> None:
    user = make_caseworker(session)
    client.sign_in(user).post("/account", {"language": "xx"}, expect=200)
    assert user.language == "sv"
