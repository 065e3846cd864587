"""What the tests of the clock's door share."""

from collections.abc import Iterator

import pytest

from foundation import logs


@pytest.fixture(autouse=True)
def _logs_go_back_to_stderr() -> Iterator[None]:
    """A test that catches the logs takes its own stream away with it."""
    yield
    logs.configure()
