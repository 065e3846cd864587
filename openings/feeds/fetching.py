"""Fetches over HTTP: with timeouts, again where a fault may pass, and never sooner than asked."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from foundation import clock
from openings.feeds.models import FeedError

T = TypeVar("T")

TIMEOUT = httpx.Timeout(60, connect=10)
"""Seconds between two signs of life; a whole snapshot may take longer."""

LONGEST_RUN = timedelta(hours=2)
ATTEMPTS = 6
PATIENCE = 120.0
"""So many seconds are waited for at once; what asks for more is asked again in another run."""

LONGEST_LINE = 8 * 1024 * 1024
LARGEST = 64 * 1024 * 1024
"""More bytes than the largest page or table has."""

_BACKOFF = wait_exponential_jitter(initial=1, max=PATIENCE / 2, jitter=2)
_ANSWERS = {200, 304, 404, 410}


class FeedBroken(Exception):  # noqa: N818  # as the other refusals are called
    """A feed cannot be read now: a code, and a detail without secrets or persons."""

    def __init__(self, why: FeedError, detail: str = "", until: datetime | None = None) -> None:
        super().__init__(f"{why}: {detail}")
        self.why, self.detail, self.until = why, detail, until


class Passing(FeedBroken):
    """A fault that may pass; `after` is how many seconds the source asks us to wait."""

    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A small answer, read whole."""

    status_code: int
    headers: httpx.Headers
    content: bytes


class Fetcher:
    """Reads one source. `sleep` and `now` are given, so that a test need not wait."""

    def __init__(
        self,
        client: httpx.Client,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._client, self._sleep, self._now = client, sleep, now

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """A small answer: 200, or 304, 404 or 410. Raises FeedBroken for any other."""
        return self._patiently(lambda: self._small(url, headers))

    def get_json(self, url: str, headers: Mapping[str, str] | None = None) -> tuple[Answer, Any]:
        """An answer and the JSON in it; text that breaks off is asked for again."""

        def attempt() -> tuple[Answer, Any]:
            answer = self._small(url, headers)
            if answer.status_code != httpx.codes.OK:
                return answer, None
            try:
                return answer, json.loads(answer.content)
            except (ValueError, RecursionError) as error:
                raise Passing(FeedError.NOT_A_FEED, "JSON") from error

        return self._patiently(attempt)

    def stream(
        self,
        url: str,
        params: Mapping[str, str],
        take: Callable[[Iterator[bytes], datetime], T],
    ) -> T:
        """Give the lines of a long answer, and the source's own time when it began, to `take`.

        After a break everything is given again from its beginning, so `take` must bear it.
        """

        def attempt() -> T:
            with self._client.stream("GET", url, params=params) as answer:
                self._checked(answer)
                if answer.status_code != httpx.codes.OK:
                    raise FeedBroken(FeedError.REFUSED, str(answer.status_code))
                return take(lines_of(self._in_time(answer.iter_bytes())), self._began(answer))

        return self._patiently(attempt)

    def _small(self, url: str, headers: Mapping[str, str] | None) -> Answer:
        """Read an answer whole, but no more of it than anybody needs."""
        with self._client.stream("GET", url, headers=headers) as answer:
            self._checked(answer)
            parts, size = [], 0
            for part in self._in_time(answer.iter_bytes()):
                size += len(part)
                if size > LARGEST:
                    raise FeedBroken(FeedError.NOT_A_FEED, "an answer without end")
                parts.append(part)
            return Answer(answer.status_code, answer.headers, b"".join(parts))

    def _patiently(self, attempt: Callable[[], T]) -> T:
        """Try, and try again after a while where the fault may pass."""
        retrying = Retrying(
            retry=retry_if_exception_type(Passing),
            stop=stop_after_attempt(ATTEMPTS),
            wait=_wait,
            sleep=self._sleep,
            reraise=True,
        )
        result: T = retrying(self._translated, attempt)
        return result

    @staticmethod
    def _translated(attempt: Callable[[], T]) -> T:
        try:
            return attempt()
        except (httpx.ConnectError, httpx.TimeoutException) as error:
            raise Passing(FeedError.UNREACHABLE, type(error).__name__) from error
        except httpx.TransportError as error:
            raise Passing(FeedError.BROKEN_OFF, type(error).__name__) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise FeedBroken(FeedError.NOT_A_FEED, type(error).__name__) from error

    def _checked(self, answer: httpx.Response) -> httpx.Response:
        status = answer.status_code
        if status in _ANSWERS:
            return answer
        if status in {401, 403}:
            raise FeedBroken(FeedError.NO_KEY, str(status))
        if status in {408, 425, 429} or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise self._asked_to_wait(answer)
        raise FeedBroken(FeedError.REFUSED, str(status))

    def _asked_to_wait(self, answer: httpx.Response) -> FeedBroken:
        """A fault to wait for now, or where the source asks for much time, until another run."""
        is_too_often = answer.status_code == httpx.codes.TOO_MANY_REQUESTS
        why = FeedError.TOO_OFTEN if is_too_often else FeedError.UNREACHABLE
        seconds = retry_after(answer.headers.get("Retry-After"), self._now())
        detail = str(answer.status_code)
        if seconds > PATIENCE:
            return FeedBroken(why, detail, until=self._now() + timedelta(seconds=seconds))
        fault = Passing(why, detail)
        fault.after = seconds
        return fault

    def _began(self, answer: httpx.Response) -> datetime:
        """When an answer began, by the source's clock, so that it matters little what ours says."""
        try:
            return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
        except (KeyError, ValueError):
            return self._now()

    def _in_time(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        began = self._now()
        for chunk in chunks:
            if self._now() - began > LONGEST_RUN:
                raise FeedBroken(FeedError.BROKEN_OFF, "too slow")
            yield chunk


def _wait(state: RetryCallState) -> float:
    """Longer for each attempt, with some chance in it, and never sooner than the source asks."""
    fault = state.outcome.exception() if state.outcome else None
    asked = fault.after if isinstance(fault, Passing) else 0.0
    return max(asked, float(_BACKOFF(state)))


def retry_after(value: str | None, now: datetime) -> float:
    """Seconds from a Retry-After header, which holds seconds or a date; 0 where it says nothing."""
    if not value:
        return 0.0
    if value.strip().isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - now).total_seconds())
    except (ValueError, TypeError):
        return 0.0


def lines_of(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their ends, however the chunks fall. Raises FeedBroken for one without end."""
    rest = b""
    for chunk in chunks:
        *whole, last = chunk.split(b"\n")
        if whole:
            yield rest + whole[0]
            yield from whole[1:]
            rest = last
        else:
            rest += last
        if len(rest) > LONGEST_LINE:
            raise FeedBroken(FeedError.NOT_A_FEED, "a line without end")
    if rest:
        yield rest
