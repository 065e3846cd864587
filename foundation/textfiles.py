"""Text files as streams of bytes, plain or gzipped, told by their content."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gzip import GzipFile
from io import BufferedReader, FileIO
from pathlib import Path
from typing import Any

BOM = b"\xef\xbb\xbf"
GZIP = b"\x1f\x8b"
BUFFER = 64 * 1024

OnBytes = Callable[[int], object]
TextFile = BufferedReader | GzipFile


@contextmanager
def opened(path: Path, on_bytes: OnBytes | None = None) -> Iterator[TextFile]:
    """Open a file's text, unzipped where it begins as gzip does, past a byte order mark.

    `on_bytes` is given the number of bytes that were read from the file since the last call.
    """
    with _WatchedFile(path, on_bytes) as raw:
        file: TextFile = BufferedReader(raw, BUFFER)
        is_zipped = file.peek(len(GZIP)).startswith(GZIP)
        text = GzipFile(fileobj=file) if is_zipped else file
        if text.peek(len(BOM)).startswith(BOM):
            text.read(len(BOM))
        yield text


class _WatchedFile(FileIO):
    """A file that tells how much of it is read."""

    def __init__(self, path: Path, on_bytes: OnBytes | None) -> None:
        super().__init__(path)
        self._on_bytes = on_bytes

    def readinto(self, buffer: Any) -> int | None:
        size = super().readinto(buffer)
        if self._on_bytes:
            self._on_bytes(size or 0)
        return size
