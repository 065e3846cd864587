"""The environment is read once, typed, and refused by name."""

import stat
from pathlib import Path

import pytest

from foundation.settings import SettingsError, from_environ

LONG_SECRET = "a secret of more than thirty-two characters"


def test_an_empty_environment_is_enough(tmp_path: Path) -> None:
    settings = from_environ({}, tmp_path)
    assert settings.database_url == f"sqlite:///{tmp_path / 'farled.db'}"
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.smtp_url is None
    assert str(settings.timezone) == "Europe/Stockholm"
    assert settings.default_language == "sv"
    assert settings.demo is False
    assert settings.is_https is False


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://localhost/farled"),
        ("SECRET_KEY", "short"),
        ("SMTP_URL", "mail.example.org:587"),
        ("SMTP_URL", "http://mail.example.org"),
        ("PUBLIC_URL", "farled.example.org"),
        ("PUBLIC_URL", "ftp://farled.example.org"),
        ("TIMEZONE", "Europe/Söderhamn"),
        ("TIMEZONE", "../../etc/passwd"),
        ("DEFAULT_LANGUAGE", "fi"),
        ("DEMO", "maybe"),
        ("TRUSTED_PROXIES", "-1"),
    ],
)
def test_a_bad_value_is_refused_by_name(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=f"^{name} "):
        from_environ({name: value}, tmp_path)


def test_a_real_address_demands_a_secret_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^SECRET_KEY is required"):
        from_environ({"PUBLIC_URL": "https://farled.example.org"}, tmp_path)
    environ = {"PUBLIC_URL": "https://farled.example.org/", "SECRET_KEY": LONG_SECRET}
    settings = from_environ(environ, tmp_path)
    assert settings.is_https
    assert settings.public_url == "https://farled.example.org"


def test_a_machine_makes_its_secret_once_and_keeps_it_to_itself(tmp_path: Path) -> None:
    first = from_environ({}, tmp_path).secret_key
    assert len(first) >= 32
    assert from_environ({}, tmp_path).secret_key == first
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_a_given_secret_is_never_written_down(tmp_path: Path) -> None:
    from_environ({"SECRET_KEY": LONG_SECRET}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_printed_form_holds_no_secret(tmp_path: Path) -> None:
    environ = {
        "SECRET_KEY": LONG_SECRET,
        "SMTP_URL": "smtp://farled:mail-secret@mail.example.org",
        "DATABASE_URL": "postgresql+psycopg://farled:db-secret@db.example.org/farled",
    }
    assert "secret" not in repr(from_environ(environ, tmp_path)).replace(str(tmp_path), "")


@pytest.mark.parametrize("answer", ["yes", "1", "true", "Yes"])
def test_yes_may_be_said_in_several_ways(answer: str, tmp_path: Path) -> None:
    assert from_environ({"DEMO": answer}, tmp_path).demo
