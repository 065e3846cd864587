"""Reads JSON lists of any length value by value, in constant memory.

A window slides over the text: it holds the value that is being read and little more. Every
fault of the text is a ValueError (or RecursionError, for brackets without end).
"""

import json
from codecs import getincrementaldecoder
from collections.abc import Collection, Iterator
from typing import Any, NoReturn, Protocol

CHUNK = 64 * 1024
LONGEST = 8 * 1024 * 1024
"""The most characters that a single value may take."""


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes: ...


def _refuse(constant: str) -> NoReturn:
    """NaN and Infinity, which Python reads and JSON does not have."""
    raise ValueError(f"{constant} is not JSON")


DECODER = json.JSONDecoder(parse_constant=_refuse)


class JsonStream:
    """JSON text that is read from its beginning to its end."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self._decode = getincrementaldecoder("utf-8")().decode
        self._window = ""
        self._at = 0

    def peek(self) -> str:
        """The next character that is not space, without taking it; empty at the end."""
        while True:
            while self._at < len(self._window):
                if not self._window[self._at].isspace():
                    return self._window[self._at]
                self._at += 1
            if not self._read_on(CHUNK):
                return ""

    def take(self, expected: str) -> str:
        """Take the next character that is not space; it must be one of the expected."""
        found = self.peek()
        if not found or found not in expected:
            raise ValueError(f"expected one of {expected}")
        self._at += 1
        return found

    def value(self) -> Any:
        """Take a whole value."""
        self.peek()
        size = CHUNK
        while True:
            try:
                value, end = DECODER.raw_decode(self._window, self._at)
            except json.JSONDecodeError:
                if len(self._window) - self._at > LONGEST or not self._read_on(size):
                    raise
            else:
                length = end - self._at
                # What ends with the window may go on behind it, as 12 may be the start of 123.
                if end < len(self._window) or not self._read_on(size):
                    self._at += length
                    return value
            size *= 2

    def values(self) -> Iterator[Any]:
        """Take the values of a list one by one."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        mark = ","
        while mark == ",":
            yield self.value()
            mark = self.take(",]")

    def names(self) -> Iterator[str]:
        """Go through an object; whoever gets a key takes its value before the next."""
        self.take("{")
        if self.peek() == "}":
            self.take("}")
            return
        mark = ","
        while mark == ",":
            key = self.value()
            if not isinstance(key, str):
                raise ValueError("a key must be text")  # noqa: TRY004  # the text's fault
            self.take(":")
            yield key
            mark = self.take(",}")

    def _read_on(self, size: int) -> bool:
        """Move the window on; false at the end of the text."""
        data = self._source.read(size)
        self._window = self._window[self._at :] + self._decode(data, final=not data)
        self._at = 0
        return bool(data)


def listed_under(stream: JsonStream, names: Collection[str]) -> Iterator[Any]:
    """Take an object, and give the values of the lists that it has under these names."""
    for key in stream.names():
        if key in names and stream.peek() == "[":
            yield from stream.values()
        else:
            stream.value()


def has_list_under(stream: JsonStream, names: Collection[str]) -> bool:
    """Whether the object that begins here has a list under one of these names."""
    for key in stream.names():
        if key in names and stream.peek() == "[":
            return True
        stream.value()
    return False
