"""The environment is read once, typed, and refused by name."""

import stat
from pathlib import Path
from runpy import run_path

import pytest

from foundation.settings import ROOT, SettingsError, from_environ

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
    assert (settings.bind, settings.threads) == ("127.0.0.1:8000", 8)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "farled"),
        ("DATABASE_URL", "mysql://localhost/farled"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "sqlite://farled.db"),
        ("DATABASE_URL", "postgresql+psycopg://db.example.org"),
        ("DATABASE_URL", "postgresql+psycopg://db.example.org/"),
        ("DATABASE_URL", "postgresql+psycopg:///farled"),
        ("DATABASE_URL", "postgresql+psycopg://db.example.org:port/farled"),
        ("SECRET_KEY", "short"),
        ("SMTP_URL", "mail.example.org:587"),
        ("SMTP_URL", "http://mail.example.org"),
        ("SMTP_URL", "smtp://mail.example.org:port"),
        ("SMTP_URL", "smtp://mail.example.org:0"),
        ("SMTP_URL", "smtp://[mail.example.org"),
        ("MAIL_FROM", "Farled"),
        ("MAIL_FROM", "Farled <@example.org>"),
        ("PUBLIC_URL", "farled.example.org"),
        ("PUBLIC_URL", "ftp://farled.example.org"),
        ("PUBLIC_URL", "http://farled.example.org:70000"),
        ("PUBLIC_URL", "http://farled.example.org/?a=b"),
        ("PUBLIC_URL", "http://farled.example.org/#start"),
        ("TIMEZONE", "Europe/Söderhamn"),
        ("TIMEZONE", "../../etc/passwd"),
        ("TIMEZONE", "Europe"),
        ("DEFAULT_LANGUAGE", "fi"),
        ("DEMO", "maybe"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "²"),
        ("THREADS", "0"),
        ("THREADS", "many"),
    ],
)
def test_a_bad_value_is_refused_by_name(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=f"^{name} "):
        from_environ({name: value}, tmp_path)


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////var/lib/farled/farled.db",
        "postgresql+psycopg://farled:word@db.example.org:5432/farled",
        "postgresql+psycopg://farled@/farled?host=/run/postgresql",
    ],
)
def test_a_database_is_a_file_or_on_a_server(url: str, tmp_path: Path) -> None:
    assert from_environ({"DATABASE_URL": url}, tmp_path).database_url == url


def test_a_refused_database_never_shows_its_password(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refusal:
        from_environ({"DATABASE_URL": "postgresql+psycopg://farled:hush@host"}, tmp_path)
    assert "hush" not in str(refusal.value)


def test_gunicorn_listens_where_the_settings_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSTANCE", str(tmp_path))
    monkeypatch.setenv("BIND", "0.0.0.0:9000")
    monkeypatch.setenv("THREADS", "3")
    served = run_path(str(ROOT / "gunicorn.conf.py"))
    assert (served["bind"], served["threads"], served["workers"]) == ("0.0.0.0:9000", 3, 1)


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
