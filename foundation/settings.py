"""The environment, read once, typed, and refused by name where it is wrong."""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

LANGUAGES = ("sv", "nb", "en")
ROOT = Path(__file__).resolve().parent.parent


class SettingsError(ValueError):
    """A setting has a value that cannot be used; the message begins with its name."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation runs. Secrets are left out of the printed form."""

    instance: Path
    database_url: str
    secret_key: str
    public_url: str
    smtp_url: str | None
    mail_from: str
    bounces: Path
    nav_token: str | None
    timezone: ZoneInfo
    default_language: str
    demo: bool
    public_feed: bool
    trusted_proxies: int
    bind: str
    threads: int

    def __repr__(self) -> str:
        return f"Settings(instance={self.instance}, public_url={self.public_url})"

    @property
    def index(self) -> Path:
        """The folder where this machine keeps what the ranking has learnt."""
        return self.instance / "index"

    @property
    def is_https(self) -> bool:
        return self.public_url.startswith("https://")


def from_environ(environ: Mapping[str, str], instance: Path | None = None) -> Settings:
    """Read every setting from `environ`, with `instance` as the folder of this machine's files.

    Raises SettingsError, naming the variable, for the first value that cannot be used.
    """
    folder = instance or Path(environ.get("INSTANCE", ROOT / "instance"))
    folder.mkdir(parents=True, exist_ok=True)
    public_url = _public_url(environ.get("PUBLIC_URL", "http://127.0.0.1:8000"))
    return Settings(
        instance=folder,
        database_url=_database_url(environ.get("DATABASE_URL"), folder),
        secret_key=_secret_key(environ.get("SECRET_KEY"), folder, public_url),
        public_url=public_url,
        smtp_url=_smtp_url(environ.get("SMTP_URL")),
        mail_from=_mail_from(environ.get("MAIL_FROM", "Farled <farled@localhost>")),
        bounces=Path(environ.get("BOUNCES") or folder / "bounces"),
        nav_token=environ.get("NAV_TOKEN") or None,
        timezone=_timezone(environ.get("TIMEZONE", "Europe/Stockholm")),
        default_language=_language(environ.get("DEFAULT_LANGUAGE", "sv")),
        demo=_yes_or_no("DEMO", environ.get("DEMO", "no")),
        public_feed=_yes_or_no("PUBLIC_FEED", environ.get("PUBLIC_FEED", "no")),
        trusted_proxies=_count("TRUSTED_PROXIES", environ.get("TRUSTED_PROXIES", "0")),
        bind=environ.get("BIND", "127.0.0.1:8000"),
        threads=_count("THREADS", environ.get("THREADS", "8"), least=1),
    )


def _public_url(value: str) -> str:
    if not _is_address(value, {"http", "https"}) or {"?", "#"} & set(value):
        raise SettingsError(f"PUBLIC_URL must be a web address such as https://…, not {value!r}")
    return value.rstrip("/")


def _is_address(value: str, schemes: set[str]) -> bool:
    """Whether it has one of the schemes, a host, and a port that can be used if it has any."""
    try:
        url = urlsplit(value)
        return url.scheme in schemes and bool(url.hostname) and url.port != 0
    except ValueError:
        return False


def _database_url(value: str | None, folder: Path) -> str:
    if not value:
        return f"sqlite:///{folder / 'farled.db'}"
    if not _is_database(value):
        raise SettingsError(
            "DATABASE_URL must look like sqlite:///path or postgresql+psycopg://host/name"
        )
    return value


def _is_database(value: str) -> bool:
    """Whether it names a file, or a database on a server (whose socket may be in the query)."""
    try:
        url = make_url(value)
    except (ArgumentError, ValueError):
        return False
    if url.drivername == "sqlite":
        return bool(url.database) and not url.host
    has_host = bool(url.host or url.query.get("host"))
    return url.drivername == "postgresql+psycopg" and has_host and bool(url.database)


def _secret_key(value: str | None, folder: Path, public_url: str) -> str:
    if value:
        if len(value) < 32:
            raise SettingsError("SECRET_KEY must have at least 32 characters")
        return value
    if public_url.startswith("https://"):
        raise SettingsError("SECRET_KEY is required when PUBLIC_URL is https")
    return _kept_secret(folder / "secret_key")


def _kept_secret(file: Path) -> str:
    """This machine's own secret: made once, and the same to two processes that start together."""
    if not file.exists():
        own = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
        own.touch(mode=0o600)
        own.write_text(secrets.token_urlsafe(48), encoding="ascii")
        with suppress(FileExistsError):
            file.hardlink_to(own)
        own.unlink()
    return file.read_text(encoding="ascii").strip()


def _smtp_url(value: str | None) -> str | None:
    if not value:
        return None
    if not _is_address(value, {"smtp", "smtps"}):
        raise SettingsError("SMTP_URL must look like smtp://user:password@host:587")
    return value


def _mail_from(value: str) -> str:
    name, _at, host = parseaddr(value)[1].rpartition("@")
    if not name or not host:
        raise SettingsError(f"MAIL_FROM must hold a mail address, not {value!r}")
    return value


def _timezone(value: str) -> ZoneInfo:
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(f"TIMEZONE is not a known time zone: {value!r}") from error


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise SettingsError(f"DEFAULT_LANGUAGE must be one of {', '.join(LANGUAGES)}")
    return value


def _yes_or_no(name: str, value: str) -> bool:
    answers = {"yes": True, "1": True, "true": True, "no": False, "0": False, "false": False}
    if value.lower() not in answers:
        raise SettingsError(f"{name} must be yes or no, not {value!r}")
    return answers[value.lower()]


def _count(name: str, value: str, *, least: int = 0) -> int:
    if not value.isdecimal() or int(value) < least:
        raise SettingsError(f"{name} must be a whole number from {least}, not {value!r}")
    return int(value)
